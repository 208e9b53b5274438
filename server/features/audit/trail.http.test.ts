import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request, { type Response } from 'supertest';
import { makeRandom } from '../../../seeds/random.ts';
import type { PathwayFile } from '../../contract/pathway.ts';
import { verifyTrail } from '../../platform/audit/verifyTrail.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { aLineOf, aMonthlyList } from '../../testing/monthlyList.ts';
import { listSender } from '../../testing/sendList.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, SIGNED, SOMEONE, type Client, type World } from '../../testing/world.ts';

interface Entry {
  account_id: string | null;
  role: string | null;
  organisation_id: string | null;
  operation: string;
  kind: string;
  outcome: string;
  purpose: string;
  asked_id: string | null;
  pathway_ids: string[];
  fields: string[];
  request_id: string | null;
  micros: string;
}

/** Values that no entry may hold: each stands in a field of a person, in what is searched, or in what is noted. */
const CANARIES = {
  birthName: 'Canarinom',
  firstNames: 'Canariprenom',
  phone: '0699887766',
  email: 'canari.secret@mail.example',
  line: '77 rue du Canari',
  commune: 'Canariville',
  foreignerNumber: '9912345678',
  ofiiNumber: '59250399999',
  note: 'note du canari',
  reference: 'dossier canari',
  listedName: 'CANARILISTE',
};

let world: World;
const people = Object.keys(PERSONAS) as PersonaName[];
const files: PathwayFile[] = [];
beforeAll(async () => {
  world = await createWorld({ today: calendarDay('2026-10-26') });
  const { birthName, firstNames, phone, email, line, commune, foreignerNumber, ofiiNumber } = CANARIES;
  files.push(
    await world.aFile({
      person: {
        birthName,
        firstNames,
        phone,
        email,
        foreignerNumber,
        ofiiNumber,
        address: { line, postcode: '59000', commune },
      },
    }),
    await world.aFile({ by: 'colleague' }),
    await world.aFile({ by: 'neighbour' }),
    await world.aFile({ by: 'manager', events: [{ contact: 'NO_ANSWER', on: '2026-01-05' }] }),
  );
});
afterAll(() => world.close());

async function entriesOf(requestId: string): Promise<Entry[]> {
  const { rows } = await world.owner.query<Entry>(
    `select e.account_id, e.role, e.organisation_id, e.operation, e.kind, e.outcome, e.purpose, e.asked_id, e.pathway_ids, e.fields,
       e.request_id, to_char(e.at, 'US') as micros
     from audit_entries e where e.request_id = $1`,
    [requestId],
  );
  return rows;
}

async function count(): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>('select count(*)::int as n from audit_entries');
  return rows[0]?.n ?? 0;
}

interface Act {
  readonly operation: string;
  readonly kind: string;
  /** What is asked by its identifier. */
  readonly asked?: string;
  readonly ask: (client: Client) => PromiseLike<Response>;
  /** The files that an answer tells of, read in the answer itself. */
  readonly files: (body: never) => string[];
}

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
const pathwayIds = (rows: { pathwayId: string }[]): string[] => rows.map(({ pathwayId }) => pathwayId);
const itself = ({ id }: { id: string }): string[] => [id];
const nothing = (): string[] => [];
const filter = (given: object): string => `?filter=${encodeURIComponent(JSON.stringify(given))}`;

