import type { Duration } from '../calendar/period.ts';
import type { Party, StepCode } from './codes.ts';

/** French punctuation: no break before : and inside « », and a narrow space that does not break before ; ! ? and %. */
export function typeset(text: string): string {
  return text
    .replace(/[ \u202f]([:»])/g, '\u00a0$1')
    .replace(/«[ \u202f]/g, '«\u00a0')
    .replace(/[ \u00a0]([;!?%])/g, '\u202f$1');
}

const TURNS: Readonly<Record<Party, string>> = {
  PERSON: 'de la personne',
  ASSOCIATION_CASEWORKER: 'de la structure référente',
  OFII_AUDITOR: 'de l’OFII',
  PREFECTURE_PERMIT_OFFICE: 'du bureau du séjour',
  INTEGRATION_REFERENT: 'du référent départemental',
  TRAINING_PROVIDER: 'de l’organisme de formation',
  PUBLIC_EMPLOYMENT_SERVICE: 'du service public de l’emploi',
  CAF: 'de la CAF',
  CPAM: 'de la CPAM',
  OFPRA: 'de l’OFPRA',
  SIAO: 'du SIAO',
  SOCIAL_LANDLORD: 'du bailleur',
  HEALTH_PROVIDER: 'du service de santé',
  MENTOR: 'du parrain ou de la marraine',
  AGIR_OPERATOR: 'de l’opérateur AGIR',
  PREFECT: 'du préfet',
};

const TURN_SENTENCES = Object.fromEntries(
  Object.entries(TURNS).map(([party, words]) => [party, `C’est au tour ${words}.`]),
) as Readonly<Record<Party, string>>;

/** « C’est au tour de la CPAM. » */
export function turnSentence(party: Party): string {
  return TURN_SENTENCES[party];
}

/** Every anchor of the domain data, as one says it after « après » or « avant ». */
export const ANCHOR_WORDS = {
  ENTRY_DATE: 'l’entrée en France',
  FIRST_PERMIT_DATE: 'le premier titre de séjour',
  PERMIT_EXPIRY: 'la fin du titre de séjour',
  PROTECTION_DATE: 'la décision de protection',
  CIR_SIGNATURE: 'la signature du CIR',
  CASE_OPENED: 'l’ouverture du dossier',
  STAY_CERTIFICATE_DATE: 'l’attestation de prolongation',
  ASYLUM_SUPPORT_END: 'la fin de prise en charge de l’asile',
  REFUGEE_HOUSING_ENTRY: 'l’entrée en CPH',
  CIR_END: 'la fin du CIR',
  TRAINING_START: 'le début des formations',
  TRAINING_END: 'la fin des formations',
  ASYLUM_ALLOWANCE_END: 'la fin de l’allocation pour demandeur d’asile',
  PROOF_OF_STAY_END: 'la fin du dernier document de séjour',
  LAST_CONTACT: 'le dernier contact',
  LAST_HANDOVER: 'le changement de référent',
  'DUE:CIR_FINAL_INTERVIEW': 'l’échéance de l’entretien de fin de CIR',
  'STEP:LANGUAGE_DECISION:DONE': 'la décision de formation',
  'STEP:LANGUAGE_END:DONE': 'la fin de la formation linguistique',
  'STEP:PES_ORIENTATION:DONE': 'l’orientation vers l’emploi',
  'STEP:DIPLOMA_RECOGNITION:REQUESTED': 'la demande d’attestation',
  'STEP:HOPE_PROGRAMME:IN_PROGRESS': 'l’entrée dans le programme',
  'STEP:HOUSING_ACCESS:DONE': 'l’accès au logement',
  'STEP:HEALTH_COVER:DONE': 'l’ouverture de la couverture maladie',
  'STEP:MENTORING:IN_PROGRESS': 'le début du parrainage',
} as const satisfies Readonly<Record<string, string>>;

