import type { Candidate } from '../../../../server/contract/person.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { useFormat } from '../../shared/useFormat.ts';

/** What tells homonyms apart, in one line: number, birth, where, by whom, and how it stands when it is not open. */
export function useCandidateDetails(): (candidate: Candidate) => string {
  const say = useSentences();
  const format = useFormat();
  return ({ number, birth, commune, department, organisationName, referentName, status }) => {
    const born = format.birth(birth);
    return [
      number,
      born === null ? say('person.birth_unknown') : say('person.born', { birth: born }),
      commune ?? department,
      organisationName ?? say('pathways.no_structure'),
      referentName === null ? say('pathways.no_referent') : say('opening.followed_by', { referent: referentName }),
      ...(status === 'OPEN' ? [] : [say(`pathwayStatuses.${status}`)]),
    ].join(' · ');
  };
}
