import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MergePreview, MergeView } from '../../contract/merge.ts';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import type { Candidate } from '../../contract/person.ts';
import type { OpeningView } from '../../contract/rights.ts';
import type { StallRow } from '../../contract/stall.ts';
import type { TaskView } from '../../contract/task.ts';
import { attempt, connectAs, contextOf } from '../../testing/actingAs.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { A_SESSION, createWorld, testClock, type World } from '../../testing/world.ts';

const NOW = '2026-03-10T08:00:00.000Z';
const clock = testClock(NOW);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

interface Told<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly detail?: string };
  readonly headers: Record<string, string>;
}
async function get<T>(path: string, name: PersonaName = 'manager'): Promise<Told<T>> {
  return (await (await world.as(name)).get(path)) as unknown as Told<T>;
}
async function post<T = PathwayFile>(
  path: string,
  body: object,
  { by = 'manager', version }: { by?: PersonaName; version?: number | undefined } = {},
): Promise<Told<T>> {
  const asked = (await world.as(by)).post(path, body);
  if (version !== undefined) asked.set('If-Match', `"${version}"`);
  return (await asked) as unknown as Told<T>;
}
const fileOf = async (id: string, name: PersonaName = 'manager'): Promise<PathwayFile> =>
  (await get<PathwayFile>(`/api/pathways/${id}`, name)).body;

async function merge(
  kept: PathwayFile,
  other: PathwayFile,
  { choices = {}, by = 'manager' }: { choices?: object; by?: PersonaName } = {},
): Promise<Told<PathwayFile>> {
  const [now, then] = [await fileOf(kept.id), await fileOf(other.id)];
  const body = { otherId: other.id, otherVersion: then.version, choices };
  return post(`/api/pathways/${kept.id}/merge`, body, { by, version: now.version });
}
const mergesOf = async (id: string): Promise<MergeView[]> =>
  (await get<MergeView[]>(`/api/pathways/${id}/merges`)).body;
async function unmerge(id: string, mergeId?: string): Promise<Told<PathwayFile>> {
  const { version } = await fileOf(id);
  const last = mergeId ?? (await mergesOf(id))[0]?.id ?? randomUUID();
  return post(`/api/pathways/${id}/unmerge`, { mergeId: last }, { version });
}

async function correct(id: string, person: object): Promise<number> {
  const { version } = await fileOf(id);
  const client = await world.as('manager');
  return (await client.put(`/api/pathways/${id}`, { person }).set('If-Match', `"${version}"`)).status;
}

