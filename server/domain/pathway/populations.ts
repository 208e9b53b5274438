import { plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import type { Population } from './codes.ts';
import type { Facts } from './facts.ts';

const ASYLUM_SCHEME = new Set(['HUDA', 'CADA', 'CAES']);

/** Who a step or a rule is for (pathway.json `populations`). */
export const HOLDS: Record<Population, (facts: Facts) => boolean> = {
  ALL: () => true,
  BPI: (facts) => facts.protectionGrantedOn !== null,
  NON_BPI: (facts) => facts.protectionGrantedOn === null,
  VLSTS: (facts) => facts.permitType === 'VLS_TS',
  DZA_OPTIONAL: (facts) => facts.optionalSignatory,
  MINOR_16_18: (facts) => {
    if (facts.enteredFranceOn === null || facts.bornOn === null || facts.bornOn.length !== 10) return false;
    const born = facts.bornOn as CalendarDay;
    return plusMonths(born, 16 * 12) <= facts.enteredFranceOn && facts.enteredFranceOn < plusMonths(born, 18 * 12);
  },
  HOUSED_IN_DNA: (facts) =>
    facts.asylumSupportEndedOn !== null || (facts.housing !== null && ASYLUM_SCHEME.has(facts.housing)),
  PARENT: (facts) => facts.isParent,
};
