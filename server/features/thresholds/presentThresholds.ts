import type { ThresholdsView } from '../../contract/thresholds.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { LABELS } from '../../domain/language/labels.ts';
import type { Language } from '../../domain/language/language.ts';
import { PATHWAY_WORDS } from '../../domain/pathway/pathwayWords.ts';
import { RULES, type StallRule } from '../../domain/stall/rules.ts';
import {
  isSettable,
  proposedThreshold,
  SETTABLE_RULES,
  setInForce,
  thresholdsOf,
  type Threshold,
  type ThresholdSet,
} from '../../domain/stall/thresholds.ts';
import type { PublishedSet } from './thresholds.store.ts';

export interface PublicationLine {
  readonly number: number;
  readonly published_at: string;
  readonly published_by: string;
  readonly reason: string;
}

/** What is in force, what was published and by whom, what may be set and what may not. */
export function presentThresholds(
  sets: readonly PublishedSet[],
  publications: readonly PublicationLine[],
  { today, language, appliedNumber }: { today: CalendarDay; language: Language; appliedNumber: number },
): ThresholdsView {
  const inForce = setInForce(thresholdsOf(sets), today);
  const lastNumber = sets.at(-1)?.number ?? 0;
  return {
    on: today,
    lastNumber,
    rules: RULES.map((rule) => ({
      rule: rule.code,
      label: LABELS[language].stallRule[rule.code],
      domain: rule.domain,
      anchor: rule.anchor === null ? null : (PATHWAY_WORDS[language].anchors[rule.anchor] ?? null),
      settable: isSettable(rule),
      basis: LABELS[language].citation(rule.basis),
      severity: rule.severity,
      inForce: thresholdOf(rule, inForce),
      proposed: { ...proposedThreshold(rule) },
    })) as ThresholdsView['rules'],
    silenceDays: { ...inForce.silenceDays },
    published: sets
      .map((set, index) => {
        const publication = publications.find(({ number }) => number === set.number);
        // What would have been in force that day had it not been published, and what was to be.
        const before = setInForce(thresholdsOf(sets.slice(0, index)), set.effectiveOn);
        const after = setInForce(thresholdsOf(sets.slice(0, index + 1)), set.effectiveOn);
        return {
          number: set.number,
          effectiveOn: set.effectiveOn,
          publishedAt: publication?.published_at ?? '',
          publishedBy: publication?.published_by ?? '',
          reason: publication?.reason ?? '',
          changes: changesBetween(before, after),
          silenceDaysBefore: { ...before.silenceDays },
          silenceDays: { ...after.silenceDays },
        };
      })
      .reverse() as ThresholdsView['published'],
    applied: appliedNumber >= lastNumber,
  };
}

/** The rules that one set has otherwise than another. */
export function changesBetween(
  before: ThresholdSet,
  after: ThresholdSet,
): { rule: StallRule['code']; before: Threshold; after: Threshold }[] {
  return SETTABLE_RULES.flatMap((rule) => {
    const [was, is] = [thresholdOf(rule, before), thresholdOf(rule, after)];
    return isSameThreshold(was, is) ? [] : [{ rule: rule.code, before: was, after: is }];
  });
}

function thresholdOf(rule: StallRule, set: ThresholdSet): Threshold {
  return (isSettable(rule) ? set.rules[rule.code] : undefined) ?? proposedThreshold(rule);
}

/** The database gives the members of an object in an order of its own. */
function isSameThreshold(one: Threshold, other: Threshold): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
