import { derivePathway } from '../../domain/pathway/derive.ts';
import { ruleSetPlanned } from '../../domain/pathway/standing.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Db } from '../../platform/database/db.ts';
import { rulesFingerprint } from '../../platform/rulesFingerprint.ts';
import { givenOf, loadHistories, saveDerived, saveStalls } from './pathways.store.ts';

/** What stored rows were computed by. */
interface RulesState {
  readonly rules: string;
  readonly thresholds: number;
  readonly unsignedUnder: string;
}

/** Which files have to be computed again, and what of them. */
interface Scope {
  readonly where: string;
  readonly parameters: readonly unknown[];
  readonly save: typeof saveDerived;
}

export interface ComputedAgain {
  readonly files: number;
}

/** Files of one transaction: they are locked while it lasts. */
const BATCH = 200;

/**
 * Computes again the stored rows of the files that a change of rules touches: all of them after a release that changes
 * what follows from a history, those that go on after a threshold was published, the unsigned ones when another rule set
 * comes into force (pathway.json `beforeSignature`). Interrupted, it begins again: nothing is half-done, because each
 * file is right before and after. Returns how many files were looked at.
 */
export async function computeAgain(
  database: Database,
  clock: Clock,
  onProgress: (files: number) => void = () => undefined,
): Promise<ComputedAgain> {
  const today = clock.today();
  const { stored, wanted, scopes } = await database.inRulesTransaction((db) => findScopes(db, today));
  if (scopes.length === 0) return { files: 0 };
  let files = 0;
  for (const scope of scopes) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await database.inRulesTransaction((db) => computeBatch(db, scope, after, today));
      const last = ids.at(-1);
      if (last === undefined) break;
      files += ids.length;
      after = last;
      onProgress(files);
    }
  }
  await database.inRulesTransaction((db) => remember(db, stored, wanted));
  return { files };
}

async function computeBatch(db: Db, scope: Scope, after: string, today: CalendarDay): Promise<string[]> {
  const lines = await db.query<{ id: string }>(
    `select p.id from pathways p where p.id > $1 and ${scope.where} order by p.id limit ${BATCH}`,
    [after, ...scope.parameters],
  );
  const ids = lines.map(({ id }) => id);
  const histories = await loadHistories(db, ids, { lock: true });
  const derived = [...histories.values()].map((history) => ({
    id: history.id,
    derived: derivePathway(givenOf(history), today),
  }));
  await scope.save(db, derived, { isNewVersion: false });
  return ids;
}

async function findScopes(
  db: Db,
  today: CalendarDay,
): Promise<{ stored: RulesState; wanted: RulesState; scopes: Scope[] }> {
  const line = await db.one<{ rules: string; thresholds: number; unsigned_under: string; published: number }>(
    `select s.rules, s.thresholds, s.unsigned_under, (select coalesce(max(t.number), 0) from threshold_sets t) as published from derived_rows_state s`,
  );
  if (line === undefined) throw new Error('Nothing says what the derived rows were computed by');
  const stored = { rules: line.rules, thresholds: line.thresholds, unsignedUnder: line.unsigned_under };
  const wanted = {
    rules: rulesFingerprint(),
    thresholds: line.published,
    unsignedUnder: ruleSetPlanned(today).code,
  };
  if (stored.rules !== wanted.rules)
    return { stored, wanted, scopes: [{ where: 'true', parameters: [], save: saveDerived }] };
  const scopes: Scope[] = [];
  if (stored.unsignedUnder !== wanted.unsignedUnder)
    scopes.push({ where: 'p.cir_signed_on is null', parameters: [], save: saveDerived });
  if (stored.thresholds !== wanted.thresholds)
    scopes.push({
      // A file closed before the first day of what is new has nothing that could move.
      where: `(p.closed_on is null or p.closed_on >= (select min(t.effective_on) from threshold_sets t where t.number > $2))`,
      parameters: [stored.thresholds],
      save: saveStalls,
    });
  return { stored, wanted, scopes };
}

/** Another process may have gone further meanwhile: what it says stands. */
async function remember(db: Db, stored: RulesState, wanted: RulesState): Promise<void> {
  await db.query(
    `update derived_rows_state set rules = $1, thresholds = $2, unsigned_under = $3, computed_at = clock_timestamp()
     where rules = $4 and thresholds = $5 and unsigned_under = $6`,
    [wanted.rules, wanted.thresholds, wanted.unsignedUnder, stored.rules, stored.thresholds, stored.unsignedUnder],
  );
}

/** What a first load of files was computed by: these rules, no threshold published. */
export function loadedUnder(today: CalendarDay): RulesState {
  return { rules: rulesFingerprint(), thresholds: 0, unsignedUnder: ruleSetPlanned(today).code };
}
