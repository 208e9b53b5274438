import type { SimulationView, ThresholdsInput } from '../../contract/thresholds.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { StallRuleCode } from '../../domain/pathway/codes.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { stallStateOn } from '../../domain/stall/stallSpell.ts';
import { thresholdsOf, type Publication, type Threshold, type Thresholds } from '../../domain/stall/thresholds.ts';
import type { Duration } from '../../domain/calendar/period.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { givenOf, loadHistories, type StoredHistory } from '../pathways/index.ts';
import { stalledOn } from '../stalls/index.ts';
import { changesBetween } from './presentThresholds.ts';
import { proposalOf } from './proposal.ts';
import { publishedSets, type PublishedSet } from './thresholds.store.ts';

interface CountLine {
  department: string;
  rule: StallRuleCode;
  before: number;
  after: number;
  newly: number;
  no_longer: number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What thresholds would change on the first day that they are in force: how many files newly stalled, or no longer, by
 * department and rule. Counted over the stored rows, whose anchors and clearings do not depend on any threshold; a test
 * publishes what was simulated and counts again.
 */
export async function simulateThresholds(
  { db, today }: Context,
  { body }: { body: ThresholdsInput },
): Promise<Answer<SimulationView>> {
  const published = await publishedSets(db);
  const { publication, before, after } = proposalOf(body, published, today);
  const changes = changesBetween(before, after);
  const on = publication.effectiveOn;
  const isByCount = ({ after }: Change): boolean => after.countLimit !== undefined;
  const lines = [
    ...(await countChanged(
      db,
      changes.filter((change) => !isByCount(change)),
      on,
    )),
    ...(changes.some(isByCount) ? await countUnsigned(db, published, publication, today) : []),
  ].sort((a, b) => compare(a.department, b.department) || compare(a.rule, b.rule));
  return {
    body: {
      on,
      rows: lines.map((line) => ({
        department: line.department,
        rule: line.rule,
        stalledBefore: line.before,
        stalledAfter: line.after,
        newlyStalled: line.newly,
        noLongerStalled: line.no_longer,
      })),
    },
  };
}

interface Change {
  readonly rule: StallRuleCode;
  readonly after: Threshold;
}

/** Department by department: the whole country in one statement would be cut before its end. */
async function countChanged(db: Db, changes: readonly Change[], on: CalendarDay): Promise<CountLine[]> {
  if (changes.length === 0) return [];
  const asked = JSON.stringify(changes.map(lengthsOf));
  const lines: CountLine[] = [];
  for (const department of await departmentsFollowed(db)) {
    lines.push(...(await countChangedIn(db, department, asked, on)));
  }
  return lines;
}

/** The departments that have a file: from one to the next in an index, whatever the number of files. */
async function departmentsFollowed(db: Db): Promise<string[]> {
  const lines = await db.query<{ department: string }>(
    `with recursive followed as (
       (select p.department from pathways p order by p.department limit 1)
       union all
       select (select p.department from pathways p where p.department > f.department order by p.department limit 1)
       from followed f where f.department is not null
     )
     select f.department from followed f where f.department is not null`,
  );
  return lines.map(({ department }) => department);
}

async function countChangedIn(db: Db, department: string, asked: string, on: CalendarDay): Promise<CountLine[]> {
  return db.query<CountLine>(
    `with asked as (
       select r.* from jsonb_to_recordset($2::jsonb)
         as r(rule text, months int, days int, bpi_months int, bpi_days int)
     ),
     -- One row a wait: a wait cut by thresholds to come has several.
     waits as (
       select s.department, s.rule, bool_or(${stalledOn('s', '$1')}) as before,
         bool_or(not s.silences @> $1::date and case
           when r.bpi_months is not null and p.protection = 'BPI'
             then (s.anchor_on + make_interval(months => r.bpi_months, days => r.bpi_days))::date < $1::date
           else (s.anchor_on + make_interval(months => r.months, days => r.days))::date < $1::date
         end) as after
       from pathway_stalls s
       join asked r on r.rule = s.rule
       join pathways p on p.id = s.pathway_id
       where s.department = $3 and not s.sealed and (s.cleared_on is null or s.cleared_on > $1::date)
       group by s.pathway_id, s.rule, s.anchor_on, s.department
     )
     select w.department, w.rule, count(*) filter (where w.before) as before, count(*) filter (where w.after) as after,
       count(*) filter (where w.after and not w.before) as newly, count(*) filter (where w.before and not w.after) as no_longer
     from waits w
     group by w.department, w.rule
     order by w.department, w.rule`,
    [on, asked, department],
  );
}

/** Files read at once. */
const BATCH = 500;

/**
 * Rules that count absences keep no row before the number is reached: the files that may have some, those not signed
 * of a person who was absent, are planned again under the thresholds asked.
 */
async function countUnsigned(
  db: Db,
  published: readonly PublishedSet[],
  asked: Publication,
  today: CalendarDay,
): Promise<CountLine[]> {
  const counts = new Map<string, CountLine>();
  const on = asked.effectiveOn;
  const rule: StallRuleCode = 'PLATFORM_NO_SHOW';
  const isStalled = (history: StoredHistory, thresholds: Thresholds): boolean =>
    derivePathway({ ...givenOf(history), thresholds }, today).stallSpells.some(
      (spell) => spell.rule === rule && stallStateOn(spell, on) === 'STALLED',
    );
  const thresholds = { before: thresholdsOf(published), after: thresholdsOf([...published, asked]) };
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const files = await db.query<{ id: string; department: string }>(
      `select p.id, p.department from pathways p
       where p.id > $1 and not p.sealed and p.cir_signed_on is null and (p.closed_on is null or p.closed_on > $2) and exists (
         select from pathway_events e where e.pathway_id = p.id and e.body->>'contract' = 'ABSENT_AT_PLATFORM')
       order by p.id limit ${BATCH}`,
      [last, on],
    );
    const histories = await loadHistories(
      db,
      files.map(({ id }) => id),
      { lock: false },
    );
    for (const { id, department } of files) {
      const history = histories.get(id);
      if (history === undefined) continue;
      const [before, after] = [isStalled(history, thresholds.before), isStalled(history, thresholds.after)];
      if (!before && !after) continue;
      const line = counts.get(department) ?? { department, rule, before: 0, after: 0, newly: 0, no_longer: 0 };
      line.before += Number(before);
      line.after += Number(after);
      line.newly += Number(after && !before);
      line.no_longer += Number(before && !after);
      counts.set(department, line);
    }
    const next = files.at(-1)?.id;
    if (next === undefined) return [...counts.values()];
    last = next;
  }
}

function lengthsOf({ rule, after }: Change): object {
  const { limit, limitByPopulation } = after;
  const bpi = limitByPopulation?.BPI;
  return {
    rule,
    ...lengthOf(limit),
    ...(bpi === undefined ? {} : { bpi_months: lengthOf(bpi).months, bpi_days: lengthOf(bpi).days }),
  };
}

function lengthOf(duration: Duration | null): { months: number; days: number } {
  const n = duration?.n ?? 0;
  return duration?.unit === 'MONTH' ? { months: n, days: 0 } : { months: 0, days: n };
}
