import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import type { Candidate } from '../../contract/person.ts';
import type { SealHolders } from '../../contract/rights.ts';
import type { StallRow } from '../../contract/stall.ts';
import { attempt, connectAs, contextOf } from '../../testing/actingAs.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const HUNTED = { birthName: 'Introuvable', firstNames: 'Alba', foreignerNumber: '1234567890', phone: '0600000001' };
const REASON = 'La personne est recherchée par son ancien conjoint.';

async function post(name: PersonaName, path: string, body: object): Promise<{ status: number; body: unknown }> {
  return (await world.as(name)).post(path, body);
}
async function get<T>(name: PersonaName, path: string): Promise<T> {
  return (await (await world.as(name)).get(path)).body as T;
}
async function aSealedFile(seal: object = { reason: REASON }): Promise<PathwayFile> {
  const file = await world.aFile({
    person: { ...HUNTED, foreignerNumber: String(Math.floor(1e9 + Math.random() * 8e9)) },
    facts: { caseOpenedOn: '2025-09-01' },
  });
  const { status, body } = await post('manager', `/api/pathways/${file.id}/seal`, seal);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return file;
}

/** Everywhere that a file can be met, by whoever asks: the ids seen, and the numbers counted. */
async function traces(name: PersonaName, file: PathwayFile): Promise<Record<string, unknown>> {
  const client = await world.as(name);
  const filter = (given: object): string => `filter=${encodeURIComponent(JSON.stringify(given))}`;
  const list = await client.get(`/api/pathways?${filter({ id: [file.id] })}`);
  const byDue = await client.get(`/api/pathways?sort=${encodeURIComponent('["nextDueOn","ASC"]')}&range=[0,99]`);
  const stalls = await client.get(`/api/stalls?${filter({ pathwayId: file.id })}`);
  const search = await client.post('/api/people/search', { text: 'Introuvable' });
  const byNumber = await client.post('/api/people/search', { text: file.number });
  const duplicates = await client.post('/api/people/duplicates', {
    foreignerNumber: file.person?.foreignerNumber ?? '',
  });
  const seen = (body: unknown): boolean => JSON.stringify(body).includes(file.id);
  return {
    list: [seen(list.body), list.headers['content-range']],
    sorted: seen(byDue.body),
    stalls: [seen(stalls.body), stalls.headers['content-range']],
    search: seen(search.body),
    byNumber: seen(byNumber.body),
    duplicates: seen(duplicates.body),
    file: (await client.get(`/api/pathways/${file.id}`)).status,
    history: (await client.get(`/api/pathways/${file.id}/history`)).status,
    past: (await client.get(`/api/pathways/${file.id}?asOf=2026-03-01`)).status,
  };
}

const NOTHING = {
  list: [false, 'pathways */0'],
  sorted: false,
  stalls: [false, 'stalls */0'],
  search: false,
  byNumber: false,
  duplicates: false,
  file: 404,
  history: 404,
  past: 404,
};

