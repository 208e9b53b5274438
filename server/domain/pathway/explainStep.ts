import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { CatalogueStep } from './catalogue.ts';
import type { StepState } from './codes.ts';
import type { CurrentStep } from './currentSteps.ts';
import { STEP_LABELS, STEP_STATUS_LABELS } from './labels.ts';
import { validityWords } from './residenceDocuments.ts';
import type { StatusEntry } from './standing.ts';
import { ANCHOR_WORDS, AWAITED_WORDS, citation, durationWords, turnSentence } from './words.ts';

/** What a deadline is worth, and the text it rests on: nobody may take a proposal for the law. */
function groundWords({ basis: { kind, source } }: CatalogueStep): string {
  const text = citation(source);
  if (kind === 'LEGAL') return text === null ? 'délai légal selon une source publique' : `délai légal, ${text}`;
  if (kind === 'RECOMMENDED') return text === null ? 'délai recommandé' : `délai recommandé, ${text}`;
  const worth =
    kind === 'OBSERVED_MEAN_2022'
      ? 'délai moyen observé en 2022'
      : kind === 'OBSERVED_TYPICAL'
        ? 'délai habituel'
        : 'repère proposé';
  return text === null ? worth : `${worth}\u202f; pour l’étape, ${text}`;
}

/** « 3 mois après l’entrée en France » */
function delayWords({ deadline }: CatalogueStep, extraMonths: number): string {
  if (deadline === undefined) return '';
  const { anchor, dueAfter, dueBefore } = deadline;
  const words = ANCHOR_WORDS[anchor] ?? anchor;
  if (dueAfter === undefined) return dueBefore === undefined ? '' : `${durationWords(dueBefore)} avant ${words}`;
  const extended = extraMonths > 0 ? ', prolongation comprise,' : '';
  return `${durationWords({ ...dueAfter, n: dueAfter.n + extraMonths })}${extended} après ${words}`;
}

// The reason of a deadline is the same on every pathway with these rules: said once.
const reasons = new WeakMap<CatalogueStep, string>();

/** « 3 mois après la signature du CIR (repère proposé) » */
export function reasonOf(step: CatalogueStep, extraMonths = 0): string {
  const known = extraMonths === 0 ? reasons.get(step) : undefined;
  if (known !== undefined) return known;
  const reason = `${delayWords(step, extraMonths)} (${groundWords(step)})`;
  if (extraMonths === 0) reasons.set(step, reason);
  return reason;
}

/** A delay that others were seen to take is expected rather than owed; an extension is possible, never a duty. */
function verbsOf({ code, basis: { kind } }: CatalogueStep): Verbs {
  if (code === 'CIR_EXTENSION') return POSSIBLE;
  return kind?.startsWith('OBSERVED') === true ? EXPECTED : OWED;
}

interface Verbs {
  readonly todo: string;
  readonly late: string;
  readonly undated: string;
}

const POSSIBLE: Verbs = {
  todo: 'Possible jusqu’au',
  late: 'n’était possible que jusqu’au',
  undated: 'Possible jusqu’à',
};
const EXPECTED: Verbs = { todo: 'Prévu vers le', late: 'prévu vers le', undated: 'Prévu' };
const OWED: Verbs = {
  todo: 'À faire au plus tard le',
  late: 'à faire au plus tard le',
  undated: 'À faire au plus tard',
};

/** One sentence on a step: where it stands, what it waits for, or until when and why. In French, to be read aloud. */
export function explainStep(current: CurrentStep, state: StepState, today: CalendarDay): string {
  const { step, entry, opensOn, dueOn, extraMonths } = current;
  if (state === 'NOT_OPEN' || state === 'CLOSED') return settled(current);
  if (!current.isOpen) return 'Restée ouverte à la clôture du dossier.';
  const left = homeLeft(entry);
  if (state === 'WAITING') return `${left}${waiting(current, today)}`;
  const turn = turnSentence(
    (entry.status === 'WAITING_THIRD_PARTY' ? entry.party : null) ?? step.definition.actedBy[0],
  );
  if (current.remark !== null) return current.remark;
  if (left !== '') return `${left}${turn}`;
  if (step.deadline === undefined) return `À faire, sans échéance fixée. ${turn}`;
  const verbs = verbsOf(step);
  if (dueOn === null) {
    const delay = delayWords(step, extraMonths);
    return `${verbs.undated} ${delay}, dont la date n’est pas connue (${groundWords(step)}). ${turn}`;
  }
  const due = `${formatDayFr(dueOn)}, ${namingPermit(reasonOf(step, extraMonths), current)}. ${turn}`;
  if (state === 'OVERDUE') return `En retard\u202f: ${verbs.late} ${due}`;
  return opensOn !== null && opensOn > today
    ? `Possible à partir du ${formatDayFr(opensOn)}, au plus tard le ${due}`
    : `${verbs.todo} ${due}`;
}

/** Why a home that was found is to be found again; empty for everything else. */
function homeLeft({ because, on }: StatusEntry): string {
  if (because !== 'HOME_LEFT' || on === null) return '';
  return `Logement quitté le ${formatDayFr(on)}\u202f: un logement est à retrouver. `;
}

/** Of several permits, the one that is to be renewed is named by the day it was delivered. */
function namingPermit(reason: string, { permit, entry }: CurrentStep): string {
  if (permit === null || entry.status !== 'TO_DO') return reason;
  return reason.replace(ANCHOR_WORDS['PERMIT_EXPIRY'] ?? '', `la fin du titre remis ${validityWords(permit)}`);
}

/** What must come first; then the date, which no longer is one to come once it has passed. */
function waiting({ step, waitsFor, dueOn, extraMonths }: CurrentStep, today: CalendarDay): string {
  const needed = `Attend d’abord ${waitsFor.map((code) => AWAITED_WORDS[code] ?? STEP_LABELS[code]).join(' et ')}.`;
  if (dueOn === null) return needed;
  const date = `${dueOn < today ? 'Échéance dépassée\u202f:' : 'Ensuite, échéance'} le ${formatDayFr(dueOn)}`;
  return `${needed} ${date}, ${reasonOf(step, extraMonths)}.`;
}

function settled({ step, entry }: CurrentStep): string {
  const since = entry.on === null ? '' : formatDayFr(entry.on);
  if (entry.status === 'CANCELLED') return 'Annulée\u202f: erreur de saisie.';
  if (entry.status !== 'NOT_APPLICABLE') return `${STEP_STATUS_LABELS[entry.status]}${since && ` le ${since}`}.`;
  const wasNeverOpened = step.initial === 'NOT_APPLICABLE' && entry.eventId === null;
  if (wasNeverOpened) return 'À ouvrir si la personne en a besoin.';
  const cause = entry.because === 'HOME_LEFT' ? ', le logement ayant été quitté' : '';
  return `Sans objet${since && ` depuis le ${since}`}${cause}.`;
}
