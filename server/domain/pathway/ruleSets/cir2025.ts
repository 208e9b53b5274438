import type { ContractRuleSet } from './contractRuleSet.ts';

/** CIR - régime décret 2025-647: contracts signed from 2025-07-18. */
export const cir2025: ContractRuleSet = {
  code: 'CIR-2025',
  labelFr: 'CIR - régime décret 2025-647',
  selectedBy: 'cirSignatureDate',
  validFrom: '2025-07-18',
  validTo: null,
  legalBasis: [
    'loi n° 2024-42 du 26 janvier 2024 art. 20',
    'décret n° 2025-647 du 15 juillet 2025',
    'arrêté du 22 juillet 2025',
    'OFII contracts running from 2025-07-01',
  ],
  languageTarget: 'A2',
  languageObligation: 'OFFERED_OPTIONAL',
  languageModes: [
    {
      code: 'ONLINE_LICENCE',
      labelFr: "Plateforme d'apprentissage en ligne",
      licenceMonths: 12,
      public: 'below A2, reads and writes',
    },
    {
      code: 'CLASSROOM_600H',
      labelFr: 'Formation en présentiel 600 h',
      hours: 600,
      public: 'below A2, non-readers / non-writers',
    },
  ],
  civicSessions: 4,
  civicHours: 24,
  civicHoursMayotte: 12,
  civicExam: true,
  careerGuidanceInContract: true,
  careerGuidanceConditionalOnAttendance: true,
  finalInterview: {
    anchor: 'START_OF_TRAINING',
    fromMonths: 6,
    withinMonths: 9,
    source: 'S17 (service-public, August 2025)',
  },
  parentalCommitment: true,
  durationMonths: 12,
  maxExtensionMonths: 12,
  confidence: 'sourced',
  toVerify: [
    'exact text of R.413-3, R.413-13 to R.413-16 after decree 2025-647 was not in the text of the code that could be read',
  ],
};