describe('a sealed file', () => {
  test('is there for whoever holds the rights, and does not exist for anybody else who reached it', async () => {
    const plain = await world.aFile({ person: { ...HUNTED, foreignerNumber: '1234567891' } });
    const sealed = await aSealedFile();
    for (const name of ['caseworker', 'manager'] as const) {
      expect(await traces(name, sealed)).toMatchObject({ sorted: true, search: true, byNumber: true, file: 200 });
    }
    expect(await traces('ofii', plain)).toMatchObject({ sorted: true, search: true, byNumber: true, file: 200 });
    expect(await traces('ofii', sealed)).toEqual(NOTHING);

    expect(await traces('referent', plain)).toMatchObject({ sorted: true, file: 200 });
    expect(await traces('referent', sealed)).toEqual(NOTHING);
    expect((await get<PathwayFile>('manager', `/api/pathways/${sealed.id}`)).sealed).toBe(true);
  });

  test('is not the manager’s who holds no right, even though she follows the structure', async () => {
    const file = await world.aFile({ person: { ...HUNTED, foreignerNumber: '1234567892' } });
    await world.owner.query(`update accounts set role = 'ASSOCIATION_MANAGER' where id = '${PERSONAS.colleague.id}'`);
    const colleague = await world.as('colleague');
    expect((await colleague.get(`/api/pathways/${file.id}`)).status).toBe(200);
    await post('manager', `/api/pathways/${file.id}/seal`, { reason: REASON });
    // From her very next request, with the session she had.
    expect((await colleague.get(`/api/pathways/${file.id}`)).status).toBe(404);
    expect(
      (
        await colleague
          .put(`/api/pathways/${file.id}`, { facts: { isParent: true } })
          .set('If-Match', `"${file.version}"`)
      ).status,
    ).toBe(404);
    expect((await colleague.post(`/api/pathways/${file.id}/unseal`, {})).status).toBe(404);
    await world.owner.query(
      `update accounts set role = 'ASSOCIATION_CASEWORKER' where id = '${PERSONAS.colleague.id}'`,
    );
  });

  test('refused or unknown, sealing answers the same', async () => {
    const file = await world.aFile();
    const [foreign, absent] = await Promise.all(
      [file.id, randomUUID()].map((id) => post('neighbourManager', `/api/pathways/${id}/seal`, { reason: REASON })),
    );
    expect(foreign?.status).toBe(404);
    expect({ ...(foreign?.body as object), instance: '' }).toEqual({ ...(absent?.body as object), instance: '' });
    expect((await post('caseworker', `/api/pathways/${file.id}/seal`, { reason: REASON })).status).toBe(403);
    expect(await post('manager', `/api/pathways/${file.id}/seal`, { reason: 'non' })).toMatchObject({ status: 422 });
    expect(await post('manager', `/api/pathways/${file.id}/unseal`, {})).toMatchObject({
      status: 409,
      body: { code: 'not_sealed' },
    });
  });

  test('tells its structure why and by whom, and nobody else', async () => {
    const file = await aSealedFile();
    const [sealing] = await get<HistoryEntry[]>('caseworker', `/api/pathways/${file.id}/history`);
    expect(sealing).toMatchObject({ kind: 'SEALED', sentence: 'Dossier scellé', after: REASON, actor: 'Test manager' });
    await post('manager', `/api/pathways/${file.id}/unseal`, { reason: 'Le danger est passé.' });
    const told = await get<HistoryEntry[]>('ofii', `/api/pathways/${file.id}/history`);
    expect(told.map(({ kind }) => kind)).not.toContain('SEALED');
    expect(await traces('ofii', file)).toMatchObject({ file: 200, search: true });
  });

  test('tells whoever answers for it who was given which right, who lost it, when and by whom', async () => {
    const file = await aSealedFile();
    const holders = [{ accountId: PERSONAS.caseworker.id, rights: ['SEARCH', 'READ'] }];
    await post('manager', `/api/pathways/${file.id}/seal`, { reason: REASON, holders });
    const told = async (name: PersonaName): Promise<(string | null)[][]> =>
      (await get<HistoryEntry[]>(name, `/api/pathways/${file.id}/history`))
        .filter(({ field }) => field === 'sealRights')
        .map(({ before, after, actor }) => [before, after, actor]);
    expect(await told('manager')).toEqual([
      ['Test caseworker\u00a0: localiser', null, 'Test manager'],
      [null, 'Test manager\u00a0: trouver, ouvrir, localiser', 'Test manager'],
      [null, 'Test caseworker\u00a0: trouver, ouvrir, localiser', 'Test manager'],
    ]);
    expect(await told('caseworker')).toEqual([]);
    // Whatever takes a right is told: an account that is closed too.
    await world.owner.query(`update accounts set disabled_at = now() where id = $1`, [PERSONAS.caseworker.id]);
    expect((await told('manager'))[0]).toEqual(['Test caseworker\u00a0: trouver, ouvrir', null, null]);
    await world.owner.query(`update accounts set disabled_at = null where id = $1`, [PERSONAS.caseworker.id]);
    // Lifted, it is said once: all of them are over.
    await post('manager', `/api/pathways/${file.id}/unseal`, { reason: 'Le danger est passé.' });
    expect((await told('manager')).length).toBeLessThanOrEqual(6);
  });

  test('has its rights replaced as they were read: changed or lifted meanwhile, they are not given back', async () => {
    const file = await aSealedFile();
    const manager = await world.as('manager');
    const read = async (): Promise<SealHolders> => get<SealHolders>('manager', `/api/pathways/${file.id}/seal`);
    const { version } = await read();
    const seal = (over: number, rights: readonly string[]) =>
      manager
        .post(`/api/pathways/${file.id}/seal`, {
          reason: REASON,
          holders: [{ accountId: PERSONAS.caseworker.id, rights }],
        })
        .set('If-Match', `"${over}"`);
    expect((await seal(version - 1, ['SEARCH'])).status).toBe(412);
    expect((await seal(version, ['SEARCH', 'READ'])).status).toBe(200);
    expect((await seal(version, ['SEARCH'])).body).toMatchObject({ code: 'stale_version' });
    const { holders, version: now } = await read();
    expect(holders.find(({ accountId }) => accountId === PERSONAS.caseworker.id)?.rights.toSorted()).toEqual([
      'READ',
      'SEARCH',
    ]);
    await post('manager', `/api/pathways/${file.id}/unseal`, {});
    expect((await seal(now, ['SEARCH'])).status).toBe(412);
    expect((await read()).sealed).toBe(false);
  });

  test('gives rights to whoever they are of use to, and to nobody else', async () => {
    const file = await aSealedFile();
    const asked = async (accountId: string, rights: string[]): Promise<unknown> =>
      (await post('manager', `/api/pathways/${file.id}/seal`, { reason: REASON, holders: [{ accountId, rights }] }))
        .body;
    expect(await asked(PERSONAS.colleague.id, ['SEARCH', 'READ'])).toMatchObject({
      status: 422,
      code: 'holder_without_reach',
      message: 'Test colleague ne suit pas ce dossier\u00a0: confiez-le-lui d’abord, un droit seul ne l’ouvrirait pas.',
    });
    expect(await asked(PERSONAS.caseworker.id, ['LOCATE'])).toMatchObject({ status: 422, code: 'location_alone' });
    expect(await asked(PERSONAS.caseworker.id, ['READ', 'LOCATE'])).toMatchObject({ sealed: true });
  });

  test('keeps its secret when its number is entered again, and gives it up to whoever lifts the seal', async () => {
    const file = await aSealedFile();
    const again = await (
      await world.as('colleague')
    ).post('/api/pathways', {
      person: {
        birthName: 'Homonyme',
        birth: { value: null, precision: 'UNKNOWN' },
        sex: 'F',
        languages: [],
        foreignerNumber: file.person?.foreignerNumber ?? '',
      },
      facts: {},
    });
    expect(again.status).toBe(201);
    expect(await post('manager', `/api/pathways/${file.id}/unseal`, {})).toMatchObject({
      status: 409,
      body: { code: 'person_already_followed' },
    });
    expect((await get<PathwayFile>('manager', `/api/pathways/${file.id}`)).sealed).toBe(true);
  });

  test('stays sealed in every derived row when it goes on, and its new referent holds the rights', async () => {
    const file = await aSealedFile();
    const recorded = await (
      await world.as('caseworker')
    ).post(`/api/pathways/${file.id}/events`, {
      step: 'LANGUAGE_DECISION',
      status: 'DONE',
      on: '2026-03-01',
      outcome: 'PRESCRIBED',
    });
    expect(recorded.status).toBe(201);
    expect(
      (await post('manager', `/api/pathways/${file.id}/assign`, { referentId: PERSONAS.colleague.id })).status,
    ).toBe(200);
    for (const table of ['pathway_steps', 'pathway_stalls']) {
      const { rows } = await world.owner.query(`select distinct sealed from ${table} where pathway_id = '${file.id}'`);
      expect(rows).toEqual([{ sealed: true }]);
    }
    expect(await traces('colleague', file)).toMatchObject({ sorted: true, file: 200 });
    expect(await traces('caseworker', file)).toEqual(NOTHING);
    const { holders } = await get<SealHolders>('manager', `/api/pathways/${file.id}/seal`);
    expect(holders.map(({ displayName }) => displayName)).toEqual(['Test colleague', 'Test manager']);
  });

  test('is the managers’ when the last who could open it leaves', async () => {
    const file = await aSealedFile();
    await world.owner.query(
      `delete from seal_rights where pathway_id = '${file.id}' and account_id = '${PERSONAS.manager.id}'`,
    );
    expect(await traces('manager', file)).toEqual(NOTHING);
    await world.owner.query(`update accounts set disabled_at = now() where id = '${PERSONAS.caseworker.id}'`);
    expect(await traces('manager', file)).toMatchObject({ sorted: true, file: 200 });
    await world.owner.query(`update accounts set disabled_at = null where id = '${PERSONAS.caseworker.id}'`);
  });
});

