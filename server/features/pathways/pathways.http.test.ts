import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, SIGNED, SOMEONE, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const query = (parameters: Record<string, unknown>): string =>
  Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('&');
const list = async (name: PersonaName, filter: object = {}): Promise<PathwayRow[]> =>
  (await (await world.as(name)).get(`/api/pathways?${query({ filter, range: [0, 99] })}`)).body as PathwayRow[];
const ids = async (name: PersonaName, filter: object = {}): Promise<string[]> =>
  (await list(name, filter)).map(({ id }) => id);

describe('opening a file', () => {
  test('by hand: the caseworker becomes its referent, the plan is there at once', async () => {
    const file = await world.aFile({ person: { birthName: 'Ouverture' } });
    expect(file).toMatchObject({
      name: 'OUVERTURE Alma',
      department: '59',
      organisationId: ORGANISATIONS.north.id,
      referentId: PERSONAS.caseworker.id,
      contractRuleSet: 'CIR-2025',
      status: 'OPEN',
    });
    expect(file.contract).toMatchObject({ state: 'SIGNED', endsOn: '2026-09-01' });
    expect(file.steps.find(({ code }) => code === 'HEALTH_COVER')).toMatchObject({
      status: 'TO_DO',
      state: 'OVERDUE',
      dueOn: '2025-12-01',
    });
    expect(file.number).toMatch(/^J26-\d{6}$/);
  });

  test('a person with one name only, and a birth known by its year', async () => {
    const file = await world.aFile({
      person: { birthName: null, firstNames: 'Nargis', birth: { value: '1990', precision: 'YEAR' } },
    });
    expect(file).toMatchObject({ name: 'Nargis', birth: { value: '1990', precision: 'YEAR' } });
  });

  test.each([
    ['no name at all', { person: { ...SOMEONE, birthName: ' ', firstNames: null }, facts: SIGNED }, 'person'],
    ['a day that does not exist', { person: SOMEONE, facts: { ...SIGNED, cirSignedOn: '2025-02-29' } }, 'facts'],
    [
      'a birth to come',
      { person: { ...SOMEONE, birth: { value: '2026-03-11', precision: 'DAY' } }, facts: SIGNED },
      'person',
    ],
    [
      'a foreigner number of nine digits',
      { person: { ...SOMEONE, foreignerNumber: '990000000' }, facts: SIGNED },
      'person',
    ],
    ['a field that nobody knows', { person: { ...SOMEONE, religion: 'x' }, facts: SIGNED }, 'person'],
  ])('%s is refused beside its field, and nothing is stored', async (_what, body, place) => {
    const before = (await ids('caseworker')).length;
    const response = await (await world.as('caseworker')).post('/api/pathways', body);
    expect(response.status).toBe(422);
    expect(response.body.errors).toHaveProperty(place);
    expect((await ids('caseworker')).length).toBe(before);
  });

  test('where nobody says where she lives, is of the department of whoever opens it, else of her structure, else asks', async () => {
    const { rows: before } = await world.owner.query<{ departments: string[] }>(
      'select departments from accounts where id = $1',
      [PERSONAS.sommeManager.id],
    );
    const open = async (): Promise<{ status: number; body: PathwayFile & { code?: string; errors?: object } }> =>
      (await world.as('sommeManager')).post('/api/pathways', { person: { ...SOMEONE, address: null }, facts: {} });
    const { id } = ORGANISATIONS.somme;
    await world.owner.query(`update accounts set departments = '{02,80}' where id = $1`, [PERSONAS.sommeManager.id]);
    expect((await open()).body.department).toBe('02');
    await world.owner.query(`update accounts set departments = '{}' where id = $1`, [PERSONAS.sommeManager.id]);
    expect((await open()).body.department).toBe('80');
    await world.owner.query('update organisations set department = null where id = $1', [id]);
    const { status, body } = await open();
    expect([status, body.code, body.errors]).toMatchObject([
      422,
      'department_unknown',
      { person: { address: { postcode: expect.stringMatching(/^Indiquez le code postal/) } } },
    ]);
    await world.owner.query(`update organisations set department = '80' where id = $1`, [id]);
    await world.owner.query('update accounts set departments = $2 where id = $1', [
      PERSONAS.sommeManager.id,
      before[0]?.departments,
    ]);
  });

  test.each([
    [{ birthName: '---' }, 'Un nom a au moins une lettre.'],
    [{ birthName: '\u202E' }, 'Ce champ ne peut pas être vide.'],
    [{ firstNames: '\u200B\u200B' }, 'Ce champ ne peut pas être vide.'],
  ])('under a name in which there is nothing to read, %o: refused', async (names, why) => {
    const { status, body } = (await (
      await world.as('caseworker')
    ).post('/api/pathways', { person: { ...SOMEONE, ...names }, facts: {} })) as {
      status: number;
      body: { code: string; errors: unknown };
    };
    expect([status, body.code]).toEqual([422, 'body_does_not_fit']);
    expect(JSON.stringify(body.errors)).toContain(why);
  });

  test('keeps a name as it is read: what is not seen is left out, what a script needs is not', async () => {
    const { person } = await world.aFile({ person: { birthName: 'Nd\u202Eiaye\u200B', firstNames: 'می\u200Cروم' } });
    expect([person?.birthName, person?.firstNames]).toEqual(['Ndiaye', 'می\u200Cروم']);
  });

  test('the same key gives the same file once; with another body it is refused; without one too', async () => {
    const client = await world.as('caseworker');
    const key = randomUUID();
    const body = { person: { ...SOMEONE, birthName: 'Idempotence' }, facts: SIGNED };
    const answers = await Promise.all(
      [1, 2, 3].map(() => client.post('/api/pathways', body).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => (answer.body as PathwayFile).id)).size).toBe(1);
    expect((await client.post('/api/pathways', { ...body, facts: {} }).set('Idempotency-Key', key)).body).toMatchObject(
      { status: 422, code: 'idempotency_key_reused' },
    );
    expect((await client.post('/api/pathways', body).unset('Idempotency-Key')).body).toMatchObject({
      status: 400,
      code: 'idempotency_key_missing',
    });
    expect(await list('caseworker', { q: 'idempotence' })).toHaveLength(1);
  });

  test('a foreigner number is unique within a structure, and says nothing of another', async () => {
    await world.aFile({ person: { foreignerNumber: '9900000001' } });
    const again = await (
      await world.as('caseworker')
    ).post('/api/pathways', { person: { ...SOMEONE, foreignerNumber: '9900000001' }, facts: SIGNED });
    expect(again.body).toMatchObject({ status: 409, code: 'person_already_followed' });
    const elsewhere = await (
      await world.as('neighbour')
    ).post('/api/pathways', { person: { ...SOMEONE, foreignerNumber: '9900000001' }, facts: SIGNED });
    expect(elsewhere.status).toBe(201);
  });
});

