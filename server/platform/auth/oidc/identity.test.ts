import { describe, expect, test } from '@jest/globals';
import { readIdentity, strengthOf } from './identity.ts';
import type { OidcSettings } from './oidcSettings.ts';
import { PROFILES } from './profiles.ts';

const SIRET = '73282932000074';
const settings: OidcSettings = {
  issuer: 'https://provider.example',
  clientId: 'jalon',
  clientSecret: 'secret',
  profile: 'generic',
  algorithm: 'RS256',
  allowedSirets: undefined,
  publicUrl: 'https://jalon.example',
};
const read = (claims: object, given: Partial<OidcSettings> = {}) => {
  const all = { sub: 'a', ...claims };
  return readIdentity({ idClaims: all, about: all, idToken: 'x' }, { ...settings, ...given });
};

describe('what is kept of a verified identity', () => {
  test('is who, where from, and how surely: no name, no address', () => {
    expect(read({ email: 'a@example.org', given_name: 'A', siret: SIRET })).toEqual({
      issuer: 'https://provider.example',
      subject: 'a',
      siret: undefined,
      strength: 'PASSWORD_EQUIVALENT',
      idToken: 'x',
    });
  });

  test('holds the structure as soon as some are allowed, whatever the profile', () => {
    const allowedSirets = new Set([SIRET]);
    expect(read({ siret: SIRET }, { allowedSirets }).siret).toBe(SIRET);
    expect(() => read({}, { allowedSirets })).toThrow(expect.objectContaining({ code: 'oidc_siret_missing' }));
    expect(() => read({ siret: '35600000000048' }, { allowedSirets })).toThrow(
      expect.objectContaining({ code: 'oidc_siret_not_allowed' }),
    );
  });

  test.each([undefined, '', 5, 'é', 'a\n', 'x'.repeat(256)])('is refused for the subject %p', (sub) => {
    expect(() => read({ sub })).toThrow(expect.objectContaining({ code: 'oidc_answer_refused' }));
  });

  test('takes a subject as long as the protocol allows', () => {
    expect(read({ sub: 'x'.repeat(255) }).subject).toHaveLength(255);
  });
});

describe('two factors', () => {
  test.each([
    [{ acr: 'eidas1' }, false],
    [{ acr: 'eidas2' }, true],
    [{ acr: 'eidas3' }, true],
    [{ acr: 'https://proconnect.gouv.fr/assurance/self-asserted' }, false],
    [{ acr: 'https://proconnect.gouv.fr/assurance/self-asserted-2fa' }, true],
    [{ acr: 'https://proconnect.gouv.fr/assurance/consistency-checked-2fa' }, true],
    [{ acr: ['eidas2'] }, false],
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['pwd', 'mail'] }, false],
    [{ amr: 'mfa' }, false],
    [{}, false],
  ])('%j at ProConnect: %p', (claims, isTwo) => {
    expect(strengthOf(claims, PROFILES.proconnect)).toBe(isTwo ? 'TWO_FACTORS' : 'PASSWORD_EQUIVALENT');
  });

  test('a level means nothing at a provider that we do not know the levels of; the method does', () => {
    expect(strengthOf({ acr: 'eidas3' }, PROFILES.generic)).toBe('PASSWORD_EQUIVALENT');
    expect(strengthOf({ amr: ['mfa'] }, PROFILES.generic)).toBe('TWO_FACTORS');
  });
});
