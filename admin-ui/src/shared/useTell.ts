import { useCallback } from 'react';
import { useNotify } from 'react-admin';

/** Shows a sentence for a few seconds; the record on screen has changed too, so missing it costs nothing. */
export function useTell(): (sentence: string) => void {
  const notify = useNotify();
  return useCallback(
    (sentence: string) => {
      notify(sentence, { type: 'success', messageArgs: { _: sentence } });
    },
    [notify],
  );
}
