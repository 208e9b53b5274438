import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry, AuditOutcome } from '../../domain/audit/entry.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';

/** An entry, but for how the act ended. */
export type Trace = Omit<AuditEntry, 'outcome'>;

/**
 * Runs an act that leaves exactly one entry. Done, it has left it itself, in its transaction (`db.audit`). Refused, that
 * transaction is undone and its entry with it: another one is written, before the refusal is said. If that fails too,
 * the answer is `audit_unavailable`: guessing without a trace is not possible.
 */
export async function leavingOneEntry<T>(
  { database, actor }: { readonly database: Database; readonly actor: Actor },
  refused: () => Trace,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && error.code === 'audit_unavailable') throw error;
    await database
      .inActorTransaction(actor, (db) => db.audit(actor, { ...refused(), outcome: outcomeOf(error) }))
      .catch((unwritten: unknown) => {
        // What already says that the service does not answer says it better.
        throw outcomeOf(error) === 'FAILED' ? error : unwritten;
      });
    throw error;
  }
}

/** A constraint of the database refuses as a rule does (SQLSTATE classes 22 and 23). */
function outcomeOf(error: unknown): AuditOutcome {
  if (error instanceof Problem) return error.status === 404 ? 'NOT_FOUND' : error.status >= 500 ? 'FAILED' : 'REFUSED';
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]/.test(code) ? 'REFUSED' : 'FAILED';
}
