import type pg from 'pg';
import type { AuditEntry, AuditOutcome } from '../../domain/audit/entry.ts';
import { Problem } from '../http/problem.ts';

/** The entry of an act, for the transaction that carries who acts: the database reads it there, and nowhere else. */
export const APPEND = 'select sec.append_audit($1, $2, $3, $4, $5::uuid, $6::uuid[], $7::text[], $8::uuid)';

export function appendParameters(entry: AuditEntry): unknown[] {
  const { operation, kind, outcome, purpose, askedId, pathwayIds, fields, requestId } = entry;
  return [operation, kind, outcome, purpose, askedId, [...new Set(pathwayIds)].sort(), fields, requestId];
}

/** No trace, no data: what was read is not given, what was done is undone. */
export function auditUnavailable(cause: unknown): Problem {
  const problem = new Problem({
    status: 503,
    code: 'audit_unavailable',
    title: 'Service momentanément indisponible',
    detail:
      'La trace de cette action ne peut pas être écrite\u00a0: rien n’a été montré ni enregistré. Réessayez dans un moment.',
    retryAfterSeconds: 5,
  });
  problem.cause = cause;
  return problem;
}

/** A sign-in, a sign-out, a code: before anybody is known, or when nobody is any more. */
export interface SessionEntry {
  readonly operation: string;
  readonly outcome: AuditOutcome;
  readonly requestId: string;
  /** The account, when it is known. */
  readonly accountId?: string;
  /** Else the address that was tried: its account is looked up by the database; the address itself is not kept. */
  readonly email?: string;
}

/**
 * Leaves the entry of what happens to a session, in the transaction of the act when its client is given. Throws
 * `audit_unavailable`.
 */
export async function appendAsAuth(db: Pick<pg.ClientBase, 'query'>, entry: SessionEntry): Promise<void> {
  const { operation, outcome, accountId = null, email = null, requestId } = entry;
  await db
    .query('select sec.append_session_audit($1, $2, $3::uuid, $4, $5::uuid)', [
      operation,
      outcome,
      accountId,
      email,
      requestId,
    ])
    .catch((error: unknown) => {
      throw auditUnavailable(error);
    });
}
