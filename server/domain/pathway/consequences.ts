import type { CalendarDay } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { LanguageDecision, StepCode } from './codes.ts';
import { voidedIds, type PathwayEvent, type RetractionEvent, type StepEvent } from './events.ts';
import { fold, type Given } from './fold.ts';
import { stepNumber } from './standing.ts';
import { ALLOWED_MOVES, OPEN_STATUSES } from './transitions.ts';

/** Decisions after which there is no course. The level is still to be proved: its certification stays to do. */
const WITHOUT_COURSE: Readonly<Partial<Record<LanguageDecision, 'EXEMPT' | 'DECLINED'>>> = {
  EXEMPT_LEVEL: 'EXEMPT',
  EXEMPT_DIPLOMA: 'EXEMPT',
  OFFERED_DECLINED: 'DECLINED',
};
const COURSE: readonly StepCode[] = ['LANGUAGE_START', 'LANGUAGE_MID_TEST', 'LANGUAGE_END'];
const LANGUAGE_DECISION = stepNumber('LANGUAGE_DECISION');

type Consequence = (StepEvent | RetractionEvent) & { readonly followsFrom: string };

/**
 * What is recorded in the same act because it follows from an event just accepted; pure, without ids. A decision that
 * leaves no course settles its steps; an event that takes another back takes back what followed from it. Where a hand
 * has gone on since, what it built on stays.
 */
export function consequencesOf(history: Given, event: PathwayEvent, today: CalendarDay): Consequence[] {
  const takenBack = whatIsTakenBack(history, event, today);
  return [
    ...takenBack,
    ...courseSettled({ ...history, events: [...history.events, event, ...takenBack] }, event, today),
  ];
}

/** An event with what follows from it, each with an id: what is to be recorded. */
export function withConsequences(
  history: Given,
  event: PathwayEvent,
  today: CalendarDay,
  newId: () => string,
): PathwayEvent[] {
  return [event, ...consequencesOf(history, event, today).map((consequence) => ({ ...consequence, id: newId() }))];
}

/** The same of a whole history, event after event: what an import or a seed opens at once. */
export function withAllConsequences(history: Given, today: CalendarDay, newId: () => string): PathwayEvent[] {
  const events: PathwayEvent[] = [];
  for (const event of history.events) {
    events.push(...withConsequences({ facts: history.facts, events }, event, today, newId));
  }
  return events;
}

function courseSettled(history: Given, event: PathwayEvent, today: CalendarDay): Consequence[] {
  if (!('step' in event) || event.step !== 'LANGUAGE_DECISION' || event.status !== 'DONE') return [];
  const status = WITHOUT_COURSE[event.outcome as LanguageDecision];
  const { id, on } = event;
  if (status === undefined || id === undefined) return [];
  const folded = fold(history, today);
  if (folded.standing.current[LANGUAGE_DECISION]?.eventId !== id) return [];
  return COURSE.flatMap((code): Consequence[] => {
    const step = folded.catalogue.byCode.get(code);
    if (step === undefined) return [];
    const last = folded.histories[step.number]?.at(-1);
    const from = last?.status ?? step.initial;
    // A course under way, or what was noted after the decision, is for a hand to settle.
    const isSettled = OPEN_STATUSES.has(from) && ALLOWED_MOVES[from].includes(status) && (last?.on ?? on) <= on;
    return isSettled ? [{ step: code, status, on, followsFrom: id }] : [];
  });
}

function whatIsTakenBack(history: Given, event: PathwayEvent, today: CalendarDay): Consequence[] {
  const target = 'retracts' in event ? event.retracts : event.corrects;
  const { id } = event;
  if (target === undefined || id === undefined) return [];
  const known = [...history.events, event];
  const voided = voidedIds(known);
  const causeOf = new Map(known.map((one) => [one.id, one.followsFrom]));
  // A correction corrected in its turn still replaces the first decision: what that one had settled does not return.
  const isCauseGone = (one: PathwayEvent): boolean => 'retracts' in one && voided.has(causeOf.get(one.retracts) ?? '');
  const followers = known.filter((one) => one.followsFrom === target && !voided.has(one.id ?? '') && !isCauseGone(one));
  const takenBack: Consequence[] = [];
  // Last first: what a correction took back returns only once what it put in its place is gone.
  for (const { id: follower } of followers.reverse()) {
    if (follower === undefined) continue;
    const retraction = { retracts: follower, on: event.on ?? today, followsFrom: id };
    const events = [...known, ...takenBack];
    if (judgeEvent({ facts: history.facts, events }, retraction, today).accepted) takenBack.push(retraction);
  }
  return takenBack;
}
