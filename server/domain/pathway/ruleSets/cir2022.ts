import type { ContractRuleSet } from './contractRuleSet.ts';

/** CIR - nouveaux marchés 2022: contracts signed from 2022-01-01 to 2025-07-17. */
export const cir2022: ContractRuleSet = {
  selectedBy: 'cirSignatureDate',
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
  code: 'CIR-2022',
  labelFr: 'CIR - nouveaux marchés 2022',
  validFrom: '2022-01-01',
  validTo: '2025-07-17',
  legalBasis: ['arrêtés du 30 décembre 2021'],
  confidence: 'sourced',
  differsFromPrevious: {
    languageMaxExtraHours: 60,
    placementByExternalProvider: true,
    voluntaryPostCirTracks: [
      { target: 'A2', hours: 100 },
      { target: 'B1', hours: 100 },
    ],
    localExperimentSince: '2024-03-01',
    localExperiment: {
      territories: ['94', '91', 'Bourgogne-Franche-Comté'],
      target: 'A2',
      hours: [200, 300, 400, 600, 800],
      note: 'OFII page: from 200 to 800 h',
    },
  },
  civicSessions: 4,
};