/** Every way of touching a file, on a file that may be in reach or not, or on none. */
function actsOn(id: string, days: number): readonly Act[] {
  const on = `2026-01-${String((days % 28) + 1).padStart(2, '0')}`;
  return [
    { operation: 'listPathways', kind: 'READ', ask: (c) => c.get('/api/pathways'), files: ids },
    {
      operation: 'listPathways',
      kind: 'READ',
      ask: (c) => c.get(`/api/pathways${filter({ q: CANARIES.birthName })}`),
      files: ids,
    },
    {
      operation: 'listPathways',
      kind: 'READ',
      ask: (c) => c.get(`/api/pathways${filter({ unknown: 1 })}`),
      files: ids,
    },
    { operation: 'readPathway', kind: 'READ', asked: id, ask: (c) => c.get(`/api/pathways/${id}`), files: itself },
    {
      operation: 'readPathway',
      kind: 'READ',
      asked: id,
      ask: (c) => c.get(`/api/pathways/${id}?asOf=2026-01-01`),
      files: itself,
    },
    {
      operation: 'readHistory',
      kind: 'READ',
      asked: id,
      ask: (c) => c.get(`/api/pathways/${id}/history`),
      files: () => [id],
    },
    {
      operation: 'openPathway',
      kind: 'WRITE',
      ask: (c) => c.post('/api/pathways', { person: SOMEONE, facts: SIGNED }),
      files: itself,
    },
    {
      operation: 'openPathway',
      kind: 'WRITE',
      ask: (c) => c.post('/api/pathways', { person: { canari: CANARIES.note } }),
      files: itself,
    },
    {
      operation: 'recordEvent',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.post(`/api/pathways/${id}/events`, { contact: 'NO_ANSWER', on }),
      files: itself,
    },
    {
      // Refused by the rules: it is never taken back.
      operation: 'recordEvent',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.post(`/api/pathways/${id}/events`, { retracts: randomUUID() }),
      files: itself,
    },
    {
      operation: 'correctPathway',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.put(`/api/pathways/${id}`, { person: { phone: CANARIES.phone } }).set('If-Match', '*'),
      files: itself,
    },
    {
      operation: 'correctPathway',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.put(`/api/pathways/${id}`, { person: { phone: CANARIES.phone } }),
      files: itself,
    },
    {
      operation: 'assignPathway',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.post(`/api/pathways/${id}/assign`, { referentId: PERSONAS.caseworker.id }),
      files: itself,
    },
    {
      operation: 'searchPeople',
      kind: 'SEARCH',
      ask: (c) => c.post('/api/people/search', { text: CANARIES.birthName }),
      files: pathwayIds,
    },
    {
      operation: 'findDuplicates',
      kind: 'SEARCH',
      ask: (c) => c.post('/api/people/duplicates', { foreignerNumber: CANARIES.foreignerNumber }),
      files: pathwayIds,
    },
    { operation: 'listStalls', kind: 'READ', ask: (c) => c.get('/api/stalls'), files: pathwayIds },
    {
      operation: 'actOnStall',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.post(`/api/stalls/${id}/actions`, { action: 'CALL_CASEWORKER', note: CANARIES.note }),
      files: ({ pathwayId }: { pathwayId: string }) => [pathwayId],
    },
    {
      operation: 'readPrefectureReport',
      kind: 'READ',
      ask: (c) => c.get('/api/reports/prefecture?department=59&period=2026-Q1&asOf=2026-03-10'),
      files: nothing,
    },
    { operation: 'listImports', kind: 'READ', ask: (c) => c.get('/api/imports'), files: nothing },
    { operation: 'readImport', kind: 'READ', asked: id, ask: (c) => c.get(`/api/imports/${id}`), files: nothing },
    {
      operation: 'listImportLines',
      kind: 'READ',
      asked: id,
      ask: (c) => c.get(`/api/imports/${id}/lines`),
      files: nothing,
    },
    {
      operation: 'confirmImport',
      kind: 'WRITE',
      asked: id,
      ask: (c) => c.post(`/api/imports/${id}/confirm`),
      files: nothing,
    },
  ];
}

function outcomeOf(status: number): string {
  return status < 300 ? 'DONE' : status === 404 ? 'NOT_FOUND' : 'REFUSED';
}

