import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportLine } from '../../contract/import.ts';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { attempt, connectAs, contextOf } from '../../testing/actingAs.ts';
import { columnsOpenTo, isolatedTables } from '../../testing/catalogue.ts';
import { aLineOf, aMonthlyList } from '../../testing/monthlyList.ts';
import { ORGANISATIONS, type PersonaName } from '../../testing/personas.ts';
import { listSender, type ListSender } from '../../testing/sendList.ts';
import { createWorld, type World } from '../../testing/world.ts';

const TODAY = calendarDay('2026-11-23');
const LISTED = '9900000701';

/** Two installations that differ in one thing: which foreigner number the sealed person bears. */
interface Place {
  readonly world: World;
  readonly lists: ListSender;
  readonly sealed: PathwayFile;
}
let named: Place;
let unknown: Place;
beforeAll(async () => {
  named = await aPlace(LISTED);
  unknown = await aPlace('9900000702');
});
afterAll(() => Promise.all([named.world.close(), unknown.world.close()]));

async function aPlace(foreignerNumber: string): Promise<Place> {
  const world = await createWorld({ today: TODAY });
  const sealed = await world.aFile({
    person: { birthName: 'Introuvable', foreignerNumber, address: { postcode: '80000', commune: 'Amiens' } },
    facts: { cirSignedOn: '2026-10-01', caseOpenedOn: '2026-10-01' },
  });
  const manager = await world.as('manager');
  const answer = await manager.post(`/api/pathways/${sealed.id}/seal`, { reason: 'Elle est recherchée.' });
  if (answer.status !== 200) throw new Error(answer.text);
  return { world, lists: listSender(() => world), sealed };
}

/** What is drawn at random, and instants: two installations cannot have the same. */
const told = (answer: unknown): string =>
  JSON.stringify(answer)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(id)')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(instant)');

const line = (given: Parameters<typeof aLineOf>[0] = {}): string =>
  aLineOf({ number: LISTED, name: 'Listée', ...given });
const LISTS: Record<string, string> = {
  'a list that names her': aMonthlyList(line(), aLineOf({ number: '9900000703', name: 'Autre' })),
  'the same list again': aMonthlyList(line(), aLineOf({ number: '9900000703', name: 'Autre' })),
  'a later list, with another number and another level': aMonthlyList(line({ phone: '0639980009', level: 'A1' })),
  'one that sends her to a structure that is not known': aMonthlyList(line({ structure: 'Nulle part' })),
  'one that takes her to another department': aMonthlyList(line({ postcode: '80000' })),
};

