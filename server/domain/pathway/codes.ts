/** The codes of the pathway, exactly as in the domain data: the same in the API, in the database and on the screens. */
export const DOMAINS = [
  'RECEPTION_RIGHTS',
  'LANGUAGE',
  'CIVIC',
  'EMPLOYMENT',
  'HOUSING',
  'HEALTH',
  'SOCIAL_LINKS',
] as const;
export type Domain = (typeof DOMAINS)[number];

export const ACTORS = [
  'PERSON',
  'ASSOCIATION_CASEWORKER',
  'OFII_AUDITOR',
  'PREFECTURE_PERMIT_OFFICE',
  'INTEGRATION_REFERENT',
  'TRAINING_PROVIDER',
  'PUBLIC_EMPLOYMENT_SERVICE',
  'CAF',
  'CPAM',
  'OFPRA',
  'SIAO',
  'SOCIAL_LANDLORD',
  'HEALTH_PROVIDER',
  'MENTOR',
  'AGIR_OPERATOR',
  'PREFECT',
] as const;
export type Party = (typeof ACTORS)[number];

export const STEP_STATUSES = [
  'NOT_APPLICABLE',
  'TO_DO',
  'REQUESTED',
  'SCHEDULED',
  'IN_PROGRESS',
  'WAITING_THIRD_PARTY',
  'DONE',
  'PARTIALLY_DONE',
  'EXEMPT',
  'DECLINED',
  'REFUSED_BY_BODY',
  'ABANDONED',
  'CANCELLED',
] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

