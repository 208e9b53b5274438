import { describe, expect, test } from '@jest/globals';
import { isSiret } from './siret.ts';

describe('a SIRET', () => {
  test('has fourteen digits and a right Luhn key', () => {
    expect(isSiret('73282932000074')).toBe(true);
    for (const wrong of ['73282932000073', '73282932000075', '7328293200007', '732829320000740', '7328293200007A', ''])
      expect([wrong, isSiret(wrong)]).toEqual([wrong, false]);
  });

  test('any one digit changed is seen, wherever it is', () => {
    for (let place = 0; place < 14; place += 1) {
      const digit = Number('73282932000074'[place]);
      const changed = `${'73282932000074'.slice(0, place)}${(digit + 1) % 10}${'73282932000074'.slice(place + 1)}`;
      expect([changed, isSiret(changed)]).toEqual([changed, false]);
    }
  });

  test('of La Poste follows the key of La Poste, and of nobody else', () => {
    expect(isSiret('35600000000048')).toBe(true); // the head office, right by both keys
    expect(isSiret('35600000049837')).toBe(true); // a post office, whose Luhn key is wrong: 3+5+6+4+9+8+3+7 = 45
    expect(isSiret('35600000049838')).toBe(false);
    expect(isSiret('73282932000081')).toBe(false); // the sum is 45, the Luhn key is wrong
  });

  test('is written without spaces, as the provider must send it', () => {
    expect(isSiret('732 829 320 00074')).toBe(false);
    expect(isSiret('７3282932000074')).toBe(false);
  });
});
