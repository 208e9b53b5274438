import type { PathwayFile, RunningTransfer } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { relationTo } from '../../domain/access/relations.ts';
import { decide } from '../../domain/access/rights.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Db } from '../../platform/database/db.ts';
import { fileFactsOf, type PathwayLine } from './pathways.queries.ts';

/** How long a refusal is told in the file; the list of transfers keeps it. */
const REFUSAL_TOLD_DAYS = 30;

/** The transfer that another structure has not answered yet, or has refused of late, for whoever may ask and take back. */
export async function transferAsked(
  db: Db,
  actor: Actor,
  line: PathwayLine,
  today: CalendarDay,
): Promise<PathwayFile['transfer']> {
  if (!decide(actor, 'transfer', fileFactsOf(line)).allowed) return null;
  const asked = await db.one<{
    id: string;
    name: string;
    state: string;
    asked_at: string;
    answered_at: string;
    answer_reason: string | null;
    is_of_late: boolean;
  }>(
    `select t.id, o.name, t.state, t.asked_at, t.answered_at, t.answer_reason,
       (t.answered_at at time zone 'Europe/Paris')::date >= $3::date - ${REFUSAL_TOLD_DAYS} as is_of_late
     from transfers t
     join organisations o on o.id = t.to_organisation
     where t.pathway_id = $1 and t.from_organisation = $2
     order by t.asked_at desc, t.id
     limit 1`,
    [line.id, actor.organisationId, today],
  );
  if (asked === undefined) return null;
  const { id, name: organisationName } = asked;
  if (asked.state === 'PENDING')
    return { id, state: 'PENDING', organisationName, at: asked.asked_at, readsUntil: null, reason: null };
  if (asked.state !== 'REFUSED' || !asked.is_of_late) return null;
  return {
    id,
    state: 'REFUSED',
    organisationName,
    at: asked.answered_at,
    readsUntil: null,
    reason: asked.answer_reason,
  };
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
    reason: null,
  };
}
