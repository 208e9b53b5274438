import pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Actor } from '../../domain/access/actor.ts';
import { APPEND, appendParameters, auditUnavailable } from '../audit/append.ts';
import { systemClock, type Clock } from '../clock.ts';
import { entities } from './entities.ts';
import type { Db } from './db.ts';
import { deriveKey, urlOfRole } from './keys.ts';
import { DATABASE_ROLE, RULES, signContext, type Claims, type DatabaseRole } from './signedContext.ts';

// Civil days stay strings (decision 6), counts become numbers: no count here comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

export interface Database {
  /** Runs work in a transaction that carries the actor; committed when it returns, undone when it throws. */
  inActorTransaction<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T>;
  /** The same for reports: a role that cannot read people, on one snapshot, so that totals and details are of one moment. */
  inReportingTransaction<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T>;
  /** The same as the engine over every file, when the rules themselves change. No person is within its reach. */
  inRulesTransaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Sessions and accounts, before anybody is known. */
  readonly authPool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly ownerUrl: string;
  readonly secretKey: string;
  readonly poolSize?: number;
  readonly clock?: Clock;
}

const SESSION_LIMITS = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 30_000 };
/** Said once a connection: said in every transaction, it is one more journey to the server for each request. */
const ISOLATION = { options: '-c default_transaction_isolation=read\\ committed' };

/** Opens the two pools of the program. Neither is the owner's, neither can bypass a policy or create anything. */
export async function openDatabase({
  ownerUrl,
  secretKey,
  poolSize = 10,
  clock = systemClock(undefined),
}: DatabaseOptions): Promise<Database> {
  const key = deriveKey(secretKey, 'context');
  const source = new DataSource({
    type: 'postgres',
    url: urlOfRole(ownerUrl, 'jalon_server', secretKey),
    entities,
    extra: { max: poolSize, ...SESSION_LIMITS, ...ISOLATION, connectionTimeoutMillis: 5_000 },
    installExtensions: false,
    logging: false,
  });
  await source.initialize();
  const authPool = new pg.Pool({
    connectionString: urlOfRole(ownerUrl, 'jalon_auth', secretKey),
    max: 4,
    ...SESSION_LIMITS,
    connectionTimeoutMillis: 5_000,
  });
  authPool.on('error', () => undefined); // A lost idle connection is replaced at the next use.
  const run = <T>(
    actor: Claims,
    role: DatabaseRole,
    work: (db: Db) => Promise<T>,
    isolation?: 'REPEATABLE READ',
  ): Promise<T> => {
    const acting = async (manager: EntityManager): Promise<T> => {
      const take: Take = (databaseRole, claims = actor) =>
        manager.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [
          databaseRole,
          signContext(key, databaseRole, claims, Date.now(), { today: clock.today(), now: clock.now() }),
        ]);
      await take(role);
      return work(door(manager, role, take));
    };
    return isolation === undefined ? source.transaction(acting) : source.transaction(isolation, acting);
  };
  return {
    inActorTransaction: (actor, work) => run(actor, DATABASE_ROLE[actor.role], work),
    inReportingTransaction: (actor, work) => run(actor, 'jalon_report', work, 'REPEATABLE READ'),
    inRulesTransaction: (work) => run(RULES, 'jalon_engine', work),
    authPool,
    close: async () => {
      await authPool.end();
      await source.destroy();
    },
  };
}

/** Takes a role of the database, with the context of who acts. */
type Take = (role: DatabaseRole, claims?: Claims) => Promise<unknown>;

function door(manager: EntityManager, role: DatabaseRole, take: Take): Db {
  const query = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    readRows<T>(manager, sql, parameters);
  return {
    manager,
    query,
    one: async <T>(sql: string, parameters: readonly unknown[] = []) => (await query<T>(sql, parameters))[0],
    insert: async <E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | readonly E[]) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(rows as E)
        .updateEntity(false)
        .execute();
    },
    asEngine: async (work) => {
      await take('jalon_engine');
      const result = await work();
      await take(role);
      return result;
    },
    audit: async (actor, entry) => {
      try {
        // The rules are counted by nobody: their entry is of whoever asked.
        if (role !== DATABASE_ROLE[actor.role]) await take(DATABASE_ROLE[actor.role], actor);
        await manager.query(APPEND, appendParameters(entry));
      } catch (error) {
        throw auditUnavailable(error);
      }
    },
  };
}

/** TypeORM answers rows for a select and [rows, count] for a write with `returning`: here it is always rows. */
async function readRows<T>(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const answer: unknown = await manager.query(sql, [...parameters]);
  if (!Array.isArray(answer)) return [];
  const isWrite = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (isWrite ? answer[0] : answer) as T[];
}