describe('each operation leaves one entry', () => {
  test('of 400 random ones by everybody, each is joined to its own, and nothing else is left', async () => {
    const random = makeRandom(20_261_126);
    const before = await count();
    const clients = new Map(await Promise.all(people.map(async (name) => [name, await world.as(name)] as const)));
    const signIns = (await count()) - before;
    const seen = new Map<string, number>();
    for (let step = 0; step < 400; step += 1) {
      const name = random.pick(people);
      const id = random.chance(0.2) ? randomUUID() : random.pick(files).id;
      const act = random.pick(actsOn(id, step));
      const answer = await act.ask(clients.get(name) as Client);
      expect([200, 201, 202, 400, 403, 404, 409, 412, 422, 428]).toContain(answer.status);

      const found = await entriesOf(answer.get('X-Request-Id') ?? '');
      const told = answer.status < 300 ? act.files(answer.body as never) : [];
      expect({ step, act: act.operation, status: answer.status, found }).toEqual({
        step,
        act: act.operation,
        status: answer.status,
        found: [
          expect.objectContaining({
            account_id: PERSONAS[name].id,
            role: PERSONAS[name].role,
            organisation_id: ORGANISATIONS[PERSONAS[name].organisation].id,
            operation: act.operation,
            kind: act.kind,
            outcome: outcomeOf(answer.status),
            asked_id: act.asked ?? null,
            pathway_ids: [...new Set(told)].sort(),
          }),
        ],
      });
      const key = `${act.kind} ${outcomeOf(answer.status)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect((await count()) - before - signIns).toBe(400);
    // The positive controls: each kind was done, was refused, and missed what was not there.
    expect([...seen.keys()].sort()).toEqual([
      'READ DONE',
      'READ NOT_FOUND',
      'READ REFUSED',
      'SEARCH DONE',
      'SEARCH REFUSED',
      'WRITE DONE',
      'WRITE NOT_FOUND',
      'WRITE REFUSED',
    ]);
  });

  test('names the fields, the filters and why', async () => {
    const [file] = files;
    const read = await (await world.as('caseworker')).get(`/api/pathways/${file?.id}`);
    const [entry] = await entriesOf(read.get('X-Request-Id') ?? '');
    expect(entry?.fields).toEqual(
      expect.arrayContaining(['person.phone', 'person.address', 'facts', 'steps', 'stalls']),
    );
    expect(entry?.purpose).toBe('SUPPORT');
    expect(entry?.micros).toMatch(/^\d{6}$/);
    const pseudonymous = await (await world.as('referent')).get(`/api/pathways/${file?.id}`);
    const [other] = await entriesOf(pseudonymous.get('X-Request-Id') ?? '');
    expect(other?.purpose).toBe('UNBLOCKING');
    expect(other?.fields.filter((name) => name.startsWith('person.'))).toEqual([]);
    const list = await (
      await world.as('caseworker')
    ).get(`/api/pathways${filter({ q: CANARIES.birthName, status: 'OPEN' })}`);
    expect((await entriesOf(list.get('X-Request-Id') ?? ''))[0]?.fields).toEqual(
      expect.arrayContaining(['name', 'filter.q', 'filter.status']),
    );
    const corrected = await (
      await world.as('caseworker')
    )
      .put(`/api/pathways/${file?.id}`, { person: { phone: CANARIES.phone }, facts: { enteredFranceOn: '2025-05-12' } })
      .set('If-Match', '*');
    expect(corrected.status).toBe(200);
    expect((await entriesOf(corrected.get('X-Request-Id') ?? ''))[0]?.fields).toEqual([
      'facts.enteredFranceOn',
      'person.phone',
    ]);
  });

  test('what is not of a file leaves none', async () => {
    const client = await world.as('caseworker');
    const before = await count();
    await client.get('/api/session');
    await client.get('/api/organisations');
    await client.post('/api/pathways/plan', { facts: {}, events: [], today: '2026-03-10' });
    await request(world.app).get('/api/pathways');
    expect(await count()).toBe(before);
  });

  test('an account that guesses identifiers leaves each of them', async () => {
    const client = await world.as('neighbour');
    const guessed = [...Array.from({ length: 12 }, () => randomUUID()), files[0]?.id ?? ''];
    for (const id of guessed) expect((await client.get(`/api/pathways/${id}`)).status).toBe(404);
    const { rows } = await world.owner.query<{ asked_id: string; pathway_ids: string[] }>(
      `select e.asked_id, e.pathway_ids from audit_entries e
       where e.account_id = $1 and e.outcome = 'NOT_FOUND' order by e.at desc limit $2`,
      [PERSONAS.neighbour.id, guessed.length],
    );
    // Nobody is shown as having seen what she missed.
    expect(rows).toEqual(guessed.reverse().map((id) => ({ asked_id: id, pathway_ids: [] })));
  });

  test('an import leaves its request, its check and its confirmation, with the files of its lines', async () => {
    const sender = listSender(() => world);
    const list = aMonthlyList(aLineOf({ number: '9979263641', name: CANARIES.listedName }));
    const { id } = await sender.send('liste.csv', list);
    expect((await sender.confirm(id)).state).toBe('DONE');
    const { rows } = await world.owner.query(
      `select e.operation, e.kind, e.outcome, e.purpose, e.account_id, cardinality(e.pathway_ids) as files, e.request_id is null as behind
       from audit_entries e where e.asked_id = $1 and e.operation not in ('readImport') order by e.seq`,
      [id],
    );
    const common = { outcome: 'DONE', purpose: 'IMPORT', account_id: PERSONAS.ofii.id };
    expect(rows).toEqual([
      { ...common, operation: 'startImport', kind: 'WRITE', files: 0, behind: false },
      { ...common, operation: 'checkImport', kind: 'READ', files: 0, behind: true },
      { ...common, operation: 'confirmImport', kind: 'WRITE', files: 0, behind: false },
      { ...common, operation: 'applyImport', kind: 'WRITE', files: 1, behind: true },
    ]);
    const refused = await sender.upload(await world.cookieOf('manager'), 'liste.csv', list);
    expect([refused.status, (await entriesOf(refused.get('X-Request-Id') ?? ''))[0]?.outcome]).toEqual([
      403,
      'REFUSED',
    ]);
  });

  test('signing in, failing to, and signing out are entries', async () => {
    const signIn = (email: string, password: string): PromiseLike<Response> =>
      request(world.app).post('/api/session').send({ email, password });
    const refused = await signIn(emailOf('colleague'), 'un autre mot de passe');
    const unknown = await signIn('canari.secret@mail.example', 'un autre mot de passe');
    const done = await signIn(emailOf('colleague'), PASSWORD);
    const out = await request(world.app)
      .delete('/api/session')
      .set('Cookie', (done.get('Set-Cookie') ?? [])[0] ?? '');
    const entries: Entry[][] = [];
    for (const answer of [refused, unknown, done, out]) entries.push(await entriesOf(answer.get('X-Request-Id') ?? ''));
    const session = (operation: string, outcome: string, account: string | null): object[] => [
      expect.objectContaining({ operation, outcome, kind: 'SESSION', purpose: 'SECURITY', account_id: account }),
    ];
    expect(entries).toEqual([
      session('signIn', 'REFUSED', PERSONAS.colleague.id),
      session('signIn', 'REFUSED', null),
      session('signIn', 'DONE', PERSONAS.colleague.id),
      session('signOut', 'DONE', PERSONAS.colleague.id),
    ]);
  });

  test('holds no value of anybody, searched, noted, listed or typed wrong', async () => {
    const { rows } = await world.owner.query<{ text: string }>(
      `select string_agg(e::text, E'\\n') as text from audit_entries e`,
    );
    const text = (rows[0]?.text ?? '').toLowerCase();
    expect(text).toContain(files[0]?.id);
    expect(Object.values(CANARIES).filter((value) => text.includes(value.toLowerCase()))).toEqual([]);
    const known = [SOMEONE.birthName, SOMEONE.firstNames, SOMEONE.birth.value, 'canari', emailOf('colleague')];
    expect(known.filter((value) => text.includes(value.toLowerCase()))).toEqual([]);
  });
});

describe('the chain', () => {
  test('holds when a whole structure works at once', async () => {
    const clients = await Promise.all((['caseworker', 'colleague', 'manager'] as const).map((name) => world.as(name)));
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => (clients[index % 3] as Client).get('/api/pathways')),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await count()) - before).toBe(60);
    expect(await verifyTrail(world.owner, [])).toEqual({ entries: await count(), findings: [] });
  });
});

describe('when no entry can be written', () => {
  const close = (): Promise<unknown> =>
    world.owner.query('alter table audit_entries add constraint closed check (false) not valid');
  const open = (): Promise<unknown> => world.owner.query('alter table audit_entries drop constraint closed');

  test('nothing is given, nothing is done, and a guess learns nothing', async () => {
    const [caseworker, referent, prefecture, ofii] = await Promise.all(
      (['caseworker', 'referent', 'prefecture', 'ofii'] as const).map((name) => world.as(name)),
    );
    const id = files[0]?.id ?? '';
    const state = async (): Promise<unknown> =>
      (
        await world.owner.query(
          `select (select count(*) from pathways) as files, (select count(*) from pathway_events) as events,
             (select count(*) from imports) as imports, (select count(*) from idempotency_keys) as keys,
             (select count(*) from sessions) as sessions`,
        )
      ).rows;
    const before = await state();
    await close();
    try {
      const answers: Response[] = [
        await (caseworker as Client).get('/api/pathways'),
        await (caseworker as Client).get(`/api/pathways/${id}`),
        await (caseworker as Client).get(`/api/pathways/${randomUUID()}`),
        await (caseworker as Client).get('/api/imports'),
        await (caseworker as Client).post('/api/people/search', { text: CANARIES.birthName }),
        await (caseworker as Client).post('/api/pathways', { person: SOMEONE, facts: SIGNED }),
        await (caseworker as Client).post(`/api/pathways/${id}/events`, { contact: 'REACHED', on: '2026-02-01' }),
        await (referent as Client).get('/api/stalls'),
        await (prefecture as Client).get('/api/reports/prefecture?department=59&period=2026-Q1&asOf=2026-03-10'),
        await listSender(() => world).upload(await world.cookieOf('ofii'), 'liste.csv', 'nom;prenom\n'),
        await (ofii as Client).post(`/api/imports/${randomUUID()}/confirm`),
        await request(world.app)
          .post('/api/session')
          .send({ email: emailOf('caseworker'), password: PASSWORD }),
        await request(world.app)
          .post('/api/session')
          .send({ email: emailOf('caseworker'), password: 'non' }),
      ];
      expect(answers.map(({ status, body }) => `${status} ${(body as { code: string }).code}`)).toEqual(
        answers.map(() => '503 audit_unavailable'),
      );
      for (const answer of answers) {
        expect(answer.text).not.toMatch(/canari/i);
        expect(answer.get('ETag')).toBeUndefined();
        expect(answer.get('Content-Range')).toBeUndefined();
        expect(answer.get('Set-Cookie')?.filter((cookie) => !cookie.startsWith('jalon=s%3A')) ?? []).toEqual([]);
      }
      expect(await state()).toEqual(before);
    } finally {
      await open();
    }
    // The control: what was refused is given as soon as it can be traced.
    expect((await (caseworker as Client).get(`/api/pathways/${id}`)).status).toBe(200);
  });
});
