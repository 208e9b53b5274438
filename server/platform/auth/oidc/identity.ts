import { isSiret } from '../../../domain/access/siret.ts';
import type { Strength } from '../strength.ts';
import { refusal } from './refusals.ts';
import { PROFILES, type Profile } from './profiles.ts';
import type { OidcSettings } from './oidcSettings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Who the provider says that it is, once everything was verified. No address: nothing is looked up by it. */
export interface VerifiedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Undefined only where the provider is not asked for it. */
  readonly siret: string | undefined;
  readonly strength: Strength;
  /** Kept for signing out; opens nothing here. */
  readonly idToken: string;
}

/** OpenID Connect Core, 2: at most 255 ASCII characters. What the table could not hold must not reach it. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/**
 * What is kept of verified claims.
 * @param idClaims those of the ID token; `about` those of the person: its own, or the signed userinfo
 * @throws Problem when the structure is not told, or not one that may come in
 */
export function readIdentity(
  { idClaims, about, idToken }: { idClaims: Claims; about: Claims; idToken: string },
  settings: OidcSettings,
): VerifiedIdentity {
  const subject = idClaims['sub'];
  if (typeof subject !== 'string' || !SUBJECT.test(subject)) throw refusal('oidc_answer_refused');
  // The library compares it only when there are several audiences: a token issued to another application is not ours.
  if (idClaims['azp'] !== undefined && idClaims['azp'] !== settings.clientId) throw refusal('oidc_audience_mismatch');
  return {
    issuer: settings.issuer,
    subject,
    siret: settings.allowedSirets === undefined ? undefined : readSiret(about, settings.allowedSirets),
    strength: strengthOf(idClaims, PROFILES[settings.profile]),
    idToken,
  };
}

function readSiret({ siret }: Claims, allowed: ReadonlySet<string>): string {
  if (typeof siret !== 'string' || !isSiret(siret)) throw refusal('oidc_siret_missing');
  if (!allowed.has(siret)) throw refusal('oidc_siret_not_allowed');
  return siret;
}

/** Two factors only where the provider says so (RFC 8176 `mfa`, or one of its levels): silence is a password. */
export function strengthOf({ acr, amr }: Claims, { twoFactorLevels }: Profile): Strength {
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  const isTwo = methods.includes('mfa') || (typeof acr === 'string' && twoFactorLevels.includes(acr));
  return isTwo ? 'TWO_FACTORS' : 'PASSWORD_EQUIVALENT';
}
