import { ApiError } from '../providers/apiError.ts';

/** A server that did not answer has refused nothing. */
export function isUnheard(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'network' || error.code === 'offline');
}

/** It left, and may have been taken: only its answer is sure to be missing. */
export function isLost(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'network';
}

/**
 * What is told in place of what a screen shows. A refusal always is: what was read may no longer be hers. A server that was
 * not heard, or is not well, is not, once something was read: what comes and goes must not take away what is being typed there.
 */
export function inPlaceOf(shown: unknown, error: unknown): unknown {
  const saysNothing = isUnheard(error) || (error instanceof ApiError && error.status > 499);
  return shown !== undefined && saysNothing ? undefined : (error ?? undefined);
}
