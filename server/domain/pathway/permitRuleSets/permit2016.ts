import type { PermitRuleSet } from './permitRuleSet.ts';

/** Conditions of the card, by the day of its first application: from 2016-11-01 to 2018-03-06. */
export const permit2016: PermitRuleSet = {
  code: 'PERMIT-2016',
  selectedBy: 'permitApplicationDate',
  validFrom: '2016-11-01',
  validTo: '2018-03-06',
  multiYearCard: { language: null, attendance: true, civicExam: false },
  residentCard: { language: 'A1', note: 'gk: A2 from 2018-03-07 (S37)' },
  naturalisation: { language: 'B1 oral' },
};
