import type { ContractRuleSet } from './contractRuleSet.ts';

/** CIR - régime rénové 2019: contracts signed from 2019-03-01 to 2021-12-31. */
export const cir2019: ContractRuleSet = {
  code: 'CIR-2019',
  labelFr: 'CIR - régime rénové 2019',
  selectedBy: 'cirSignatureDate',
  validFrom: '2019-03-01',
  validTo: '2021-12-31',
  legalBasis: [
    'loi n° 2018-778 du 10 septembre 2018',
    'C2I du 5 juin 2018',
    'CESEDA ancien L.311-9, R.311-19 s.; depuis le 1er mai 2021 L.413-1 s., R.413-1 s.',
  ],
  languageTarget: 'A1',
  languageObligation: 'MANDATORY_IF_PRESCRIBED',
  languageTracksHours: [100, 200, 400, 600],
  languageEarlyExit: 'target level reached at the intermediate test AND course attended assiduously',
  certificationOfferedWithinMonths: 6,
  certificationPaidByState: true,
  civicHours: 24,
  civicExam: false,
  careerGuidanceInContract: true,
  finalInterview: { anchor: 'END_OF_PRESCRIBED_TRAINING', withinMonths: 3 },
  attendanceThresholds: {
    languageHoursRatioMin: 0.8,
    civicDaysMin: 3,
    civicDaysOf: 4,
    seriousnessMinPointsGained: 1,
    since: '2021-02-17',
    source: 'S03 (instruction of February 2021 as reported by the Senate)',
  },
  respectCriteria: ['ATTENDANCE', 'SERIOUSNESS', 'NO_REJECTION_OF_VALUES (wording dropped later, see facts.md part 8)'],
  durationMonths: 12,
  maxExtensionMonths: 12,
  confidence: 'law',
  civicSessions: 4,
};
