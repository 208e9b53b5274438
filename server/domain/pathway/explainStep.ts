import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { CatalogueStep } from './catalogue.ts';
import type { StepState } from './codes.ts';
import type { CurrentStep } from './currentSteps.ts';
import { STEP_LABELS, STEP_STATUS_LABELS } from './labels.ts';
import { ANCHOR_WORDS, citation, durationWords, turnSentence } from './words.ts';

/** How sure a deadline is, in words that a caseworker may repeat. */
function kindWords({ basis: { kind, confidence } }: CatalogueStep): string {
  if (kind === 'LEGAL') return confidence === 'law' ? 'délai légal' : 'délai légal selon nos sources';
  if (kind === 'OBSERVED_MEAN_2022') return 'délai moyen observé en 2022';
  if (kind === 'OBSERVED_TYPICAL') return 'délai habituel';
  return kind === 'RECOMMENDED' ? 'délai recommandé' : 'repère proposé';
}

/** « 3 mois après l’entrée en France » */
function delayWords({ deadline }: CatalogueStep, extraMonths: number): string {
  if (deadline === undefined) return '';
  const { anchor, dueAfter, dueBefore } = deadline;
  const words = ANCHOR_WORDS[anchor] ?? anchor;
  if (dueAfter === undefined) return dueBefore === undefined ? '' : `${durationWords(dueBefore)} avant ${words}`;
  const extended = extraMonths > 0 ? ' (prolongation comprise)' : '';
  return `${durationWords({ ...dueAfter, n: dueAfter.n + extraMonths })}${extended} après ${words}`;
}

// The reason of a deadline is the same on every pathway with these rules: said once.
const reasons = new WeakMap<CatalogueStep, string>();

function reasonOf(step: CatalogueStep, extraMonths: number): string {
  const known = extraMonths === 0 ? reasons.get(step) : undefined;
  if (known !== undefined) return known;
  const articles = citation(step.definition.basis);
  const reason = `${delayWords(step, extraMonths)} (${kindWords(step)}${articles === null ? '' : `, ${articles}`})`;
  if (extraMonths === 0) reasons.set(step, reason);
  return reason;
}

/** One sentence on a step: where it stands, what it waits for, or until when and why. In French, to be read aloud. */
export function explainStep(current: CurrentStep, state: StepState, today: CalendarDay): string {
  const { step, entry, opensOn, dueOn, extraMonths } = current;
  if (state === 'NOT_OPEN' || state === 'CLOSED') return settled(current);
  if (!current.isOpen) return 'Restée ouverte à la clôture du dossier.';
  if (state === 'WAITING') return waiting(current);
  const turn = turnSentence(
    (entry.status === 'WAITING_THIRD_PARTY' ? entry.party : null) ?? step.definition.actedBy[0],
  );
  if (step.deadline === undefined) return `À faire, sans échéance fixée. ${turn}`;
  const reason = reasonOf(step, extraMonths);
  if (dueOn === null) return `À faire ${reason}, date qui n’est pas encore connue. ${turn}`;
  const due = `au plus tard le ${formatDayFr(dueOn)}, ${reason}. ${turn}`;
  if (state === 'OVERDUE') return `En retard\u202f: à faire ${due}`;
  return opensOn !== null && opensOn > today
    ? `Possible à partir du ${formatDayFr(opensOn)}, ${due}`
    : `À faire ${due}`;
}

function waiting({ step, waitsFor, dueOn, extraMonths }: CurrentStep): string {
  const needed = `Attend d’abord\u202f: ${waitsFor.map((code) => STEP_LABELS[code]).join(', ')}.`;
  return dueOn === null ? needed : `${needed} Échéance le ${formatDayFr(dueOn)}, ${reasonOf(step, extraMonths)}.`;
}

function settled({ step, entry }: CurrentStep): string {
  const since = entry.on === null ? '' : formatDayFr(entry.on);
  if (entry.status === 'CANCELLED') return 'Annulée\u202f: erreur de saisie.';
  if (entry.status !== 'NOT_APPLICABLE') return `${STEP_STATUS_LABELS[entry.status]}${since && ` le ${since}`}.`;
  const wasNeverOpened = step.initial === 'NOT_APPLICABLE' && entry.eventId === null;
  return wasNeverOpened ? 'À ouvrir si la personne en a besoin.' : `Sans objet${since && ` depuis le ${since}`}.`;
}
