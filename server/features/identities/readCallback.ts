import { createHash, timingSafeEqual } from 'node:crypto';
import type { FlowSecrets } from '../../platform/auth/oidc/pendingFlows.ts';
import { refusal } from '../../platform/auth/oidc/refusals.ts';

/** What a provider may send back (OpenID Connect, RFC 6749, RFC 9207). */
const PARAMETERS = new Set([
  'code',
  'state',
  'iss',
  'session_state',
  'scope',
  'error',
  'error_description',
  'error_uri',
]);
const LONGEST = 4096;
const LONGEST_STATE = 128;

/** The answer of a provider, of a shape that it may have. @throws Problem for anything else, before any of it is used */
export function readCallback(query: object): URLSearchParams {
  const given = Object.entries(query as Record<string, unknown>);
  const callback = new URLSearchParams();
  for (const [name, value] of given) {
    // A parameter given twice has two meanings: one for us, one for the library.
    if (typeof value !== 'string' || value.length > LONGEST || !PARAMETERS.has(name))
      throw refusal('oidc_callback_malformed');
    callback.set(name, value);
  }
  if ((callback.get('state') ?? '').length > LONGEST_STATE) throw refusal('oidc_callback_malformed');
  if (!callback.has('state') || callback.has('code') === callback.has('error'))
    throw refusal('oidc_callback_malformed');
  return callback;
}

/** Whether an answer is to what this browser asked. Compared in a time that tells nothing. */
export function isOwnState(callback: URLSearchParams, { state }: FlowSecrets): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(callback.get('state') ?? ''), hash(state));
}
