import { formatDayEn } from '../calendar/formatDayEn.ts';
import { citation } from './citation.en.ts';
import { PARTY_LABELS } from './labels.en.ts';
import type { PathwayWords } from './pathwayWords.ts';
import type { ANCHOR_WORDS as FRENCH_ANCHORS } from './words.ts';

/** Every anchor of the domain data, as one says it after « after » or « before ». */
const ANCHOR_WORDS: Readonly<Record<keyof typeof FRENCH_ANCHORS, string>> = {
  ENTRY_DATE: 'the entry into France',
  FIRST_PERMIT_DATE: 'the first residence permit',
  PERMIT_EXPIRY: 'the end of the residence permit',
  PROTECTION_DATE: 'the protection decision',
  CIR_SIGNATURE: 'the signature of the CIR',
  CASE_OPENED: 'the opening of the file',
  STAY_CERTIFICATE_DATE: 'the attestation extending the stay',
  ASYLUM_SUPPORT_END: 'the end of asylum support',
  REFUGEE_HOUSING_ENTRY: 'the entry into the CPH',
  CIR_END: 'the end of the CIR',
  TRAINING_START: 'the start of the courses',
  TRAINING_END: 'the end of the courses',
  ASYLUM_ALLOWANCE_END: 'the end of the asylum seeker’s allowance',
  PROOF_OF_STAY_END: 'the end of the last residence document',
  LAST_CONTACT: 'the last contact',
  LAST_HANDOVER: 'the change of caseworker',
  'DUE:CIR_FINAL_INTERVIEW': 'the due date of the final CIR interview',
  'STEP:LANGUAGE_DECISION:DONE': 'the decision on language training',
  'STEP:LANGUAGE_END:DONE': 'the end of language training',
  'STEP:PES_ORIENTATION:DONE': 'the referral to employment',
  'STEP:DIPLOMA_RECOGNITION:REQUESTED': 'the request for the statement',
  'STEP:HOPE_PROGRAMME:IN_PROGRESS': 'the start of the programme',
  'STEP:HOUSING_ACCESS:DONE': 'the access to a home',
  'STEP:HEALTH_COVER:DONE': 'the opening of health cover',
  'STEP:MENTORING:IN_PROGRESS': 'the start of the mentoring',
};

/** What a step waits for, as one says it after « waits first for ». */
const AWAITED_WORDS: PathwayWords['awaited'] = {
  BPI_PERMIT_APPLICATION: 'the permit application on ANEF',
  OFII_CONVOCATION: 'the appointment at the reception platform',
  RECEPTION_INTERVIEW: 'the reception interview at OFII',
  CIR_SIGNATURE: 'the signature of the CIR',
  BANK_ACCOUNT: 'the opening of a bank account',
  CIVIL_STATUS_RECORDS: 'the civil status records from OFPRA',
  PLACEMENT_TEST: 'the language placement test',
  LANGUAGE_DECISION: 'the decision on language training',
  LANGUAGE_START: 'the start of language training',
  LANGUAGE_END: 'the end of language training',
  PES_ORIENTATION: 'the referral to employment',
  PES_REGISTRATION: 'the registration with the public employment service',
  JOB_ENTRY: 'the start of a job',
  HOUSING_DIAGNOSIS: 'the housing assessment',
  SOCIAL_HOUSING_APPLICATION: 'the social housing application',
  HOUSING_ACCESS: 'the access to a lasting home',
  HEALTH_COVER: 'the opening of health cover',
};

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** In English, the singular is one and nothing else. */
function counted(count: number, one: string): string {
  return `${decimal(count)} ${one}${count === 1 ? '' : 's'}`;
}

export const pathwayWordsEn: PathwayWords = {
  day: formatDayEn,
  anchors: ANCHOR_WORDS,
  awaited: AWAITED_WORDS,
  citation,
  turn: (party) => `It is the turn of ${PARTY_LABELS[party]}.`,
  duration: ({ n, unit }) => counted(n, unit === 'MONTH' ? 'month' : 'day'),
  decimal,
  hours: (count) => `${decimal(count)}\u00a0h`,
  points: (score) => counted(Math.round(score * 100) / 100, 'point'),
};
