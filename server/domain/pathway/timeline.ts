import type { CalendarDay } from '../calendar/calendarDay.ts';
import { findStalls } from '../stall/findStalls.ts';
import { stallStateOn } from '../stall/stallSpell.ts';
import { DOMAINS, type Domain, type StallRuleCode, type StepCode, type StepStatus } from './codes.ts';
import { currentSteps, type CurrentStep } from './currentSteps.ts';
import type { Folded } from './fold.ts';
import { stepSpells } from './spells.ts';
import { MET_STATUSES } from './transitions.ts';

/** Days of a picture: from the first one (null: not known) to the one on which it is over (null: it lasts). */
interface Days {
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
}

/** One status that a step has had. */
export interface TimelineSpan extends Days {
  readonly status: StepStatus;
}

/** A step that is, or has been, somebody's: what it went through, and its dates as they stand. */
export interface TimelineStep {
  readonly step: StepCode;
  readonly domain: Domain;
  readonly spans: readonly TimelineSpan[];
  readonly opensOn: CalendarDay | null;
  /** The limit of an open step; null when it has none, or none any more. */
  readonly dueOn: CalendarDay | null;
}

/** A spell of a stall; `since` is null while its limit is still to come. */
export interface TimelineStall {
  readonly rule: StallRuleCode;
  readonly domain: Domain;
  readonly since: CalendarDay | null;
  readonly until: CalendarDay | null;
  readonly limitOn: CalendarDay | null;
}

/** Days on which a domain had something to do, and nothing under way. */
export interface TimelineGap {
  readonly domain: Domain;
  readonly from: CalendarDay;
  readonly until: CalendarDay | null;
}

/** The pathway as days: what its picture draws, and what the list beside it says in words. */
export interface Timeline {
  /** The first day of which something is known. */
  readonly from: CalendarDay;
  readonly today: CalendarDay;
  readonly closedOn: CalendarDay | null;
  readonly steps: readonly TimelineStep[];
  readonly stalls: readonly TimelineStall[];
  readonly gaps: readonly TimelineGap[];
}

/** What a reader is shown of a pathway. A gap that rests on a step that she does not see would tell of it. */
export interface Shown {
  readonly step: (code: StepCode) => boolean;
  readonly stall: (rule: StallRuleCode) => boolean;
  readonly gap: (step: StepCode) => boolean;
}

const ALL: Shown = { step: () => true, stall: () => true, gap: () => true };

