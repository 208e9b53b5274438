import type * as french from './nomenclatureLabels.ts';

/** The English words of the codes of the nomenclatures. A proper name of French administration keeps its French name. */
export const PROTECTION_KIND_LABELS: typeof french.PROTECTION_KIND_LABELS = {
  REFUGEE: 'Refugee',
  SUBSIDIARY: 'Subsidiary protection',
  STATELESS: 'Stateless person',
};

export const RESIDENCE_DOCUMENT_LABELS: typeof french.RESIDENCE_DOCUMENT_LABELS = {
  VLS_TS: 'Long-stay visa serving as residence permit (VLS-TS)',
  CST_SALARIE: 'Temporary residence permit, “employee”',
  CST_TRAVAILLEUR_TEMPORAIRE: '“Temporary worker”',
  CST_ENTREPRENEUR: '“Entrepreneur / self-employed professional”',
  CSP_SAISONNIER: '“Seasonal worker”',
  CSP_TALENT: '“Talent” (formerly “talent passport”) and family',
  CST_VPF_CONJOINT_FR: '“Private and family life” - spouse of a French national',
  CST_VPF_PARENT_FR: '“Private and family life” - parent of a French child',
  CST_VPF_NE_EN_FRANCE: '“Private and family life” - born in France, 8 years of residence and 5 years of schooling',
  CST_VPF_REGROUPEMENT: '“Private and family life” - family reunification',
  CST_VPF_LIENS: '“Private and family life” - personal and family ties',
  CST_VPF_SOINS: '“Private and family life” - health reasons',
  CR_REFUGIE: 'Resident card - refugee',
  CSP_PS: 'Multi-year permit, “beneficiary of subsidiary protection”',
  CSP_APATRIDE: 'Multi-year permit, “beneficiary of stateless status”',
  CST_AES: 'Exceptional admission to stay',
  CSP_GENERALE: 'General multi-year residence permit',
  CR: 'Resident card',
  CRA: 'Certificate of residence for Algerians',
  API: 'Attestation extending the stay during examination (API)',
  RECEPISSE: 'Récépissé (temporary permit)',
  ETUDIANT: '“Student”',
  VISITEUR: '“Visitor”',
  STAGIAIRE: '“Trainee”',
};

export const HOUSING_LABELS: typeof french.HOUSING_LABELS = {
  STREET: 'Homeless / squat / shanty town',
  HOTEL_EMERGENCY: 'Hotel / emergency shelter (115)',
  HUDA: 'HUDA (emergency accommodation for asylum seekers)',
  CADA: 'CADA (reception centre for asylum seekers)',
  CAES: 'CAES (reception and assessment centre)',
  CPH: 'CPH (temporary accommodation centre for refugees)',
  CHU: 'General emergency accommodation',
  CHRS: 'CHRS (accommodation and social rehabilitation centre)',
  IML_SUBLET: 'Rental mediation - sublet',
  IML_MANDATE: 'Rental mediation - managed letting',
  FTM_RESIDENCE_SOCIALE: 'Social residence / migrant workers’ hostel (FTM)',
  FJT: 'Young workers’ hostel',
  PENSION_FAMILLE: 'Boarding house (pension de famille)',
  HOSTED_FAMILY: 'Hosted by family',
  HOSTED_THIRD_PARTY: 'Hosted by somebody else',
  CITIZEN_HOSTING: 'Hosted by volunteers',
  TENANT_SOCIAL: 'Tenant, social housing',
  TENANT_PRIVATE: 'Tenant, private housing',
  OWNER: 'Owner',
  EMPLOYER_PROVIDED: 'Housed by the employer',
  MAKESHIFT: 'Makeshift housing',
  OTHER: 'Other',
  UNKNOWN: 'Not given',
};

export const CEFR_LEVEL_LABELS: typeof french.CEFR_LEVEL_LABELS = {
  NON_LITERATE: 'Does not read or write',
  INFRA_A1_1: 'Below A1.1',
  A1_1: 'A1.1',
  A1: 'A1',
  A2: 'A2',
  B1: 'B1',
  B2: 'B2',
  C1: 'C1',
  C2: 'C2',
};

export const LANGUAGE_DECISION_LABELS: typeof french.LANGUAGE_DECISION_LABELS = {
  EXEMPT_LEVEL: 'Exempt: level reached',
  EXEMPT_DIPLOMA: 'Exempt: diploma',
  PRESCRIBED: 'Course prescribed',
  OFFERED_ACCEPTED: 'Course offered and accepted',
  OFFERED_DECLINED: 'Course offered and declined',
  NOT_ASSESSED: 'Level not assessed',
};

export const CLOSURE_REASON_LABELS: typeof french.CLOSURE_REASON_LABELS = {
  GOALS_MET: 'Goals met (lasting home and lasting job or training)',
  HOUSING_ONLY: 'Home found, nothing else',
  JOB_ONLY: 'Job or training found, nothing else',
  MAX_DURATION: 'Longest duration reached',
  MOVED_DEPARTMENT: 'Moved to another department (transfer)',
  LEFT_FRANCE: 'Left France',
  REFERRED_COMMON_LAW: 'Handed over to general services',
  PERSON_REQUEST: 'At the person’s request',
  LOST_CONTACT: 'Lost contact',
  DISENGAGED: 'Does not take part in the support',
  RIGHT_OF_STAY_LOST: 'Right of stay lost',
  DECEASED: 'Death',
  NATURALISED: 'French nationality acquired',
  NOT_ELIGIBLE: 'Not eligible',
  DUPLICATE: 'Duplicate',
};

export const EXEMPTION_GROUND_LABELS: typeof french.EXEMPTION_GROUND_LABELS = {
  TEMPORARY_WORKER: 'Temporary worker',
  SEASONAL_WORKER: 'Seasonal worker',
  ICT_SECONDED: 'Seconded employee (ICT) and family',
  TALENT: '“Talent” permit and family',
  TALENT_MEDICAL: '“Talent – medical profession” permit',
  STUDENT: 'Student, or student mobility',
  TRAINEE: 'Trainee',
  VISITOR: 'Visitor',
  BORN_IN_FRANCE: 'Born in France (L.423-13)',
  HEALTH: 'Health reasons (L.425-9)',
  RESIDENT_L426_3: 'Resident card (L.426-3)',
  SCHOOLED_IN_FRANCE: 'Three years of secondary school or one year of higher education in France',
  AGED_16_TO_18: 'Aged 16 to 18 (L.426-1)',
  EU_EEA_SWISS: 'National of the EU, the EEA or Switzerland',
};
