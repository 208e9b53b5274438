import {
  DOMAIN_LABELS,
  STALL_RULE_LABELS,
  STEP_LABELS,
  STEP_STATUS_LABELS,
} from '../../../../../server/contract/labels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import { dayBefore, type CivilDay } from '../../../shared/civilDay.ts';
import { useFormat } from '../../../shared/useFormat.ts';
import type { DrawnFact } from './factsInOrder.ts';

/** A fact of the picture, in words. */
export function useFactWords(): (fact: DrawnFact) => string {
  const say = useSentences();
  const { day } = useFormat();
  return (fact) => {
    switch (fact.kind) {
      case 'STATUS':
        return say('picture.fact_status', { step: STEP_LABELS[fact.step], status: STEP_STATUS_LABELS[fact.status] });
      case 'DUE':
        return say(fact.isLate ? 'picture.fact_late' : 'picture.fact_due', { step: STEP_LABELS[fact.step] });
      case 'LIMIT':
        return say('picture.fact_limit', { rule: STALL_RULE_LABELS[fact.rule] });
      case 'STALL':
        return fact.until === null
          ? say('picture.fact_stall', { rule: STALL_RULE_LABELS[fact.rule] })
          : say('picture.fact_stall_over', { rule: STALL_RULE_LABELS[fact.rule], day: day(fact.until) });
      case 'GAP':
        return fact.until === null
          ? say('picture.fact_gap', { domain: DOMAIN_LABELS[fact.domain] })
          : say('picture.fact_gap_over', {
              domain: DOMAIN_LABELS[fact.domain],
              day: day(dayBefore(fact.until as CivilDay)),
            });
    }
  };
}
