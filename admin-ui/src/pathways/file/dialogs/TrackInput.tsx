import { CONTRACT_RULE_SETS, contractRuleSet, tracksOf } from '../../../../../server/contract/labels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { ONLINE_TRACK } from '../outcomes.ts';

/** The course decided, among those of the contract's rule set: in hours, or a licence online since July 2025. */
export const TrackInput = ({ contract }: Pick<FileRecord, 'contract'>) => {
  const say = useSentences();
  const code = contract.ruleSet ?? contract.provisionalRuleSet;
  const tracks = code === null ? CONTRACT_RULE_SETS.flatMap(tracksOf) : tracksOf(contractRuleSet(code));
  const options = [...new Set(tracks)].map((value) => ({
    value,
    label: value === ONLINE_TRACK ? say('record.track_ONLINE_LICENCE') : say('record.track_hours', { hours: value }),
  }));
  return <ChoiceInput source="track" label={say('record.track')} options={options} />;
};