/** Everything that the office is shown after each list, as texts by what was asked. */
async function viewsOfTheOffice({ world, lists }: Place): Promise<Record<string, string>> {
  const ofii = await world.as('ofii');
  const views: Record<string, string> = {};
  for (const [what, text] of Object.entries(LISTS)) {
    const keep = (view: string, answer: unknown): void => void (views[`${what}: ${view}`] = told(answer));
    const asked = async (view: string, path: string): Promise<unknown> => {
      const { status, body, headers } = await ofii.get(path);
      keep(view, [status, headers['content-range'], headers['etag'], body]);
      return body;
    };
    const { id } = await lists.send('liste.csv', text);
    await asked('the report before', `/api/imports/${id}`);
    await asked('its lines before', `/api/imports/${id}/lines`);
    keep('confirmed', await lists.confirm(id));
    await asked('the report', `/api/imports/${id}`);
    const lines = (await asked('its lines', `/api/imports/${id}/lines`)) as ImportLine[];
    await asked('the imports', '/api/imports');
    const byNumber = `range=[0,99]&sort=${encodeURIComponent('["number","ASC"]')}`;
    const ofStructure = encodeURIComponent(JSON.stringify({ organisationId: ORGANISATIONS.north.id }));
    await asked('the files', `/api/pathways?${byNumber}`);
    await asked('the files of a structure', `/api/pathways?${byNumber}&filter=${ofStructure}`);
    await asked('the stalls', '/api/stalls?range=[0,99]');
    for (const words of [LISTED, 'Listée', 'Introuvable'])
      keep(`searched by ${words}`, (await ofii.post('/api/people/search', { text: words })).body);
    keep('duplicates', (await ofii.post('/api/people/duplicates', { foreignerNumber: LISTED })).body);
    const file = lines.find(({ foreignerNumber }) => foreignerNumber === LISTED)?.pathwayId ?? '';
    await asked('her file', `/api/pathways/${file}`);
    await asked('its history', `/api/pathways/${file}/history`);
    await asked('its past', `/api/pathways/${file}?asOf=2026-11-01`);
    // Afterwards the office works on it as on any other.
    for (const [act, body] of [
      ['events', { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-11-02' }],
      ['assign', { organisationId: ORGANISATIONS.somme.id }],
      ['seal', { reason: 'Elle est recherchée.' }],
    ] as const) {
      const done = await ofii.post(`/api/pathways/${file}/${act}`, body);
      keep(act, [done.status, done.body]);
    }
  }
  return views;
}

/** Every row that the role of the office reads of every table, in the columns that it reads. */
async function rowsOfTheOffice({ world }: Place): Promise<Record<string, string[]>> {
  const server = await connectAs(world.database);
  try {
    await server.query('begin');
    await server.query(`select set_config('role', 'jalon_ofii', true), set_config('jalon.context', $1, true)`, [
      contextOf(world.database, 'ofii'),
    ]);
    const read: Record<string, string[]> = {};
    for (const table of await isolatedTables(world.owner)) {
      const columns = await columnsOpenTo(world.owner, 'jalon_ofii', table, 'select');
      if (columns.length === 0 || /idempotency_keys/.test(table.name)) continue;
      // Changes are counted for everybody, whoever makes them: a number that is missing is anybody’s.
      const compared = columns.filter((column) => !(table.name === 'pathway_changes' && column === 'id'));
      const { rows } = await server.query<object>(`select ${compared.join(', ')} from ${table.name}`);
      read[table.name] = rows.map(told).sort();
    }
    return read;
  } finally {
    await server.end();
  }
}

describe('a list that names a sealed person', () => {
  test('tells the office nothing: not one answer, of any list to come, differs from those about somebody unknown', async () => {
    const [ofNamed, ofUnknown] = [await viewsOfTheOffice(named), await viewsOfTheOffice(unknown)];
    expect(ofNamed).toEqual(ofUnknown);
    // Controls: what is compared is full.
    expect(ofNamed['a list that names her: confirmed']).toContain('"toCreate":2');
    expect(ofNamed['the same list again: confirmed']).toContain('"unchanged":2');
    expect(ofNamed['a later list, with another number and another level: her file']).toContain('0639980009');
    expect(ofNamed['a list that names her: searched by Listée']).toContain('LISTÉE');
    expect(ofNamed['a list that names her: events']).toMatch(/^\[201/);
  });

  test('tells nothing either to the role of the office in the database, of any row of any table', async () => {
    const [ofNamed, ofUnknown] = [await rowsOfTheOffice(named), await rowsOfTheOffice(unknown)];
    expect(ofNamed).toEqual(ofUnknown);
    expect(ofNamed['pathways']).toHaveLength(2);
    expect(Object.keys(ofNamed)).toEqual(
      expect.arrayContaining(['people', 'person_locations', 'pathway_steps', 'import_rows']),
    );
  });

  test('shows her neither to her department, nor to the structure named, nor in the figures', async () => {
    const files = async ({ world }: Place, name: PersonaName): Promise<number> =>
      ((await (await world.as(name)).get('/api/pathways?range=[0,99]')).body as PathwayRow[]).length;
    /** What every figure of the region is made of. */
    const counted = async ({ world }: Place): Promise<number | null> => {
      const server = await connectAs(world.database);
      const through = {
        role: 'jalon_report',
        context: contextOf(world.database, 'region', { for: 'jalon_report' }),
      } as const;
      const { rows } = await attempt(server, through, 'select 1 from pathways');
      await server.end();
      return rows;
    };
    // Seen where she is unknown, so that each view is one where she would be.
    expect([await files(named, 'referentSomme'), await files(unknown, 'referentSomme')]).toEqual([0, 1]);
    const ofManagers = [await files(named, 'manager'), await files(unknown, 'manager')];
    expect(ofManagers[1]).toBe((ofManagers[0] ?? 0) + 1);
    expect([await counted(named), await counted(unknown)]).toEqual([1, 2]);
  });

  test('is told to whoever holds her file, once a list, and changes nothing in it', async () => {
    const { world, sealed } = named;
    const caseworker = await world.as('caseworker');
    const history = (await caseworker.get(`/api/pathways/${sealed.id}/history`)).body as HistoryEntry[];
    const listed = history.filter(({ kind }) => kind === 'LISTED');
    // The list sent again said nothing new.
    expect(listed).toHaveLength(4);
    expect(listed[0]).toMatchObject({
      sentence: 'Personne nommée par une liste mensuelle de l’OFII',
      before: 'Test ofii, OFII Lille',
      source: 'IMPORT',
    });
    const now = (await caseworker.get(`/api/pathways/${sealed.id}`)).body as PathwayFile;
    expect(now.person).toMatchObject({ birthName: 'Introuvable', address: { commune: 'Amiens' } });
    expect(
      (await (await unknown.world.as('caseworker')).get(`/api/pathways/${unknown.sealed.id}/history`)).text,
    ).not.toContain('LISTED');
  });

  test('leaves one file to the office when the seal is lifted: the real one', async () => {
    const { world, sealed } = named;
    const found = async (): Promise<string[]> =>
      (
        (await (await world.as('ofii')).post('/api/people/search', { text: LISTED })).body as { pathwayId: string }[]
      ).map(({ pathwayId }) => pathwayId);
    expect(await found()).not.toContain(sealed.id);
    expect((await (await world.as('manager')).post(`/api/pathways/${sealed.id}/unseal`, {})).status).toBe(200);
    expect(await found()).toEqual([sealed.id]);
  });
});

describe('the reports of past lists', () => {
  test('keep nothing of what they said of a person sealed since, and link to her no more than to one who moved away', async () => {
    const { world, lists } = unknown;
    const numbers = ['9900000711', '9900000712', '9900000713'];
    const first = await lists.send('une.csv', aMonthlyList(...numbers.map((number) => aLineOf({ number }))));
    await lists.confirm(first.id);
    const second = await lists.send(
      'deux.csv',
      aMonthlyList(...numbers.map((number) => aLineOf({ number, phone: '0639980077' }))),
    );
    await lists.confirm(second.id);
    const linesOf = async (): Promise<ImportLine[]> =>
      (await (await world.as('ofii')).get(`/api/imports/${second.id}/lines`)).body as ImportLine[];
    const before = await linesOf();
    expect(JSON.stringify(before[0]?.changes)).toContain('0639980001');

    const manager = await world.as('manager');
    expect(
      (await manager.post(`/api/pathways/${before[0]?.pathwayId ?? ''}/seal`, { reason: 'Elle est recherchée.' }))
        .status,
    ).toBe(200);
    await world.owner.query(`update pathways set department = '75' where id = '${before[1]?.pathwayId ?? ''}'`);
    const [sealed, moved, still] = await linesOf();
    const plain = (one: ImportLine | undefined): object => ({ ...one, id: '', line: 0, foreignerNumber: '' });
    expect(plain(sealed)).toEqual(plain(moved));
    expect(sealed).toMatchObject({ outcome: 'UPDATE', pathwayId: null, number: null, changes: [], conflicts: [] });
    expect(still).toEqual(before[2]);
    const { rows } = await world.owner.query<{ changes: object[] }>(
      `select changes from import_rows where pathway_id = '${before[0]?.pathwayId ?? ''}'`,
    );
    expect(rows.map(({ changes }) => changes)).toEqual([[], []]);
  });
});
