import type { ImportedPathway } from '../../domain/importing/becomes.ts';
import type { AuditOutcome } from '../../domain/audit/entry.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Logger } from '../../platform/logger.ts';
import { applyLines } from './confirmImport.ts';
import { stagedLines } from './checkImport.ts';
import { failImport, isMine, stageLines, tellDone, tellProgress } from './imports.store.ts';
import { readInWorker } from './reading/readInWorker.ts';

export interface ImportRunner {
  /** Whether this process is at work on an import. */
  isAtWorkOn(importId: string): boolean;
  /** Reads and compares a list that has been received; its state says how it went. */
  check(actor: Actor, importId: string): Promise<void>;
  /** Does what was previewed. */
  confirm(actor: Actor, importId: string): Promise<void>;
  /** Starts a work without waiting for it; waits for all of them with `settled`. */
  start(work: Promise<void>): void;
  settled(): Promise<void>;
}

const UNEXPECTED = {
  code: 'unexpected',
  message:
    'Une erreur inattendue a interrompu l’import. Rien n’a été enregistré\u00a0: recommencez avec le même fichier.',
};
/** Progress is written at most so often: it is read every second or two. */
const TELL_EVERY_MS = 400;

export interface RunnerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function makeImportRunner({ database, clock, logger }: RunnerDependencies): ImportRunner {
  const running = new Set<Promise<void>>();
  const atWorkOn = new Set<string>();
  /** Works on an import; whatever goes wrong is written in its state. */
  const guarded = async (
    operation: BehindTheAnswer,
    actor: Actor,
    importId: string,
    work: () => Promise<void>,
  ): Promise<void> => {
    atWorkOn.add(importId);
    try {
      await work();
    } catch (error) {
      await fail(operation, actor, importId, error);
    } finally {
      atWorkOn.delete(importId);
    }
  };
  const progressOf = (actor: Actor, importId: string): ((percent: number) => void) => {
    let toldAt = 0;
    return (percent) => {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      // Told outside the transaction of the work, or nobody would see it before the end.
      void database
        .inActorTransaction(actor, (db) => tellProgress(db, importId, Math.min(99, percent)))
        .catch(() => undefined);
    };
  };
  const fail = async (operation: BehindTheAnswer, actor: Actor, importId: string, error: unknown): Promise<void> => {
    logger.error(
      {
        importId,
        kind: error instanceof Error ? error.name : typeof error,
        at: error instanceof Error ? error.stack?.split('\n').slice(1, 6) : undefined,
      },
      'import interrupted',
    );
    await database.inActorTransaction(actor, async (db) => {
      await failImport(db, importId, UNEXPECTED);
      await leave(db, actor, importId, { operation, outcome: 'FAILED', pathwayIds: [] });
    });
  };
  return {
    start: (work) => {
      running.add(work);
      void work.catch(() => undefined).finally(() => running.delete(work));
    },
    settled: async () => {
      await Promise.allSettled([...running]);
    },
    isAtWorkOn: (importId) => atWorkOn.has(importId),
    check: (actor, importId) => guarded('checkImport', actor, importId, () => check(actor, importId)),
    confirm: (actor, importId) => guarded('applyImport', actor, importId, () => confirm(actor, importId)),
  };

  async function check(actor: Actor, importId: string): Promise<void> {
    const received = await database.inActorTransaction(actor, (db) =>
      db.one<{ file: Buffer | null }>(`select i.file from imports i where i.id = $1 and i.state = 'CHECKING'`, [
        importId,
      ]),
    );
    if (received?.file === undefined || received.file === null) return;
    const today = clock.today();
    const tell = progressOf(actor, importId);
    const list = await readInWorker({
      bytes: received.file,
      today,
      territory: actor.departments,
      onProgress: (percent) => tell(Math.round(percent * 0.8)),
    });
    await database.inActorTransaction(actor, async (db) => {
      if (!(await isMine(db, importId, 'CHECKING'))) return;
      const lines = list.ok ? await stagedLines(db, actor, list, today) : [];
      if (list.ok) await stageLines(db, importId, lines, list.warnings);
      else await failImport(db, importId, list.failure);
      await leave(db, actor, importId, {
        operation: 'checkImport',
        outcome: list.ok ? 'DONE' : 'REFUSED',
        pathwayIds: lines.flatMap(({ pathwayId }) => pathwayId ?? []),
      });
    });
  }

  async function confirm(actor: Actor, importId: string): Promise<void> {
    const tell = progressOf(actor, importId);
    await database.inActorTransaction(actor, async (db) => {
      if (!(await isMine(db, importId, 'CONFIRMING'))) return;
      const rows = await db.query<{ parsed: ImportedPathway }>(
        `select r.parsed from import_rows r where r.import_id = $1 and r.outcome in ('CREATE', 'UPDATE') and r.parsed is not null order by r.line`,
        [importId],
      );
      const applied = await applyLines(
        db,
        actor,
        rows.map(({ parsed }) => parsed),
        clock,
        tell,
      );
      await db.query(
        `update import_rows r set pathway_id = coalesce(r.pathway_id, f.id), parsed = null
         from jsonb_to_recordset($2::jsonb) as f(line int, id uuid)
         where r.import_id = $1 and r.line = f.line`,
        [importId, JSON.stringify([...applied.pathwayIds].map(([line, id]) => ({ line, id })))],
      );
      await tellDone(db, importId, applied);
      await db.query(`update import_rows set parsed = null where import_id = $1 and parsed is not null`, [importId]);
      await db.query(`update imports set state = 'DONE', progress = 100, confirmed_at = $2 where id = $1`, [
        importId,
        clock.now().toISOString(),
      ]);
      await leave(db, actor, importId, {
        operation: 'applyImport',
        outcome: 'DONE',
        pathwayIds: [...applied.pathwayIds.values()],
      });
    });
  }
}

/** What is done of a list once its request is answered: each leaves an entry of its own, in its transaction. */
type BehindTheAnswer = 'checkImport' | 'applyImport';

function leave(
  db: Db,
  actor: Actor,
  importId: string,
  entry: { operation: BehindTheAnswer; outcome: AuditOutcome; pathwayIds: readonly string[] },
): Promise<void> {
  return db.audit(actor, {
    ...entry,
    kind: entry.operation === 'checkImport' ? 'READ' : 'WRITE',
    purpose: 'IMPORT',
    askedId: importId,
    fields: ['lines'],
    requestId: null,
  });
}
