import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** A code typed at its last second arrives a little after: this long, and no longer. */
const GRACE_SECONDS = 5;
/** 160 bits, as RFC 4226 advises. */
const SECRET_BYTES = 20;

const SIX_DIGITS = /^\d{6}$/;

/** What an authenticator shows and what it was given are strings of their own: spaces are for reading. */
export function withoutSpaces(code: string): string {
  return code.replace(/[\s-]/g, '');
}

export function isTotpCode(code: string): boolean {
  return SIX_DIGITS.test(withoutSpaces(code));
}

/** A new secret, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator reads in the QR code. */
export function totpUri(secret: string, label: string): string {
  return new TOTP({ issuer: 'Jalon', label, secret: Secret.fromBase32(secret) }).toString();
}

/** The code of a secret at an instant: what an authenticator shows. */
export function totpCode(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** The thirty-second step that a code is of, when it may be used at that instant; undefined for any other code. */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const token = withoutSpaces(code);
  if (!SIX_DIGITS.test(token)) return undefined;
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const step = Math.floor(at.getTime() / 1000 / STEP_SECONDS);
  const isWithinGrace = (at.getTime() / 1000) % STEP_SECONDS < GRACE_SECONDS;
  const candidates = isWithinGrace ? [step, step - 1] : [step];
  return candidates.find((one) => totp.validate({ token, timestamp: one * STEP_SECONDS * 1000, window: 0 }) !== null);
}
