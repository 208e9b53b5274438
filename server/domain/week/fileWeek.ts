import { daysBetween, earlierOf, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { StallRuleCode, StepCode } from '../pathway/codes.ts';
import { stallRule, stepsClearing } from '../stall/rules.ts';

/** The parts of a week, in the order in which they cannot wait. */
export const WEEK_BLOCKS = ['LATE', 'TODAY', 'THIS_WEEK', 'TO_WATCH'] as const;
export type WeekBlock = (typeof WEEK_BLOCKS)[number];

/** « This week » is the seven days to come: on a Friday too, Monday is to be seen. */
export const WEEK_DAYS = 7;

/** What the one button of a line does: what moves it most. */
export const WEEK_ACTS = ['SETTLE_TASK', 'MOVE_STEP', 'RECORD_CONTACT', 'PLAN_TASK', 'OPEN_FILE'] as const;
export type WeekAct = (typeof WEEK_ACTS)[number];

/** A step that is open, waits for nothing and is due by a day. */
export interface DueStep {
  readonly step: StepCode;
  readonly dueOn: CalendarDay;
  /** Whether a text sets its limit: it is not a custom, nor a proposal. */
  readonly isLegal: boolean;
}
/** A stall that lasts, or whose limit comes. */
export interface LivingStall {
  readonly id: string;
  readonly rule: StallRuleCode;
  readonly severity: 'CRITICAL' | 'NORMAL';
  /** Null while it is only watched. */
  readonly sinceOn: CalendarDay | null;
  /** The last day in time; null for rules without one (counts, ratios, tests). */
  readonly limitOn: CalendarDay | null;
}
export interface OpenTask {
  readonly id: string;
  readonly step: StepCode | null;
  readonly dueOn: CalendarDay;
}

/** What of one file the week is made of, on a day. */
export interface FileMatters {
  readonly steps: readonly DueStep[];
  readonly stalls: readonly LivingStall[];
  /** Every task that is open, however far. */
  readonly tasks: readonly OpenTask[];
  /** Whether its follow-up goes on: what is paused or closed is not asked what comes next. */
  readonly isActive: boolean;
  /** The next day of any of its steps; null when none has one. */
  readonly nextDueOn: CalendarDay | null;
}

interface Line {
  readonly block: WeekBlock;
  /** Its day: due, or the first day of a stall, or the limit that comes; null where nothing has one. */
  readonly on: CalendarDay | null;
  readonly severity: 'CRITICAL' | 'NORMAL';
  /** Whether its day is set by a text. */
  readonly isLegal: boolean;
  readonly act: WeekAct;
}
/** One line of the week: one thing to do for one person, and everything that says so. */
export type WeekLine =
  | (Line & {
      readonly kind: 'STEP';
      readonly step: StepCode;
      /** Stalls that this step would clear: said on its line, not on one of their own. */
      readonly stalls: readonly LivingStall[];
      /** The task by which somebody said she would see to it later than this week. */
      readonly task: OpenTask | null;
    })
  | (Line & { readonly kind: 'STALL'; readonly stall: LivingStall; readonly step: StepCode | null })
  | (Line & {
      readonly kind: 'TASK';
      readonly task: OpenTask;
      /** The day by which the step that it moves on is due, when that is past or this week. */
      readonly stepDueOn: CalendarDay | null;
      readonly stalls: readonly LivingStall[];
    })
  | (Line & { readonly kind: 'NOTHING_PLANNED' });

/** Which part of the week a day is of; null after it. The limit day is still in time. */
export function blockOfDay(on: CalendarDay, today: CalendarDay): Exclude<WeekBlock, 'TO_WATCH'> | null {
  if (on < today) return 'LATE';
  if (on === today) return 'TODAY';
  return on <= plusDays(today, WEEK_DAYS) ? 'THIS_WEEK' : null;
}

function blockOfStall({ sinceOn, limitOn }: LivingStall, today: CalendarDay): WeekBlock {
  if (sinceOn !== null && sinceOn <= today) return 'LATE';
  return (limitOn === null ? null : blockOfDay(limitOn, today)) ?? 'TO_WATCH';
}

/** Since when it has been stalled, as the list of stalled pathways counts it; or its limit, which is to come. */
function dayOfStall({ sinceOn, limitOn }: LivingStall, today: CalendarDay): CalendarDay | null {
  return sinceOn !== null && sinceOn <= today ? sinceOn : limitOn;
}

const earliest = (blocks: readonly WeekBlock[]): WeekBlock =>
  WEEK_BLOCKS.find((block) => blocks.includes(block)) ?? 'TO_WATCH';
const worst = (stalls: readonly LivingStall[]): 'CRITICAL' | 'NORMAL' =>
  stalls.some(({ severity }) => severity === 'CRITICAL') ? 'CRITICAL' : 'NORMAL';

/**
 * The lines of one file in the week of whoever follows it. A step and the stalls that it would clear are one line; a task
 * that somebody planned on a step stands for it. Whatever was put off beyond the week, a limit that is past or comes
 * stays in sight: it is watched.
 */
export function fileWeek(file: FileMatters, today: CalendarDay): WeekLine[] {
  const taken = new Set<LivingStall>();
  const clearedBy = (step: StepCode | null): LivingStall[] => {
    if (step === null) return [];
    const stalls = file.stalls.filter((stall) => !taken.has(stall) && stepsClearing(stall.rule).includes(step));
    for (const stall of stalls) taken.add(stall);
    return stalls;
  };
  const soon = file.tasks.filter(({ dueOn }) => blockOfDay(dueOn, today) !== null);
  const dueOf = new Map(file.steps.map((due) => [due.step, due]));
  const tasks = soon.map((task): WeekLine => {
    const stalls = clearedBy(task.step);
    const due = task.step === null ? undefined : dueOf.get(task.step);
    return {
      kind: 'TASK',
      block: blockOfDay(task.dueOn, today) ?? 'TO_WATCH',
      on: task.dueOn,
      severity: worst(stalls),
      isLegal: due?.isLegal ?? false,
      act: 'SETTLE_TASK',
      task,
      stepDueOn: due?.dueOn ?? null,
      stalls,
    };
  });
  const standsFor = new Set(soon.map(({ step }) => step));
  const steps = file.steps.flatMap(({ step, dueOn, isLegal }): WeekLine[] => {
    const block = blockOfDay(dueOn, today);
    if (block === null || standsFor.has(step)) return [];
    const stalls = clearedBy(step);
    const task = file.tasks.find((one) => one.step === step) ?? null;
    return [
      {
        kind: 'STEP',
        // Said to be seen to later, once it is late; before its day, its day counts.
        block:
          task !== null && block === 'LATE'
            ? 'TO_WATCH'
            : earliest([block, ...stalls.map((stall) => blockOfStall(stall, today))]),
        on: dueOn,
        severity: worst(stalls),
        isLegal,
        act: 'MOVE_STEP',
        step,
        stalls,
        task,
      },
    ];
  });
  const stalls = file.stalls.flatMap((stall): WeekLine[] => {
    if (taken.has(stall)) return [];
    const clearing = stepsClearing(stall.rule);
    const step = clearing.length === 1 ? (clearing[0] ?? null) : null;
    return [
      {
        kind: 'STALL',
        block: blockOfStall(stall, today),
        on: dayOfStall(stall, today),
        severity: stall.severity,
        isLegal: false,
        act: actOn(stall.rule, step),
        stall,
        step,
      },
    ];
  });
  const lines = [...tasks, ...steps, ...stalls];
  const isForgotten = file.isActive && lines.length === 0 && file.tasks.length === 0 && file.nextDueOn === null;
  return isForgotten
    ? [{ kind: 'NOTHING_PLANNED', block: 'TO_WATCH', on: null, severity: 'NORMAL', isLegal: false, act: 'PLAN_TASK' }]
    : lines;
}

function actOn(rule: StallRuleCode, step: StepCode | null): WeekAct {
  const { windows } = stallRule(rule);
  if (windows === 'CONTACT' || windows === 'HANDOVER') return 'RECORD_CONTACT';
  return step === null ? 'OPEN_FILE' : 'MOVE_STEP';
}

/**
 * The order of a week: by part, then what is critical (rights and papers are lost by it), then what a text sets, then the
 * day that is the furthest behind or the nearest. No score: it is said in one sentence.
 */
export function inOrder(a: WeekLine, b: WeekLine): number {
  return (
    WEEK_BLOCKS.indexOf(a.block) - WEEK_BLOCKS.indexOf(b.block) ||
    (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0) ||
    Number(b.isLegal) - Number(a.isLegal) ||
    byDay(a.on, b.on)
  );
}

function byDay(a: CalendarDay | null, b: CalendarDay | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return earlierOf(a, b) === a ? -1 : 1;
}

/** Days late (positive), or to go (negative); null where there is no day. */
export function daysLate({ on }: WeekLine, today: CalendarDay): number | null {
  return on === null ? null : daysBetween(on, today);
}
