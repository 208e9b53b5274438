import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';

/**
 * The one door to the data: a transaction that already carries its actor. There is no other `db`. Queries are SQL text
 * with parameters; who may see what is decided by the row policies, never typed in a `where`.
 */
export interface Db {
  /** Rows of a query. Days come as strings, counts as numbers. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** The only row of a query, or undefined. */
  one<T>(sql: string, parameters?: readonly unknown[]): Promise<T | undefined>;
  /** Writes rows through their mapping. */
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: E | readonly E[]): Promise<void>;
  /**
   * Works as the engine, which reads whole histories and writes derived rows, within the reach of the same actor. An
   * OFII agent records a language course; the health steps that she may not read must still be right afterwards.
   */
  asEngine<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Leaves the entry of this act in the audit trail, of this transaction: last, for the chain of the structure is held until
   * the commit. Throws `audit_unavailable`.
   */
  audit(actor: Actor, entry: AuditEntry): Promise<void>;
  readonly manager: EntityManager;
}