describe('search, read and location', () => {
  const holding = (rights: readonly string[]): object => ({
    reason: REASON,
    holders: [{ accountId: PERSONAS.caseworker.id, rights }],
  });

  test('are three rights', async () => {
    const searched = await aSealedFile(holding(['SEARCH']));
    expect(await traces('caseworker', searched)).toMatchObject({
      ...NOTHING,
      search: true,
      byNumber: true,
      duplicates: true,
    });
    const accesses = async (id: string, more = ''): Promise<object> => {
      const { status, body } = await (await world.as('caseworker')).get(`/api/pathways/${id}/accesses${more}`);
      return { status, body: { ...(body as object), instance: '' } };
    };
    for (const more of ['', '/extract'])
      expect(await accesses(searched.id, more)).toEqual({ ...(await accesses(randomUUID(), more)), status: 404 });
    const read = await aSealedFile(holding(['READ']));
    expect(await accesses(read.id)).toMatchObject({ status: 200 });
    expect(await traces('caseworker', read)).toMatchObject({
      ...NOTHING,
      list: [true, 'pathways 0-0/1'],
      sorted: true,
      stalls: [true, expect.stringMatching(/^stalls 0-/)],
      file: 200,
      history: 200,
      past: 200,
    });
    // Found by her name it is not, even where it is listed.
    const byName = `filter=${encodeURIComponent(JSON.stringify({ q: 'introuvable', id: [read.id, searched.id] }))}`;
    expect(await get<PathwayRow[]>('caseworker', `/api/pathways?${byName}`)).toEqual([]);
  });

  test('an answer given before the seal is not given again with a place that is no longer told', async () => {
    const file = await world.aFile({ person: { ...HUNTED, foreignerNumber: '1234567899' } });
    const key = randomUUID();
    const record = async () =>
      (await world.as('caseworker'))
        .post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-01' })
        .set('Idempotency-Key', key);
    expect((await record()).body).toMatchObject({ located: true, person: { phone: HUNTED.phone } });
    await post('manager', `/api/pathways/${file.id}/seal`, holding(['SEARCH', 'READ', 'LOCATE']));
    expect((await record()).status).toBe(201);
    await post('manager', `/api/pathways/${file.id}/seal`, holding(['SEARCH', 'READ']));
    const again = await record();
    expect([again.status, JSON.stringify(again.body).includes(HUNTED.phone)]).toEqual([404, false]);
  });

  test('who saw the file is told by the database with the right to read it, and not to its referent without', async () => {
    const file = await aSealedFile(holding(['SEARCH']));
    const server = await connectAs(world.database);
    const through = { role: 'jalon_caseworker', context: contextOf(world.database, 'caseworker') } as const;
    const told = async (): Promise<number | null> =>
      (await attempt(server, through, 'select 1 from sec.accesses_of($1)', [file.id])).rows;
    expect(await told()).toBe(0);
    await world.owner.query(
      `insert into seal_rights (pathway_id, account_id, right_to) values ('${file.id}', '${PERSONAS.caseworker.id}', 'READ')`,
    );
    expect(await told()).toBeGreaterThan(0);
    await server.end();
  });

  test('without location, neither address, nor phone, nor e-mail, in the file, its past, its history or a search', async () => {
    const address = { line: '3 rue du Refuge', postcode: '59000', commune: 'Lille' };
    const file = await world.aFile({
      person: { ...HUNTED, foreignerNumber: '1234567893', address, email: 'a@refuge.example' },
    });
    const client = await world.as('caseworker');
    const { headers } = await client.get(`/api/pathways/${file.id}`);
    await client
      .put(`/api/pathways/${file.id}`, { person: { phone: '0600000002' } })
      .set('If-Match', String(headers['etag']));
    const everywhere = async (): Promise<string> =>
      JSON.stringify([
        await get<PathwayFile>('caseworker', `/api/pathways/${file.id}`),
        await get<PathwayFile>('caseworker', `/api/pathways/${file.id}?asOf=2026-03-01`),
        await get<HistoryEntry[]>('caseworker', `/api/pathways/${file.id}/history`),
        await get<PathwayRow[]>('caseworker', `/api/pathways?range=[0,99]`),
        await get<StallRow[]>('caseworker', `/api/stalls?range=[0,99]`),
        (await post('caseworker', '/api/people/search', { text: file.number })).body as Candidate[],
      ]);
    const places = /rue du Refuge|refuge\.example|060000000[12]|"commune":"Lille"/g;
    expect(new Set((await everywhere()).match(places))).toEqual(
      new Set(['rue du Refuge', 'refuge.example', '0600000001', '0600000002', '"commune":"Lille"']),
    );
    await post('manager', `/api/pathways/${file.id}/seal`, holding(['SEARCH', 'READ']));
    expect((await everywhere()).match(places)).toBeNull();
    expect((await post('caseworker', '/api/people/search', { text: '0600000001' })).body).toEqual([]);
    const seen = await client.get(`/api/pathways/${file.id}`);
    expect(seen.body).toMatchObject({ located: false, person: { birthName: 'Introuvable', address: null } });
    const moved = await client
      .put(`/api/pathways/${file.id}`, { person: { address } })
      .set('If-Match', String(seen.headers['etag']));
    expect([moved.status, (moved.body as { code: string }).code]).toEqual([403, 'location_not_allowed']);
    expect((await get<PathwayFile>('manager', `/api/pathways/${file.id}`)).person?.address).toEqual(address);
  });

  test('without location, a manager hands it over to nobody, herself included; with it, she may', async () => {
    const file = await aSealedFile();
    const grants = async () => (await get<PathwayFile>('manager', `/api/pathways/${file.id}`)).grants;
    const acts: readonly (readonly [string, object])[] = [
      ['seal', { reason: REASON }],
      ['assign', { referentId: PERSONAS.manager.id }],
      ['transfers', { organisationId: ORGANISATIONS.somme.id, reason: 'Elle déménage.' }],
      ['unseal', {}],
    ];
    const right = `seal_rights where pathway_id = '${file.id}' and account_id = '${PERSONAS.manager.id}' and right_to = 'LOCATE'`;
    await world.owner.query(`delete from ${right}`);
    for (const [act, body] of acts)
      expect([act, await post('manager', `/api/pathways/${file.id}/${act}`, body)]).toMatchObject([
        act,
        { status: 403, body: { code: 'not_located' } },
      ]);
    expect(await grants()).toMatchObject({ correct: true, seal: false, assignReferent: false, transfer: false });
    expect((await get<SealHolders>('manager', `/api/pathways/${file.id}/seal`)).sealed).toBe(true);

    await world.owner.query(
      `insert into seal_rights (pathway_id, account_id, right_to) values ('${file.id}', '${PERSONAS.manager.id}', 'LOCATE')`,
    );
    expect(await grants()).toMatchObject({ seal: true, assignReferent: true, transfer: true });
    for (const [act, body] of acts)
      expect([act, (await post('manager', `/api/pathways/${file.id}/${act}`, body)).status]).toEqual([
        act,
        act === 'transfers' ? 201 : 200,
      ]);
  });

  test('stay with somebody: the managers hold them when the last who located the person leaves', async () => {
    const file = await aSealedFile();
    await world.owner.query(
      `delete from seal_rights where pathway_id = '${file.id}' and account_id = '${PERSONAS.manager.id}' and right_to = 'LOCATE'`,
    );
    const { rows } = await world.owner.query<{ referent_id: string }>(
      `select referent_id from pathways where id = '${file.id}'`,
    );
    expect(rows).toEqual([{ referent_id: PERSONAS.caseworker.id }]);
    await world.owner.query(`update accounts set disabled_at = now() where id = '${PERSONAS.caseworker.id}'`);
    expect((await get<PathwayFile>('manager', `/api/pathways/${file.id}`)).located).toBe(true);
    await world.owner.query(`update accounts set disabled_at = null where id = '${PERSONAS.caseworker.id}'`);
  });

  test('are given to people of the structure alone', async () => {
    const file = await world.aFile();
    for (const accountId of [PERSONAS.neighbour.id, PERSONAS.ofii.id, randomUUID()]) {
      expect(
        await post('manager', `/api/pathways/${file.id}/seal`, {
          reason: REASON,
          holders: [{ accountId, rights: ['READ'] }],
        }),
      ).toMatchObject({ status: 422, body: { code: 'unknown_holder' } });
    }
    expect((await get<PathwayFile>('manager', `/api/pathways/${file.id}`)).sealed).toBe(false);
  });
});
