import type { StallRow } from '../../../server/contract/stall.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';

const TONES: Record<StallRow['state'], Tone> = { STALLED: 'late', WATCH: 'soon', SILENCED: 'waiting' };

/** Stalled, to watch, or known and waited for; and whether it comes first. */
export const StallTag = ({ state, severity }: Pick<StallRow, 'state' | 'severity'>) => {
  const say = useSentences();
  const words =
    severity === 'CRITICAL'
      ? [say(`stalls.state_${state}`), say('stalls.severity_CRITICAL')]
      : [say(`stalls.state_${state}`)];
  return <Tag tone={TONES[state]}>{words.join(', ')}</Tag>;
};
