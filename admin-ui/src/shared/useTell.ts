import { useCallback, useState } from 'react';
import { useNotify } from 'react-admin';
import { whoIsHere } from '../providers/departure.ts';

/**
 * Shows a sentence for a few seconds; the record on screen has changed too, so missing it costs nothing. What was not done
 * is news, and no success. Nobody else is told: whoever signs in next on this page reads no number and no name of what was
 * on its way.
 */
export function useTell(): (sentence: string, kind?: 'success' | 'info') => void {
  const notify = useNotify();
  const [isStillHers] = useState(whoIsHere);
  return useCallback(
    (sentence: string, kind: 'success' | 'info' = 'success') => {
      if (isStillHers()) notify(sentence, { type: kind, messageArgs: { _: sentence } });
    },
    [notify, isStillHers],
  );
}