let next = 0;
/** Two files of one person, in one structure, of two caseworkers. */
async function twoFiles(
  given: { kept?: object; other?: object; keptEvents?: readonly object[]; otherEvents?: readonly object[] } = {},
): Promise<[PathwayFile, PathwayFile]> {
  clock.set(NOW);
  next += 1;
  const name = `Barwaqo${String.fromCharCode(97 + (next % 26))}${String.fromCharCode(97 + Math.floor(next / 26))}`;
  const person = { birthName: name, firstNames: 'Ifrah', birth: { precision: 'DAY', value: '1991-04-09' } };
  const kept = await world.aFile({ person: { ...person, ...given.kept }, events: given.keptEvents ?? [] });
  const other = await world.aFile({
    person: { ...person, ...given.other },
    events: given.otherEvents ?? [],
    by: 'colleague',
  });
  return [kept, other];
}
const CIVIC = { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-01-12' };
const REACHED = { contact: 'REACHED', on: '2026-02-03', medium: 'OFFICE' };
const keyOf = (event: object): string => {
  const { step, contact, closure, attendance, on } = event as Record<string, string>;
  return `${step ?? contact ?? closure ?? attendance} ${on}`;
};

describe('two files of one person', () => {
  test('become one: what was recorded in either is read in the one that stays', async () => {
    const [kept, other] = await twoFiles({ keptEvents: [REACHED], otherEvents: [CIVIC] });
    const { status, body } = await merge(kept, other);
    expect(status).toBe(200);
    expect(body.id).toBe(kept.id);
    expect(body.events.map(keyOf).sort()).toEqual(['CIVIC_SESSION_1 2026-01-12', 'REACHED 2026-02-03']);
    expect(body.steps.find(({ code }) => code === 'CIVIC_SESSION_1')?.status).toBe('DONE');
    expect(body.events.find((event) => 'step' in event)).toMatchObject({ actor: 'Test colleague' });
  });

  test('say what was chosen of each field, else what is proposed; and the history tells what changed', async () => {
    const [kept, other] = await twoFiles({
      kept: { phone: '0600000001' },
      other: { phone: '0600000002', email: 'ifrah@exemple.example', birthName: 'Barwaaqo' },
    });
    const { body } = await merge(kept, other, { choices: { 'person.birthName': 'OTHER', 'person.phone': 'KEPT' } });
    expect(body.person).toMatchObject({
      birthName: 'Barwaaqo',
      phone: '0600000001',
      email: 'ifrah@exemple.example',
    });
    const { body: history } = await get<HistoryEntry[]>(`/api/pathways/${kept.id}/history`);
    expect(
      history
        .filter(({ kind }) => kind === 'CORRECTION')
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['person.birthName', 'person.email']);
    expect(history.find(({ kind }) => kind === 'MERGED')).toMatchObject({ before: other.number, after: kept.number });
    expect(history.filter(({ kind }) => kind === 'OPENED').map(({ sentence }) => sentence)).toEqual([
      `Dossier ouvert (dossier ${other.number})`,
      'Dossier ouvert',
    ]);
  });

  test('tell their histories as one, whichever they come from: what was restored and why, what was done about a stall', async () => {
    const [kept, other] = await twoFiles({ other: { nationality: 'Somalienne' } });
    await correct(other.id, { nationality: 'Éthiopienne' });
    const before = (await get<HistoryEntry[]>(`/api/pathways/${other.id}/history`)).body;
    const replaced = before.find(({ field }) => field === 'person.nationality')?.changeId;
    const { version } = await fileOf(other.id);
    const restored = await post(
      `/api/pathways/${other.id}/restore`,
      { changeId: replaced, reason: 'Vu sur le passeport' },
      { version },
    );
    expect(restored.status).toBe(200);
    const filter = JSON.stringify({ pathwayId: other.id, state: 'STALLED' });
    const stalls = (await get<StallRow[]>(`/api/stalls?filter=${encodeURIComponent(filter)}`, 'referent')).body;
    await post(`/api/stalls/${stalls[0]?.id}/actions`, { action: 'CALL_CASEWORKER', note: 'Vu' }, { by: 'referent' });
    await merge(kept, other);
    const told = async (name: PersonaName) =>
      (await get<HistoryEntry[]>(`/api/pathways/${kept.id}/history`, name)).body.filter(({ sentence }) =>
        sentence.endsWith(` (dossier ${other.number})`),
      );
    for (const name of ['manager', 'caseworker'] as const) {
      const entries = await told(name);
      expect(entries.map(({ kind }) => kind)).toEqual(['STALL_ACTION', 'CORRECTION', 'CORRECTION', 'OPENED']);
      // What was restored there says why; it is not restored from here, where another value stands.
      expect(entries[1]).toMatchObject({ reason: 'Vu sur le passeport', changeId: null, after: 'Somalienne' });
      expect(entries[2]).toMatchObject({ reason: null, changeId: null });
    }
    const [again] = [
      await post(
        `/api/pathways/${kept.id}/restore`,
        { changeId: replaced, reason: 'Vu' },
        { version: (await fileOf(kept.id)).version },
      ),
    ];
    expect(again.body.code).toBe('not_found');
    expect(await told('ofii')).toEqual([]);
    // Parted, each tells its own.
    await unmerge(kept.id);
    expect(await told('manager')).toEqual([]);
  });

  test('are opened in an emergency by the number of either', async () => {
    const [kept, other] = await twoFiles();
    const open = async (number: string, by: PersonaName) =>
      post<OpeningView>(
        '/api/openings',
        { number, reason: 'La personne appelle d’un commissariat', code: await world.codeOf(by) },
        { by },
      );
    expect((await open(other.number, 'colleague')).body.code).toBe('already_reached');
    await merge(kept, other);
    expect((await open(other.number, 'caseworker')).body.code).toBe('already_reached');
    const opened = await open(other.number, 'neighbourManager');
    expect([opened.status, opened.body.pathwayId]).toEqual([201, kept.id]);
    const byItself = await post(
      `/api/pathways/${other.id}/break-glass`,
      { reason: 'La personne appelle d’un commissariat', code: await world.codeOf('colleague') },
      { by: 'colleague' },
    );
    expect(byItself.body.code).toBe('not_found');
  });

  test('have their tasks, notes and sessions in the one that stays', async () => {
    const [kept, other] = await twoFiles();
    const task = (await post<TaskView>(`/api/pathways/${other.id}/tasks`, { what: 'Rappeler', dueOn: '2026-03-20' }))
      .body;
    await post(`/api/pathways/${other.id}/notes`, { text: 'Une note', visibility: 'SHARED' });
    const session = (await post<{ id: string }>('/api/group-sessions', { ...A_SESSION })).body;
    await post(`/api/group-sessions/${session.id}/enrolments`, { pathwayIds: [other.id] });
    await merge(kept, other);
    const tasks = (await get<TaskView[]>(`/api/pathways/${kept.id}/tasks`)).body;
    expect(tasks).toEqual([{ ...task, pathwayId: kept.id }]);
    expect((await get<object[]>(`/api/pathways/${kept.id}/notes`)).body).toHaveLength(1);
    const rows = JSON.stringify((await get<object>(`/api/group-sessions/${session.id}`)).body);
    expect([rows.includes(kept.id), rows.includes(other.id)]).toEqual([true, false]);
  });

  test('leave no trace of the one that went but its number, which leads to the other', async () => {
    const [kept, other] = await twoFiles();
    await merge(kept, other);
    const filter = (given: object): string => `/api/pathways?filter=${encodeURIComponent(JSON.stringify(given))}`;
    for (const name of ['manager', 'ofii', 'referent'] as const) {
      expect((await get<PathwayRow[]>(filter({ id: [other.id] }), name)).body).toEqual([]);
      expect((await get<PathwayRow[]>(filter({ q: other.number }), name)).body.map(({ id }) => id)).toEqual([kept.id]);
    }
    for (const name of ['caseworker', 'manager', 'ofii'] as const) {
      const found = await post<Candidate[]>('/api/people/search', { text: other.number }, { by: name });
      expect(found.body.map(({ pathwayId }) => pathwayId)).toEqual([kept.id]);
    }
    const gone = await get<PathwayFile>(`/api/pathways/${other.id}`);
    expect([gone.status, gone.body.code, gone.body.detail?.includes(kept.number)]).toEqual([404, 'file_merged', true]);
    // To whoever does not reach the one that stays, it is a file that never was: her own is her colleague’s now.
    expect((await get<PathwayFile>(`/api/pathways/${other.id}`, 'colleague')).body.code).toBe('not_found');
    // Whatever is asked of it, by whoever was writing in it meanwhile.
    const asked = async (name: PersonaName): Promise<unknown[]> => {
      const client = await world.as(name);
      const path = `/api/pathways/${other.id}`;
      return Promise.all(
        [
          client.get(path),
          client.get(`${path}/tasks`),
          client.post(`${path}/notes`, { text: 'Une note', visibility: 'SHARED' }),
          client.post(`${path}/events`, { contact: 'REACHED', on: '2026-03-01' }),
          client.put(path, { person: { usageName: 'Autre' } }).set('If-Match', '"1"'),
          client.get(`/api/drafts/note:${other.id}`),
        ].map(async (one) => {
          const { status, body } = (await one) as unknown as Told<{ keptFile?: object }>;
          return [status, body.code, body.keptFile];
        }),
      );
    };
    const { id, number } = kept;
    for (const name of ['manager', 'caseworker'] as const)
      expect([name, await asked(name)]).toEqual([name, Array(6).fill([404, 'file_merged', { id, number }])]);
    for (const name of ['colleague', 'neighbourManager'] as const)
      expect([name, await asked(name)]).toEqual([name, Array(6).fill([404, 'not_found', undefined])]);
    expect((await get<PathwayRow[]>(filter({ q: other.number }), 'neighbourManager')).body).toEqual([]);
    const alike = (await get<Candidate[]>(`/api/pathways/${kept.id}/duplicates`)).body;
    expect(alike.filter(({ pathwayId }) => pathwayId === other.id)).toEqual([]);
  });

  test('once merged, number the same person once among stalls and figures', async () => {
    const count = async (): Promise<number> =>
      (
        await world.owner.query<{ n: number }>(
          `select count(*)::int as n from pathway_stalls s where s.merged and s.pathway_id = any ($1)`,
          [[kept.id, other.id]],
        )
      ).rows[0]?.n ?? 0;
    const [kept, other] = await twoFiles();
    const stalls = async (id: string): Promise<string | undefined> =>
      (
        await get<object>(
          `/api/stalls?filter=${encodeURIComponent(JSON.stringify({ pathwayId: id, state: 'STALLED' }))}`,
        )
      ).headers['content-range'];
    expect(await stalls(other.id)).not.toBe('stalls */0');
    await merge(kept, other);
    expect([await stalls(other.id), (await count()) > 0]).toEqual(['stalls */0', true]);
  });
});

/** Whether a referent may ask the database for the name of a file, past its row policies; and how many it gives her. */
async function namedThrough(id: string): Promise<[number | null, number | null]> {
  await world.owner.query(
    `insert into reveals (pathway_id, account_id, session_key, reason, at) values ($1, $2, 'une session', 'Réunion', now())`,
    [id, PERSONAS.referent.id],
  );
  const server = await connectAs(world.database);
  const ask = async (sql: string): Promise<number | null> => {
    const as = { role: 'jalon_referent', context: contextOf(world.database, 'referent') } as const;
    return (await attempt(server, as, sql, [id])).rows;
  };
  const told = [
    await ask(`select 1 where sec.reveal($1, 'une session', 'Réunion du comité')`),
    await ask(`select * from sec.revealed_name($1, 'une session')`),
  ] as const;
  await server.end();
  return [...told];
}

test('a file that went gives its name to nobody, nor is it kept by the reports of lists once the other is sealed', async () => {
  const [kept, other] = await twoFiles();
  const reveal = async (id: string) =>
    (await post(`/api/pathways/${id}/reveal`, { reason: 'Réunion du comité local' }, { by: 'referent' })).status;
  expect(await reveal(other.id)).toBe(200);
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into imports (id, organisation_id, created_by, file_name, state)
     select gen_random_uuid(), a.organisation_id, a.id, 'liste.xlsx', 'DONE' from accounts a where a.id = $1 returning id`,
    [PERSONAS.ofii.id],
  );
  await world.owner.query(
    `insert into import_rows (import_id, line, outcome, pathway_id, changes) values ($1, 1, 'UPDATE', $2, '["quelque chose"]')`,
    [rows[0]?.id, other.id],
  );
  const changes = async (): Promise<unknown> =>
    (
      await world.owner.query<{ changes: unknown }>('select changes from import_rows where import_id = $1', [
        rows[0]?.id,
      ])
    ).rows[0]?.changes;
  await merge(kept, other);
  expect([await reveal(kept.id), await reveal(other.id)]).toEqual([200, 404]);
  expect(await namedThrough(other.id)).toEqual([0, 0]);
  expect(await namedThrough(kept.id)).toEqual([1, 1]);
  expect(await changes()).toEqual(['quelque chose']);
  await post(`/api/pathways/${kept.id}/seal`, { reason: 'Personne recherchée' });
  expect(await changes()).toEqual([]);
});

describe('what stays with the file that goes', () => {
  test('is what tells of a follow-up, and what both files say of the same day', async () => {
    const [kept, other] = await twoFiles({
      keptEvents: [CIVIC],
      otherEvents: [CIVIC, REACHED, { closure: 'LEFT_FRANCE', on: '2026-03-01' }],
    });
    const preview = (await post<MergePreview>(`/api/pathways/${kept.id}/merge/preview`, { otherId: other.id })).body;
    expect(preview.left.map(({ on, because }) => [on, because])).toEqual([
      ['2026-01-12', 'SAID_TWICE'],
      ['2026-03-01', 'OF_THE_FILE'],
    ]);
    const { body } = await merge(kept, other);
    expect(body.events.map(keyOf).sort()).toEqual(['CIVIC_SESSION_1 2026-01-12', 'REACHED 2026-02-03']);
    expect(body.status).toBe('OPEN');
  });

  test('is one of two enrolments in the same session, with its hours', async () => {
    const [kept, other] = await twoFiles();
    const session = (await post<{ id: string; version: number }>('/api/group-sessions', { ...A_SESSION })).body;
    const path = `/api/group-sessions/${session.id}`;
    await post(`${path}/enrolments`, { pathwayIds: [kept.id, other.id] });
    const { headers } = await get<object>(path);
    const rows = [kept, other].map(({ id }) => ({ pathwayId: id, attendance: 'PRESENT' }));
    const asked = (await world.as('manager')).put(`${path}/attendance`, { rows });
    const entered = await asked.set('If-Match', headers['etag'] ?? '');
    expect(entered.status).toBe(200);
    const { body } = await merge(kept, other);
    expect(body.events.filter((event) => 'attendance' in event)).toHaveLength(1);
  });
});

describe('what is shown before', () => {
  test('is every field that either says, what is proposed, and the file that they would make; nothing is written', async () => {
    const [kept, other] = await twoFiles({
      kept: { phone: '0600000001' },
      other: { email: 'ifrah@exemple.example' },
      otherEvents: [CIVIC],
    });
    const { status, body } = await post<MergePreview>(`/api/pathways/${kept.id}/merge/preview`, {
      otherId: other.id,
      choices: { 'person.phone': 'OTHER' },
    });
    expect([status, body.refusal]).toEqual([200, null]);
    const field = (path: string) => body.fields.find((one) => one.path === path);
    expect(field('person.phone')).toMatchObject({ kept: '0600000001', other: null, proposed: 'KEPT', chosen: 'OTHER' });
    expect(field('person.email')).toMatchObject({ proposed: 'OTHER', chosen: 'OTHER', isSame: false });
    expect(field('person.birthName')).toMatchObject({ isSame: true });
    expect(field('person.nationality')).toBeUndefined();
    expect(body.result.steps.find(({ code }) => code === 'CIVIC_SESSION_1')?.status).toBe('DONE');
    expect(body.result.events).toMatchObject([{ on: '2026-01-12', from: 'OTHER' }]);
    expect(await fileOf(kept.id)).toEqual(await fileOf(kept.id));
    expect((await fileOf(kept.id)).version).toBe(kept.version);
  });
});

describe('what is refused', () => {
  const whole = async (ids: readonly string[]) =>
    (await world.owner.query('select * from pathways where id = any ($1) order by id', [ids])).rows;

  test('is a version that is no longer that of either file, and one that is not said', async () => {
    const [kept, other] = await twoFiles();
    const path = `/api/pathways/${kept.id}/merge`;
    const body = { otherId: other.id, otherVersion: other.version };
    const before = await whole([kept.id, other.id]);
    expect((await post(path, body)).status).toBe(428);
    expect((await post(path, body, { version: kept.version + 1 })).status).toBe(412);
    expect((await post(path, { ...body, otherVersion: 99 }, { version: kept.version })).status).toBe(412);
    expect(await whole([kept.id, other.id])).toEqual(before);
    expect((await post(path, body, { version: kept.version })).status).toBe(200);
  });

  test('is the caseworker’s to ask, the office’s, and another structure’s', async () => {
    const [kept, other] = await twoFiles();
    const [theirs] = [await world.aFile({ by: 'neighbour' })];
    for (const [by, status] of [
      ['caseworker', 403],
      ['ofii', 403],
      ['neighbourManager', 404],
    ] as const)
      expect((await post(`/api/pathways/${kept.id}/merge/preview`, { otherId: other.id }, { by })).status).toBe(status);
    for (const [one, two] of [
      [kept.id, theirs.id],
      [theirs.id, kept.id],
    ] as const)
      expect((await post(`/api/pathways/${one}/merge/preview`, { otherId: two })).body.code).toBe('not_found');
    expect((await post(`/api/pathways/${kept.id}/merge/preview`, { otherId: kept.id })).body.code).toBe('same_file');
    for (const [by, status] of [
      ['caseworker', 403],
      ['ofii', 403],
      ['neighbourManager', 404],
      ['manager', 200],
    ] as const) {
      const body = { otherId: other.id, otherVersion: other.version };
      const asked = await post(`/api/pathways/${kept.id}/merge`, body, { by, version: kept.version });
      expect([by, asked.status]).toEqual([by, status]);
    }
  });

  test('is a sealed file to whoever does not hold READ and LOCATE on it, and one of two that are sealed', async () => {
    const [kept, other] = await twoFiles();
    await post(`/api/pathways/${other.id}/seal`, { reason: 'Personne recherchée' });
    expect((await merge(kept, other)).body.code).toBe('sealed_differently');
    await post(`/api/pathways/${kept.id}/seal`, { reason: 'Personne recherchée' });
    const drop = (right: string) =>
      world.owner.query(`delete from seal_rights r where r.pathway_id = $1 and r.account_id = $2 and r.right_to = $3`, [
        other.id,
        PERSONAS.manager.id,
        right,
      ]);
    const preview = (): Promise<Told<PathwayFile>> =>
      post(`/api/pathways/${kept.id}/merge/preview`, { otherId: other.id });
    expect((await preview()).status).toBe(200);
    await drop('LOCATE');
    expect((await preview()).body.code).toBe('not_located');
    await drop('READ');
    expect((await preview()).body.code).toBe('not_found');
  });

  test('is what waits for the answer of another structure', async () => {
    const [kept, other] = await twoFiles();
    const body = { organisationId: ORGANISATIONS.neighbour.id, reason: 'Déménagement' };
    const asked = await post<{ id: string }>(`/api/pathways/${other.id}/transfers`, body);
    expect((await merge(kept, other)).body.code).toBe('transfer_asked');
    await post(`/api/transfers/${asked.body.id}/cancel`, {});
    expect((await merge(kept, other)).status).toBe(200);
  });

  test('is a foreigner number that a third file of the structure has', async () => {
    const [kept, other] = await twoFiles({ other: { foreignerNumber: '7712345601' } });
    // As a list left it, which gave the structure a second file with one number.
    const [third] = await twoFiles({ kept: { foreignerNumber: '7712345602' } });
    await world.owner.query(
      `begin; set local session_replication_role = replica;
       update people pe set doubled = true, foreigner_number = '7712345602' from pathways p
       where p.person_id = pe.id and p.id = '${other.id}'; commit`,
    );
    expect((await merge(kept, other)).body.code).toBe('person_already_followed');
    const told = await merge(kept, other, { choices: { 'person.foreignerNumber': 'KEPT' } });
    expect([told.status, told.body.person?.foreignerNumber ?? null]).toEqual([200, null]);
    expect((await fileOf(third.id)).person?.foreignerNumber).toBe('7712345602');
  });

  test('is refused by the database too, whoever asks it past the program', async () => {
    const [kept, other] = await twoFiles();
    const server = await connectAs(world.database);
    const ask = (role: 'jalon_manager' | 'jalon_caseworker', name: PersonaName) =>
      attempt(
        server,
        { role, context: contextOf(world.database, name, { for: role }) },
        `select 1 where sec.merge_files('${role}', gen_random_uuid(), $1, $2, '{}', '{}')`,
        [kept.id, other.id],
      );
    expect((await ask('jalon_manager', 'neighbourManager')).rows).toBe(0);
    expect((await ask('jalon_caseworker', 'colleague')).code).toBe('42501');
    expect((await ask('jalon_manager', 'caseworker')).rows).toBe(0);
    await post(`/api/pathways/${other.id}/seal`, { reason: 'Personne recherchée' });
    expect((await ask('jalon_manager', 'manager')).rows).toBe(0);
    await post(`/api/pathways/${other.id}/unseal`, {});
    expect((await ask('jalon_manager', 'manager')).rows).toBe(1);
    await server.end();
  });

  test('is done once: the same request again has the same answer', async () => {
    const [kept, other] = await twoFiles({ otherEvents: [CIVIC] });
    const key = randomUUID();
    const ask = async () =>
      (await world.as('manager'))
        .post(`/api/pathways/${kept.id}/merge`, { otherId: other.id, otherVersion: other.version })
        .set('Idempotency-Key', key)
        .set('If-Match', `"${kept.version}"`);
    const [first, again] = [await ask(), await ask()];
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
  });
});

describe('a merge undone', () => {
  /** Everything stored of two files, but for what says when it was written. */
  async function stored(ids: readonly string[]): Promise<Record<string, unknown[]>> {
    const all: Record<string, unknown[]> = {};
    for (const [table, key] of [
      ['pathways', 'id'],
      ['pathway_events', 'pathway_id'],
      ['pathway_steps', 'pathway_id'],
      ['pathway_stalls', 'pathway_id'],
      ['tasks', 'pathway_id'],
      ['notes', 'pathway_id'],
      ['session_enrolments', 'pathway_id'],
      ['stall_follow_ups', 'pathway_id'],
      ['seal_rights', 'pathway_id'],
      ['openings', 'pathway_id'],
      ['transfers', 'pathway_id'],
    ] as const)
      all[table] = (
        await world.owner.query<{ row: object }>(
          `select to_jsonb(t) - 'version' - 'updated_at' as row from ${table} t where t.${key} = any ($1) order by to_jsonb(t)::text`,
          [ids],
        )
      ).rows.map(({ row }) => row);
    all['people'] = (
      await world.owner.query<{ row: object }>(
        `select to_jsonb(pe) || to_jsonb(pl) as row from people pe join person_locations pl on pl.person_id = pe.id
         join pathways p on p.person_id = pe.id where p.id = any ($1) order by pe.id`,
        [ids],
      )
    ).rows.map(({ row }) => row);
    return all;
  }

  const changesOf = async (ids: readonly string[]): Promise<unknown[]> =>
    (
      await world.owner.query(
        'select to_jsonb(c) as row from pathway_changes c where c.pathway_id = any ($1) order by c.id',
        [ids],
      )
    ).rows;

  test('restores both files as they were', async () => {
    const [kept, other] = await twoFiles({
      kept: { phone: '0600000001', foreignerNumber: null },
      other: { phone: '0600000002', email: 'ifrah@exemple.example', foreignerNumber: '7712345678' },
      keptEvents: [CIVIC],
      otherEvents: [
        CIVIC,
        REACHED,
        { step: 'LANGUAGE_DECISION', status: 'DONE', on: '2026-02-01', outcome: 'EXEMPT_LEVEL' },
      ],
    });
    await post(`/api/pathways/${other.id}/tasks`, { what: 'Rappeler', dueOn: '2026-03-20' });
    await post(`/api/pathways/${other.id}/notes`, { text: 'Une note', visibility: 'PRIVATE' }, { by: 'colleague' });
    const session = (await post<{ id: string }>('/api/group-sessions', { ...A_SESSION })).body;
    const both = await post(`/api/group-sessions/${session.id}/enrolments`, { pathwayIds: [kept.id, other.id] });
    expect(both.status).toBeLessThan(300);
    // What was done about a stall that comes of what the other file does not say goes with it, and comes back with it.
    const { version } = await fileOf(kept.id);
    const protectedPerson = { facts: { protectionGrantedOn: '2025-06-01' } };
    await (await world.as('manager')).put(`/api/pathways/${kept.id}`, protectedPerson).set('If-Match', `"${version}"`);
    const filter = JSON.stringify({ pathwayId: kept.id, state: 'STALLED' });
    const stalls = (await get<StallRow[]>(`/api/stalls?filter=${encodeURIComponent(filter)}`, 'referent')).body;
    const act = { action: 'CALL_CASEWORKER', note: 'Relance faite', dueOn: '2026-04-01' };
    for (const { id } of stalls) await post(`/api/stalls/${id}/actions`, act, { by: 'referent' });
    const before = await stored([kept.id, other.id]);
    const changed = await changesOf([kept.id, other.id]);
    expect(before['stall_follow_ups']).toHaveLength(stalls.length);
    const choices = { 'person.phone': 'OTHER', 'facts.protectionGrantedOn': 'OTHER' };
    const merged = (await merge(kept, other, { choices })).body;
    expect(merged.person).toMatchObject({ phone: '0600000002', foreignerNumber: '7712345678' });
    const between = await stored([kept.id, other.id]);
    expect(between).not.toEqual(before);
    expect(between['stall_follow_ups']?.length).toBeLessThan(stalls.length);
    const undone = await unmerge(kept.id);
    expect([undone.status, undone.body.person?.phone]).toEqual([200, '0600000001']);
    expect(await stored([kept.id, other.id])).toEqual(before);
    expect((await changesOf([kept.id, other.id])).slice(0, changed.length)).toEqual(changed);
    // Both tell it, and nobody is asked again whether they are one.
    for (const { id } of [kept, other])
      expect((await get<HistoryEntry[]>(`/api/pathways/${id}/history`)).body.map(({ kind }) => kind)).toContain(
        'UNMERGED',
      );
    const alike = (await get<Candidate[]>(`/api/pathways/${kept.id}/duplicates`)).body;
    expect(alike.filter(({ pathwayId }) => pathwayId === other.id)).toEqual([]);
    expect(await mergesOf(kept.id)).toEqual([]);
  });

  test('leaves with the file that stayed what was recorded in it since, and takes back what was made of what goes', async () => {
    const [kept, other] = await twoFiles({
      otherEvents: [CIVIC],
      other: { phone: '0600000002', email: 'a@exemple.example' },
    });
    const merged = (await merge(kept, other)).body;
    const civic = merged.events.find((event) => 'step' in event);
    await post(`/api/pathways/${kept.id}/events`, { ...CIVIC, on: '2026-01-13', corrects: civic?.id });
    await post(`/api/pathways/${kept.id}/events`, REACHED);
    expect(await correct(kept.id, { phone: '0600000003' })).toBe(200);
    const { body } = await unmerge(kept.id);
    expect(body.events.map(keyOf)).toEqual(['REACHED 2026-02-03']);
    expect(body.person).toMatchObject({ phone: '0600000003', email: null });
    const back = await fileOf(other.id);
    expect(back.events.filter(({ superseded }) => !superseded).map(keyOf)).toEqual(['CIVIC_SESSION_1 2026-01-13']);
    expect(back.person).toMatchObject({ phone: '0600000002', email: 'a@exemple.example' });
  });

  test.each([
    ['2026-04-08T08:00:00.000Z', 200],
    ['2026-04-09T21:59:59.000Z', 200],
    ['2026-04-09T22:00:00.000Z', 409],
    ['2026-04-10T08:00:00.000Z', 409],
  ])('on %s, of one of the 10th of March: %i', async (at, status) => {
    const [kept, other] = await twoFiles();
    await merge(kept, other);
    const [{ until } = { until: '' }] = await mergesOf(kept.id);
    expect(until).toBe('2026-04-09');
    clock.set(at);
    const told = await unmerge(kept.id);
    expect([told.status, told.body.code]).toEqual([status, status === 200 ? undefined : 'merged_too_long_ago']);
  });

  test('is refused, with why, once the file was sealed or a transfer is asked; and is done after', async () => {
    const [kept, other] = await twoFiles();
    await merge(kept, other);
    await post(`/api/pathways/${kept.id}/seal`, { reason: 'Personne recherchée' });
    expect((await mergesOf(kept.id))[0]?.refusal?.code).toBe('sealed_differently');
    expect((await unmerge(kept.id)).body.code).toBe('sealed_differently');
    await post(`/api/pathways/${kept.id}/unseal`, {});
    const asked = await post<{ id: string }>(`/api/pathways/${kept.id}/transfers`, {
      organisationId: ORGANISATIONS.neighbour.id,
      reason: 'Déménagement',
    });
    expect((await unmerge(kept.id)).body.code).toBe('transfer_asked');
    await post(`/api/transfers/${asked.body.id}/cancel`, {});
    expect((await unmerge(kept.id)).status).toBe(200);
  });

  test('is no longer asked of anybody once another structure follows the file, nor by the one that merged them', async () => {
    const [kept, other] = await twoFiles({ otherEvents: [CIVIC] });
    await merge(kept, other);
    const asked = await post<{ id: string }>(`/api/pathways/${kept.id}/transfers`, {
      organisationId: ORGANISATIONS.neighbour.id,
      reason: 'Déménagement',
    });
    const [{ id: mergeId } = { id: '' }] = await mergesOf(kept.id);
    const by = 'neighbourManager';
    expect((await post(`/api/transfers/${asked.body.id}/accept`, {}, { by })).status).toBe(200);
    const { version } = await fileOf(kept.id, by);
    const path = `/api/pathways/${kept.id}`;
    expect((await get<MergeView[]>(`${path}/merges`, by)).body.map(({ refusal }) => refusal?.code)).toEqual([
      'followed_elsewhere',
    ]);
    expect((await post(`${path}/unmerge`, { mergeId }, { by, version })).body.code).toBe('followed_elsewhere');
    expect((await post(`${path}/unmerge`, { mergeId }, { version })).body.code).toBe('read_only');
    // Whoever follows it is led to it by the number that went; and the file that went stays out of sight of both.
    const found = await post<Candidate[]>('/api/people/search', { text: other.number }, { by });
    expect(found.body.map(({ pathwayId }) => pathwayId)).toEqual([kept.id]);
    for (const name of ['manager', by] as const)
      expect((await get<PathwayFile>(`/api/pathways/${other.id}`, name)).status).toBe(404);
  });

  test('leaves what was restored since as it was restored', async () => {
    const [kept, other] = await twoFiles({ kept: { phone: '0600000001' }, other: { phone: '0600000002' } });
    const choices = { 'person.phone': 'OTHER' };
    expect((await merge(kept, other, { choices })).body.person?.phone).toBe('0600000002');
    const { body: history } = await get<HistoryEntry[]>(`/api/pathways/${kept.id}/history`);
    const { changeId } = history.find(({ field }) => field === 'person.phone') ?? {};
    const { version } = await fileOf(kept.id);
    const body = { changeId, reason: 'Le numéro a été rendu' };
    expect((await post(`/api/pathways/${kept.id}/restore`, body, { version })).status).toBe(200);
    expect((await unmerge(kept.id)).body.person?.phone).toBe('0600000001');
    expect((await fileOf(other.id)).person?.phone).toBe('0600000002');
  });

  test('is refused where both would have one foreigner number', async () => {
    const [kept, other] = await twoFiles({ other: { foreignerNumber: '7712345679' } });
    await merge(kept, other);
    expect([
      await correct(kept.id, { foreignerNumber: '7712345670' }),
      await correct(kept.id, { foreignerNumber: '7712345679' }),
    ]).toEqual([200, 200]);
    expect((await unmerge(kept.id)).body.code).toBe('person_already_followed');
    expect(await correct(kept.id, { foreignerNumber: '7712345670' })).toBe(200);
    expect((await unmerge(kept.id)).status).toBe(200);
  });

  test('of three files, the last first: each number leads to the one that holds it', async () => {
    const [first, second] = await twoFiles();
    const [third] = await twoFiles();
    await merge(second, first);
    await merge(third, second);
    const foundBy = async (number: string): Promise<string[]> =>
      (await post<Candidate[]>('/api/people/search', { text: number })).body.map(({ pathwayId }) => pathwayId);
    expect([await foundBy(first.number), await foundBy(second.number)]).toEqual([[third.id], [third.id]]);
    expect((await mergesOf(third.id)).map(({ number }) => number)).toEqual([second.number]);
    await unmerge(third.id);
    expect([await foundBy(first.number), await foundBy(second.number)]).toEqual([[second.id], [second.id]]);
    await unmerge(second.id);
    expect(await foundBy(first.number)).toEqual([first.id]);
  });

  test('is a merge of this file, undone once', async () => {
    const [kept, other] = await twoFiles();
    await merge(kept, other);
    const [{ id } = { id: '' }] = await mergesOf(kept.id);
    const [elsewhere] = await twoFiles();
    expect((await unmerge(elsewhere.id, id)).body.code).toBe('not_found');
    expect((await unmerge(kept.id, id)).status).toBe(200);
    expect((await unmerge(kept.id, id)).body.code).toBe('not_found');
  });
});

test('the trail names both files, whether they are compared, merged or parted', async () => {
  const [kept, other] = await twoFiles();
  await post(`/api/pathways/${kept.id}/merge/preview`, { otherId: other.id });
  await merge(kept, other);
  await unmerge(kept.id);
  const { rows } = await world.owner.query<{ operation: string; pathway_ids: string[] }>(
    `select e.operation, e.pathway_ids from audit_entries e
     where e.operation in ('previewMerge', 'mergePathways', 'unmergePathways') and $1 = any (e.pathway_ids) order by e.seq`,
    [kept.id],
  );
  const both = [kept.id, other.id].sort();
  expect(rows.map(({ operation, pathway_ids: ids }) => [operation, [...ids].sort()])).toEqual([
    ['previewMerge', both],
    ['mergePathways', both],
    ['unmergePathways', both],
  ]);
});