/** Somebody is at it: asked for, on its way, or waited for. */
const UNDER_WAY: ReadonlySet<StepStatus> = new Set(['REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'WAITING_THIRD_PARTY']);

/** What is known on the day of the fold → days by step, stalls and gaps, as shown to a reader. Pure. */
export function timelineOf(folded: Folded, shown: Shown = ALL): Timeline {
  const { today, closedOn, facts } = folded;
  const current = currentSteps(folded);
  const spells = stepSpells(folded, current);
  const spans = new Map<StepCode, TimelineSpan[]>();
  for (const { step, status, fromOn, untilOn } of spells)
    spans.set(step, [...(spans.get(step) ?? []), { status, from: fromOn, until: untilOn }]);
  const steps = current
    .filter(({ step, entry }) => shown.step(step.code) && wasEverOpen(entry.status, spans.get(step.code)))
    .map((one): TimelineStep => {
      const { step, opensOn, dueOn, isOpen } = one;
      return {
        step: step.code,
        domain: step.definition.domain,
        spans: spans.get(step.code) ?? [],
        opensOn: isOpen ? opensOn : null,
        dueOn: isOpen ? dueOn : null,
      };
    });
  const stalls = stallsOn(folded).filter(({ rule }) => shown.stall(rule));
  const days = [
    facts.caseOpenedOn,
    ...steps.flatMap((step) => step.spans.map(({ from }) => from)),
    ...stalls.map(({ since }) => since),
  ].filter((day) => day !== null);
  return {
    from: days.reduce((first, day) => (day < first ? day : first), today),
    today,
    closedOn,
    steps,
    stalls,
    gaps: gapsOf(
      current.filter(({ step }) => shown.step(step.code) && shown.gap(step.code)),
      // Whoever sees a step sees its domain: what is under way in it is known whole.
      (code) => spans.get(code) ?? [],
      closedOn ?? today,
      closedOn !== null,
    ),
  };
}

function wasEverOpen(status: StepStatus, spans: readonly TimelineSpan[] = []): boolean {
  return status !== 'NOT_APPLICABLE' || spans.some((span) => span.status !== 'NOT_APPLICABLE');
}

/** Those reached, cleared or not, and those watched. */
function stallsOn(folded: Folded): TimelineStall[] {
  const { today } = folded;
  return findStalls(folded).flatMap((spell) => {
    const { rule, domain, sinceOn, limitOn, clearedOn } = spell;
    const hasCome = sinceOn !== null && sinceOn <= today;
    if (!hasCome && stallStateOn(spell, today) === null) return [];
    const until = clearedOn !== null && clearedOn <= today ? clearedOn : null;
    return [{ rule, domain, since: hasCome ? sinceOn : null, until, limitOn }];
  });
}

type SpansOf = (code: StepCode) => readonly TimelineSpan[];

/** By domain: the days on which one of its steps could be begun, less those on which one was under way. */
function gapsOf(current: readonly CurrentStep[], spansOf: SpansOf, end: CalendarDay, isOver: boolean): TimelineGap[] {
  return DOMAINS.flatMap((domain) => {
    const own = current.filter(({ step }) => step.definition.domain === domain);
    const ready = own.flatMap((step) => readyDays(step, spansOf));
    const busy = own.flatMap(({ step }) => stretches(spansOf(step.code), ({ status }) => UNDER_WAY.has(status)));
    return minus(joined(ready), joined(busy)).flatMap(({ from, until }) => {
      // A day not known begins no gap, and what is to come is none yet.
      if (from === null || from >= end) return [];
      const last = until === null || until > end ? (isOver ? end : null) : until;
      return [{ domain, from, until: last }];
    });
  });
}

/** The days on which a step was to do, its day had come, and what it waits for was there. */
function readyDays({ step, opensOn }: CurrentStep, spansOf: SpansOf): Days[] {
  const spans = spansOf(step.code);
  let days = stretches(spans, ({ status }) => status === 'TO_DO').map((one) =>
    one.until === null && opensOn !== null ? { ...one, from: later(one.from, opensOn) } : one,
  );
  for (const { code } of step.prerequisites)
    days = common(days, joined(stretches(spansOf(code), ({ status }) => MET_STATUSES.has(status))));
  return days;
}

function stretches(spans: readonly TimelineSpan[], isOne: (span: TimelineSpan) => boolean): Days[] {
  return spans.filter(isOne).map(({ from, until }) => ({ from, until }));
}

function later(one: CalendarDay | null, other: CalendarDay | null): CalendarDay | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function sooner(one: CalendarDay | null, other: CalendarDay | null): CalendarDay | null {
  return one === null || (other !== null && other < one) ? other : one;
}

/** Ends before the other begins, or on that very day. */
function isBefore(until: CalendarDay | null, from: CalendarDay | null): boolean {
  return until !== null && from !== null && until <= from;
}

function hasDays({ from, until }: Days): boolean {
  return until === null || from === null || from < until;
}

function common(some: readonly Days[], others: readonly Days[]): Days[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({ from: later(one.from, other.from), until: sooner(one.until, other.until) }))
      .filter((days) => hasDays(days)),
  );
}

/** In order, without a day twice. */
function joined(days: readonly Days[]): Days[] {
  const inOrder = days
    .filter(hasDays)
    .toSorted((one, other) => (one.from === other.from ? 0 : (one.from ?? '') < (other.from ?? '') ? -1 : 1));
  const whole: Days[] = [];
  for (const one of inOrder) {
    const last = whole.at(-1);
    const touches = last !== undefined && (last.until === null || one.from === null || one.from <= last.until);
    if (!touches) whole.push(one);
    else whole[whole.length - 1] = { from: last.from, until: laterEnd(last.until, one.until) };
  }
  return whole;
}

function laterEnd(one: CalendarDay | null, other: CalendarDay | null): CalendarDay | null {
  return one === null || other === null ? null : one > other ? one : other;
}

function minus(some: readonly Days[], others: readonly Days[]): Days[] {
  let left = [...some];
  for (const other of others)
    left = left.flatMap((one) => {
      if (isBefore(one.until, other.from) || isBefore(other.until, one.from)) return [one];
      return [
        ...(other.from !== null && (one.from === null || one.from < other.from)
          ? [{ from: one.from, until: other.from }]
          : []),
        ...(other.until !== null && (one.until === null || other.until < one.until)
          ? [{ from: other.until, until: one.until }]
          : []),
      ];
    });
  return left;
}
