import type { Actor } from '../../domain/access/actor.ts';
import { seesPeople, shownTo } from '../../domain/access/fields.ts';
import type { FileFacts, PassingRelation, SealedRight } from '../../domain/access/relations.ts';
import { decide } from '../../domain/access/rights.ts';
import type { pathwayFilters, pathwaySorts } from '../../contract/pathway.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { readSearch } from '../../domain/person/searchReading.ts';
import type { Db } from '../../platform/database/db.ts';
import { mayHoldSealRights, mayOnSealed } from '../../platform/database/sealRights.ts';
import { DATABASE_ROLE } from '../../platform/database/signedContext.ts';
import { withinReach } from '../../platform/database/withinReach.ts';
import type { ListQuery } from '../../platform/http/listQuery.ts';
import { whoIsFound, type WhoIsFound } from '../people/index.ts';
import { stalledOn } from '../stalls/index.ts';
import { isInStatus, statusOn } from './pathwayStatus.ts';

export type PathwayListQuery = ListQuery<typeof pathwayFilters, (typeof pathwaySorts)[number]>;

/** One line of a list as the database gives it. Names are absent for whoever sees pseudonyms. */
export interface PathwayLine {
  id: string;
  number: string;
  department: string;
  organisation_id: string | null;
  organisation_name: string | null;
  referent_id: string | null;
  referent_name: string | null;
  contract_rule_set: string | null;
  cir_signed_on: CalendarDay | null;
  status: 'OPEN' | 'PAUSED' | 'CLOSED';
  next_due_on: CalendarDay | null;
  overdue: number;
  stalled: number;
  last_contact_on: CalendarDay | null;
  sealed: boolean;
  /** Whether the reader is told where the person is: always, but on a sealed file. */
  located: boolean;
  /** Of one file alone: the rights held over it while it is sealed, why it is lent, when it left, until when it is open. */
  held?: SealedRight[] | null;
  passing?: PassingRelation | null;
  left_at?: string | null;
  open_until?: string | null;
  person_id?: string;
  birth_name?: string | null;
  usage_name?: string | null;
  first_names?: string | null;
  birth_value?: string | null;
  birth_precision?: string;
  sex?: 'F' | 'M' | 'X';
}

/** What of a line decides who may do what with the file. */
export function fileFactsOf(
  line: Pick<PathwayLine, 'department' | 'organisation_id' | 'referent_id' | 'sealed' | 'held' | 'passing'>,
): FileFacts {
  return {
    department: line.department,
    organisationId: line.organisation_id,
    referentId: line.referent_id,
    ...(line.passing ? { passing: line.passing } : {}),
    ...(line.sealed ? { sealed: line.held ?? [] } : {}),
  };
}

/** Where the actor stands to one file, when it is not entrusted to her, or when it is sealed. */
function standing(actor: Actor): string {
  const role = DATABASE_ROLE[actor.role];
  if (!mayHoldSealRights(actor)) return `'{}'::text[] as held, null as passing, null as left_at, null as open_until`;
  const own =
    actor.role === 'ASSOCIATION_MANAGER' ? `p.organisation_id = (select sec.organisation('${role}'))` : 'false';
  const left = `from transfers t
      where t.pathway_id = p.id and t.state = 'ACCEPTED' and t.from_organisation = (select sec.organisation('${role}'))
        and t.reads_until >= (select sec.today('${role}')) and p.organisation_id <> t.from_organisation`;
  return `(select array_agg(held.right_to) from seal_rights held
      where held.pathway_id = p.id and held.account_id = (select sec.account('${role}'))) as held,
    case when not p.id = any ((select sec.lent_files('${role}'))::uuid[]) or ${own} then null
      when exists (select 1 ${left}) then 'TRANSFERRED_OUT' else 'BROKEN_GLASS' end as passing,
    (select max(t.answered_at) ${left}) as left_at,
    (select max(b.ends_at) from openings b
      where b.pathway_id = p.id and b.account_id = (select sec.account('${role}'))) as open_until`;
}

const OVERDUE_STEP = `s.pathway_id = p.id and s.is_open and s.waits_for = '{}' and s.due_on < $1`;

function columns(actor: Actor): string {
  const nextDue = nextDueColumn(actor);
  return `
    p.id, p.number, p.department, p.organisation_id, o.name as organisation_name, p.referent_id, a.display_name as referent_name,
    p.contract_rule_set, p.cir_signed_on, ${statusOn(actor)} as status, ${nextDue} as next_due_on,
    (select count(*) from pathway_steps s where ${OVERDUE_STEP}) as overdue,
    (select count(*) from pathway_stalls s where s.pathway_id = p.id and ${stalledOn('s', '$1')}) as stalled,
    p.last_contact_on, ${mayHoldSealRights(actor) ? 'p.sealed' : 'false as sealed'}, ${mayOnSealed(actor, 'p', 'LOCATE')} as located${seesPeople(actor) ? ', p.person_id, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.sex' : ''}`;
}

