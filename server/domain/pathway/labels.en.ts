import { plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayEn } from '../calendar/formatDayEn.ts';
import type { PermitRuleSetCode } from './codes.ts';
import type * as french from './labels.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';

export * from './nomenclatureLabels.en.ts';

/** The English words of every code, of the types of the French ones: a code without its English does not compile. */
export const DOMAIN_LABELS: typeof french.DOMAIN_LABELS = {
  RECEPTION_RIGHTS: 'Reception and rights',
  LANGUAGE: 'Language training',
  CIVIC: 'Civic training',
  EMPLOYMENT: 'Employment and training',
  HOUSING: 'Housing',
  HEALTH: 'Health',
  SOCIAL_LINKS: 'Social ties',
};

export const STEP_STATUS_LABELS: typeof french.STEP_STATUS_LABELS = {
  NOT_APPLICABLE: 'Not applicable',
  TO_DO: 'To do',
  REQUESTED: 'Requested / referred',
  SCHEDULED: 'Scheduled / convened',
  IN_PROGRESS: 'In progress',
  WAITING_THIRD_PARTY: 'Waiting for somebody else',
  DONE: 'Done',
  PARTIALLY_DONE: 'Partly done',
  EXEMPT: 'Exempt',
  DECLINED: 'Declined by the person',
  REFUSED_BY_BODY: 'Refused by the body',
  ABANDONED: 'Dropped out',
  CANCELLED: 'Cancelled (entered by mistake)',
};

export const STEP_STATE_LABELS: typeof french.STEP_STATE_LABELS = {
  NOT_OPEN: 'Not open',
  WAITING: 'Waiting for another step',
  OPEN: 'On time',
  DUE_SOON: 'Due soon',
  OVERDUE: 'Late',
  CLOSED: 'Closed',
};

export const STEP_LABELS: typeof french.STEP_LABELS = {
  VLSTS_VALIDATION: 'Validation of the long-stay visa (VLS-TS)',
  CIVIL_STATUS_RECORDS: 'Civil status records from OFPRA',
  BPI_PERMIT_APPLICATION: 'Permit application (ANEF)',
  BPI_PERMIT_ISSUED: 'Permit issued',
  OFII_CONVOCATION: 'Appointment at the reception platform',
  RECEPTION_INTERVIEW: 'Individual reception interview',
  CIR_SIGNATURE: 'Signature of the CIR (republican integration contract)',
  REPUBLIC_COMMITMENT: 'Undertaking to respect the principles of the Republic',
  AGIR_REFERRAL: 'Referral to AGIR',
  BANK_ACCOUNT: 'Opening of a bank account',
  DOMICILIATION: 'Administrative address (domiciliation)',
  CAF_RIGHTS: 'CAF benefits opened (RSA, activity bonus, APL, family benefits)',
  DRIVING_LICENCE_EXCHANGE: 'Exchange of the driving licence',
  PERMIT_RENEWAL: 'Renewal / first multi-year permit',
  OFII_OPINION: 'OFII opinion on attendance and commitment',
  CIR_FINAL_INTERVIEW: 'Final CIR interview',
  CIR_CLOSURE: 'Closure of the CIR',
  CIR_EXTENSION: 'Extension of the CIR',
  PLACEMENT_TEST: 'Language placement test (written and oral)',
  LANGUAGE_DECISION: 'Prescription / offer / exemption',
  LANGUAGE_START: 'Start of language training',
  LANGUAGE_MID_TEST: 'Intermediate test',
  LANGUAGE_END: 'End of language training',
  LANGUAGE_CERTIFICATION: 'Certification of the level',
  POST_CIR_LANGUAGE: 'A2 / B1 courses after the CIR',
  CIVIC_SESSION_1: 'Civic training - session 1',
  CIVIC_SESSION_2: 'Civic training - session 2',
  CIVIC_SESSION_3: 'Civic training - session 3',
  CIVIC_SESSION_4: 'Civic training - session 4',
  CIVIC_EXAM_CSP: 'Civic exam - for the multi-year permit',
  CIVIC_EXAM_CR: 'Civic exam - for the resident card',
  PES_ORIENTATION: 'Referral to the public employment service',
  PES_REGISTRATION: 'Registration with France Travail / Mission locale / Cap emploi',
  CAREER_INTERVIEW: 'In-depth career guidance interview',
  DIPLOMA_RECOGNITION: 'ENIC-NARIC statement of comparability',
  VOCATIONAL_TRAINING: 'Vocational training / French for work',
  HOPE_PROGRAMME: 'HOPE programme',
  JOB_ENTRY: 'Start of a job',
  SUSTAINABLE_JOB: 'Lasting job or training',
  HOUSING_DIAGNOSIS: 'Housing assessment',
  SIAO_REQUEST: 'SIAO request',
  DNA_EXIT: 'Leaving the accommodation for asylum seekers',
  CPH_STAY: 'Stay in a temporary accommodation centre (CPH)',
  SOCIAL_HOUSING_APPLICATION: 'Social housing application (SNE)',
  DALO_REFERRAL: 'DALO / DAHO appeal',
  HOUSING_ACCESS: 'Access to a lasting home',
  HOUSING_SUSTAINED_3M: 'Still housed after 3 months',
  HOUSING_SUSTAINED_6M: 'Still housed after 6 months',
  HOUSING_SUSTAINED_12M: 'Still housed after 12 months',
  HEALTH_COVER: 'Universal health cover (PUMa) opened',
  PERMANENT_NIR: 'Permanent NIR and Vitale card',
  CSS_REQUEST: 'Complementary health cover (CSS)',
  HEALTH_CHECK: 'Health check or appointment offered',
  GP_REGISTERED: 'Registered with a doctor',
  PSYCHOSOCIAL_REFERRAL: 'Referral to support (mental health included)',
  MENTORING: 'Mentoring',
  SPORT_CULTURE: 'Sport or cultural activity',
  VOLUNTEERING: 'Volunteering / civic service (Volont’R, 18 to 25)',
  SCHOOL_ENROLMENT: 'Schooling of the children / parenthood',
};

