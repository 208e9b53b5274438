import { describe, expect, test } from '@jest/globals';
import { hasLetter, isSeen, withoutInvisible } from './visibleText.ts';

describe('a text written by people', () => {
  test.each([
    ['a blank without width', '\u200B\u200B', ''],
    ['an override of direction', 'abc\u202Edef\u202C', 'abcdef'],
    ['a soft hyphen', 'co\u00ADopération', 'coopération'],
    ['a filler', '\u3164\u115F', ''],
    ['a control character', 'a\u0007b', 'ab'],
    ['a joiner at an edge', '\u200Dabc\u200C', 'abc'],
  ])('is kept without %s', (_what, given, kept) => {
    expect(withoutInvisible(given)).toBe(kept);
  });

  test.each([
    ['lines and tabs', 'un\n\tdeux'],
    ['the joiners of Persian', 'می\u200Cروم'],
    ['the joiners of Bengali', 'র\u200D্য'],
    ['pictures that are joined', '👩\u200D👧'],
    ['letters from right to left', 'محمد'],
    ['accents, apart too', 'e\u0301'],
  ])('keeps %s', (_what, given) => {
    expect(withoutInvisible(given)).toBe(given);
  });

  test('of several systems has one kind of line', () => {
    expect(withoutInvisible('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  test('is read where there is a letter, a figure or a sign; a name has a letter', () => {
    expect(['', ' \n', '\u0301', '?', '12', 'é'].map(isSeen)).toEqual([false, false, false, true, true, true]);
    expect(['---', '12', '?', 'Ô', '王', 'ণ'].map(hasLetter)).toEqual([false, false, false, true, true, true]);
  });
});
