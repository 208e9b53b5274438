import type { StallRow, stallFilters, stallSorts } from '../../contract/stall.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { seesPeople } from '../../domain/access/fields.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Sex } from '../../domain/person/person.ts';
import type { StallFact } from '../../domain/stall/stallSpell.ts';
import type { Db } from '../../platform/database/db.ts';
import { mayOnSealed } from '../../platform/database/sealRights.ts';
import { withinReach } from '../../platform/database/withinReach.ts';
import type { ListQuery } from '../../platform/http/listQuery.ts';
import { silencedOn, silencedRepeatedlyBy, silencedSeldomBy, silencesBy, stalledOn, watchedOn } from './stallOn.ts';

export type StallListQuery = ListQuery<typeof stallFilters, (typeof stallSorts)[number]>;

/** One line of the worklist as the database gives it. */
export interface StallLine {
  id: string;
  pathway_id: string;
  number: string;
  /** Read for whoever sees people, and absent else. */
  birth_name?: string | null;
  usage_name?: string | null;
  first_names?: string | null;
  sex?: Sex | null;
  department: string;
  organisation_id: string | null;
  organisation_name: string | null;
  rule: StallRow['rule'];
  domain: StallRow['domain'];
  severity: StallRow['severity'];
  turn: StallRow['turn'];
  anchor_on: CalendarDay | null;
  limit_on: CalendarDay | null;
  since_on: CalendarDay | null;
  facts: StallFact[];
  /** Times that the rule had been put off by the day asked. */
  silences: number;
  /** The last day of the silence in force on the day asked; null when there is none. */
  silenced_until: CalendarDay | null;
  follow_up: StallRow['followUp'];
}

/** Days are compared with the day asked: list, count and report read one definition. */
const STATE_ON = { STALLED: stalledOn, SILENCED: silencedOn, WATCH: watchedOn } as const;

/** Spells that still last, and those cleared since the day asked: two indexes, and no spell in both. */
const LASTING = ['s.cleared_on is null', 's.cleared_on > $1'];

const COLUMNS: Record<string, string> = {
  department: 's.department',
  organisationId: 's.organisation_id',
  pathwayId: 's.pathway_id',
  rule: 's.rule',
  domain: 's.domain',
  turn: 's.turn',
  severity: 's.severity',
};

// The last action on a stall, unless it closed the follow-up.
const FOLLOW_UP = `
  left join lateral (
    select jsonb_build_object('action', f.action, 'note', f.note, 'dueOn', f.due_on, 'by', coalesce(b.display_name, ''), 'at', f.at) as follow_up, f.action
    from stall_follow_ups f
    left join accounts b on b.id = f.by_account
    where f.stall_id = s.id
    order by f.at desc
    limit 1
  ) last_action on true`;
const IS_FOLLOWED = `exists (
  select 1 from stall_follow_ups f
  where f.stall_id = s.id and f.action <> 'CLOSE_STALL_RESOLVED'
    and f.at = (select max(latest.at) from stall_follow_ups latest where latest.stall_id = s.id))`;

const SILENCED_UNTIL = `(
  select upper(silence) - 1 from unnest(s.silences) as silence where silence @> $1::date)`;

/** The page of the worklist on a day, and its exact total. */
export async function findStalls(
  db: Db,
  actor: Actor,
  list: StallListQuery,
  day: CalendarDay,
): Promise<{ lines: StallLine[]; total: number }> {
  const parameters: unknown[] = [day];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const filters = filtersOf(list, bind);
  const state = STATE_ON[list.filter.state ?? 'STALLED']('s', '$1');
  const branches = withinReach(actor, parameters).flatMap((reached) =>
    LASTING.map((lasts) => `${reached('s')} and ${lasts} and ${state}${sealed(actor)}${filters}`),
  );
  if (branches.length === 0) return { lines: [], total: 0 };

  // Each branch of the reach gives the head of its own index; the page is cut from the heads.
  const heads = branches.map(
    (where) => `
       (select s.id, s.severity, s.since_on, ${list.sort.key === 'number' ? 'p.number' : 'null as number'}
        from pathway_stalls s
        ${list.sort.key === 'number' ? 'join pathways p on p.id = s.pathway_id' : ''}
        where ${where}
        ${orderOf(list, 's', 'p')}
        limit ${list.offset + list.limit})`,
  );
  const lines = await db.query<StallLine>(
    `with page as (
       select head.id
       from (${heads.join('\n union all\n')}) head
       ${orderOf(list, 'head', 'head')}
       limit ${list.limit} offset ${list.offset}
     )
     select s.id, s.pathway_id, p.number, s.department, s.organisation_id, o.name as organisation_name, s.rule, s.domain, s.severity, s.turn, s.anchor_on,
       s.limit_on, s.since_on, s.facts${seesPeople(actor) ? ', pe.birth_name, pe.usage_name, pe.first_names, pe.sex' : ''}, ${silencesBy('s', '$1')} as silences, ${SILENCED_UNTIL} as silenced_until, last_action.follow_up
     from page
     join pathway_stalls s on s.id = page.id
     join pathways p on p.id = s.pathway_id
     ${seesPeople(actor) ? 'left join people pe on pe.id = p.person_id' : ''}
     left join organisations o on o.id = s.organisation_id
     ${FOLLOW_UP}
     ${orderOf(list, 's', 'p')}`,
    parameters,
  );
  const counts = branches.map((where) => `(select count(*) from pathway_stalls s where ${where})`);
  const counted = await db.one<{ total: number }>(`select ${counts.join('\n + ')} as total`, parameters);
  return { lines, total: counted?.total ?? 0 };
}

/** A stall of a sealed file is listed to whoever may open it. */
function sealed(actor: Actor): string {
  const may = mayOnSealed(actor, 'file', 'READ');
  return may === 'true'
    ? ''
    : ` and (not s.sealed or exists (select 1 from pathways file where file.id = s.pathway_id and ${may}))`;
}

/** Conditions to be added to one, empty when nothing is asked. */
function filtersOf({ filter }: StallListQuery, bind: (value: unknown) => string): string {
  const conditions: string[] = [];
  for (const [key, value] of Object.entries(filter)) {
    const column = COLUMNS[key];
    if (column !== undefined) conditions.push(value === null ? `${column} is null` : `${column} = ${bind(value)}`);
  }
  if (filter.followedUp !== undefined) conditions.push(`${filter.followedUp ? '' : 'not '}${IS_FOLLOWED}`);
  if (filter.silencedRepeatedly !== undefined)
    conditions.push(filter.silencedRepeatedly ? silencedRepeatedlyBy('s', '$1') : silencedSeldomBy('s', '$1'));
  return conditions.map((condition) => `\n  and ${condition}`).join('');
}

function orderOf({ sort: { key, direction } }: StallListQuery, stall: string, pathway: string): string {
  const id = `${stall}.id ${direction}`;
  // CRITICAL sorts before NORMAL by its very spelling, so one index serves the order; the longest stalled come first.
  if (key === 'rank') return `order by ${stall}.severity ${direction}, ${stall}.since_on ${direction}, ${id}`;
  if (key === 'since') return `order by ${stall}.since_on ${direction}, ${id}`;
  if (key === 'number') return `order by ${pathway}.number ${direction}, ${id}`;
  return `order by ${id}`;
}

/** Whether a stall is in reach. */
export async function isStallReached(db: Db, { id }: { readonly id: string }): Promise<boolean> {
  return (await db.one('select 1 from pathway_stalls s where s.id = $1', [id])) !== undefined;
}
