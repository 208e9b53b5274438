import type { ThresholdsInput } from '../../contract/thresholds.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { checkThresholds } from '../../domain/stall/checkThresholds.ts';
import { setInForce, thresholdsOf, type Publication, type ThresholdSet } from '../../domain/stall/thresholds.ts';
import { conflict, unfit } from '../../platform/http/problem.ts';
import { changesBetween } from './presentThresholds.ts';
import type { PublishedSet } from './thresholds.store.ts';

export interface Proposal {
  readonly publication: Publication;
  /** What is in force that day as things stand, and what would be. */
  readonly before: ThresholdSet;
  readonly after: ThresholdSet;
}

/** What is asked, beside what would be in force that day. Throws 422 when it may not be, 409 when it changes nothing. */
export function proposalOf(
  { effectiveOn, rules, silenceDays }: ThresholdsInput,
  published: readonly PublishedSet[],
  today: CalendarDay,
): Proposal {
  const publication = { effectiveOn, rules: rules as ThresholdSet['rules'], silenceDays: silenceDays ?? null };
  const before = setInForce(thresholdsOf(published), effectiveOn);
  const after = setInForce(thresholdsOf([...published, publication]), effectiveOn);
  const problems = checkThresholds({ ...after, effectiveOn }, today);
  const [first] = problems;
  if (first !== undefined) throw unfit(first.code, first.reason, shapedLikeTheForm(problems));
  const isSameSilence =
    after.silenceDays.NORMAL === before.silenceDays.NORMAL &&
    after.silenceDays.CRITICAL === before.silenceDays.CRITICAL;
  if (isSameSilence && changesBetween(before, after).length === 0)
    throw conflict('nothing_changes', 'Ces seuils sont déjà ceux qui seront en vigueur ce jour-là.');
  return { publication, before, after };
}

function shapedLikeTheForm(problems: readonly { field: string; reason: string }[]): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  for (const { field, reason } of problems) {
    const path = field.split('.');
    let at = errors;
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[path.at(-1) ?? field] ??= reason;
  }
  return errors;
}
