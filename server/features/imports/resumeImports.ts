import { loadActor } from '../../platform/auth/signIn.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ImportRunner } from './importRunner.ts';

/** After this long without a sign, whoever was at work on an import is gone. */
const ABANDONED = `interval '2 minutes'`;

/** Takes up again what a crash interrupted: a list received is checked, a confirmation taken is carried out. Both start from nothing done. */
export async function resumeImports(database: Database, runner: ImportRunner): Promise<void> {
  const { rows } = await database.authPool.query<{ id: string; created_by: string; state: 'CHECKING' | 'CONFIRMING' }>(
    `select i.id, i.created_by, i.state from imports i where i.alive_at < clock_timestamp() - ${ABANDONED}`,
  );
  for (const { id, created_by: accountId, state } of rows) {
    const actor = await loadActor(database.authPool, accountId);
    if (actor !== undefined) runner.start(state === 'CHECKING' ? runner.check(actor, id) : runner.confirm(actor, id));
  }
}