export const STEP_STATES = ['NOT_OPEN', 'WAITING', 'OPEN', 'DUE_SOON', 'OVERDUE', 'CLOSED'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const STEP_CODES = [
  'VLSTS_VALIDATION',
  'CIVIL_STATUS_RECORDS',
  'BPI_PERMIT_APPLICATION',
  'BPI_PERMIT_ISSUED',
  'OFII_CONVOCATION',
  'RECEPTION_INTERVIEW',
  'CIR_SIGNATURE',
  'REPUBLIC_COMMITMENT',
  'AGIR_REFERRAL',
  'BANK_ACCOUNT',
  'DOMICILIATION',
  'CAF_RIGHTS',
  'DRIVING_LICENCE_EXCHANGE',
  'PERMIT_RENEWAL',
  'OFII_OPINION',
  'CIR_FINAL_INTERVIEW',
  'CIR_CLOSURE',
  'CIR_EXTENSION',
  'PLACEMENT_TEST',
  'LANGUAGE_DECISION',
  'LANGUAGE_START',
  'LANGUAGE_MID_TEST',
  'LANGUAGE_END',
  'LANGUAGE_CERTIFICATION',
  'POST_CIR_LANGUAGE',
  'CIVIC_SESSION_1',
  'CIVIC_SESSION_2',
  'CIVIC_SESSION_3',
  'CIVIC_SESSION_4',
  'CIVIC_EXAM_CSP',
  'CIVIC_EXAM_CR',
  'PES_ORIENTATION',
  'PES_REGISTRATION',
  'CAREER_INTERVIEW',
  'DIPLOMA_RECOGNITION',
  'VOCATIONAL_TRAINING',
  'HOPE_PROGRAMME',
  'JOB_ENTRY',
  'SUSTAINABLE_JOB',
  'HOUSING_DIAGNOSIS',
  'SIAO_REQUEST',
  'DNA_EXIT',
  'CPH_STAY',
  'SOCIAL_HOUSING_APPLICATION',
  'DALO_REFERRAL',
  'HOUSING_ACCESS',
  'HOUSING_SUSTAINED_3M',
  'HOUSING_SUSTAINED_6M',
  'HOUSING_SUSTAINED_12M',
  'HEALTH_COVER',
  'PERMANENT_NIR',
  'CSS_REQUEST',
  'HEALTH_CHECK',
  'GP_REGISTERED',
  'PSYCHOSOCIAL_REFERRAL',
  'MENTORING',
  'SPORT_CULTURE',
  'VOLUNTEERING',
  'SCHOOL_ENROLMENT',
] as const;
export type StepCode = (typeof STEP_CODES)[number];

export const CONTRACT_STATES = [
  'NOT_CONVENED',
  'CONVENED',
  'ABSENT_AT_PLATFORM',
  'EXEMPT_FROM_CIR',
  'DECLINED_OPTIONAL',
  'SIGNED',
  'EXTENDED',
  'OPINION_ISSUED',
  'TERMINATION_NOTICE',
  'TERMINATED',
  'CLOSED_RESPECTED',
  'CLOSED_NOT_RESPECTED',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

export const POPULATIONS = [
  'ALL',
  'BPI',
  'NON_BPI',
  'VLSTS',
  'DZA_OPTIONAL',
  'MINOR_16_18',
  'HOUSED_IN_DNA',
  'PARENT',
] as const;
export type Population = (typeof POPULATIONS)[number];

export const CONTRACT_RULE_SET_CODES = ['CIR-2016', 'CIR-2019', 'CIR-2022', 'CIR-2025'] as const;
export type ContractRuleSetCode = (typeof CONTRACT_RULE_SET_CODES)[number];

export const PERMIT_RULE_SET_CODES = ['PERMIT-2016', 'PERMIT-2018', 'PERMIT-2026'] as const;
export type PermitRuleSetCode = (typeof PERMIT_RULE_SET_CODES)[number];

export const STALL_RULES = [
  'NO_CONTACT',
  'PLATFORM_NO_SHOW',
  'CIR_NOT_SIGNED',
  'LANGUAGE_WAIT',
  'LANGUAGE_ATTENDANCE',
  'LANGUAGE_NO_PROGRESS',
  'CIVIC_ABSENCE',
  'CIR_EXPIRY',
  'FINAL_INTERVIEW_OVERDUE',
  'PERMIT_RENEWAL_WINDOW',
  'PROOF_OF_STAY_GAP',
  'BPI_CARD_LATE',
  'CIVIL_STATUS_LATE',
  'ASYLUM_HOUSING_OVERSTAY',
  'REFUGEE_HOUSING_OVERSTAY',
  'INCOME_GAP',
  'NO_HEALTH_COVER',
  'LICENCE_DEADLINE',
  'PES_NO_REGISTRATION',
  'HANDOVER_NO_CONTACT',
  'NO_OUTCOME_12M',
] as const;
export type StallRuleCode = (typeof STALL_RULES)[number];

export const CONTACT_MEDIA = ['OFFICE', 'HOME_VISIT', 'PHONE', 'VIDEO', 'MESSAGE', 'E_MAIL', 'LETTER'] as const;
export type ContactMedium = (typeof CONTACT_MEDIA)[number];

export const SILENCE_REASONS = [
  'APPOINTMENT_BOOKED',
  'REQUEST_FILED',
  'AWAITING_ANSWER',
  'LEGITIMATE_ABSENCE',
  'OTHER',
] as const;
export type SilenceReason = (typeof SILENCE_REASONS)[number];

export const PAUSE_REASONS = ['MATERNITY', 'ILLNESS', 'FAMILY', 'TRAVEL', 'WORK', 'DETENTION', 'OTHER'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why a home was left: of our own, the domain data have no such event. Coarse: no story, no health, no violence. */
export const HOME_LEFT_REASONS = ['MOVED', 'LEASE_ENDED', 'EVICTED', 'OTHER'] as const;
export type HomeLeftReason = (typeof HOME_LEFT_REASONS)[number];

export const REFERENT_ACTIONS = [
  'CALL_CASEWORKER',
  'CONVENE_DEPARTMENT_COMMITTEE_CASE_REVIEW',
  'ASK_OFII_RESCHEDULE',
  'ASK_PERMIT_OFFICE',
  'REQUEST_SIAO_PRIORITY',
  'REQUEST_LANDLORD_QUOTA',
  'REQUEST_CPAM_CAF_ESCALATION',
  'PROPOSE_TRANSFER_OF_CASEWORKER',
  'NO_ACTION_LEGITIMATE_REASON',
  'CLOSE_STALL_RESOLVED',
] as const;
export type ReferentAction = (typeof REFERENT_ACTIONS)[number];

export * from './nomenclatureCodes.ts';
