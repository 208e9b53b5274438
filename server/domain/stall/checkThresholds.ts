import { calendarDay, type CalendarDay } from '../calendar/calendarDay.ts';
import { shift, type Duration } from '../calendar/period.ts';
import type { StallRuleCode } from '../pathway/codes.ts';
import { stallRule, type StallRule } from './rules.ts';
import { isSettable, proposedThreshold, type SilenceDays, type Threshold, type ThresholdSet } from './thresholds.ts';

export interface ThresholdProblem {
  /** Where it is in the form: `rules.NO_CONTACT.limit`, `effectiveOn`… */
  readonly field: string;
  readonly code: 'set_by_law' | 'not_of_this_rule' | 'out_of_range' | 'warn_after_limit' | 'date_in_past';
  /** French, for whoever typed it. */
  readonly reason: string;
}

const MOST = { DAY: 730, MONTH: 24 } as const;
const MOST_TIMES = 10;
const MOST_SILENCE: SilenceDays = { NORMAL: 365, CRITICAL: 60 };

// A month is not a number of days: a warning comes before its limit only if it does from any of these.
const ANCHORS = ['2025-01-31', '2025-02-28', '2025-07-01', '2024-02-29'].map(calendarDay);

/** What makes a set of thresholds impossible to publish; none when it may be. */
export function checkThresholds(
  set: ThresholdSet & { readonly effectiveOn: CalendarDay },
  today: CalendarDay,
): ThresholdProblem[] {
  const problems: ThresholdProblem[] = [];
  if (set.effectiveOn < today)
    problems.push({
      field: 'effectiveOn',
      code: 'date_in_past',
      reason: 'Un seuil ne change pas le passé\u00a0: choisissez aujourd’hui ou un jour à venir.',
    });
  for (const [code, threshold] of Object.entries(set.rules)) {
    problems.push(...problemsOf(stallRule(code as StallRuleCode), threshold));
  }
  for (const severity of ['NORMAL', 'CRITICAL'] as const) {
    const days = set.silenceDays[severity];
    if (days < 1 || days > MOST_SILENCE[severity])
      problems.push({
        field: `silenceDays.${severity}`,
        code: 'out_of_range',
        reason: `Entre 1 et ${MOST_SILENCE[severity]} jours.`,
      });
  }
  return problems;
}

function problemsOf(rule: StallRule, threshold: Threshold): ThresholdProblem[] {
  const at = `rules.${rule.code}`;
  if (!isSettable(rule))
    return [{ field: at, code: 'set_by_law', reason: 'Ce délai vient d’un texte\u00a0: ce n’est pas un réglage.' }];
  const proposed = proposedThreshold(rule);
  const problems: ThresholdProblem[] = [];
  const hasOther = (['warn', 'limit', 'countLimit'] as const).filter(
    (field) => ((threshold[field] ?? null) === null) !== ((proposed[field] ?? null) === null),
  );
  const otherPopulations = (['warnByPopulation', 'limitByPopulation'] as const).filter(
    (field) =>
      Object.keys(threshold[field] ?? {})
        .sort()
        .join() !==
      Object.keys(proposed[field] ?? {})
        .sort()
        .join(),
  );
  for (const field of [...hasOther, ...otherPopulations])
    problems.push({
      field: `${at}.${field}`,
      code: 'not_of_this_rule',
      reason: 'Cette règle n’a pas, ou a toujours, ce seuil.',
    });
  if (problems.length > 0) return problems;

  const { countLimit } = threshold;
  if (countLimit !== undefined && (countLimit < 1 || countLimit > MOST_TIMES))
    problems.push({ field: `${at}.countLimit`, code: 'out_of_range', reason: `Entre 1 et ${MOST_TIMES} fois.` });
  const pairs: [string, Duration | null | undefined, Duration | null | undefined, string][] = [
    ['', threshold.warn, threshold.limit, ''],
    ...Object.keys(proposed.limitByPopulation ?? {}).map((population): (typeof pairs)[number] => [
      'ByPopulation',
      threshold.warnByPopulation?.[population as 'BPI'] ?? threshold.warn,
      threshold.limitByPopulation?.[population as 'BPI'],
      `.${population}`,
    ]),
  ];
  const least = (proposed.limit?.n ?? 1) > 0 ? 1 : null;
  for (const [by, warn, limit, of] of pairs) {
    const named = [
      ['warn', warn],
      ['limit', limit],
    ] as const;
    const outside = named.filter(([, duration]) => duration != null && isOutside(duration, least));
    for (const [name] of outside)
      problems.push({
        field: `${at}.${name}${by}${of}`,
        code: 'out_of_range',
        reason: `${least === null ? 'Au plus' : 'Entre 1 et'} ${MOST.DAY} jours ou ${MOST.MONTH} mois${least === null ? ', avant ou après' : ''}.`,
      });
    if (
      outside.length === 0 &&
      warn != null &&
      limit != null &&
      ANCHORS.some((anchor) => shift(anchor, warn) > shift(anchor, limit))
    )
      problems.push({
        field: `${at}.warn${by}${of}`,
        code: 'warn_after_limit',
        reason: 'L’alerte doit venir au plus tard le jour de la limite.',
      });
  }
  return problems;
}

/** A limit counted before its anchor may be negative, or the very day; the others come after it. */
function isOutside({ n, unit }: Duration, least: number | null): boolean {
  return n > MOST[unit] || n < (least ?? -MOST[unit]) || !Number.isInteger(n);
}
