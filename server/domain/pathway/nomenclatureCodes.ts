/** The codes of what is known of a person or of an exit, exactly as in the domain data (`nomenclatures`). */
export const PROTECTION_KINDS = ['REFUGEE', 'SUBSIDIARY', 'STATELESS'] as const;
export type ProtectionKind = (typeof PROTECTION_KINDS)[number];

export const RESIDENCE_DOCUMENTS = [
  'VLS_TS',
  'CST_SALARIE',
  'CST_TRAVAILLEUR_TEMPORAIRE',
  'CST_ENTREPRENEUR',
  'CSP_SAISONNIER',
  'CSP_TALENT',
  'CST_VPF_CONJOINT_FR',
  'CST_VPF_PARENT_FR',
  'CST_VPF_NE_EN_FRANCE',
  'CST_VPF_REGROUPEMENT',
  'CST_VPF_LIENS',
  'CST_VPF_SOINS',
  'CR_REFUGIE',
  'CSP_PS',
  'CSP_APATRIDE',
  'CST_AES',
  'CSP_GENERALE',
  'CR',
  'CRA',
  'API',
  'RECEPISSE',
  'ETUDIANT',
  'VISITEUR',
  'STAGIAIRE',
] as const;
export type ResidenceDocument = (typeof RESIDENCE_DOCUMENTS)[number];

export const HOUSING_CODES = [
  'STREET',
  'HOTEL_EMERGENCY',
  'HUDA',
  'CADA',
  'CAES',
  'CPH',
  'CHU',
  'CHRS',
  'IML_SUBLET',
  'IML_MANDATE',
  'FTM_RESIDENCE_SOCIALE',
  'FJT',
  'PENSION_FAMILLE',
  'HOSTED_FAMILY',
  'HOSTED_THIRD_PARTY',
  'CITIZEN_HOSTING',
  'TENANT_SOCIAL',
  'TENANT_PRIVATE',
  'OWNER',
  'EMPLOYER_PROVIDED',
  'MAKESHIFT',
  'OTHER',
  'UNKNOWN',
] as const;
export type HousingCode = (typeof HOUSING_CODES)[number];

export const CEFR_LEVELS = ['NON_LITERATE', 'INFRA_A1_1', 'A1_1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof CEFR_LEVELS)[number];

export const LANGUAGE_DECISIONS = [
  'EXEMPT_LEVEL',
  'EXEMPT_DIPLOMA',
  'PRESCRIBED',
  'OFFERED_ACCEPTED',
  'OFFERED_DECLINED',
  'NOT_ASSESSED',
] as const;
export type LanguageDecision = (typeof LANGUAGE_DECISIONS)[number];

export const CLOSURE_REASONS = [
  'GOALS_MET',
  'HOUSING_ONLY',
  'JOB_ONLY',
  'MAX_DURATION',
  'MOVED_DEPARTMENT',
  'LEFT_FRANCE',
  'REFERRED_COMMON_LAW',
  'PERSON_REQUEST',
  'LOST_CONTACT',
  'DISENGAGED',
  'RIGHT_OF_STAY_LOST',
  'DECEASED',
  'NATURALISED',
  'NOT_ELIGIBLE',
  'DUPLICATE',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/**
 * The grounds on which the law exempts from signing the contract (L.413-5). The domain data have no codes for them: these
 * are ours, one for each ground of the article.
 */
export const EXEMPTION_GROUNDS = [
  'TEMPORARY_WORKER',
  'SEASONAL_WORKER',
  'ICT_SECONDED',
  'TALENT',
  'TALENT_MEDICAL',
  'STUDENT',
  'TRAINEE',
  'VISITOR',
  'BORN_IN_FRANCE',
  'HEALTH',
  'RESIDENT_L426_3',
  'SCHOOLED_IN_FRANCE',
  'AGED_16_TO_18',
  'EU_EEA_SWISS',
] as const;
export type ExemptionGround = (typeof EXEMPTION_GROUNDS)[number];
