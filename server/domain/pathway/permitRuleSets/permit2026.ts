import type { PermitRuleSet } from './permitRuleSet.ts';

/** Conditions of the card, by the day of its first application: from 2026-01-01. */
export const permit2026: PermitRuleSet = {
  code: 'PERMIT-2026',
  selectedBy: 'permitApplicationDate',
  validFrom: '2026-01-01',
  validTo: null,
  multiYearCard: {
    language: 'A2',
    attendance: true,
    civicExam: 'CSP',
    freeCoursesInDepartment: true,
    legal: 'L.433-4 1° to 5°',
  },
  residentCard: { language: 'B1', civicExam: 'CR', mayorOpinionDeemedFavourableAfterMonths: 2, legal: 'L.413-7' },
  naturalisation: { language: 'B2', civicExam: 'NATURALISATION' },
  firstApplicationOnly: true,
  exempt: [
    'BPI (card issued on recognition)',
    'holders not subject to the CIR (L.413-5) for the A2 condition',
    'over 65 (law: language condition of the resident card; pages: also the exam)',
    'disability or chronic illness with medical certificate (adaptation or exemption)',
  ],
  maxIdenticalTemporaryRenewals: 3,
};