function nextDueColumn(actor: Actor): string {
  return shownTo(actor).domains === 'ALL' ? 'p.next_due_on' : 'p.next_due_on_for_ofii';
}

function tables(actor: Actor): string {
  return `
    from pathways p
    left join organisations o on o.id = p.organisation_id
    left join accounts a on a.id = p.referent_id
    ${seesPeople(actor) ? 'join people pe on pe.id = p.person_id' : ''}`;
}

interface Where {
  /** To be added to a condition: empty, or `and … and …`. */
  readonly sql: string;
  readonly parameters: unknown[];
  readonly needsPeople: boolean;
}

function whereOf(actor: Actor, { filter }: PathwayListQuery, today: CalendarDay, found: WhoIsFound | null): Where {
  const parameters: unknown[] = [today];
  const conditions: string[] = [mayOnSealed(actor, 'p', 'READ')];
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  let needsPeople = false;
  const by: { [K in keyof typeof filter]-?: (value: NonNullable<(typeof filter)[K]>) => void } = {
    q: (text) => {
      // A list shows what one may open; found by a name or a number, it asks the other right too.
      conditions.push(mayOnSealed(actor, 'p', 'SEARCH'));
      if (found?.condition === null)
        conditions.push(`p.person_id = any (${parameter(found.likeliest.map(({ who }) => who.id))}::uuid[])`);
      else if (found !== null) {
        needsPeople = true;
        conditions.push(found.condition('pe', parameter));
      } else if (!seesPeople(actor)) conditions.push(isNumbered(text, today, parameter));
    },
    department: (code) => conditions.push(`p.department = ${parameter(code)}`),
    organisationId: (id) => conditions.push(`p.organisation_id = ${parameter(id)}`),
    referentId: (id) => conditions.push(`p.referent_id = ${parameter(id)}`),
    status: (status) => conditions.push(isInStatus(actor, status)),
    stalled: (wanted) =>
      conditions.push(
        `${wanted ? '' : 'not '}exists (select 1 from pathway_stalls s where s.pathway_id = p.id and ${stalledOn('s', '$1')})`,
      ),
    // Something is overdue when the earliest due day is past: the same steps, one comparison.
    overdue: (wanted) =>
      conditions.push(wanted ? `${nextDueColumn(actor)} < $1` : `coalesce(${nextDueColumn(actor)}, 'infinity') >= $1`),
    step: (step) => {
      const status = filter.stepStatus === undefined ? '' : ` and s.status = ${parameter(filter.stepStatus)}`;
      conditions.push(
        `exists (select 1 from pathway_steps s where s.pathway_id = p.id and s.until_on is null and s.step = ${parameter(step)}${status})`,
      );
    },
    stepStatus: (status) => {
      if (filter.step === undefined)
        conditions.push(
          `exists (select 1 from pathway_steps s where s.pathway_id = p.id and s.until_on is null and s.status = ${parameter(status)})`,
        );
    },
    protection: (kind) => conditions.push(`p.protection = ${parameter(kind)}`),
    id: (ids) => conditions.push(`p.id = any (${parameter(ids)}::uuid[])`),
  };
  for (const [key, value] of Object.entries(filter)) {
    if (value === null) conditions.push(`p.${key === 'organisationId' ? 'organisation_id' : 'referent_id'} is null`);
    else if (value !== undefined) (by[key as keyof typeof by] as (given: unknown) => void)(value);
  }
  return { sql: conditions.map((condition) => `\n  and ${condition}`).join(''), parameters, needsPeople };
}

/** Files by a number alone: the whole one, however it is written, leads to that file; a part of it to all that hold it. */
function isNumbered(text: string, today: CalendarDay, parameter: (value: unknown) => string): string {
  const { fileNumber } = readSearch(text, today);
  const matches =
    fileNumber === null
      ? (column: string) => `${column} like ${parameter(`%${text.replace(/[%_\\]/g, '')}%`)}`
      : (column: string) => `${column} = ${parameter(fileNumber)}`;
  return `(${matches('p.number')} or p.id = any (array(
    select m.found_in from merges m where ${matches('m.merged_number')} and m.undone_at is null)))`;
}

