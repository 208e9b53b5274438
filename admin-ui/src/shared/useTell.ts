import { useCallback } from 'react';
import { useNotify } from 'react-admin';

/**
 * Shows a sentence for a few seconds; the record on screen has changed too, so missing it costs nothing. What was not done
 * is news, and no success.
 */
export function useTell(): (sentence: string, kind?: 'success' | 'info') => void {
  const notify = useNotify();
  return useCallback(
    (sentence: string, kind: 'success' | 'info' = 'success') => {
      notify(sentence, { type: kind, messageArgs: { _: sentence } });
    },
    [notify],
  );
}
