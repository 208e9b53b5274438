import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import {
  thresholdsOf,
  type Publication,
  type SilenceDays,
  type Thresholds,
  type ThresholdSet,
} from '../../domain/stall/thresholds.ts';
import type { Db } from '../../platform/database/db.ts';

export interface PublishedSet extends Publication {
  readonly number: number;
}

interface SetLine {
  number: number;
  effective_on: CalendarDay;
  rules: ThresholdSet['rules'];
  silence_days: SilenceDays | null;
}

// Rules are prepared once per set: the same sets must be the same object from one request to the next.
let last: { readonly key: string; readonly thresholds: Thresholds } | undefined;

/** The thresholds, each set from its day: what is shown of a file, or planned without being kept. */
export async function thresholdsInForce(db: Db): Promise<Thresholds> {
  const lines = await publishedSets(db);
  const key = JSON.stringify(lines);
  if (last?.key !== key) last = { key, thresholds: thresholdsOf(lines) };
  return last.thresholds;
}

/** In the order of their publication. */
export async function publishedSets(db: Db): Promise<PublishedSet[]> {
  const lines = await db.query<SetLine>(
    'select t.number, t.effective_on, t.rules, t.silence_days from threshold_sets t order by t.number',
  );
  return lines.map(({ number, effective_on, rules, silence_days }) => ({
    number,
    effectiveOn: effective_on,
    rules,
    silenceDays: silence_days,
  }));
}

const WRITERS = 4851202;

/**
 * The same for rows that are going to be kept. Nothing is published until this transaction ends: whoever computes the
 * rows again afterwards finds every row that was computed by the thresholds of before.
 */
export async function thresholdsForWriting(db: Db): Promise<Thresholds> {
  await db.query('select pg_advisory_xact_lock_shared($1)', [WRITERS]);
  return thresholdsInForce(db);
}

/** Waits for those who are writing rows, and keeps others from beginning, until the end of the transaction. */
export async function whileNobodyWrites(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [WRITERS]);
}
