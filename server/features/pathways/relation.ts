import type { Actor } from '../../domain/access/actor.ts';
import type { Db } from '../../platform/database/db.ts';
import type { PathwayLine } from './pathways.queries.ts';

/**
 * How a file that may be read is read: one’s own as it is; one that has left as it was when it left; one opened in an
 * emergency as it is, and no more than read.
 */
export type Lent =
  | { readonly as: 'OWN' }
  | { readonly as: 'TRANSFERRED_OUT'; readonly leftAt: string }
  | { readonly as: 'BROKEN_GLASS' };

export async function relationTo(db: Db, actor: Actor, line: PathwayLine): Promise<Lent> {
  if (isOwn(actor, line)) return { as: 'OWN' };
  const left = await db.one<{ at: string }>(
    `select t.answered_at as at from transfers t
     where t.pathway_id = $1 and t.state = 'ACCEPTED' and t.from_organisation = $2 and t.reads_until >= sec.today($3)
     order by t.answered_at desc limit 1`,
    [line.id, actor.organisationId, actor.role === 'ASSOCIATION_MANAGER' ? 'jalon_manager' : 'jalon_caseworker'],
  );
  return left === undefined ? { as: 'BROKEN_GLASS' } : { as: 'TRANSFERRED_OUT', leftAt: left.at };
}

/** Reached by whom it is entrusted to, rather than lent. */
function isOwn({ role, accountId, organisationId }: Actor, line: PathwayLine): boolean {
  if (role === 'ASSOCIATION_CASEWORKER') return line.referent_id === accountId;
  if (role === 'ASSOCIATION_MANAGER') return line.organisation_id === organisationId || line.organisation_id === null;
  return true;
}
