import type { ContractRuleSet } from './contractRuleSet.ts';

/** CIR - régime 2016: contracts signed from 2016-07-01 to 2019-02-28. */
export const cir2016: ContractRuleSet = {
  code: 'CIR-2016',
  labelFr: 'CIR - régime 2016',
  selectedBy: 'cirSignatureDate',
  validFrom: '2016-07-01',
  validTo: '2019-02-28',
  legalBasis: [
    'loi n° 2016-274 du 7 mars 2016',
    'décret n° 2016-900 du 1er juillet 2016',
    'arrêté du 1er juillet 2016',
    'CESEDA ancien L.311-9, R.311-19 à R.311-26',
  ],
  languageTarget: 'A1',
  languageObligation: 'MANDATORY_IF_PRESCRIBED',
  languageTracksHours: [50, 100, 200],
  languageTracksConfidence:
    'inferred: 2019 is documented as a doubling of three existing tracks (S14); 50/100/200 themselves are gk',
  civicHours: 12,
  civicExam: false,
  careerGuidanceInContract: false,
  finalInterview: null,
  respectCriteria: ['ATTENDANCE', 'SERIOUSNESS', 'NO_REJECTION_OF_VALUES'],
  durationMonths: 12,
  maxExtensionMonths: 12,
  confidence: 'law',
  civicSessions: 2,
};
