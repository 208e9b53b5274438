import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import { actorOf } from '../../testing/actingAs.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { NUMBER_HEADER, watchStatements } from '../../testing/statements.ts';
import { createWorld, SOMEONE, testClock, type Client, type World } from '../../testing/world.ts';
import request, { type Response } from 'supertest';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
const files: PathwayFile[] = [];
beforeAll(async () => {
  world = await createWorld({ clock });
  for (let index = 0; index < 4; index += 1) files.push(await world.aFile());
  await world.aFile({ by: 'neighbour', person: { birthName: 'Ailleurs' } });
});
afterAll(() => world.close());

beforeEach(async () => {
  clock.set('2026-03-10T08:00:00.000Z');
  await world.owner.query(
    'delete from daily_namings; delete from daily_naming_counts; delete from daily_openings; delete from daily_opening_counts',
  );
});

const ME = PERSONAS.caseworker.id;
const NORTH = ORGANISATIONS.north.id;
const OFII = ORGANISATIONS.ofii.id;
const WHO: Record<string, string> = {
  [ME]: 'me',
  [NORTH]: 'us',
  [OFII]: 'the office',
  ...Object.fromEntries(
    (['manager', 'colleague', 'neighbour', 'neighbourManager', 'ofii'] as const).map((name) => [
      PERSONAS[name].id,
      name,
    ]),
  ),
  [ORGANISATIONS.neighbour.id]: 'them',
};

/** As many other files named on a day already, the alert raised or not. */
async function named(subject: string, howMany: number, { alerted = false, day = '2026-03-10' } = {}): Promise<void> {
  await world.owner.query(
    `insert into daily_naming_counts (day, subject_id, named, alerted_with) values ($1, $2, $3, $4)`,
    [day, subject, howMany, alerted ? howMany : null],
  );
}

async function counts(day = '2026-03-10'): Promise<Record<string, number>> {
  const { rows } = await world.owner.query<{ subject_id: string; named: number }>(
    'select c.subject_id, c.named from daily_naming_counts c where c.day = $1',
    [day],
  );
  return Object.fromEntries(rows.map((row) => [WHO[row.subject_id] ?? row.subject_id, row.named]));
}

const page = async (range = '[0,99]', by: Client | PersonaName = 'caseworker'): Promise<Response> =>
  (typeof by === 'string' ? await world.as(by) : by).get(`/api/pathways?sort=["number","ASC"]&range=${range}`);

async function alerts(): Promise<{ operation: string; account_id: string }[]> {
  const { rows } = await world.owner.query(
    `select e.operation, e.account_id from audit_entries e where e.kind = 'ALERT' order by e.at`,
  );
  return rows;
}

/** The alerts that something raises. */
async function alertsOf(work: () => Promise<unknown>): Promise<object[]> {
  const before = (await alerts()).length;
  await work();
  return (await alerts()).slice(before);
}

/** Out of everybody's reach. */
async function sendAway(id: string): Promise<void> {
  await world.owner.query(
    `update pathways set referent_id = null, organisation_id = null, department = '75' where id = $1`,
    [id],
  );
}

const refusalOf = ({ status, body }: Response): unknown[] => [status, (body as { code?: string }).code];
const REFUSED = [429, 'daily_quota_exceeded'];