describe('who sees which file', () => {
  test('each role sees its own and no other, and what is out of reach looks absent', async () => {
    const file = await world.aFile();
    const visible = await Promise.all(
      (['caseworker', 'manager', 'ofii', 'referent'] as const).map((name) => ids(name, { id: [file.id] })),
    );
    expect(visible).toEqual([[file.id], [file.id], [file.id], [file.id]]);
    const hidden = await Promise.all(
      (['colleague', 'neighbour', 'neighbourManager', 'sommeManager', 'referentSomme'] as const).map((name) =>
        ids(name, { id: [file.id] }),
      ),
    );
    expect(hidden).toEqual([[], [], [], [], []]);

    const foreign = await (await world.as('neighbour')).get(`/api/pathways/${file.id}`);
    const absent = await (await world.as('neighbour')).get(`/api/pathways/${randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    expect((await (await world.as('caseworker')).get(`/api/pathways/${file.id}`)).status).toBe(200);
  });

  test('nobody changes what she does not see', async () => {
    const file = await world.aFile();
    const neighbour = await world.as('neighbour');
    expect(
      (await neighbour.post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-10' })).status,
    ).toBe(404);
    expect(
      (
        await neighbour
          .put(`/api/pathways/${file.id}`, { facts: { isParent: true } })
          .set('If-Match', `"${file.version}"`)
      ).status,
    ).toBe(404);
    expect(
      (
        await (
          await world.as('neighbourManager')
        ).post(`/api/pathways/${file.id}/assign`, { referentId: PERSONAS.neighbour.id })
      ).status,
    ).toBe(404);
  });

  test.each(['prefecture', 'region', 'auditor', 'admin'] as const)('%s has no file at all', async (name) => {
    const client = await world.as(name);
    expect((await client.get('/api/pathways')).body).toMatchObject({ status: 403, code: 'not_allowed_for_role' });
    expect((await client.get(`/api/pathways/${randomUUID()}`)).status).toBe(403);
    expect((await client.get('/api/stalls')).status).toBe(403);
  });

  test('a referent gets the file without the person', async () => {
    const file = await world.aFile({
      person: { birthName: 'Invisible', phone: '0612345678' },
      events: [{ step: 'BANK_ACCOUNT', status: 'DONE', on: '2026-01-05', reference: 'réf. 12' }],
    });
    const response = await (await world.as('referent')).get(`/api/pathways/${file.id}`);
    expect(response.body).toMatchObject({ number: file.number, name: null, person: null, birth: null, personId: null });
    expect(response.text).not.toMatch(/invisible|0612345678|1990-05-04|réf\. 12/i);
    expect((response.body as PathwayFile).steps.length).toBe(file.steps.length);
    const sorted = await (await world.as('referent')).get(`/api/pathways?${query({ sort: ['name', 'ASC'] })}`);
    expect(sorted.body).toMatchObject({ status: 400, code: 'unknown_sort' });
    expect(await ids('referent', { q: 'invisible' })).toEqual([]);
  });

  test('an OFII agent gets neither health, nor housing, nor social links, counts included', async () => {
    const file = await world.aFile({
      facts: { housing: 'CADA' },
      events: [
        { step: 'HEALTH_CHECK', status: 'DONE', on: '2026-01-05' },
        { pause: 'ILLNESS', on: '2026-02-01', until: '2026-02-10' },
      ],
    });
    const seen = (await (await world.as('ofii')).get(`/api/pathways/${file.id}`)).body as PathwayFile;
    expect(new Set(seen.steps.map(({ domain }) => domain))).toEqual(
      new Set(['RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT']),
    );
    expect(seen.stalls.map(({ rule }) => rule)).not.toContain('NO_HEALTH_COVER');
    expect(file.stalls.map(({ rule }) => rule)).toContain('NO_HEALTH_COVER');
    expect(JSON.stringify(seen)).not.toMatch(/HEALTH|HOUSING|CADA|ILLNESS/);
    expect(seen.overdue).toBe(seen.steps.filter(({ state }) => state === 'OVERDUE').length);
    expect(seen.stalled).toBe(seen.stalls.filter(({ state }) => state === 'STALLED').length);
    expect(
      (
        await (
          await world.as('ofii')
        ).post(`/api/pathways/${file.id}/events`, { step: 'HEALTH_COVER', status: 'DONE', on: '2026-03-01' })
      ).status,
    ).toBe(403);
    const recorded = await (
      await world.as('ofii')
    ).post(`/api/pathways/${file.id}/events`, { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-03-01' });
    expect(recorded.status).toBe(201);
    // The derived rows that she may not see were computed all the same.
    expect(
      ((await (await world.as('caseworker')).get(`/api/pathways/${file.id}`)).body as PathwayFile).steps.length,
    ).toBe(file.steps.length);
  });
});

describe('following a file', () => {
  test('an event moves the step, clears the stall, enters the history', async () => {
    const file = await world.aFile();
    expect(file.stalls.map(({ rule }) => rule)).toContain('NO_HEALTH_COVER');
    const client = await world.as('caseworker');
    const recorded = await client.post(`/api/pathways/${file.id}/events`, {
      step: 'HEALTH_COVER',
      status: 'DONE',
      on: '2026-03-09',
    });
    expect(recorded.status).toBe(201);
    const after = recorded.body as PathwayFile;
    expect(after.stalls.map(({ rule }) => rule)).not.toContain('NO_HEALTH_COVER');
    expect(after.stalled).toBe(file.stalled - 1);
    expect(after.events.at(-1)).toMatchObject({
      step: 'HEALTH_COVER',
      status: 'DONE',
      on: '2026-03-09',
      actor: 'Test caseworker',
      source: 'HAND',
      superseded: false,
    });
    const history = (await client.get(`/api/pathways/${file.id}/history`)).body as {
      kind: string;
      sentence: string;
      actor: string;
    }[];
    expect(history.map(({ kind }) => kind)).toEqual(['EVENT', 'OPENED']);
    expect(history[0]).toMatchObject({
      sentence: 'Ouverture de la protection universelle maladie (PUMa)\u00a0: Réalisé',
      actor: 'Test caseworker',
    });
  });

  test('the number noted with a step is read by whoever sees the person, and in no page of the referent', async () => {
    const file = await world.aFile();
    const client = await world.as('caseworker');
    const noted = await client.post(`/api/pathways/${file.id}/events`, {
      step: 'CAF_RIGHTS',
      status: 'REQUESTED',
      on: '2026-03-09',
      reference: 'dossier 59-TEST-7',
    });
    const id = (noted.body as PathwayFile).events.at(-1)?.id;
    await client.post(`/api/pathways/${file.id}/events`, { retracts: id });
    const referent = await world.as('referent');
    for (const page of ['', '/history', '?asOf=2026-03-10']) {
      expect((await client.get(`/api/pathways/${file.id}${page}`)).text).toContain('59-TEST-7');
      const read = await referent.get(`/api/pathways/${file.id}${page}`);
      expect([read.status, read.text.includes('59-TEST-7')]).toEqual([200, false]);
    }
  });

  test('what the rules refuse is a conflict with its reason, and leaves nothing behind', async () => {
    const file = await world.aFile();
    const client = await world.as('caseworker');
    const refused = await client.post(`/api/pathways/${file.id}/events`, {
      step: 'HEALTH_COVER',
      status: 'PARTIALLY_DONE',
      on: '2026-03-09',
    });
    expect(refused.body).toMatchObject({ status: 409, code: 'step_move_not_allowed' });
    const future = await client.post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-11' });
    expect(future.body).toMatchObject({ status: 422, code: 'date_in_future' });
    const offered = file.moves.find(({ step, status }) => step === 'HEALTH_COVER' && status === 'PARTIALLY_DONE');
    expect(offered).toEqual({
      step: 'HEALTH_COVER',
      status: 'PARTIALLY_DONE',
      allowed: false,
      reason: (refused.body as { detail: string }).detail,
    });
    const again = (await client.get(`/api/pathways/${file.id}`)).body as PathwayFile;
    expect([again.version, again.events]).toEqual([file.version, file.events]);
  });

  test('of twenty who record the same move at once, one succeeds', async () => {
    const file = await world.aFile();
    const client = await world.as('caseworker');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.post(`/api/pathways/${file.id}/events`, { step: 'CAF_RIGHTS', status: 'DONE', on: '2026-03-01' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  test('a correction needs the version read: without it 428, with an old one 412, with the right one the field and its history', async () => {
    const file = await world.aFile();
    const client = await world.as('caseworker');
    const path = `/api/pathways/${file.id}`;
    const correct = { person: { phone: '06 39 98 00 01' }, facts: { permitExpiresOn: '2026-12-31' } };
    expect((await client.put(path, correct)).body).toMatchObject({ status: 428 });
    expect((await client.put(path, correct).set('If-Match', '"0"')).body).toMatchObject({
      status: 412,
      code: 'stale_version',
    });
    const etag = (await client.get(path)).get('ETag') ?? '';
    const corrected = await client.put(path, correct).set('If-Match', etag);
    expect(corrected.body).toMatchObject({
      person: { phone: '06 39 98 00 01', birthName: 'Exemple' },
      facts: { permitExpiresOn: '2026-12-31', cirSignedOn: SIGNED.cirSignedOn },
    });
    expect((await client.put(path, correct).set('If-Match', etag)).status).toBe(412);
    const history = (await client.get(`${path}/history`)).body as {
      field: string | null;
      before: string | null;
      after: string | null;
    }[];
    expect(history).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'facts.permitExpiresOn', before: '2026-06-30', after: '2026-12-31' }),
        expect.objectContaining({ field: 'person.phone', before: null, after: '06 39 98 00 01' }),
      ]),
    );
  });

  test('a person who moves to another department changes department everywhere', async () => {
    const file = await world.aFile();
    const client = await world.as('caseworker');
    await client
      .put(`/api/pathways/${file.id}`, { person: { address: { postcode: '80000', commune: 'Amiens' } } })
      .set('If-Match', `"${file.version}"`);
    expect([await ids('referent', { id: [file.id] }), await ids('referentSomme', { id: [file.id] })]).toEqual([
      [],
      [file.id],
    ]);
    const { rows } = await world.owner.query(
      'select distinct department from pathway_stalls where pathway_id = $1 union select department from pathway_steps where pathway_id = $1',
      [file.id],
    );
    expect(rows).toEqual([{ department: '80' }]);
  });
});

describe('lists', () => {
  test('an unknown filter, a bad sort, a broken range: refused, with what is allowed', async () => {
    const client = await world.as('caseworker');
    const unknown = await client.get(`/api/pathways?${query({ filter: { nationality: 'x' } })}`);
    expect(unknown.body).toMatchObject({ status: 400, code: 'unknown_filter' });
    expect(unknown.body.allowed).toContain('stalled');
    for (const bad of [
      'filter=nonsense',
      'filter=[]',
      'range=[5,1]',
      'range=["a",1]',
      'sort=["password","ASC"]',
      'sort=["id","UP"]',
      'page=1',
      `filter=${encodeURIComponent('{"status":"x"}')}`,
    ]) {
      expect({ bad, status: (await client.get(`/api/pathways?${bad}`)).status }).toEqual({ bad, status: 400 });
    }
  });

  test('pages follow each other without loss, the total is exact', async () => {
    const client = await world.as('caseworker');
    const all = await ids('caseworker');
    const pages: string[] = [];
    for (let first = 0; first < all.length; first += 5) {
      const page = await client.get(`/api/pathways?${query({ range: [first, first + 4], sort: ['name', 'DESC'] })}`);
      expect(page.get('Content-Range')).toBe(`pathways ${first}-${Math.min(first + 4, all.length - 1)}/${all.length}`);
      pages.push(...(page.body as PathwayRow[]).map(({ id }) => id));
    }
    expect([...pages].sort()).toEqual([...all].sort());
  });

  test('the counts of a row, the filters and the file agree', async () => {
    const file = await world.aFile({ events: [{ step: 'HEALTH_COVER', status: 'DONE', on: '2026-03-01' }] });
    const [row] = await list('caseworker', { id: [file.id] });
    expect(row).toMatchObject({
      overdue: file.steps.filter(({ state }) => state === 'OVERDUE').length,
      stalled: file.stalls.filter(({ state }) => state === 'STALLED').length,
    });
    for (const filter of [
      { stalled: true },
      { overdue: true },
      { step: 'HEALTH_COVER', stepStatus: 'DONE' },
      { protection: 'NON_BPI' },
      { status: 'OPEN' },
      { department: '59' },
      { q: 'ALMA exemple' },
    ]) {
      expect({ filter, found: await ids('caseworker', { ...filter, id: [file.id] }) }).toEqual({
        filter,
        found: [file.id],
      });
    }
    for (const filter of [
      { stalled: false },
      { overdue: false },
      { step: 'HEALTH_COVER', stepStatus: 'TO_DO' },
      { protection: 'BPI' },
      { status: 'CLOSED' },
      { department: '62' },
      { q: 'autre' },
    ]) {
      expect({ filter, found: await ids('caseworker', { ...filter, id: [file.id] }) }).toEqual({ filter, found: [] });
    }
  });
});

describe('nobody falls between two chairs', () => {
  const unassigned = async (): Promise<string> => {
    const file = await world.aFile();
    await world.owner.query('update pathways set organisation_id = null, referent_id = null where id = $1', [file.id]);
    return file.id;
  };

  test('a file without structure is before the OFII agent and every manager of the department, and no one else', async () => {
    const id = await unassigned();
    const seen = async (name: PersonaName): Promise<boolean> =>
      (await ids(name, { organisationId: null })).includes(id);
    expect([await seen('ofii'), await seen('manager'), await seen('neighbourManager')]).toEqual([true, true, true]);
    expect([await seen('sommeManager'), await seen('caseworker')]).toEqual([false, false]);
  });

  test('of two managers who take it at once, one wins and the other no longer sees it', async () => {
    const id = await unassigned();
    const [a, b] = await Promise.all([
      (await world.as('manager')).post(`/api/pathways/${id}/assign`, { referentId: PERSONAS.caseworker.id }),
      (await world.as('neighbourManager')).post(`/api/pathways/${id}/assign`, { referentId: PERSONAS.neighbour.id }),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, expect.any(Number)]);
    expect([a, b].filter(({ status }) => status === 200)).toHaveLength(1);
    expect([a, b].every(({ status }) => [200, 404, 409].includes(status))).toBe(true);
    const { rows } = await world.owner.query(
      'select count(*)::int as n from pathway_stalls s join pathways p on p.id = s.pathway_id where p.id = $1 and s.referent_id is distinct from p.referent_id',
      [id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('the OFII agent names a structure, once; from one structure to another only a transfer goes', async () => {
    const id = await unassigned();
    const client = await world.as('ofii');
    expect(
      (await client.post(`/api/pathways/${id}/assign`, { organisationId: ORGANISATIONS.ofii.id })).body,
    ).toMatchObject({ status: 422, code: 'unknown_organisation' });
    expect(
      (await client.post(`/api/pathways/${id}/assign`, { organisationId: ORGANISATIONS.somme.id })).body,
    ).toMatchObject({ organisationId: ORGANISATIONS.somme.id, referentId: null });
    expect(
      (await client.post(`/api/pathways/${id}/assign`, { organisationId: ORGANISATIONS.north.id })).body,
    ).toMatchObject({ status: 409, code: 'already_assigned' });
  });

  test('a manager gives a file to one of hers, never to another structure’s', async () => {
    const file = await world.aFile();
    const client = await world.as('manager');
    expect(
      (await client.post(`/api/pathways/${file.id}/assign`, { referentId: PERSONAS.neighbour.id })).body,
    ).toMatchObject({ status: 422, code: 'unknown_referent' });
    const given = await client.post(`/api/pathways/${file.id}/assign`, { referentId: PERSONAS.colleague.id });
    expect(given.body).toMatchObject({ referentId: PERSONAS.colleague.id });
    // Someone else follows her now: contact must be taken up again.
    expect((given.body as PathwayFile).events.at(-1)).toMatchObject({ handover: true, on: '2026-03-10' });
    expect([await ids('caseworker', { id: [file.id] }), await ids('colleague', { id: [file.id] })]).toEqual([
      [],
      [file.id],
    ]);
  });
});

describe('the plan', () => {
  test('is computed for every role, and stores nothing', async () => {
    const body = { facts: SIGNED, events: [], today: '2026-03-10' };
    for (const name of Object.keys(PERSONAS) as PersonaName[]) {
      const response = await (await world.as(name)).post('/api/pathways/plan', body);
      expect({ name, status: response.status, ruleSet: response.body.contractRuleSet }).toEqual({
        name,
        status: 200,
        ruleSet: 'CIR-2025',
      });
    }
    expect((await (await world.as('admin')).post('/api/pathways/plan', { ...body, today: '2026-02-30' })).status).toBe(
      422,
    );
  });
});
