import { useTranslate } from 'react-admin';
import type { SentenceKey } from './messages.ts';

export type Say = (key: SentenceKey, words?: Record<string, string | number>) => string;

/** The sentences of the interface, by keys that the compiler knows. `smart_count` chooses between singular and plural. */
export function useSentences(): Say {
  return useTranslate() as Say;
}
