import type { SentenceKey } from '../i18n/messages.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** `2026-Q3` → « 3e trimestre 2026 ». */
export function useQuarterLabel(): (period: string) => string {
  const say = useSentences();
  return (period) => {
    const [year = '', quarter = ''] = period.split('-Q');
    return say('reports.quarter', { n: say(`reports.quarter_${quarter}` as SentenceKey), year });
  };
}
