import type { SimulationView } from '../../../server/contract/thresholds.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { totalOf } from './simulation.ts';

/** What a simulation comes to, in one sentence. */
export function useSimulationWords() {
  const say = useSentences();
  const { plural, longDay } = useFormat();
  const summary = ({ on, rows }: SimulationView): string => {
    const { newlyStalled, noLongerStalled } = totalOf(rows);
    const day = longDay(on);
    if (newlyStalled + noLongerStalled === 0) return say('thresholds.simulation_nothing', { day });
    return say('thresholds.simulation_summary', {
      day,
      newly: newlyStalled === 0 ? say('thresholds.newly_none') : say('thresholds.newly', plural(newlyStalled)),
      gone:
        noLongerStalled === 0 ? say('thresholds.no_longer_none') : say('thresholds.no_longer', plural(noLongerStalled)),
    });
  };
  return { summary };
}
