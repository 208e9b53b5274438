import type { StallRow } from '../../contract/stall.ts';
import { stallFilters, stallSorts } from '../../contract/stall.ts';
import { daysBetween, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { explainStall } from '../../domain/stall/explain.ts';
import type { StallFact } from '../../domain/stall/stallSpell.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery, type ListQuery } from '../../platform/http/listQuery.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { silencedOn, stalledOn, watchedOn } from './stallOn.ts';

interface StallLine {
  id: string;
  pathway_id: string;
  number: string;
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
  follow_up: StallRow['followUp'];
}

type StallListQuery = ListQuery<typeof stallFilters, (typeof stallSorts)[number]>;

/** Days are compared with the day asked: list, count and report read one definition. */
const STATE_ON = { STALLED: stalledOn, SILENCED: silencedOn, WATCH: watchedOn } as const;

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

/** Stalled files, worst first: critical rules, then the longest stalled. The sentence is the one of the file. */
export async function listStalls({ db, today }: Context, { query }: { query: unknown }): Promise<Answer<StallRow[]>> {
  const list = parseListQuery(query as Record<string, unknown>, {
    filters: stallFilters,
    sorts: stallSorts,
    defaultSort: ['rank', 'ASC'],
  });
  const day = list.filter.asOf ?? today;
  const { where, parameters } = whereOf(list, day);

  const lines = await db.query<StallLine>(
    `with page as (
       select s.id, s.severity, s.since_on, p.number
       from pathway_stalls s
       join pathways p on p.id = s.pathway_id
       where ${where}
       ${orderOf(list)}
       limit ${list.limit} offset ${list.offset}
     )
     select s.id, s.pathway_id, p.number, s.department, s.organisation_id, o.name as organisation_name, s.rule, s.domain, s.severity, s.turn, s.anchor_on,
       s.limit_on, s.since_on, s.facts, last_action.follow_up
     from page
     join pathway_stalls s on s.id = page.id
     join pathways p on p.id = s.pathway_id
     left join organisations o on o.id = s.organisation_id
     ${FOLLOW_UP}
     where $1::date is not null
     ${orderOf(list)}`,
    parameters,
  );
  const counted = await db.one<{ total: number }>(
    `select count(*) as total from pathway_stalls s where ${where}`,
    parameters,
  );
  const state = list.filter.state ?? 'STALLED';
  return {
    body: lines.map((line) => presentStall(line, state, day)),
    contentRange: contentRange('stalls', list.offset, lines.length, counted?.total ?? 0),
  };
}

function whereOf({ filter }: StallListQuery, day: CalendarDay): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [day];
  const conditions = [STATE_ON[filter.state ?? 'STALLED']('s', '$1')];
  for (const [key, value] of Object.entries(filter)) {
    const column = COLUMNS[key];
    if (column !== undefined)
      conditions.push(value === null ? `${column} is null` : `${column} = $${parameters.push(value)}`);
  }
  if (filter.followedUp !== undefined) conditions.push(`${filter.followedUp ? '' : 'not '}${IS_FOLLOWED}`);
  return { where: conditions.join('\n  and '), parameters };
}

function orderOf({ sort }: StallListQuery): string {
  const other = sort.direction === 'ASC' ? 'DESC' : 'ASC';
  // CRITICAL sorts before NORMAL by its very spelling, so one index serves the order; the longest stalled come first.
  if (sort.key === 'rank')
    return `order by s.severity ${sort.direction}, s.since_on ${sort.direction}, s.id ${sort.direction}`;
  if (sort.key === 'since') return `order by s.since_on ${sort.direction}, s.id ${sort.direction}`;
  if (sort.key === 'number') return `order by p.number ${sort.direction}, s.id ${sort.direction}`;
  return `order by s.id ${other === 'ASC' ? 'DESC' : 'ASC'}`;
}

function presentStall(line: StallLine, state: StallRow['state'], day: CalendarDay): StallRow {
  const spell = {
    rule: line.rule,
    anchorOn: line.anchor_on,
    limitOn: line.limit_on,
    sinceOn: line.since_on,
    facts: line.facts,
    turn: line.turn,
  };
  const since = state === 'WATCH' ? null : line.since_on;
  return {
    id: line.id,
    pathwayId: line.pathway_id,
    number: line.number,
    department: line.department,
    organisationId: line.organisation_id,
    organisationName: line.organisation_name,
    rule: line.rule,
    domain: line.domain,
    state,
    since,
    days: since === null ? 0 : daysBetween(since, day),
    turn: line.turn,
    severity: line.severity,
    delayIndex: null,
    reasons: line.facts,
    sentence: explainStall(spell, day),
    followUp: line.follow_up === null || line.follow_up.action === 'CLOSE_STALL_RESOLVED' ? null : line.follow_up,
  };
}
