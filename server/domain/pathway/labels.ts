import { plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type {
  ContactMedium,
  ContractRuleSetCode,
  ContractState,
  Domain,
  HomeLeftReason,
  Party,
  PauseReason,
  PermitRuleSetCode,
  ReferentAction,
  SilenceReason,
  StallRuleCode,
  StepCode,
  StepState,
  StepStatus,
} from './codes.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';

export * from './nomenclatureLabels.ts';

/** The French words of every code: one place for the sentences of the server and for the screens. */
export const DOMAIN_LABELS: Record<Domain, string> = {
  RECEPTION_RIGHTS: 'Accueil et droits',
  LANGUAGE: 'Formation linguistique',
  CIVIC: 'Formation civique',
  EMPLOYMENT: 'Emploi et formation',
  HOUSING: 'Logement',
  HEALTH: 'Santé',
  SOCIAL_LINKS: 'Liens sociaux',
};

export const STEP_STATUS_LABELS: Record<StepStatus, string> = {
  NOT_APPLICABLE: 'Sans objet',
  TO_DO: 'À faire',
  REQUESTED: 'Demandé / orienté',
  SCHEDULED: 'Programmé / convoqué',
  IN_PROGRESS: 'En cours',
  WAITING_THIRD_PARTY: 'En attente d’un tiers',
  DONE: 'Réalisé',
  PARTIALLY_DONE: 'Partiellement réalisé',
  EXEMPT: 'Dispensé',
  DECLINED: 'Refusé par la personne',
  REFUSED_BY_BODY: 'Refus de l’organisme',
  ABANDONED: 'Abandon',
  CANCELLED: 'Annulé (erreur de saisie)',
};

export const STEP_STATE_LABELS: Record<StepState, string> = {
  NOT_OPEN: 'Non ouverte',
  WAITING: 'En attente d’une autre étape',
  OPEN: 'À temps',
  DUE_SOON: 'À faire bientôt',
  OVERDUE: 'En retard',
  CLOSED: 'Close',
};

export const STEP_LABELS: Record<StepCode, string> = {
  VLSTS_VALIDATION: 'Validation du VLS-TS',
  CIVIL_STATUS_RECORDS: 'Actes d’état civil OFPRA',
  BPI_PERMIT_APPLICATION: 'Demande de titre (ANEF)',
  BPI_PERMIT_ISSUED: 'Délivrance de la carte',
  OFII_CONVOCATION: 'Convocation en plateforme d’accueil',
  RECEPTION_INTERVIEW: 'Entretien personnalisé d’accueil',
  CIR_SIGNATURE: 'Signature du CIR',
  REPUBLIC_COMMITMENT: 'Contrat d’engagement à respecter les principes de la République',
  AGIR_REFERRAL: 'Orientation vers AGIR',
  BANK_ACCOUNT: 'Ouverture d’un compte bancaire',
  DOMICILIATION: 'Domiciliation administrative',
  CAF_RIGHTS: 'Ouverture des droits CAF (RSA, prime d’activité, APL, prestations familiales)',
  DRIVING_LICENCE_EXCHANGE: 'Échange du permis de conduire',
  PERMIT_RENEWAL: 'Renouvellement / première carte pluriannuelle',
  OFII_OPINION: 'Avis OFII d’assiduité et de sérieux',
  CIR_FINAL_INTERVIEW: 'Entretien de fin de CIR',
  CIR_CLOSURE: 'Clôture du CIR',
  CIR_EXTENSION: 'Prolongation du CIR',
  PLACEMENT_TEST: 'Positionnement linguistique (écrit et oral)',
  LANGUAGE_DECISION: 'Prescription / proposition / dispense',
  LANGUAGE_START: 'Entrée en formation linguistique',
  LANGUAGE_MID_TEST: 'Test intermédiaire',
  LANGUAGE_END: 'Fin de formation linguistique',
  LANGUAGE_CERTIFICATION: 'Certification du niveau',
  POST_CIR_LANGUAGE: 'Parcours A2 / B1 après CIR',
  CIVIC_SESSION_1: 'Formation civique - session 1',
  CIVIC_SESSION_2: 'Formation civique - session 2',
  CIVIC_SESSION_3: 'Formation civique - session 3',
  CIVIC_SESSION_4: 'Formation civique - session 4',
  CIVIC_EXAM_CSP: 'Examen civique - mention carte de séjour pluriannuelle',
  CIVIC_EXAM_CR: 'Examen civique - mention carte de résident',
  PES_ORIENTATION: 'Orientation vers le service public de l’emploi',
  PES_REGISTRATION: 'Inscription France Travail / Mission locale / Cap emploi',
  CAREER_INTERVIEW: 'Entretien approfondi en orientation professionnelle',
  DIPLOMA_RECOGNITION: 'Attestation de comparabilité ENIC-NARIC',
  VOCATIONAL_TRAINING: 'Formation professionnelle / FLE à visée professionnelle',
  HOPE_PROGRAMME: 'Programme HOPE',
  JOB_ENTRY: 'Entrée en emploi',
  SUSTAINABLE_JOB: 'Emploi ou formation durable',
  HOUSING_DIAGNOSIS: 'Diagnostic logement',
  SIAO_REQUEST: 'Demande SIAO',
  DNA_EXIT: 'Sortie de l’hébergement pour demandeurs d’asile',
  CPH_STAY: 'Séjour en centre provisoire d’hébergement',
  SOCIAL_HOUSING_APPLICATION: 'Demande de logement social (SNE)',
  DALO_REFERRAL: 'Recours DALO / DAHO',
  HOUSING_ACCESS: 'Accès à un logement pérenne',
  HOUSING_SUSTAINED_3M: 'Maintien dans le logement à 3 mois',
  HOUSING_SUSTAINED_6M: 'Maintien dans le logement à 6 mois',
  HOUSING_SUSTAINED_12M: 'Maintien dans le logement à 12 mois',
  HEALTH_COVER: 'Ouverture de la protection universelle maladie (PUMa)',
  PERMANENT_NIR: 'NIR définitif et carte Vitale',
  CSS_REQUEST: 'Complémentaire santé solidaire',
  HEALTH_CHECK: 'Bilan / rendez-vous de santé proposé',
  GP_REGISTERED: 'Médecin traitant déclaré',
  PSYCHOSOCIAL_REFERRAL: 'Orientation vers un soutien (dont santé mentale)',
  MENTORING: 'Parrainage / mentorat',
  SPORT_CULTURE: 'Activité sportive ou culturelle',
  VOLUNTEERING: 'Bénévolat / service civique (Volont’R 18-25 ans)',
  SCHOOL_ENROLMENT: 'Scolarisation des enfants / parentalité',
};

export const CONTRACT_STATE_LABELS: Record<ContractState, string> = {
  NOT_CONVENED: 'Non convoqué',
  CONVENED: 'Convoqué en plateforme d’accueil',
  ABSENT_AT_PLATFORM: 'Absent à la convocation',
  EXEMPT_FROM_CIR: 'Dispensé de CIR (L.413-5)',
  DECLINED_OPTIONAL: 'CIR proposé non signé',
  SIGNED: 'Signé - en cours',
  EXTENDED: 'Prolongé par le préfet',
  OPINION_ISSUED: 'Avis OFII transmis',
  TERMINATION_NOTICE: 'Intention de résiliation notifiée (un mois d’observations)',
  TERMINATED: 'Résilié par le préfet',
  CLOSED_RESPECTED: 'Clos - respecté',
  CLOSED_NOT_RESPECTED: 'Clos - non respecté',
};

export const CONTRACT_RULE_SET_LABELS = Object.fromEntries(
  CONTRACT_RULE_SETS.map(({ code, labelFr }) => [code, labelFr]),
) as Record<ContractRuleSetCode, string>;

/** The conditions of a card have no name of their own: they are those of the applications of a period. */
export const PERMIT_RULE_SET_LABELS = Object.fromEntries(
  PERMIT_RULE_SETS.map(({ code, validFrom }, index) => {
    const from = formatDayFr(validFrom as CalendarDay);
    const next = PERMIT_RULE_SETS[index + 1]?.validFrom as CalendarDay | undefined;
    const until = next === undefined ? undefined : formatDayFr(plusDays(next, -1));
    return [
      code,
      until === undefined ? `première demande depuis le ${from}` : `première demande du ${from} au ${until}`,
    ];
  }),
) as Record<PermitRuleSetCode, string>;

/** A limit that an administrator may move is not in the name of its rule: the name stays, the sentence says the limit. */
export const STALL_RULE_LABELS: Record<StallRuleCode, string> = {
  NO_CONTACT: 'Sans contact avec la personne',
  PLATFORM_NO_SHOW: 'Absences en plateforme d’accueil',
  CIR_NOT_SIGNED: 'CIR non signé après le premier titre',
  LANGUAGE_WAIT: 'Attente d’entrée en formation linguistique',
  LANGUAGE_ATTENDANCE: 'Assiduité linguistique sous 80\u202f%',
  LANGUAGE_NO_PROGRESS: 'Absence de progression au test',
  CIVIC_ABSENCE: 'Formation civique non suivie',
  CIR_EXPIRY: 'CIR échu, formations en cours',
  FINAL_INTERVIEW_OVERDUE: 'Entretien de fin de CIR en retard',
  PERMIT_RENEWAL_WINDOW: 'Renouvellement du titre non demandé',
  PROOF_OF_STAY_GAP: 'Rupture de droit au séjour',
  BPI_CARD_LATE: 'Carte BPI non délivrée à 3 mois',
  CIVIL_STATUS_LATE: 'État civil OFPRA en attente',
  ASYLUM_HOUSING_OVERSTAY: 'Présence indue en hébergement asile',
  REFUGEE_HOUSING_OVERSTAY: 'Séjour CPH prolongé',
  INCOME_GAP: 'Rupture de ressources',
  NO_HEALTH_COVER: 'Sans couverture maladie',
  LICENCE_DEADLINE: 'Échange du permis de conduire\u00a0: droit bientôt perdu',
  PES_NO_REGISTRATION: 'Orienté vers l’emploi, non inscrit',
  HANDOVER_NO_CONTACT: 'Changement de référent sans reprise de contact',
  NO_OUTCOME_12M: 'Aucune évolution depuis l’ouverture',
};

/** What ends a stall, as it follows « ce qui y met fin »: the `clearedBy` of its rule, in plain words. */
export const STALL_END_LABELS: Record<StallRuleCode, string> = {
  NO_CONTACT: 'un contact où la personne est jointe',
  PLATFORM_NO_SHOW: 'la signature du CIR',
  CIR_NOT_SIGNED: 'la signature du CIR, une dispense ou un renoncement',
  LANGUAGE_WAIT: 'l’entrée en formation linguistique, ou une décision qui n’en prescrit pas',
  LANGUAGE_ATTENDANCE: 'une assiduité revenue à 80\u202f%, ou la fin de la formation',
  LANGUAGE_NO_PROGRESS: 'un nouveau test où un point est gagné',
  CIVIC_ABSENCE: 'les journées de formation civique, toutes suivies',
  CIR_EXPIRY: 'la fin de chaque formation prescrite, une prolongation ou la clôture du contrat',
  FINAL_INTERVIEW_OVERDUE: 'l’entretien de fin de CIR',
  PERMIT_RENEWAL_WINDOW: 'la demande de renouvellement',
  PROOF_OF_STAY_GAP: 'un titre ou une attestation de séjour en cours de validité',
  BPI_CARD_LATE: 'la remise de la carte',
  CIVIL_STATUS_LATE: 'les actes d’état civil de l’OFPRA',
  ASYLUM_HOUSING_OVERSTAY: 'la sortie de l’hébergement',
  REFUGEE_HOUSING_OVERSTAY: 'la sortie du CPH',
  INCOME_GAP: 'l’ouverture des droits à la CAF, ou un emploi',
  NO_HEALTH_COVER: 'l’ouverture de la couverture maladie',
  LICENCE_DEADLINE: 'la demande d’échange, ou l’indication qu’il n’y a pas de permis à échanger',
  PES_NO_REGISTRATION: 'l’inscription, un refus ou une dispense',
  HANDOVER_NO_CONTACT: 'un contact où la personne est jointe, après le changement',
  NO_OUTCOME_12M: 'un emploi, une formation professionnelle ou un logement',
};

export const PARTY_LABELS: Record<Party, string> = {
  PERSON: 'la personne',
  ASSOCIATION_CASEWORKER: 'la structure référente',
  OFII_AUDITOR: 'l’OFII',
  PREFECTURE_PERMIT_OFFICE: 'le bureau du séjour',
  INTEGRATION_REFERENT: 'le référent départemental',
  TRAINING_PROVIDER: 'l’organisme de formation',
  PUBLIC_EMPLOYMENT_SERVICE: 'le service public de l’emploi',
  CAF: 'la CAF',
  CPAM: 'la CPAM',
  OFPRA: 'l’OFPRA',
  SIAO: 'le SIAO',
  SOCIAL_LANDLORD: 'le bailleur',
  HEALTH_PROVIDER: 'le service de santé',
  MENTOR: 'le parrain ou la marraine',
  AGIR_OPERATOR: 'l’opérateur AGIR',
  PREFECT: 'le préfet',
};

export const CONTACT_MEDIUM_LABELS: Record<ContactMedium, string> = {
  OFFICE: 'Au bureau',
  HOME_VISIT: 'Visite à domicile',
  PHONE: 'Téléphone',
  VIDEO: 'Visio',
  MESSAGE: 'Message',
  E_MAIL: 'Courriel',
  LETTER: 'Courrier',
};

export const SILENCE_REASON_LABELS: Record<SilenceReason, string> = {
  APPOINTMENT_BOOKED: 'Rendez-vous pris',
  REQUEST_FILED: 'Demande déposée',
  AWAITING_ANSWER: 'Réponse attendue',
  LEGITIMATE_ABSENCE: 'Absence légitime',
  OTHER: 'Autre motif',
};

export const PAUSE_REASON_LABELS: Record<PauseReason, string> = {
  MATERNITY: 'Maternité',
  ILLNESS: 'Indisponibilité',
  FAMILY: 'Famille',
  TRAVEL: 'Déplacement',
  WORK: 'Travail',
  DETENTION: 'Détention',
  OTHER: 'Autre motif',
};

export const HOME_LEFT_LABELS: Record<HomeLeftReason, string> = {
  MOVED: 'Départ de la personne',
  LEASE_ENDED: 'Fin du bail ou de la convention',
  EVICTED: 'Expulsion',
  OTHER: 'Autre motif',
};

export const REFERENT_ACTION_LABELS: Record<ReferentAction, string> = {
  CALL_CASEWORKER: 'Appeler la structure',
  CONVENE_DEPARTMENT_COMMITTEE_CASE_REVIEW: 'Inscrire au comité départemental',
  ASK_OFII_RESCHEDULE: 'Demander une nouvelle convocation à l’OFII',
  ASK_PERMIT_OFFICE: 'Saisir le bureau du séjour',
  REQUEST_SIAO_PRIORITY: 'Demander une priorité au SIAO',
  REQUEST_LANDLORD_QUOTA: 'Solliciter le contingent d’un bailleur',
  REQUEST_CPAM_CAF_ESCALATION: 'Saisir la CPAM ou la CAF',
  PROPOSE_TRANSFER_OF_CASEWORKER: 'Proposer un changement de structure',
  NO_ACTION_LEGITIMATE_REASON: 'Ne rien faire\u00a0: motif légitime',
  CLOSE_STALL_RESOLVED: 'Clore le suivi\u00a0: situation réglée',
};
