import type { PathwayFile, RunningTransfer } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { relationTo } from '../../domain/access/relations.ts';
import { decide } from '../../domain/access/rights.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Db } from '../../platform/database/db.ts';
import { fileFactsOf, type PathwayLine } from './pathways.queries.ts';

/** The transfer that another structure has not answered yet, for whoever may take it back. */
export async function transferAsked(db: Db, actor: Actor, line: PathwayLine): Promise<PathwayFile['transfer']> {
  if (!decide(actor, 'transfer', fileFactsOf(line)).allowed) return null;
  const asked = await db.one<{ id: string; name: string; asked_at: string }>(
    `select t.id, o.name, t.asked_at
     from transfers t
     join organisations o on o.id = t.to_organisation
     where t.pathway_id = $1 and t.state = 'PENDING' and t.from_organisation = $2`,
    [line.id, actor.organisationId],
  );
  if (asked === undefined) return null;
  return { id: asked.id, state: 'PENDING', organisationName: asked.name, at: asked.asked_at, readsUntil: null };
}

/** The transfer by which a file left, for whoever still reads it. */
export async function transferGiven(
  db: Db,
  actor: Actor,
  line: PathwayLine,
  today: CalendarDay,
): Promise<PathwayFile['transfer']> {
  if (relationTo(actor, fileFactsOf(line)) !== 'TRANSFERRED_OUT') return null;
  const given = await db.one<{
    id: string;
    name: string;
    answered_at: string;
    reads_until: RunningTransfer['readsUntil'];
  }>(
    `select t.id, o.name, t.answered_at, t.reads_until
     from transfers t
     join organisations o on o.id = t.to_organisation
     where t.pathway_id = $1 and t.state = 'ACCEPTED' and t.from_organisation = $2 and t.reads_until >= $3
     order by t.answered_at desc
     limit 1`,
    [line.id, actor.organisationId, today],
  );
  if (given === undefined) return null;
  return {
    id: given.id,
    state: 'ACCEPTED',
    // To whom it was given: where it went since is not hers to know.
    organisationName: given.name,
    at: given.answered_at,
    readsUntil: given.reads_until,
  };
}
