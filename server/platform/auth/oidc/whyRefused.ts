import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { RefusalCode } from './refusals.ts';

const COMPARED_CLAIMS: Readonly<Record<string, RefusalCode>> = {
  iss: 'oidc_issuer_mismatch',
  aud: 'oidc_audience_mismatch',
  azp: 'oidc_audience_mismatch',
  nonce: 'oidc_nonce_mismatch',
};
const COMPARED_ATTRIBUTES: Readonly<Record<string, RefusalCode>> = {
  issuer: 'oidc_issuer_mismatch',
  sub: 'oidc_subject_mismatch',
};

/** What the library saw: kept as values, since its words may change. */
interface Seen {
  readonly claim?: unknown;
  readonly attribute?: unknown;
  readonly header?: unknown;
  readonly reason?: unknown;
  readonly signature?: unknown;
  readonly parameters?: unknown;
}

/** The code of what made the library refuse; undefined when it is none of its refusals, but a mistake of ours. */
export function whyRefused(error: unknown): RefusalCode | undefined {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'oidc_cancelled' : 'oidc_provider_error';
  if (error instanceof ResponseBodyError) return error.status >= 500 ? 'oidc_unreachable' : 'oidc_code_refused';
  if (error instanceof WWWAuthenticateChallengeError) return 'oidc_code_refused';
  if (error instanceof ClientError) return whyClientRefused(error);
  return isUnanswered(error) ? 'oidc_unreachable' : undefined;
}

/** What fetch throws when nothing answers, when the answer breaks off, or when it takes too long. */
function isUnanswered(error: unknown): boolean {
  if (!(typeof error === 'object' && error !== null && 'name' in error)) return false;
  return error.name === 'TimeoutError' || (error.name === 'TypeError' && 'cause' in error);
}

function whyClientRefused({ code, cause }: ClientError): RefusalCode {
  if (isUnanswered(cause)) return 'oidc_unreachable';
  // Beneath the error that the library wraps, or in its place when it wraps none.
  const seen = ((cause as { cause?: unknown } | undefined)?.cause ?? cause ?? {}) as Seen;
  switch (code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return 'oidc_unreachable';
    case 'OAUTH_JWT_USERINFO_EXPECTED':
      return 'oidc_userinfo_unsigned';
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return 'oidc_token_expired';
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return COMPARED_CLAIMS[String(seen.claim)] ?? 'oidc_answer_refused';
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return COMPARED_ATTRIBUTES[String(seen.attribute)] ?? 'oidc_answer_refused';
    case 'OAUTH_KEY_SELECTION_FAILED':
      return 'oidc_signature_refused';
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return isServerError(cause) ? 'oidc_unreachable' : 'oidc_answer_refused';
    case 'OAUTH_INVALID_RESPONSE':
      return whyInvalid(seen);
    default:
      return 'oidc_answer_refused';
  }
}

function whyInvalid(seen: Seen): RefusalCode {
  if (seen.signature !== undefined) return 'oidc_signature_refused';
  if (seen.reason !== undefined && seen.header !== undefined) return 'oidc_algorithm_refused';
  // The state was compared before the library saw the answer: of its parameters, only the issuer is left to refuse.
  if (seen.parameters !== undefined) return 'oidc_issuer_mismatch';
  return 'oidc_answer_refused';
}

function isServerError(cause: unknown): boolean {
  return cause instanceof Response && cause.status >= 500;
}
