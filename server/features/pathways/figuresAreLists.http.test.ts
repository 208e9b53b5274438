import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PathwayExport, PathwayRow } from '../../contract/pathway.ts';
import type { Week } from '../../contract/week.ts';
import { plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const FIRST_DAY = '2026-03-10' as CalendarDay;
const clock = testClock(`${FIRST_DAY}T08:00:00.000Z`);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
  const random = fc.sample(
    fc.record({
      by: fc.constantFrom<PersonaName>('caseworker', 'colleague'),
      signedDaysAgo: fc.integer({ min: 1, max: 700 }),
      event: fc.constantFrom<object | undefined>(
        undefined,
        { contact: 'REACHED', on: '2026-03-01' },
        { pause: 'ILLNESS', on: '2026-03-02' },
        { closure: 'LEFT_FRANCE', on: '2026-03-03' },
        { step: 'HEALTH_COVER', status: 'DONE', on: '2026-03-04' },
      ),
    }),
    { numRuns: 24, seed: 20_261_127 },
  );
  for (const { by, signedDaysAgo, event } of random) {
    const signedOn = plusDays(FIRST_DAY, -signedDaysAgo);
    await world.aFile({
      by,
      facts: {
        enteredFranceOn: plusDays(signedOn, -200),
        firstPermitOn: plusDays(signedOn, -60),
        caseOpenedOn: signedOn,
        cirSignedOn: signedOn,
      },
      ...(event === undefined ? {} : { events: [event] }),
    });
  }
}, 120_000);
afterAll(() => world.close());

interface Asked {
  readonly filter: object;
  readonly sort: readonly [string, 'ASC' | 'DESC'];
}
const query = ({ filter, sort }: Asked): string =>
  `filter=${encodeURIComponent(JSON.stringify(filter))}&sort=${encodeURIComponent(JSON.stringify(sort))}`;

/** Every page of the list, one after the other, and the total that each of them says. */
async function pages(by: PersonaName, asked: Asked): Promise<{ ids: string[]; totals: Set<number> }> {
  const client = await world.as(by);
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let first = 0; ; first += 7) {
    const answer = await client.get(`/api/pathways?${query(asked)}&range=[${first},${first + 6}]`);
    totals.add(Number(answer.get('Content-Range')?.split('/')[1]));
    const rows = answer.body as PathwayRow[];
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < 7) return { ids, totals };
  }
}
async function taken(by: PersonaName, asked: Asked): Promise<PathwayExport> {
  const { status, body } = await (await world.as(by)).get(`/api/exports/pathways?${query(asked)}`);
  expect(status).toBe(200);
  return body as PathwayExport;
}

const oneFilter: fc.Arbitrary<object> = fc.oneof(
  fc.record({ status: fc.constantFrom('OPEN', 'PAUSED', 'CLOSED') }),
  fc.record({ stalled: fc.boolean() }),
  fc.record({ overdue: fc.boolean() }),
  fc.record({ protection: fc.constantFrom('BPI', 'NON_BPI') }),
  fc.record({ step: fc.constantFrom('HEALTH_COVER', 'CIVIC_SESSION_1', 'PERMIT_RENEWAL') }),
);
const anyFilter = fc
  .array(oneFilter, { maxLength: 2 })
  .map((filters) => Object.assign({}, ...(filters as object[])) as object);
const anySort = fc.tuple(
  fc.constantFrom('number', 'name', 'cirSignedOn', 'nextDueOn', 'lastContactOn', 'id'),
  fc.constantFrom('ASC' as const, 'DESC' as const),
);