export const CONTRACT_STATE_LABELS: typeof french.CONTRACT_STATE_LABELS = {
  NOT_CONVENED: 'Not convened',
  CONVENED: 'Convened to the reception platform',
  ABSENT_AT_PLATFORM: 'Absent from the appointment',
  EXEMPT_FROM_CIR: 'Exempt from the CIR (L.413-5)',
  DECLINED_OPTIONAL: 'CIR offered, not signed',
  SIGNED: 'Signed - running',
  EXTENDED: 'Extended by the prefect',
  OPINION_ISSUED: 'OFII opinion sent',
  TERMINATION_NOTICE: 'Intention to terminate notified (one month to answer)',
  TERMINATED: 'Terminated by the prefect',
  CLOSED_RESPECTED: 'Closed - respected',
  CLOSED_NOT_RESPECTED: 'Closed - not respected',
};

export const CONTRACT_RULE_SET_LABELS: typeof french.CONTRACT_RULE_SET_LABELS = {
  'CIR-2016': 'CIR - rules of 2016',
  'CIR-2019': 'CIR - reformed rules of 2019',
  'CIR-2022': 'CIR - new training contracts of 2022',
  'CIR-2025': 'CIR - rules of decree 2025-647',
};

export const PERMIT_RULE_SET_LABELS = Object.fromEntries(
  PERMIT_RULE_SETS.map(({ code, validFrom }, index) => {
    const from = formatDayEn(validFrom as CalendarDay);
    const next = PERMIT_RULE_SETS[index + 1]?.validFrom as CalendarDay | undefined;
    const until = next === undefined ? undefined : formatDayEn(plusDays(next, -1));
    return [
      code,
      until === undefined ? `first application since ${from}` : `first application from ${from} to ${until}`,
    ];
  }),
) as Record<PermitRuleSetCode, string>;

export const STALL_RULE_LABELS: typeof french.STALL_RULE_LABELS = {
  NO_CONTACT: 'No contact with the person',
  PLATFORM_NO_SHOW: 'Absences at the reception platform',
  CIR_NOT_SIGNED: 'CIR not signed after the first permit',
  LANGUAGE_WAIT: 'Waiting to start language training',
  LANGUAGE_ATTENDANCE: 'Language attendance below 80%',
  LANGUAGE_NO_PROGRESS: 'No progress in the test',
  CIVIC_ABSENCE: 'Civic training not followed',
  CIR_EXPIRY: 'CIR expired, training still going on',
  FINAL_INTERVIEW_OVERDUE: 'Final CIR interview late',
  PERMIT_RENEWAL_WINDOW: 'Permit renewal not requested',
  PROOF_OF_STAY_GAP: 'Gap in the right of stay',
  BPI_CARD_LATE: 'Permit after protection not issued within 3 months',
  CIVIL_STATUS_LATE: 'OFPRA civil status records awaited',
  ASYLUM_HOUSING_OVERSTAY: 'Overstay in asylum accommodation',
  REFUGEE_HOUSING_OVERSTAY: 'Long stay in a CPH',
  INCOME_GAP: 'Gap in income',
  NO_HEALTH_COVER: 'No health cover',
  LICENCE_DEADLINE: 'Driving licence exchange: right soon lost',
  PES_NO_REGISTRATION: 'Referred to employment, not registered',
  HANDOVER_NO_CONTACT: 'Change of caseworker, contact not resumed',
  NO_OUTCOME_12M: 'Nothing has changed since the opening',
};

