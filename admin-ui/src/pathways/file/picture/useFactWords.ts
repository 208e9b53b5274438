import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import { dayBefore, type CivilDay } from '../../../shared/civilDay.ts';
import { useFormat } from '../../../shared/useFormat.ts';
import type { DrawnFact } from './factsInOrder.ts';

/** A fact of the picture, in words. */
export function useFactWords(): (fact: DrawnFact) => string {
  const labels = useLabels();
  const say = useSentences();
  const { day } = useFormat();
  return (fact) => {
    switch (fact.kind) {
      case 'STATUS':
        return say('picture.fact_status', { step: labels.step[fact.step], status: labels.stepStatus[fact.status] });
      case 'DUE':
        return say(fact.isLate ? 'picture.fact_late' : 'picture.fact_due', { step: labels.step[fact.step] });
      case 'LIMIT':
        return say('picture.fact_limit', { rule: labels.stallRule[fact.rule] });
      case 'STALL':
        return fact.until === null
          ? say('picture.fact_stall', { rule: labels.stallRule[fact.rule] })
          : say('picture.fact_stall_over', { rule: labels.stallRule[fact.rule], day: day(fact.until) });
      case 'GAP':
        return fact.until === null
          ? say('picture.fact_gap', { domain: labels.domain[fact.domain] })
          : say('picture.fact_gap_over', {
              domain: labels.domain[fact.domain],
              day: day(dayBefore(fact.until as CivilDay)),
            });
    }
  };
}
