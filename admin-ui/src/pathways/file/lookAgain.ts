import { createContext, useContext, useEffect } from 'react';
import { ApiError } from '../../providers/apiError.ts';

const LookAgainContext = createContext<() => void>(() => undefined);

/** Around a file: asks the server for it again. */
export const LookAgain = LookAgainContext.Provider;

/** Asks for the file around again. */
export const useAskForFile = (): (() => void) => useContext(LookAgainContext);

/** The answer for what does not exist, and for what is out of reach: they are one. */
export function isAbsent(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404 && error.code === 'not_found';
}

/** Refusals that say that the file is no longer what is on screen: gone, given, asked for by somebody else, or less told. */
const CHANGED_MEANWHILE: ReadonlySet<string> = new Set([
  'not_found',
  'read_only',
  'location_not_allowed',
  'stale_version',
  'not_sealed',
  'location_not_allowed',
  'transfer_already_asked',
  'transfer_already_answered',
]);

/**
 * A file may be sealed, or given to somebody else, while it is on screen. The first request that says so may be about a part of
 * it or a fact to record: the file is then asked for again, and nothing of it stays on screen if it is gone.
 */
export function useLookAgain(): (error: unknown) => void {
  const lookAgain = useContext(LookAgainContext);
  return (error) => {
    if (error instanceof ApiError && CHANGED_MEANWHILE.has(error.code)) lookAgain();
  };
}

/** The same, for a refusal that is shown. */
export function useLookAgainAfter(error: unknown): void {
  const lookAgain = useContext(LookAgainContext);
  useEffect(() => {
    if (isAbsent(error)) lookAgain();
  }, [error, lookAgain]);
}
