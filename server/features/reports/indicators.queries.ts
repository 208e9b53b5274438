import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { RawCell } from '../../domain/disclosure/table.ts';
import { COUNTED_STATUSES, type PrefectureTable } from '../../domain/reporting/prefecturePage.ts';
import type { Db } from '../../platform/database/db.ts';
import { stalledOn } from '../stalls/index.ts';

export interface Asked {
  readonly department: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly asOf: CalendarDay;
}

interface Counted {
  value: number;
  people: number;
  [axis: string]: string | number;
}

/** Open on the day: opened by then, and not closed on it. */
const OPEN = `p.opened_on <= $2 and (p.closed_on is null or p.closed_on > $2)`;

/** What each definition counts, with the totals of each axis. Every query reads one snapshot: they are parts of one page. */
export async function countIndicators(
  db: Db,
  { department, from, to, asOf }: Asked,
): Promise<Record<PrefectureTable, RawCell[]>> {
  const signed = await db.query<Counted>(
    `select coalesce(p.protection, 'ALL') as protection, count(*) as value, count(*) as people
     from pathways p
     where p.department = $1 and p.cir_signed_on between $3 and least($4::date, $2::date)
     group by grouping sets ((p.protection), ())`,
    [department, asOf, from, to],
  );
  const stock = await db.query<Counted>(
    `select coalesce(p.protection, 'ALL') as protection, count(*) as value, count(*) as people
     from pathways p
     where p.department = $1 and ${OPEN}
     group by grouping sets ((p.protection), ())`,
    [department, asOf],
  );
  const steps = await db.query<Counted>(
    // Each file once per domain and status first: counting distinct files over every spell sorted them all on disk.
    `with per_file as (
       select s.domain, s.status, p.protection, p.id, count(*) as steps
       from pathway_steps s
       join pathways p on p.id = s.pathway_id
       where p.department = $1 and s.department = $1 and ${OPEN} and s.from_on <= $2 and (s.until_on is null or s.until_on > $2) and s.status = any ($3)
       group by s.domain, s.status, p.protection, p.id
     ),
     per_domain as (
       select f.domain, f.protection, f.id, sum(f.steps) as steps
       from per_file f
       group by f.domain, f.protection, f.id
     )
     select f.domain, f.status, coalesce(f.protection, 'ALL') as protection, sum(f.steps)::bigint as value, count(*) as people
     from per_file f
     group by grouping sets ((f.domain, f.status, f.protection), (f.domain, f.status))
     union all
     select d.domain, 'ALL', coalesce(d.protection, 'ALL'), sum(d.steps)::bigint, count(*)
     from per_domain d
     group by grouping sets ((d.domain, d.protection), (d.domain))`,
    [department, asOf, COUNTED_STATUSES],
  );
  const stalls = await db.query<Counted>(
    `select coalesce(s.rule, 'ALL') as rule, coalesce(p.protection, 'ALL') as protection, count(distinct p.id) as value, count(distinct p.id) as people
     from pathway_stalls s
     join pathways p on p.id = s.pathway_id
     where p.department = $1 and s.department = $1 and ${OPEN} and ${stalledOn('s', '$2')}
     group by grouping sets ((s.rule, p.protection), (s.rule), (p.protection), ())`,
    [department, asOf],
  );
  return {
    CIR_SIGNED: signed.map(toCell),
    STOCK: stock.map(toCell),
    STEPS_BY_STATE: steps.map(toCell),
    STALLS_BY_RULE: stalls.map(toCell),
  };
}

function toCell({ value, people, ...at }: Counted): RawCell {
  return { at: at as Record<string, string>, value, people };
}