export const STALL_END_LABELS: typeof french.STALL_END_LABELS = {
  NO_CONTACT: 'a contact in which the person is reached',
  PLATFORM_NO_SHOW: 'the signature of the CIR',
  CIR_NOT_SIGNED: 'the signature of the CIR, an exemption or a refusal',
  LANGUAGE_WAIT: 'the start of language training, or a decision that prescribes none',
  LANGUAGE_ATTENDANCE: 'attendance back at 80%, or the end of the training',
  LANGUAGE_NO_PROGRESS: 'a new test in which a point is gained',
  CIVIC_ABSENCE: 'all the days of civic training attended',
  CIR_EXPIRY: 'the end of each prescribed training, an extension or the closing of the contract',
  FINAL_INTERVIEW_OVERDUE: 'the final interview of the CIR',
  PERMIT_RENEWAL_WINDOW: 'the application for renewal',
  PROOF_OF_STAY_GAP: 'a valid permit or a valid attestation extending the stay',
  BPI_CARD_LATE: 'the card handed over',
  CIVIL_STATUS_LATE: 'the civil status records from the OFPRA',
  ASYLUM_HOUSING_OVERSTAY: 'leaving the accommodation',
  REFUGEE_HOUSING_OVERSTAY: 'leaving the CPH',
  INCOME_GAP: 'rights opened at the CAF, or a job',
  NO_HEALTH_COVER: 'health cover opened',
  LICENCE_DEADLINE: 'the application for the exchange, or a note that there is no licence to exchange',
  PES_NO_REGISTRATION: 'registration, a refusal or an exemption',
  HANDOVER_NO_CONTACT: 'a contact in which the person is reached, after the change',
  NO_OUTCOME_12M: 'a job, vocational training or a home',
};

export const PARTY_LABELS: typeof french.PARTY_LABELS = {
  PERSON: 'the person',
  ASSOCIATION_CASEWORKER: 'the structure in charge',
  OFII_AUDITOR: 'OFII',
  PREFECTURE_PERMIT_OFFICE: 'the residence permit office',
  INTEGRATION_REFERENT: 'the departmental referent',
  TRAINING_PROVIDER: 'the training provider',
  PUBLIC_EMPLOYMENT_SERVICE: 'the public employment service',
  CAF: 'the CAF',
  CPAM: 'the CPAM',
  OFPRA: 'OFPRA',
  SIAO: 'the SIAO',
  SOCIAL_LANDLORD: 'the landlord',
  HEALTH_PROVIDER: 'the health service',
  MENTOR: 'the mentor',
  AGIR_OPERATOR: 'the AGIR operator',
  PREFECT: 'the prefect',
};

export const CONTACT_MEDIUM_LABELS: typeof french.CONTACT_MEDIUM_LABELS = {
  OFFICE: 'At the office',
  HOME_VISIT: 'Home visit',
  PHONE: 'Phone',
  VIDEO: 'Video call',
  MESSAGE: 'Text message',
  E_MAIL: 'Email',
  LETTER: 'Letter',
};

export const SILENCE_REASON_LABELS: typeof french.SILENCE_REASON_LABELS = {
  APPOINTMENT_BOOKED: 'Appointment made',
  REQUEST_FILED: 'Request filed',
  AWAITING_ANSWER: 'Answer awaited',
  LEGITIMATE_ABSENCE: 'Justified absence',
  OTHER: 'Other reason',
};

export const PAUSE_REASON_LABELS: typeof french.PAUSE_REASON_LABELS = {
  MATERNITY: 'Maternity',
  ILLNESS: 'Unavailable',
  FAMILY: 'Family',
  TRAVEL: 'Away',
  WORK: 'Work',
  DETENTION: 'Detention',
  OTHER: 'Other reason',
};

export const HOME_LEFT_LABELS: typeof french.HOME_LEFT_LABELS = {
  MOVED: 'The person left',
  LEASE_ENDED: 'End of the lease or of the agreement',
  EVICTED: 'Eviction',
  OTHER: 'Other reason',
};

export const REFERENT_ACTION_LABELS: typeof french.REFERENT_ACTION_LABELS = {
  CALL_CASEWORKER: 'Call the structure',
  CONVENE_DEPARTMENT_COMMITTEE_CASE_REVIEW: 'Put on the agenda of the departmental committee',
  ASK_OFII_RESCHEDULE: 'Ask OFII for a new appointment',
  ASK_PERMIT_OFFICE: 'Ask the residence permit office',
  REQUEST_SIAO_PRIORITY: 'Ask the SIAO for priority',
  REQUEST_LANDLORD_QUOTA: 'Ask for a landlord’s reserved homes',
  REQUEST_CPAM_CAF_ESCALATION: 'Ask the CPAM or the CAF',
  PROPOSE_TRANSFER_OF_CASEWORKER: 'Propose a change of structure',
  NO_ACTION_LEGITIMATE_REASON: 'Do nothing: justified reason',
  CLOSE_STALL_RESOLVED: 'Close the follow-up: settled',
};
