import type { PathwayRow } from '../../../server/contract/pathway.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** Who follows a file; or why it is not told: nobody does, or it is not the reader’s to know. */
export function useReferentWords(): (file: Pick<PathwayRow, 'referentName' | 'referentTold'>) => string {
  const say = useSentences();
  return ({ referentName, referentTold }) => {
    if (referentTold === 'ELSEWHERE') return say('pathways.referent_elsewhere');
    if (referentTold === 'NOT_TOLD') return say('pathways.referent_not_told');
    return referentName ?? say('pathways.no_referent');
  };
}
