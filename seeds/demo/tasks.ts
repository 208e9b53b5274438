import { plusDays, type CalendarDay } from '../../server/domain/calendar/calendarDay.ts';
import type { StepCode } from '../../server/domain/pathway/codes.ts';
import { idOf, type Random } from '../random.ts';

/** What caseworkers say that they will do of a step. */
const OF_STEP: Partial<Record<StepCode, readonly string[]>> = {
  BANK_ACCOUNT: ['Prendre rendez-vous à La Banque Postale', 'Préparer le recours au droit au compte'],
  CAF_RIGHTS: ['Relancer la CAF sur le dossier déposé', 'Joindre l’attestation de paiement demandée par la CAF'],
  CIVIL_STATUS_RECORDS: ['Vérifier la réponse de l’OFPRA sur les actes d’état civil'],
  DOMICILIATION: ['Renouveler la domiciliation au CCAS'],
  DRIVING_LICENCE_EXCHANGE: ['Déposer la demande d’échange de permis'],
  PERMIT_RENEWAL: ['Réunir les pièces du renouvellement', 'Prendre rendez-vous pour la demande en ligne'],
  LANGUAGE_START: ['Appeler l’organisme de formation sur la date d’entrée'],
  LANGUAGE_CERTIFICATION: ['Inscrire à la session de certification'],
  CIVIC_SESSION_1: ['Demander une date de formation civique à l’OFII'],
  PES_REGISTRATION: ['Accompagner à l’inscription à France Travail', 'Vérifier l’inscription à la Mission locale'],
  DIPLOMA_RECOGNITION: ['Envoyer le dossier à l’ENIC-NARIC'],
  SIAO_REQUEST: ['Mettre à jour la demande SIAO'],
  SOCIAL_HOUSING_APPLICATION: ['Compléter la demande de logement social', 'Renouveler la demande de logement social'],
  HOUSING_ACCESS: ['Visiter le logement proposé par le bailleur', 'Préparer le dossier de garantie Visale'],
  HEALTH_COVER: ['Relancer la CPAM sur l’ouverture des droits'],
  CSS_REQUEST: ['Déposer la demande de complémentaire santé solidaire'],
  SCHOOL_ENROLMENT: ['Appeler l’école sur l’inscription des enfants'],
};

const ANYTIME = [
  'Rappeler pour fixer un rendez-vous',
  'Préparer l’entretien de suivi',
  'Réserver un interprète pour le prochain entretien',
  'Vérifier les pièces manquantes du dossier',
  'Transmettre l’attestation d’hébergement',
  'Faire le point sur le budget du mois',
];

const WHY_LATER = ['Pièce attendue de l’administration', 'Rendez-vous déplacé par la personne', 'Guichet fermé'];

/** By when it was to be done, from today: some are late, as in life; most are of the days to come. */
const DUE: readonly (readonly [readonly [number, number], number])[] = [
  [[-12, -1], 26],
  [[0, 0], 14],
  [[1, 7], 30],
  [[8, 35], 30],
];

interface OfFile {
  readonly key: string;
  readonly pathwayId: string;
  readonly referentId: string;
  /** Followed by the demo’s own caseworker: there is something to see in each. */
  readonly isStory: boolean;
  readonly openSteps: readonly StepCode[];
}

/** What the referent of a file said that she would do for it, and what of it was done lately. */
export function demoTasks(
  { key, pathwayId, referentId, isStory, openSteps }: OfFile,
  random: Random,
  today: CalendarDay,
): object[] {
  const wanted = random.weighted([
    [0, isStory ? 10 : 55],
    [1, isStory ? 55 : 33],
    [2, isStory ? 35 : 12],
  ]);
  return Array.from({ length: wanted }, (_, index) => {
    const { what, step } = aTask(openSteps, random);
    const [from, until] = random.weighted(DUE);
    const dueOn = plusDays(today, random.int(from, until));
    const saidOn = plusDays(dueOn < today ? dueOn : today, -random.int(3, 20));
    const isDone = dueOn <= today && random.chance(0.4);
    const isPutOff = !isDone && random.chance(0.15);
    const settledOn = plusDays(saidOn, random.int(1, 3));
    return {
      id: idOf(`task ${key} ${index}`),
      pathway_id: pathwayId,
      what,
      step,
      due_on: dueOn,
      state: isDone ? 'DONE' : 'OPEN',
      reason: isPutOff ? random.pick(WHY_LATER) : null,
      version: isDone || isPutOff ? 2 : 1,
      created_at: `${saidOn}T09:15:00Z`,
      created_by: referentId,
      changed_at: isDone || isPutOff ? `${settledOn}T14:40:00Z` : `${saidOn}T09:15:00Z`,
      changed_by: referentId,
    };
  });
}

function aTask(openSteps: readonly StepCode[], random: Random): { what: string; step: StepCode | null } {
  const steps = openSteps.filter((code) => OF_STEP[code] !== undefined);
  if (steps.length === 0 || random.chance(0.35)) return { what: random.pick(ANYTIME), step: null };
  const step = random.pick(steps);
  return { what: random.pick(OF_STEP[step] ?? ANYTIME), step };
}
