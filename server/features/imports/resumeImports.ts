import { loadActor } from '../../platform/auth/signIn.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ImportRunner } from './importRunner.ts';

/** After this long without a sign, whoever was at work on an import is gone. */
const ABANDONED_SECONDS = 60;
const LOOK_EVERY_MS = 20_000;

/**
 * Takes up again what a crash interrupted: a list received is checked, a confirmation taken is carried out; both start
 * from nothing done. Looks once now, then regularly, because another process may crash too. Returns how to stop.
 * @param alone nobody else works on this database: whatever is unfinished at the start was interrupted
 */
export async function resumeImports(
  database: Database,
  runner: ImportRunner,
  { alone }: { alone: boolean },
): Promise<() => void> {
  await resumeOnce(database, runner, alone ? 0 : ABANDONED_SECONDS);
  const timer = setInterval(() => {
    // A database that does not answer now will at the next look.
    resumeOnce(database, runner, ABANDONED_SECONDS).catch(() => undefined);
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function resumeOnce(database: Database, runner: ImportRunner, silentForSeconds: number): Promise<void> {
  const { rows } = await database.authPool.query<{ id: string; created_by: string; state: 'CHECKING' | 'CONFIRMING' }>(
    `select i.id, i.created_by, i.state from imports i where i.alive_at <= clock_timestamp() - make_interval(secs => $1)`,
    [silentForSeconds],
  );
  for (const { id, created_by: accountId, state } of rows) {
    if (runner.isAtWorkOn(id)) continue;
    const actor = await loadActor(database.authPool, accountId);
    if (actor !== undefined) runner.start(state === 'CHECKING' ? runner.check(actor, id) : runner.confirm(actor, id));
  }
}