/** What a step waits for, as one says it after « attend d’abord »: labels of lists are not sentences. */
export const AWAITED_WORDS: { readonly [K in StepCode]?: string } = {
  BPI_PERMIT_APPLICATION: 'la demande de titre sur l’ANEF',
  OFII_CONVOCATION: 'la convocation en plateforme d’accueil',
  RECEPTION_INTERVIEW: 'l’entretien d’accueil à l’OFII',
  CIR_SIGNATURE: 'la signature du CIR',
  BANK_ACCOUNT: 'l’ouverture d’un compte bancaire',
  CIVIL_STATUS_RECORDS: 'les actes d’état civil de l’OFPRA',
  PLACEMENT_TEST: 'le positionnement linguistique',
  LANGUAGE_DECISION: 'la décision de formation linguistique',
  LANGUAGE_START: 'l’entrée en formation linguistique',
  LANGUAGE_END: 'la fin de la formation linguistique',
  PES_ORIENTATION: 'l’orientation vers l’emploi',
  PES_REGISTRATION: 'l’inscription auprès du service public de l’emploi',
  JOB_ENTRY: 'l’entrée en emploi',
  HOUSING_DIAGNOSIS: 'le diagnostic logement',
  SOCIAL_HOUSING_APPLICATION: 'la demande de logement social',
  HOUSING_ACCESS: 'l’accès à un logement pérenne',
  HEALTH_COVER: 'l’ouverture de la couverture maladie',
};

/** « un mois », « 3 mois », « 60 jours ». */
export function durationWords({ n, unit }: Duration): string {
  if (Math.abs(n) === 1) return unit === 'MONTH' ? 'un mois' : 'un jour';
  return `${n} ${unit === 'MONTH' ? 'mois' : 'jours'}`;
}

/** « 10,5 » */
export function decimal(value: number): string {
  return String(toHundredths(value)).replace('.', ',');
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** « 10,5 h » */
export function hours(count: number): string {
  return `${decimal(count)}\u00a0h`;
}

/** « 1,5 point », « 2 points »: in French the plural begins at two. */
export function points(score: number): string {
  return `${decimal(score)} point${toHundredths(score) >= 2 ? 's' : ''}`;
}

/** What the domain data cite in English, at length, or by the number of a page, as one cites it in French. */
const CITED: Readonly<Record<string, string>> = {
  'former R.311-24; S26, S27': 'ancien R.311-24',
  'R.413-14; S17': 'R.413-14 et service-public.fr',
  'L.424-1, L.424-9, R.424-1, R.424-7': 'R.424-1 et R.424-7',
  'R.431-5, R.431-15-1': 'R.431-5',
  'instruction DGS 8 June 2018; S32': 'instruction DGS du 8 juin 2018',
  'instruction of February 2021, S03': 'instruction de février 2021',
  S03: 'instruction de février 2021',
  'arrêté 12 January 2012 art. 11, S28: right lost at 12 months': 'arrêté du 12 janvier 2012, art. 11',
  'arrêté du 12 janvier 2012 art. 11; S28': 'arrêté du 12 janvier 2012, art. 11',
  'S22: means of 2021 and 2022': 'moyennes de 2021 et 2022',
  '2021 orientation of the Hauts-de-France roadmap (access AND keeping); S00': 'orientations régionales de 2021',
  '2021 orientation; S00': 'orientations régionales de 2021',
};

// A few dozen bases serve every pathway.
const citations = new Map<string, string | null>();

/** The article or text that a basis names, in French; null when it names only pages among the sources. */
export function citation(basis: string): string | null {
  let known = citations.get(basis);
  if (known === undefined) citations.set(basis, (known = CITED[basis] ?? articlesOf(basis)));
  return known;
}

function articlesOf(basis: string): string | null {
  const articles = basis
    .replace(/[;,]?\s*S\d\d\b.*$/, '')
    .replace(/(CASF|CSS) (.*)$/, '$2 du $1')
    .replace(/, (?=[^,]*$)/, ' et ');
  return /^(?:[LRD]\.\d|arrêté)/.test(articles) ? articles : null;
}
