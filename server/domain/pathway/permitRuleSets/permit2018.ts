import type { PermitRuleSet } from './permitRuleSet.ts';

/** Conditions of the card, by the day of its first application: from 2018-03-07 to 2025-12-31. */
export const permit2018: PermitRuleSet = {
  code: 'PERMIT-2018',
  selectedBy: 'permitApplicationDate',
  validFrom: '2018-03-07',
  validTo: '2025-12-31',
  multiYearCard: { language: null, attendance: true, civicExam: false },
  residentCard: { language: 'A2' },
  naturalisation: { language: 'B1' },
};
