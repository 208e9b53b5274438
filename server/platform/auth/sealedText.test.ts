import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { openText, sealText } from './sealedText.ts';

const KEY = randomBytes(32);
const PLACE = { table: 'second_factors', column: 'secret', row: 'a' };

describe('a sealed text', () => {
  test('opens where it was sealed, and is never sealed twice alike', () => {
    const [one, other] = [sealText(KEY, PLACE, 'JBSWY3DP'), sealText(KEY, PLACE, 'JBSWY3DP')];
    expect([openText(KEY, PLACE, one), openText(KEY, PLACE, other)]).toEqual(['JBSWY3DP', 'JBSWY3DP']);
    expect(one.equals(other)).toBe(false);
    expect(one.includes('JBSWY3DP')).toBe(false);
  });

  test.each([
    ['another row', KEY, { ...PLACE, row: 'b' }],
    ['another column', KEY, { ...PLACE, column: 'pending' }],
    ['another table', KEY, { ...PLACE, table: 'people' }],
    ['another key', randomBytes(32), PLACE],
  ])('does not open under %s', (_what, key, place) => {
    expect(() => openText(key, place, sealText(KEY, PLACE, 'JBSWY3DP'))).toThrow();
  });

  test('does not open once a single bit has changed, whichever it is', () => {
    const sealed = sealText(KEY, PLACE, 'JBSWY3DP');
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
      expect(() => openText(KEY, PLACE, altered)).toThrow();
    }
  });
});