/** Who is found by the words of the list, as a search finds them; null where none are given, or where names are not seen. */
async function askedFor(
  db: Db,
  actor: Actor,
  { filter: { q } }: PathwayListQuery,
  today: CalendarDay,
): Promise<WhoIsFound | null> {
  return q === undefined || q === '' || !seesPeople(actor) ? null : whoIsFound(db, actor, q, today);
}

function sortColumn(actor: Actor, { sort }: PathwayListQuery): string {
  return {
    number: 'p.number',
    name: 'pe.name_sort',
    cirSignedOn: 'p.cir_signed_on',
    nextDueOn: nextDueColumn(actor),
    lastContactOn: 'p.last_contact_on',
    id: 'p.id',
  }[sort.key];
}

/** A page of the list and its exact total. */
export async function findPathways(
  db: Db,
  actor: Actor,
  list: PathwayListQuery,
  today: CalendarDay,
): Promise<{ lines: PathwayLine[]; total: number }> {
  const where = whereOf(actor, list, today, await askedFor(db, actor, list, today));
  const { sort, limit, offset } = list;
  const branches = withinReach(actor, where.parameters).map((reached) => ({
    pathways: reached('p'),
    people: reached('pe'),
  }));
  if (branches.length === 0) return { lines: [], total: 0 };
  const order = (column: string, id: string): string =>
    `order by ${column} ${sort.direction} nulls last, ${id} ${sort.direction}`;
  const column = sortColumn(actor, list);
  // Each branch of the reach gives the head of its own index; the page is cut from the heads. Then the columns: counts
  // are computed for the rows shown, not for the rows skipped.
  const withPeople = where.needsPeople || sort.key === 'name';
  const heads = branches.map(
    ({ pathways, people }) => `
       (select p.id, ${column} as sort_key
        from pathways p
        ${withPeople ? `join people pe on pe.id = p.person_id and ${people}` : ''}
        where ${pathways}${where.sql}
        ${order(column, 'p.id')}
        limit ${offset + limit})`,
  );
  const lines = await db.query<PathwayLine>(
    `with page as (
       select head.id
       from (${heads.join('\n union all\n')}) head
       ${order('head.sort_key', 'head.id')}
       limit ${limit} offset ${offset}
     )
     select ${columns(actor)}
     ${tables(actor)}
     where p.id in (select page.id from page) and $1::date is not null
     ${order(column, 'p.id')}`,
    where.parameters,
  );
  const counts = branches.map(
    ({ pathways, people }) => `
       (select count(*)
        from pathways p
        ${where.needsPeople ? `join people pe on pe.id = p.person_id and ${people}` : ''}
        where ${pathways}${where.sql})`,
  );
  const counted = await db.one<{ total: number }>(
    `select ${counts.join(' + ')} as total where $1::date is not null`,
    where.parameters,
  );
  return { lines, total: counted?.total ?? 0 };
}

/** One line, or undefined when it is out of reach: of the row policies, then of the table of rights, its second lock. */
export async function findPathway(
  db: Db,
  actor: Actor,
  id: string,
  today: CalendarDay,
): Promise<PathwayLine | undefined> {
  const line = await db.one<PathwayLine>(
    `select ${columns(actor)}, ${standing(actor)} ${tables(actor)} where p.id = $2`,
    [today, id],
  );
  return line !== undefined && decide(actor, 'read', fileFactsOf(line)).allowed ? line : undefined;
}

/** The files that an account follows, those closed within so many days included, as far as the reader may open them. */
export async function findFollowed(
  db: Db,
  actor: Actor,
  { referentId, closedSince }: { readonly referentId: string; readonly closedSince: CalendarDay },
  today: CalendarDay,
): Promise<PathwayLine[]> {
  const lines = await db.query<PathwayLine>(
    `select ${columns(actor)}, ${standing(actor)} ${tables(actor)}
     where p.referent_id = $2 and (p.closed_on is null or p.closed_on >= $3)`,
    [today, referentId, closedSince],
  );
  return lines.filter((line) => decide(actor, 'read', fileFactsOf(line)).allowed);
}

/** Whether what was answered of a file may be given again: it is in reach, and what it tells of a place still is. */
export async function isPathwayReached(
  db: Db,
  { id, located = false }: { readonly id: string; readonly located?: boolean },
  actor: Actor,
): Promise<boolean> {
  const rights = ['READ', ...(located ? (['LOCATE'] as const) : [])] as const;
  const may = rights.map((right) => mayOnSealed(actor, 'p', right)).join(' and ');
  return (await db.one(`select 1 from pathways p where p.id = $1 and ${may}`, [id])) !== undefined;
}
