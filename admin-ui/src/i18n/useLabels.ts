import type { Labels } from '../../../server/contract/words/fr.ts';
import { useLanguage } from './LanguageProvider.tsx';

/** The words of the trade for every code, in the language of the interface. */
export function useLabels(): Labels {
  return useLanguage().labels;
}
