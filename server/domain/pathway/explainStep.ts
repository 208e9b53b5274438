import type { CalendarDay } from '../calendar/calendarDay.ts';
import { LABELS } from '../language/labels.ts';
import type { Language } from '../language/language.ts';
import type { CatalogueStep } from './catalogue.ts';
import type { Party, StepState } from './codes.ts';
import type { CurrentStep } from './currentSteps.ts';
import { PATHWAY_WORDS } from './pathwayWords.ts';
import type { StatusEntry } from './standing.ts';
import { STEP_SAYINGS, type Urgency } from './stepSayings.ts';

/** What a deadline is worth, and the text it rests on: nobody may take a proposal for the law. */
function groundWords({ basis: { kind, source } }: CatalogueStep, language: Language): string {
  return STEP_SAYINGS[language].ground(kind, PATHWAY_WORDS[language].citation(source));
}

/** « 3 mois après l’entrée en France » */
function delayWords({ deadline }: CatalogueStep, extraMonths: number, language: Language): string {
  if (deadline === undefined) return '';
  const { anchor, dueAfter, dueBefore } = deadline;
  const { anchors, duration } = PATHWAY_WORDS[language];
  const { before, after } = STEP_SAYINGS[language];
  const words = anchors[anchor] ?? anchor;
  if (dueAfter === undefined) return dueBefore === undefined ? '' : before(duration(dueBefore), words);
  return after(duration({ ...dueAfter, n: dueAfter.n + extraMonths }), words, extraMonths > 0);
}

// The reason of a deadline is the same on every pathway with these rules: said once, in each language.
const reasons = { fr: new WeakMap<CatalogueStep, string>(), en: new WeakMap<CatalogueStep, string>() };

/** « 3 mois après la signature du CIR (repère proposé) » */
export function reasonOf(step: CatalogueStep, extraMonths = 0, language: Language = 'fr'): string {
  const known = extraMonths === 0 ? reasons[language].get(step) : undefined;
  if (known !== undefined) return known;
  const reason = `${delayWords(step, extraMonths, language)} (${groundWords(step, language)})`;
  if (extraMonths === 0) reasons[language].set(step, reason);
  return reason;
}

/** A delay that others were seen to take is expected rather than owed; an extension is possible, never a duty. */
function urgencyOf({ code, basis: { kind } }: CatalogueStep): Urgency {
  if (code === 'CIR_EXTENSION') return 'POSSIBLE';
  return kind?.startsWith('OBSERVED') === true ? 'EXPECTED' : 'OWED';
}

/**
 * One sentence on a step: where it stands, what it waits for, or until when and why, and whose turn it is: that of whoever
 * is named as awaited, else of the stall that it alone would end, so that a file says one thing of both; else of whoever
 * begins. To be read aloud.
 */
export function explainStep(
  current: CurrentStep,
  state: StepState,
  today: CalendarDay,
  { language = 'fr', turnOfStall }: { readonly language?: Language; readonly turnOfStall?: Party | undefined } = {},
): string {
  const { step, entry, opensOn, dueOn, extraMonths } = current;
  const sayings = STEP_SAYINGS[language];
  const { day, turn: turnOf } = PATHWAY_WORDS[language];
  if (state === 'NOT_OPEN' || state === 'CLOSED') return settled(current, language);
  if (!current.isOpen) return sayings.keptOpen;
  const left = homeLeft(entry, language);
  if (state === 'WAITING') return `${left}${waiting(current, today, language)}`;
  const awaited = entry.status === 'WAITING_THIRD_PARTY' ? entry.party : null;
  const turn = turnOf(awaited ?? turnOfStall ?? step.definition.actedBy[0]);
  if (current.remark !== null) return current.remark;
  if (left !== '') return `${left}${turn}`;
  if (step.deadline === undefined) return `${sayings.noDeadline} ${turn}`;
  const urgency = urgencyOf(step);
  if (dueOn === null) {
    const delay = delayWords(step, extraMonths, language);
    return `${sayings.undated(urgency, delay, groundWords(step, language))} ${turn}`;
  }
  const reason = namingPermit(reasonOf(step, extraMonths, language), current, language);
  if (state === 'OVERDUE') return `${sayings.overdue(urgency, day(dueOn), reason)} ${turn}`;
  return opensOn !== null && opensOn > today
    ? `${sayings.opensLater(day(opensOn), day(dueOn), reason)} ${turn}`
    : `${sayings.due(urgency, day(dueOn), reason)} ${turn}`;
}

/** Why a home that was found is to be found again; empty for everything else. */
function homeLeft({ because, on }: StatusEntry, language: Language): string {
  if (because !== 'HOME_LEFT' || on === null) return '';
  return `${STEP_SAYINGS[language].homeLeft(PATHWAY_WORDS[language].day(on))} `;
}

/** Of several permits, the one that is to be renewed is named by the day it was delivered. */
function namingPermit(reason: string, { permit, entry }: CurrentStep, language: Language): string {
  if (permit === null || entry.status !== 'TO_DO') return reason;
  const { endOfPermit, validity } = STEP_SAYINGS[language];
  return reason.replace(PATHWAY_WORDS[language].anchors['PERMIT_EXPIRY'] ?? '', endOfPermit(validity(permit)));
}

/** What must come first; then the date, which no longer is one to come once it has passed. */
function waiting({ step, waitsFor, dueOn, extraMonths }: CurrentStep, today: CalendarDay, language: Language): string {
  const { awaited, day } = PATHWAY_WORDS[language];
  const { waits, thenDue } = STEP_SAYINGS[language];
  const needed = waits(waitsFor.map((code) => awaited[code] ?? LABELS[language].step[code]));
  if (dueOn === null) return needed;
  return `${needed} ${thenDue(dueOn < today, day(dueOn), reasonOf(step, extraMonths, language))}`;
}

function settled({ step, entry }: CurrentStep, language: Language): string {
  const sayings = STEP_SAYINGS[language];
  const since = entry.on === null ? null : PATHWAY_WORDS[language].day(entry.on);
  if (entry.status === 'CANCELLED') return sayings.cancelled;
  if (entry.status !== 'NOT_APPLICABLE') return sayings.settled(LABELS[language].stepStatus[entry.status], since);
  const wasNeverOpened = step.initial === 'NOT_APPLICABLE' && entry.eventId === null;
  if (wasNeverOpened) return sayings.toOpen;
  return sayings.notApplicable(since, entry.because === 'HOME_LEFT');
}
