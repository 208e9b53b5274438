import type { StepState } from '../../../../server/contract/labels.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { Tag, type Tone } from '../../shared/Tag.tsx';

const TONES: Partial<Record<StepState, Tone>> = { OVERDUE: 'late', DUE_SOON: 'soon', WAITING: 'waiting' };

/** Only what calls for attention: a step in time or closed needs no tag. */
export const StepTag = ({ state }: { state: StepState }) => {
  const { stepState } = useLabels();
  const tone = TONES[state];
  return tone === undefined ? null : <Tag tone={tone}>{stepState[state]}</Tag>;
};