describe('the files that a page names', () => {
  test('are counted once each, to the account and to its structure, whatever the page and however often it is read', async () => {
    expect((await page('[0,1]')).body).toHaveLength(2);
    expect(await counts()).toEqual({ me: 2, us: 2 });
    await page('[0,1]');
    await page('[1,2]');
    expect(await counts()).toEqual({ me: 3, us: 3 });
    const found = await (await world.as('caseworker')).post('/api/people/search', { text: 'exemple' });
    expect(found.body).toHaveLength(4);
    expect(await counts()).toEqual({ me: 4, us: 4 });
    // What a colleague is named too adds nothing to the structure; nor is another account's count touched.
    await page('[0,99]', 'manager');
    await page('[0,99]', 'neighbour');
    expect(await counts()).toEqual({ me: 4, manager: 4, us: 4, neighbour: 1, them: 1 });
  });

  test('are those of every list and search that gives names; files opened, and what names nobody, are not among them', async () => {
    const id = files[0]?.id ?? '';
    const manager = await world.as('manager');
    const agent = await world.as('ofii');
    const counted = async (ask: Promise<Response>): Promise<Record<string, number>> => {
      await world.owner.query('delete from daily_namings; delete from daily_naming_counts');
      expect((await ask).status).toBeLessThan(300);
      return counts();
    };
    const me = await world.as('caseworker');
    const transfer = await manager.post(`/api/pathways/${id}/transfers`, {
      organisationId: ORGANISATIONS.neighbour.id,
      reason: 'Un déménagement',
    });
    await world.owner.query(
      `insert into openings (pathway_id, account_id, reason, opened_at, ends_at, number, opened_by)
       values ($1, $2, 'Une urgence, dite en vingt lettres', '2026-01-01', '2026-01-02', 'J26-000001', 'Test')`,
      [id, PERSONAS.neighbourManager.id],
    );
    const stalled = new Set(
      ((await me.get('/api/stalls')).body as { pathwayId: string }[]).map(({ pathwayId }) => pathwayId),
    );
    expect(stalled.size).toBeGreaterThan(1);
    const { lines } = (await me.get('/api/week')).body as { lines: { pathwayId: string }[] };
    const week = new Set(lines.map(({ pathwayId }) => pathwayId));
    expect(week.size).toBeGreaterThan(1);
    const { birthName, firstNames, birth } = SOMEONE;
    const hint = { birthName, firstNames, birth };

    expect(await counted(me.get('/api/pathways'))).toEqual({ me: 4, us: 4 });
    expect(await counted(me.get('/api/stalls'))).toEqual({ me: stalled.size, us: stalled.size });
    expect(await counted(me.get('/api/week'))).toEqual({ me: week.size, us: week.size });
    expect(await counted(me.post('/api/people/search', { text: 'exemple' }))).toEqual({ me: 4, us: 4 });
    expect(await counted(me.post('/api/people/duplicates', hint))).toEqual({ me: 4, us: 4 });
    expect(await counted(manager.get('/api/transfers'))).toEqual({ manager: 1, us: 1 });
    expect(await counted(manager.get('/api/openings'))).toEqual({ manager: 1, us: 1 });
    expect(await counted(agent.get('/api/pathways'))).toEqual({ ofii: 5, 'the office': 5 });

    expect(await counted(me.get(`/api/pathways/${id}`))).toEqual({});
    expect(await counted(me.get(`/api/pathways/${id}/history`))).toEqual({});
    expect(await counted(me.get('/api/pathways?filter={"q":"personne"}'))).toEqual({});
    // Numbers without names: to a departmental referent, to the auditor.
    const [referent, auditor] = [await world.as('referent'), await world.as('auditor')];
    for (const ask of [referent.get('/api/pathways'), referent.get('/api/stalls'), auditor.get('/api/openings')]) {
      expect(await counted(ask)).toEqual({});
      expect((await ask).body).not.toEqual([]);
    }
    await manager.post(`/api/transfers/${(transfer.body as { id: string }).id}/cancel`);
  });

  test('are not those of an import’s report', async () => {
    const agent = await world.as('ofii');
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into imports (id, organisation_id, created_by, file_name, state) values ($1, $2, $3, 'liste.csv', 'READY') returning id`,
      [randomUUID(), OFII, PERSONAS.ofii.id],
    );
    const importId = rows[0]?.id ?? '';
    await world.owner.query(
      `insert into import_rows (import_id, line, outcome, pathway_id, warnings) values ($1, 1, 'UNCHANGED', $2, '[{"line":1,"column":"A","code":"x","message":"x"}]')`,
      [importId, files[0]?.id],
    );
    const report = await agent.get(`/api/imports/${importId}`);
    const lines = await agent.get(`/api/imports/${importId}/lines`);
    expect([report.status, (lines.body as { pathwayId: string }[])[0]?.pathwayId]).toEqual([200, files[0]?.id]);
    const { rows: left } = await world.owner.query(
      `select e.operation from audit_entries e where e.operation in ('readImport', 'listImportLines') and e.pathway_ids = array[$1::uuid] order by 1`,
      [files[0]?.id],
    );
    // They are named in the trail all the same.
    expect(left.map(({ operation }) => operation)).toEqual(['listImportLines', 'readImport']);
    expect(await counts()).toEqual({});
    await page('[0,99]', agent);
    expect(await counts()).toEqual({ ofii: 5, 'the office': 5 });
  });

  test('are written by one statement, however many they are', async () => {
    const watched = watchStatements(world.app);
    try {
      const told = await request(watched.app)
        .get('/api/pathways')
        .set('Cookie', await world.cookieOf('caseworker'));
      expect(told.body).toHaveLength(4);
      const statements = watched.take(told.get(NUMBER_HEADER) ?? '').filter(({ sql }) => sql.includes('namings'));
      expect(statements.map(({ sql }) => sql)).toEqual([
        'select * from sec.count_namings($1::date, $2::uuid[], $3::int, $4::int)',
      ]);
    } finally {
      watched.stop();
    }
  });

  test('are forgotten after a week, those of whoever does not come back too', async () => {
    const gone = randomUUID();
    for (const day of ['2026-03-02', '2026-03-03']) {
      await named(gone, 1, { day });
      await world.owner.query('insert into daily_namings (day, subject_id, pathway_id) values ($1, $2, $3)', [
        day,
        gone,
        randomUUID(),
      ]);
    }
    await page();
    expect([await counts('2026-03-02'), await counts('2026-03-03')]).toEqual([{}, { [gone]: 1 }]);
    const { rows } = await world.owner.query('select distinct n.day from daily_namings n order by 1');
    expect(rows).toEqual([{ day: '2026-03-03' }, { day: '2026-03-10' }]);
  });
});

describe('beyond the first line', () => {
  test.each([
    [995, 999, 0],
    [996, 1_000, 0],
    [997, 1_001, 1],
    // Crossed from far.
    [999, 1_003, 1],
  ])('%i and a page of 4 make %i: %i alert', async (before, after, raised) => {
    await named(ME, before);
    const alert = { operation: 'manyFilesNamedToAccount', account_id: ME };
    expect(await alertsOf(async () => expect((await page()).status).toBe(200))).toEqual(Array(raised).fill(alert));
    expect(await counts()).toEqual({ me: after, us: 4 });
  });

  test('the alert is raised once, work goes on, and the auditor is shown it', async () => {
    await named(ME, 999);
    expect(await alertsOf(() => page('[0,0]'))).toEqual([]);
    expect(await alertsOf(() => page('[0,1]'))).toHaveLength(1);
    expect(await alertsOf(() => page('[0,2]'))).toEqual([]);
    expect(await alertsOf(() => page('[0,3]'))).toEqual([]);
    expect(await counts()).toEqual({ me: 1_003, us: 4 });
    const shown = await (await world.as('auditor')).get('/api/audit?filter={"kind":"ALERT"}');
    expect((shown.body as object[])[0]).toMatchObject({ operation: 'manyFilesNamedToAccount', accountId: ME });
    // The next day is a new one.
    clock.set('2026-03-11T08:00:00.000Z');
    await named(ME, 1_000, { day: '2026-03-11' });
    expect(await alertsOf(() => page())).toHaveLength(1);
  });

  test('of a structure, it is raised apart', async () => {
    await named(NORTH, 4_996);
    expect(await alertsOf(() => page())).toEqual([]);
    await named(ORGANISATIONS.neighbour.id, 5_000);
    expect(await alertsOf(() => page('[0,99]', 'neighbour'))).toEqual([
      { operation: 'manyFilesNamedToOrganisation', account_id: PERSONAS.neighbour.id },
    ]);
  });

  test('an OFII agent, whose territory is large, has her own, and so has her office', async () => {
    await named(PERSONAS.ofii.id, 4_995);
    await named(OFII, 24_995);
    expect(await alertsOf(() => page('[0,99]', 'ofii'))).toEqual([]);
    const one = await world.aFile();
    const raised = await alertsOf(() => page('[0,99]', 'ofii'));
    expect(raised.map((alert) => (alert as { operation: string }).operation).sort()).toEqual([
      'manyFilesNamedToAccount',
      'manyFilesNamedToOrganisation',
    ]);
    await sendAway(one.id);
  });
});

describe('beyond the second line', () => {
  const RAISED = { alerted: true };

  test('a page is refused whole, before anything is given; what was named already is named again; the next day is new', async () => {
    await named(ME, 4_996, RAISED);
    expect((await page('[0,2]')).status).toBe(200);
    expect(await counts()).toEqual({ me: 4_999, us: 3 });
    // The fourth makes five thousand, and passes; one more does not.
    expect((await page()).status).toBe(200);
    // Writing goes on.
    const fifth = await world.aFile();
    const refused = await page();
    expect(refusalOf(refused)).toEqual(REFUSED);
    expect([refused.get('Content-Range'), refused.text.includes('Exemple')]).toEqual([undefined, false]);
    expect(await counts()).toEqual({ me: 5_000, us: 4 });
    const { rows } = await world.owner.query(
      `select e.operation, e.kind, e.outcome, e.pathway_ids from audit_entries e where e.request_id = $1`,
      [refused.get('X-Request-Id')],
    );
    expect(rows).toEqual([{ operation: 'listPathways', kind: 'READ', outcome: 'REFUSED', pathway_ids: [] }]);

    const me = await world.as('caseworker');
    expect(refusalOf(await me.post('/api/people/search', { text: 'exemple' }))).toEqual(REFUSED);
    expect((await page('[0,3]')).status).toBe(200);
    expect((await me.get(`/api/pathways/${fifth.id}`)).status).toBe(200);
    // A colleague is not shut out.
    expect((await page('[0,99]', 'manager')).body).toHaveLength(5);
    clock.set('2026-03-11T08:00:00.000Z');
    expect((await page()).status).toBe(200);
    await sendAway(fifth.id);
  });

  test('a structure has its own, far beyond those of one account', async () => {
    await named(NORTH, 24_996, RAISED);
    expect((await page()).status).toBe(200);
    await world.owner.query('delete from daily_namings; delete from daily_naming_counts');
    await named(NORTH, 24_997, RAISED);
    expect(refusalOf(await page())).toEqual(REFUSED);
    expect(refusalOf(await page('[0,99]', 'manager'))).toEqual(REFUSED);
    expect((await page('[0,99]', 'neighbour')).status).toBe(200);
    expect((await page('[0,2]')).status).toBe(200);
    expect(await counts()).toEqual({ me: 3, us: 25_000, neighbour: 1, them: 1 });
  });

  test.each([
    ['agent', PERSONAS.ofii.id, 15_000],
    ['office', OFII, 100_000],
  ])('an OFII %s has wider ones', async (_what, subject, line) => {
    await named(subject, line - 5, RAISED);
    expect((await page('[0,99]', 'ofii')).status).toBe(200);
    await world.owner.query('delete from daily_namings; delete from daily_naming_counts');
    await named(subject, line - 4, RAISED);
    expect(refusalOf(await page('[0,99]', 'ofii'))).toEqual(REFUSED);
  });

  test('what one cannot see does not count: a sealed file of a colleague’s changes nothing', async () => {
    const sealed = await world.aFile({ by: 'colleague', person: { firstNames: 'Cachée' } });
    const manager = await world.as('manager');
    const seal = (holder: PersonaName): Promise<Response> =>
      manager.post(`/api/pathways/${sealed.id}/seal`, {
        reason: 'Une menace',
        holders: [
          { accountId: PERSONAS[holder].id, rights: ['SEARCH', 'READ', 'LOCATE'] },
          ...(holder === 'manager' ? [] : [{ accountId: PERSONAS.manager.id, rights: ['SEARCH', 'READ', 'LOCATE'] }]),
        ],
      });
    expect((await seal('colleague')).status).toBe(200);
    await named(PERSONAS.ofii.id, 15_000 - 5, RAISED);
    expect((await page('[0,99]', 'ofii')).body).toHaveLength(5);
    expect(await counts()).toMatchObject({ ofii: 15_000 });
    // Who sees it is named it.
    await named(PERSONAS.manager.id, 5_000 - 4, RAISED);
    expect(refusalOf(await page('[0,99]', manager))).toEqual(REFUSED);
  });
});

test('two pages asked at once never wait each for the other, and none is lost', async () => {
  const listed = Array.from({ length: 2_000 }, () => randomUUID());
  const naming = (name: PersonaName, ids: readonly string[]): Promise<unknown> =>
    world.composed.database.inActorTransaction(actorOf(name), (db) =>
      db.query('select * from sec.count_namings($1, $2, 1000, 5000)', ['2026-03-10', ids]),
    );
  const reversed = listed.toReversed();
  await Promise.all(
    Array.from({ length: 8 }, (_, rank) =>
      naming(rank % 4 < 2 ? 'caseworker' : 'colleague', rank % 2 === 0 ? listed : reversed),
    ),
  );
  expect(await counts()).toEqual({ me: 2_000, colleague: 2_000, us: 2_000 });
  // Halves that overlap, each adding its own.
  const halves = [listed.slice(0, 10), reversed.slice(0, 10)].map((half) => [
    ...half,
    ...Array.from({ length: 100 }, () => randomUUID()),
  ]);
  await Promise.all(halves.map((half) => naming('caseworker', half)));
  expect(await counts()).toEqual({ me: 2_200, colleague: 2_000, us: 2_200 });
});

test('relaxed limits are ten thousand times as wide', async () => {
  const relaxed = await createWorld({ config: { limits: 'relaxed' } });
  try {
    await relaxed.aFile();
    const asked = async (already: number): Promise<number> => {
      await relaxed.owner.query('delete from daily_namings; delete from daily_naming_counts');
      await relaxed.owner.query(
        `insert into daily_naming_counts (day, subject_id, named) select (now() at time zone 'Europe/Paris')::date + shift, $1, $2
         from generate_series(-1, 1) as shift`,
        [ME, already],
      );
      return (await (await relaxed.as('caseworker')).get('/api/pathways')).status;
    };
    expect([await asked(5_000), await asked(49_999_999), await asked(50_000_000)]).toEqual([200, 200, 429]);
  } finally {
    await relaxed.close();
  }
});
