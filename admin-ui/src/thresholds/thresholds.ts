import type { ThresholdsInput, ThresholdsView } from '../../../server/contract/thresholds.ts';

export type Rule = ThresholdsView['rules'][number];
export type RuleCode = Rule['rule'];
export type Threshold = Rule['inForce'];
export type Duration = NonNullable<Threshold['limit']>;
export type SilenceDays = ThresholdsView['silenceDays'];
export type Publication = ThresholdsView['published'][number];
type Population = keyof NonNullable<Threshold['limitByPopulation']>;

/** What is being prepared: nothing of it is sent before it is simulated or published. */
export interface Draft {
  /** The day from which it would be in force, as it is typed. */
  readonly day: string;
  readonly rules: { readonly [K in RuleCode]?: Threshold };
  readonly silenceDays?: SilenceDays | undefined;
}

/** One duration of a threshold, at its path in the form and in the server's errors. */
export interface Part {
  readonly path: string;
  readonly kind: 'warn' | 'limit';
  /** Absent for the duration that is everybody's. */
  readonly population?: Population;
  readonly duration: Duration;
}

const KINDS = ['warn', 'limit'] as const;

/** The durations of a threshold, in the order in which they are read. */
export function partsOf(threshold: Threshold): Part[] {
  const everybody = KINDS.flatMap((kind): Part[] => {
    const duration = threshold[kind];
    return duration === null ? [] : [{ path: kind, kind, duration }];
  });
  const populations = KINDS.flatMap((kind) =>
    Object.entries(threshold[`${kind}ByPopulation`] ?? {}).map(([population, duration]): Part => ({
      path: `${kind}ByPopulation.${population}`,
      kind,
      population: population as Population,
      duration,
    })),
  );
  return [...everybody, ...populations];
}

export function partAt(threshold: Threshold, path: string): Part | undefined {
  return partsOf(threshold).find((part) => part.path === path);
}

export const isSameDuration = (one: Duration, other: Duration | undefined): boolean =>
  one.n === other?.n && one.unit === other.unit;

export function isSameThreshold(one: Threshold, other: Threshold): boolean {
  const parts = partsOf(one);
  return (
    one.countLimit === other.countLimit &&
    parts.length === partsOf(other).length &&
    parts.every(({ path, duration }) => isSameDuration(duration, partAt(other, path)?.duration))
  );
}

export const isSameSilence = (one: SilenceDays, other: SilenceDays): boolean =>
  one.NORMAL === other.NORMAL && one.CRITICAL === other.CRITICAL;

/** Rules whose proposal counts before its anchor may be set before it or after; the others come after. */
export const countsBefore = ({ proposed }: Rule): boolean => proposed.limit !== null && proposed.limit.n <= 0;

/** The publications to come until a day, the one that counts last at the end. */
function comingUntil({ on, published }: ThresholdsView, day: string): Publication[] {
  return published
    .filter(({ effectiveOn }) => effectiveOn > on && effectiveOn <= day)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.number - b.number));
}

/** What is in force of a rule on a day, today or later: what is published for a day to come counts from it. */
export function thresholdOn(view: ThresholdsView, rule: Rule, day: string): Threshold {
  const changes = comingUntil(view, day).flatMap((publication) => publication.changes);
  return changes.findLast((change) => change.rule === rule.rule)?.after ?? rule.inForce;
}

export function silenceOn(view: ThresholdsView, day: string): SilenceDays {
  const changed = comingUntil(view, day).findLast(
    ({ silenceDays, silenceDaysBefore }) => !isSameSilence(silenceDays, silenceDaysBefore),
  );
  return changed?.silenceDays ?? view.silenceDays;
}

/** The first day after `day` on which a publication already made changes this rule. */
export function nextChangeOn({ published }: ThresholdsView, code: RuleCode, day: string): string | undefined {
  return published
    .filter(({ effectiveOn, changes }) => effectiveOn > day && changes.some(({ rule }) => rule === code))
    .map(({ effectiveOn }) => effectiveOn as string)
    .sort()[0];
}

export const isEmptyDraft = ({ rules, silenceDays }: Draft): boolean =>
  Object.keys(rules).length === 0 && silenceDays === undefined;

export function toInput({ day, rules, silenceDays }: Draft): ThresholdsInput {
  return {
    effectiveOn: day as ThresholdsInput['effectiveOn'],
    rules,
    ...(silenceDays === undefined ? {} : { silenceDays }),
  };
}
