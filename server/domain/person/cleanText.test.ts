import { expect, test } from '@jest/globals';
import { cleanText } from './cleanText.ts';

test.each([
  ['  Lille\u00A0 Centre\t', 'Lille Centre'],
  ['\u202Etxt.exe\u202C', 'txt.exe'],
  ['\u2066Benali\u2069', 'Benali'],
  ['Ben\0ali', 'Benali'],
  ['Balde\u0301', 'Baldé'],
  ['ligne 1\r\nligne 2', 'ligne 1 ligne 2'],
  ['=HYPERLINK("http://example.org")', '=HYPERLINK("http://example.org")'],
  ['Zahra 🌷', 'Zahra 🌷'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['\uFEFF', ''],
])('%j is stored as %j', (given, stored) => {
  expect(cleanText(given)).toBe(stored);
});
