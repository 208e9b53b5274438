import { dayNumber, daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { catalogueOf, type Catalogue, type CatalogueStep } from './catalogue.ts';
import { ACTORS, type Party } from './codes.ts';
import { isWaiting } from './currentSteps.ts';
import type { PauseEvent } from './events.ts';
import type { Facts } from './facts.ts';
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
  let dues = duesOf(standing, catalogueOf(standing.ruleSet.code, facts));
  let index = 0;
  const moved: number[] = [];
  for (let day = from; day < to;) {
    moved.length = 0;
    for (let change = changes[index]; change !== undefined && change.on <= day; change = changes[(index += 1)]) {
      advance(standing, change);
      for (const place of movedBy(change, dues.catalogue)) moved.push(place);
    }
    if (standing.signedOn === null) standing.ruleSet = ruleSetPlanned(day);
    dues = renewedDues(standing, dues, moved, facts);
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
  readonly signedOn: CalendarDay | null;
  /** By place in the catalogue, as numbers of days: they are compared far more often than computed. */
  readonly on: number[];
}

/** Steps without due date come last. */
const WITHOUT_DUE = 999_999_999;

function dueOf(standing: Standing, step: CatalogueStep): number {
  const due = dueOn(standing, step);
  return due === null ? WITHOUT_DUE : dayNumber(due);
}

function duesOf(standing: Standing, catalogue: Catalogue): Dues {
  return { catalogue, signedOn: standing.signedOn, on: catalogue.steps.map((step) => dueOf(standing, step)) };
}

const NOTHING: readonly number[] = [];

function movedBy(change: Change, { movedBySteps, movedByExtensions, movedByPermits }: Catalogue): readonly number[] {
  if (change.kind === 'PERMIT') return movedByPermits;
  return change.kind === 'STATUS' ? (movedBySteps[change.step] ?? NOTHING) : movedByExtensions;
}

/** Most dates rest on facts: but for another rule set, only those that were moved are computed again. */
function renewedDues(standing: Standing, dues: Dues, moved: readonly number[], facts: Facts): Dues {
  const { catalogue, signedOn, on } = dues;
  if (catalogue.ruleSet !== standing.ruleSet.code) return duesOf(standing, catalogueOf(standing.ruleSet.code, facts));
  renew(standing, dues, moved);
  if (signedOn === standing.signedOn) return dues;
  renew(standing, dues, catalogue.movedBySignature);
  return { catalogue, signedOn: standing.signedOn, on };
}

function renew(standing: Standing, { catalogue, on }: Dues, places: readonly number[]): void {
  for (const place of places) {
    const step = catalogue.steps[place];
    if (step !== undefined) on[place] = dueOf(standing, step);
  }
}

/** The party whose turn it is: of the open step, waiting for nothing, that is due first. */
function holderOf(standing: Standing, { catalogue, on }: Dues): Party {
  let first = WITHOUT_DUE + 1;
  let holder: Party = 'ASSOCIATION_CASEWORKER';
  for (let place = 0; place < on.length; place += 1) {
    const due = on[place];
    if (due === undefined || due >= first) continue;
    const step = catalogue.steps[place];
    if (step === undefined) continue;
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
