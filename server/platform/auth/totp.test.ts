import { describe, expect, test } from '@jest/globals';
import { totpCode, totpStep, totpUri } from './totp.ts';

/** The secret and the instants of RFC 6238, appendix B (SHA-1), whose codes are told there to eight digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('the code of an authenticator', () => {
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at second %d it is %s, as the RFC tells', (second, code) => {
    expect(totpCode(RFC_SECRET, at(second))).toBe(code);
  });

  test('serves during its step, and five seconds of the next one', () => {
    const code = totpCode(RFC_SECRET, at(300));
    const accepted = (second: number): number | undefined => totpStep(RFC_SECRET, code, at(second));
    expect([accepted(299), accepted(300), accepted(329), accepted(330), accepted(334)]).toEqual([
      undefined,
      10,
      10,
      10,
      10,
    ]);
    expect([accepted(335), accepted(360)]).toEqual([undefined, undefined]);
  });

  test('may be typed with spaces, and is nothing else than six digits', () => {
    expect(totpStep(RFC_SECRET, ' 287 082 ', at(59))).toBe(1);
    for (const wrong of ['287081', '28708', '2870820', '94287082', '', '２８７０８２', 'abcdef'])
      expect(totpStep(RFC_SECRET, wrong, at(59))).toBeUndefined();
  });

  test('is enrolled by an address that any authenticator reads', () => {
    expect(totpUri(RFC_SECRET, 'samira@exemple.fr')).toBe(
      `otpauth://totp/Jalon:samira%40exemple.fr?issuer=Jalon&secret=${RFC_SECRET}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
