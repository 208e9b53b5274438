import { createHmac } from 'node:crypto';

/** One master secret, one derived key per use: leaking one tells nothing of the others. */
export function deriveKey(
  secretKey: string,
  use:
    | 'context'
    | 'session'
    | 'server-role'
    | 'auth-role'
    | 'audit-anchor'
    | 'identity-flow'
    | 'second-factor'
    | 'known-device'
    | 'draft',
): Buffer {
  return createHmac('sha256', secretKey).update(`jalon:${use}`).digest();
}

/** Passwords of the two roles that the program signs in with. */
export function rolePassword(secretKey: string, use: 'server-role' | 'auth-role'): string {
  return deriveKey(secretKey, use).toString('base64url');
}

/** The connection string of a role of the program, on the same server and database as the owner's. */
export function urlOfRole(ownerUrl: string, role: 'jalon_server' | 'jalon_auth', secretKey: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(secretKey, role === 'jalon_server' ? 'server-role' : 'auth-role');
  return url.toString();
}
