import type { Actor } from '../../domain/access/actor.ts';
import type { AuditAlert } from '../../domain/audit/words.ts';
import type { Db } from '../database/db.ts';
import { Problem } from '../http/problem.ts';

/** Alerts the auditor, in the transaction of the act that crosses a line. */
export function raiseAlert(db: Db, actor: Actor, operation: AuditAlert): Promise<void> {
  return db.audit(actor, {
    operation,
    kind: 'ALERT',
    outcome: 'DONE',
    purpose: 'SECURITY',
    askedId: null,
    pathwayIds: [],
    fields: [],
    requestId: null,
  });
}

/** Beyond the second line: nothing is given until the next day. */
export function quotaExceeded({ title, detail }: { readonly title: string; readonly detail: string }): Problem {
  return new Problem({ status: 429, code: 'daily_quota_exceeded', title, detail });
}
