import { endOfMonth, plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift } from '../calendar/period.ts';
import type { StepCode, StepStatus } from './codes.ts';
import { currentEntry, lastEntered, type Folded } from './fold.ts';
import { civicSessionsRequired } from './ruleSets/index.ts';
import { deadlineOf, type StepDefinition } from './steps/index.ts';

const CIVIC_SESSIONS = ['CIVIC_SESSION_1', 'CIVIC_SESSION_2', 'CIVIC_SESSION_3', 'CIVIC_SESSION_4'] as const;

/** The days on which civic sessions were attended, earliest first. */
export function civicDaysDone(folded: Folded): CalendarDay[] {
  return CIVIC_SESSIONS.flatMap((step) => lastEntered(folded, step, ['DONE']) ?? []).sort();
}

/** The day from which enough civic sessions have been attended; null before. */
export function civicEndedOn(folded: Folded): CalendarDay | null {
  return civicDaysDone(folded)[civicSessionsRequired(folded.plannedUnder) - 1] ?? null;
}

/** Whether a language course was prescribed, or offered and accepted. */
export function languageIsFollowed(folded: Folded): boolean {
  const decision = folded.steps.get('LANGUAGE_DECISION');
  const outcome = decision === undefined ? null : currentEntry(decision.history).outcome;
  return outcome === 'PRESCRIBED' || outcome === 'OFFERED_ACCEPTED';
}

/** The day from which every prescribed training has ended (pathway.json `trainingEnded`); null before. */
export function trainingEndedOn(folded: Folded): CalendarDay | null {
  const civic = civicEndedOn(folded);
  if (civic === null) return null;
  if (!languageIsFollowed(folded)) return civic;
  const language = lastEntered(folded, 'LANGUAGE_END', ['DONE', 'PARTIALLY_DONE', 'ABANDONED']);
  return language === null ? null : language > civic ? language : civic;
}

/** `TRAINING_END`: the last day of what was followed, once all of it has ended. */
function trainingEnd(folded: Folded): CalendarDay | null {
  if (trainingEndedOn(folded) === null) return null;
  const lastCivic = civicDaysDone(folded).at(-1) ?? null;
  const language = languageIsFollowed(folded) ? lastEntered(folded, 'LANGUAGE_END', ['DONE', 'PARTIALLY_DONE']) : null;
  return [lastCivic, language].filter((day) => day !== null).sort().at(-1) ?? null;
}

function trainingStart(folded: Folded): CalendarDay | null {
  const days = [lastEntered(folded, 'LANGUAGE_START', ['DONE']), lastEntered(folded, 'CIVIC_SESSION_1', ['DONE'])];
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/** Last day of the month that follows the month of the decision (L.551-13). */
function allowanceEnd(grantedOn: CalendarDay | null): CalendarDay | null {
  return grantedOn === null ? null : endOfMonth(plusMonths(`${grantedOn.slice(0, 7)}-01` as CalendarDay, 1));
}

const FACT_ANCHORS: Record<string, (folded: Folded) => CalendarDay | null> = {
  ENTRY_DATE: ({ facts }) => facts.enteredFranceOn,
  FIRST_PERMIT_DATE: ({ facts }) => facts.firstPermitOn,
  PERMIT_EXPIRY: ({ facts }) => facts.permitExpiresOn,
  PROTECTION_DATE: ({ facts }) => facts.protectionGrantedOn,
  CIR_SIGNATURE: ({ signedOn }) => signedOn,
  CASE_OPENED: ({ facts }) => facts.caseOpenedOn,
  STAY_CERTIFICATE_DATE: ({ facts }) => facts.stayCertificateOn,
  ASYLUM_SUPPORT_END: ({ facts }) => facts.asylumSupportEndedOn,
  REFUGEE_HOUSING_ENTRY: ({ facts }) => facts.refugeeHousingEnteredOn,
  CIR_END: ({ cirEndsOn }) => cirEndsOn,
  ASYLUM_ALLOWANCE_END: ({ facts }) => allowanceEnd(facts.protectionGrantedOn),
  TRAINING_START: trainingStart,
  TRAINING_END: trainingEnd,
};

/** The day of an anchor of pathway.json; null while it is unknown. */
export function anchorDay(folded: Folded, anchor: string): CalendarDay | null {
  if (anchor.startsWith('STEP:')) {
    const [, step, status] = anchor.split(':');
    return lastEntered(folded, step as StepCode, [status as StepStatus]);
  }
  const read = FACT_ANCHORS[anchor];
  if (read === undefined) throw new RangeError(`No such anchor: ${anchor}`);
  return read(folded);
}

export interface StepDates {
  readonly opensOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
}

const NO_DATES: StepDates = { opensOn: null, dueOn: null };

/** When a step opens and is due; null while its anchor is unknown. */
export function stepDates(folded: Folded, step: StepDefinition): StepDates {
  const deadline = deadlineOf(step, folded.plannedUnder);
  if (deadline === undefined) return NO_DATES;
  const anchor = anchorDay(folded, deadline.anchor);
  if (anchor === null) return NO_DATES;
  const { dueAfter, dueBefore, opensAfter, opensBefore, extension } = deadline;
  const extended = extension === undefined || dueAfter === undefined ? dueAfter : { ...dueAfter, n: dueAfter.n + extension.n * grantedExtensions(folded, step.code, extension.renewable) };
  return {
    opensOn: opensAfter ? shift(anchor, opensAfter) : opensBefore ? shift(anchor, opensBefore, -1) : null,
    dueOn: extended ? shift(anchor, extended) : dueBefore ? shift(anchor, dueBefore, -1) : null,
  };
}

function grantedExtensions(folded: Folded, step: StepCode, renewable: boolean): number {
  const granted = folded.events.filter((event) => 'extension' in event && event.extension === step).length;
  return renewable ? granted : Math.min(1, granted);
}
