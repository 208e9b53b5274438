import { dayNumber, daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { catalogueOf, type Catalogue, type CatalogueStep } from './catalogue.ts';
import { ACTORS, type Party } from './codes.ts';
import { isWaiting } from './currentSteps.ts';
import type { PauseEvent } from './events.ts';
import type { Folded } from './fold.ts';
import { CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import { advance, openStanding, ruleSetPlanned, type Change, type Standing } from './standing.ts';
import { dueOn } from './stepDates.ts';

export interface TurnDays {
  readonly party: Party;
  readonly days: number;
}

/**
 * Whose turn each day was, from the opening of the file to today or to its closing (pathway.json `whoseTurn`). Each day
 * is judged by what had happened by then, so that what comes later never moves a day to another party; every day
 * belongs to one party, so the days add up exactly to the elapsed days.
 */
export function daysByTurn(folded: Folded): TurnDays[] {
  const { facts, changes, today, closedOn } = folded;
  const from = facts.caseOpenedOn;
  const to = closedOn ?? today;
  if (from === null || to <= from) return [];

  const standing = openStanding(facts, from);
  const pausedDays = pauseCounter(folded.by.pauses, to);
  const days = new Map<Party, number>();
  const give = (party: Party, count: number): void =>
    void (count > 0 && days.set(party, (days.get(party) ?? 0) + count));
  let dues = duesUnder(standing);
  let index = 0;
  for (let day = from; day < to;) {
    const { signedOn } = standing;
    for (let change = changes[index]; change !== undefined && change.on <= day; change = changes[(index += 1)]) {
      advance(standing, change);
      forget(dues, movedBy(change, dues.catalogue));
    }
    if (standing.signedOn === null) standing.ruleSet = ruleSetPlanned(day);
    if (dues.catalogue.ruleSet !== standing.ruleSet.code) dues = duesUnder(standing);
    else if (standing.signedOn !== signedOn) forget(dues, dues.catalogue.movedBySignature);
    const end = endOfSegment(standing, day, changes[index]?.on ?? to, to);
    const paused = pausedDays(day, end);
    give('PERSON', paused);
    give(holderOf(standing, dues), daysBetween(day, end) - paused);
    day = end;
  }
  return ACTORS.filter((party) => days.has(party)).map((party) => ({ party, days: days.get(party) ?? 0 }));
}

/** Nothing changes before the next change, nor, while unsigned, before the next rule set. */
function endOfSegment({ signedOn }: Standing, day: CalendarDay, next: CalendarDay, to: CalendarDay): CalendarDay {
  const end = next < to ? next : to;
  if (signedOn !== null) return end;
  const nextSet = CONTRACT_RULE_SETS.find(({ validFrom }) => validFrom > day)?.validFrom;
  return nextSet !== undefined && nextSet < end ? (nextSet as CalendarDay) : end;
}

interface Dues {
  readonly catalogue: Catalogue;
  /** By place in the catalogue, as numbers of days; computed when asked, and again once something has moved them. */
  readonly on: number[];
}

const NOT_COMPUTED = -1;
/** Steps without due date come last. */
const WITHOUT_DUE = 999_999_999;

function duesUnder({ ruleSet, facts }: Standing): Dues {
  const catalogue = catalogueOf(ruleSet.code, facts);
  return { catalogue, on: catalogue.steps.map(() => NOT_COMPUTED) };
}

function dueOf(standing: Standing, step: CatalogueStep): number {
  const due = dueOn(standing, step);
  return due === null ? WITHOUT_DUE : dayNumber(due);
}

function forget({ on }: Dues, places: readonly number[]): void {
  for (const place of places) on[place] = NOT_COMPUTED;
}

const NOTHING: readonly number[] = [];

/** Most dates rest on facts: a change moves few of them. */
function movedBy(change: Change, { movedBySteps, movedByExtensions, movedByPermits }: Catalogue): readonly number[] {
  if (change.kind === 'PERMIT') return movedByPermits;
  return change.kind === 'STATUS' ? (movedBySteps[change.step] ?? NOTHING) : movedByExtensions;
}

/** The party whose turn it is: of the open step, waiting for nothing, that is due first. */
function holderOf(standing: Standing, { catalogue: { steps }, on }: Dues): Party {
  let first = WITHOUT_DUE + 1;
  let holder: Party = 'ASSOCIATION_CASEWORKER';
  for (let place = 0; place < on.length; place += 1) {
    let due = on[place];
    if (due === undefined || due >= first) continue;
    const step = steps[place];
    if (step === undefined) continue;
    if (due === NOT_COMPUTED) {
      on[place] = due = dueOf(standing, step);
      if (due >= first) continue;
    }
    const entry = standing.current[step.number];
    const isOpen = entry?.isOpen ?? step.initial === 'TO_DO';
    if (!isOpen || isWaiting(standing, step.prerequisites)) continue;
    first = due;
    const waitsForParty = entry?.status === 'WAITING_THIRD_PARTY' ? entry.party : null;
    holder = waitsForParty ?? step.definition.actedBy[0];
  }
  return holder;
}

/** Counts the days of a stretch that lie inside a pause. Stretches are asked in order. */
function pauseCounter(pauses: readonly PauseEvent[], end: CalendarDay): (from: CalendarDay, to: CalendarDay) => number {
  const merged: { from: CalendarDay; to: CalendarDay }[] = [];
  for (const { on, until } of pauses) {
    const next = until === null || until === undefined ? end : plusDays(until, 1);
    const last = merged.at(-1);
    if (last !== undefined && on <= last.to) last.to = next > last.to ? next : last.to;
    else merged.push({ from: on, to: next });
  }
  let place = 0;
  return (from, to) => {
    let days = 0;
    for (let pause = merged[place]; pause !== undefined && pause.from < to; pause = merged[(place += 1)]) {
      const [start, stop] = [pause.from > from ? pause.from : from, pause.to < to ? pause.to : to];
      if (start < stop) days += daysBetween(start, stop);
      if (pause.to > to) break;
    }
    return days;
  };
}