describe('a figure is the list behind it, and what is taken away is that list', () => {
  test('whatever the filters, the order and the day', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(
        anyFilter,
        anySort,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom<PersonaName>('caseworker', 'manager'),
        async (filter, sort, later, by) => {
          clock.set(`${plusDays(FIRST_DAY, later)}T08:00:00.000Z`);
          const { ids, totals } = await pages(by, { filter, sort });
          expect([...totals]).toEqual([ids.length]);
          expect(new Set(ids).size).toBe(ids.length);
          const { rows, sealed, asOf } = await taken(by, { filter, sort });
          expect([rows.map(({ id }) => id), sealed, asOf]).toEqual([ids, 0, plusDays(FIRST_DAY, later)]);
          shown += ids.length;
        },
      ),
      { numRuns: 40 },
    );
    expect(shown).toBeGreaterThan(100);
  }, 120_000);

  test('the late steps of a week are those that the list counts, on any day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 500 }), async (later) => {
        const today = plusDays(FIRST_DAY, later);
        clock.set(`${today}T08:00:00.000Z`);
        const client = await world.as('colleague');
        const week = (await client.get('/api/week')).body as Week;
        const late = week.lines.filter(({ kind, on }) => kind === 'STEP' && (on ?? '') < today);
        const { rows } = await taken('colleague', {
          filter: { referentId: PERSONAS.colleague.id },
          sort: ['number', 'ASC'],
        });
        const open = rows.filter(({ status }) => status !== 'CLOSED');
        expect(late.length).toBe(open.reduce((sum, { overdue }) => sum + overdue, 0));
        expect(week.files).toBe(open.length);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

describe('a list that is taken away', () => {
  test('asks by the filters and the orders of the list, and by no others', async () => {
    const client = await world.as('manager');
    expect((await client.get('/api/exports/pathways?filter={"status":"OPEN"}&sort=["name","ASC"]')).status).toBe(200);
    for (const wrong of ['filter={"other":1}', 'sort=["rank","ASC"]', 'filter=x', 'other=1'])
      expect([wrong, (await client.get(`/api/exports/pathways?${wrong}`)).status]).toEqual([wrong, 400]);
  });

  test('leaves what is sealed, and says how much to whoever would see it', async () => {
    clock.set(`${FIRST_DAY}T08:00:00.000Z`);
    const { id } = await world.aFile();
    const asked: Asked = { filter: { id: [id] }, sort: ['number', 'ASC'] };
    expect(await taken('manager', asked)).toMatchObject({ sealed: 0, rows: [{ id }] });
    await (await world.freshAs('manager')).post(`/api/pathways/${id}/seal`, { reason: 'Personne recherchée' });
    expect(await taken('manager', asked)).toMatchObject({ sealed: 1, rows: [] });
    await world.owner.query('delete from seal_rights where pathway_id = $1', [id]);
    expect(await taken('manager', asked)).toMatchObject({ sealed: 0, rows: [] });
  });

  test('leaves one entry, that names every file', async () => {
    const { rows: told } = await taken('manager', { filter: {}, sort: ['number', 'ASC'] });
    const { rows } = await world.owner.query<{ files: string[] }>(
      `select pathway_ids as files from audit_entries where operation = 'exportPathways' order by at desc, seq desc limit 1`,
    );
    expect([...(rows[0]?.files ?? [])].sort()).toEqual(told.map(({ id }) => id).sort());
    expect(told.length).toBeGreaterThan(20);
  });

  test('is refused whole when it is too long for a meeting', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      `select p.id from pathways p where p.organisation_id = $1 limit 1`,
      [ORGANISATIONS.north.id],
    );
    await world.owner.query(
      `with made as (
         insert into people (id, department, organisation_id, referent_id, birth_name, birth_precision, sex, name_sort, search_text)
         select gen_random_uuid(), p.department, p.organisation_id, p.referent_id, 'Foule', 'UNKNOWN', 'F', 'foule', 'foule'
         from pathways p, generate_series(1, 2001) where p.id = $1
         returning id)
       insert into pathways (id, number, person_id, department, organisation_id, referent_id, facts, contract_state)
       select gen_random_uuid(), 'J26-9' || lpad((row_number() over ())::text, 5, '0'), m.id, p.department, p.organisation_id,
         p.referent_id, '{}', p.contract_state
       from made m, pathways p where p.id = $1`,
      [rows[0]?.id],
    );
    const answer = await (await world.as('manager')).get('/api/exports/pathways');
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'too_many_rows']);
    expect((await (await world.as('manager')).get('/api/exports/pathways?filter={"status":"CLOSED"}')).status).toBe(
      200,
    );
  });
});
