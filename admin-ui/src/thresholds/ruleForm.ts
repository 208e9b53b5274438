import type { Duration, SilenceDays, Threshold } from './thresholds.ts';

export interface DurationForm {
  /** As it is typed, never negative. */
  readonly n: string;
  readonly unit: Duration['unit'];
  readonly side: 'BEFORE' | 'AFTER';
}

type PopulationForm = { readonly [population: string]: DurationForm };

export interface RuleForm {
  readonly warn?: DurationForm;
  readonly limit?: DurationForm;
  readonly warnByPopulation?: PopulationForm;
  readonly limitByPopulation?: PopulationForm;
  readonly countLimit?: string;
}

export interface SilenceForm {
  readonly NORMAL: string;
  readonly CRITICAL: string;
}

export function toRuleForm({ warn, limit, warnByPopulation, limitByPopulation, countLimit }: Threshold): RuleForm {
  return {
    ...(warn === null ? {} : { warn: toDurationForm(warn) }),
    ...(limit === null ? {} : { limit: toDurationForm(limit) }),
    ...(warnByPopulation === undefined ? {} : { warnByPopulation: toPopulationForm(warnByPopulation) }),
    ...(limitByPopulation === undefined ? {} : { limitByPopulation: toPopulationForm(limitByPopulation) }),
    ...(countLimit === undefined ? {} : { countLimit: String(countLimit) }),
  };
}

export function toThreshold({ warn, limit, warnByPopulation, limitByPopulation, countLimit }: RuleForm): Threshold {
  return {
    warn: warn === undefined ? null : toDuration(warn),
    limit: limit === undefined ? null : toDuration(limit),
    ...(warnByPopulation === undefined ? {} : { warnByPopulation: toByPopulation(warnByPopulation) }),
    ...(limitByPopulation === undefined ? {} : { limitByPopulation: toByPopulation(limitByPopulation) }),
    ...(countLimit === undefined ? {} : { countLimit: Number(countLimit) }),
  };
}

export const toSilenceForm = ({ NORMAL, CRITICAL }: SilenceDays): SilenceForm => ({
  NORMAL: String(NORMAL),
  CRITICAL: String(CRITICAL),
});

export const toSilenceDays = ({ NORMAL, CRITICAL }: SilenceForm): SilenceDays => ({
  NORMAL: Number(NORMAL),
  CRITICAL: Number(CRITICAL),
});

export function toDuration({ n, unit, side }: DurationForm): Duration {
  return { n: side === 'BEFORE' && Number(n) !== 0 ? -Number(n) : Number(n), unit };
}

/** The duration at a path of the form (`limitByPopulation.BPI`); undefined while its number is not one. */
export function durationAt(form: RuleForm, path: string): Duration | undefined {
  const typed = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], form);
  const duration = typed as DurationForm | undefined;
  return duration !== undefined && isWholeNumber(duration.n) ? toDuration(duration) : undefined;
}

export const isWholeNumber = (typed: unknown): boolean => /^\d{1,4}$/.test(String(typed));

/** The warning of the limit at a path, when both are in the same unit and the warning comes too late. */
export function warnsAfterLimit(form: RuleForm, warnPath: string): boolean {
  const warn = durationAt(form, warnPath);
  const limit = durationAt(form, warnPath.replace('warn', 'limit'));
  // Days and months compare by a calendar only: the server does it.
  return warn !== undefined && warn.unit === limit?.unit && warn.n > limit.n;
}

function toDurationForm({ n, unit }: Duration): DurationForm {
  return { n: String(Math.abs(n)), unit, side: n <= 0 ? 'BEFORE' : 'AFTER' };
}

function toPopulationForm(durations: NonNullable<Threshold['limitByPopulation']>): PopulationForm {
  return Object.fromEntries(Object.entries(durations).map(([code, duration]) => [code, toDurationForm(duration)]));
}

function toByPopulation(form: PopulationForm): NonNullable<Threshold['limitByPopulation']> {
  return Object.fromEntries(Object.entries(form).map(([code, duration]) => [code, toDuration(duration)]));
}
