import { createContext, useContext, useEffect, useRef } from 'react';

interface EntrySaved {
  /** How many were saved while the file is on screen. */
  readonly count: number;
  readonly onSaved: () => void;
}

const EntrySavedContext = createContext<EntrySaved>({ count: 0, onSaved: () => undefined });

/** Around a file: a note and a task said at its head are shown in its parts. */
export const EntriesSaved = EntrySavedContext.Provider;

export const useEntrySaved = (): (() => void) => useContext(EntrySavedContext).onSaved;

/** Asks again for what an entry may have added to. */
export function useAfterEntry(askAgain: () => void): void {
  const { count } = useContext(EntrySavedContext);
  const latest = useRef(askAgain);
  latest.current = askAgain;
  const seen = useRef(count);
  useEffect(() => {
    if (seen.current === count) return;
    seen.current = count;
    latest.current();
  }, [count]);
}
