import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { ONLINE_TRACK, TRACKS } from '../outcomes.ts';

/** The course decided, among those of the contract's rule set. */
export const TrackInput = ({ contract }: Pick<FileRecord, 'contract'>) => {
  const say = useSentences();
  const ruleSet = contract.ruleSet ?? contract.provisionalRuleSet ?? 'CIR-2025';
  const options = TRACKS[ruleSet].map((value) => ({
    value,
    label: value === ONLINE_TRACK ? say('record.track_ONLINE_LICENCE') : say('record.track_hours', { hours: value }),
  }));
  return <ChoiceInput source="track" label={say('record.track')} options={options} />;
};
