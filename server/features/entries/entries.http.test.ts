import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import type { TaskView } from '../../contract/task.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';
import type { PersonaName } from '../../testing/personas.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const CONTACT = { contact: 'REACHED', on: '2026-03-10', medium: 'PHONE' };
const NOTE = { text: 'A trouvé un logement chez une amie, pour un mois.', visibility: 'STRUCTURE' };
const NEXT = { what: 'Rappeler le bailleur', dueOn: '2026-03-17' };

async function enter(id: string, body: object, by: PersonaName = 'caseworker') {
  return (await world.as(by)).post(`/api/pathways/${id}/entries`, body);
}

/** What is stored of a file: events, notes, tasks. */
async function stored(id: string): Promise<number[]> {
  const { rows } = await world.owner.query<{ events: number; notes: number; tasks: number }>(
    `select (select count(*)::int from pathway_events e where e.pathway_id = $1) as events,
       (select count(*)::int from notes n where n.pathway_id = $1) as notes,
       (select count(*)::int from tasks t where t.pathway_id = $1) as tasks`,
    [id],
  );
  const [row] = rows;
  return [row?.events ?? -1, row?.notes ?? -1, row?.tasks ?? -1];
}

describe('what happened, the note of it and what comes next', () => {
  test('are recorded in one request, as each alone would be, and the file is answered', async () => {
    const { id } = await world.aFile();
    const answer = await enter(id, { event: CONTACT, note: NOTE, next: NEXT });
    expect(answer.status).toBe(201);
    const file = answer.body as PathwayFile;
    expect([file.lastContactOn, answer.get('ETag')]).toEqual(['2026-03-10', `"${file.version}"`]);
    expect(await stored(id)).toEqual([1, 1, 1]);
    const client = await world.as('caseworker');
    expect((await client.get(`/api/pathways/${id}/tasks`)).body).toMatchObject([{ ...NEXT, state: 'OPEN' }]);
    expect((await client.get(`/api/pathways/${id}/notes`)).body).toMatchObject([{ ...NOTE, isOwn: true }]);
    const history = (await client.get(`/api/pathways/${id}/history`)).body as { kind: string }[];
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['EVENT', 'TASK']));
  });

  test.each([
    [{ event: CONTACT }, [1, 0, 0]],
    [{ note: NOTE }, [0, 1, 0]],
    [{ note: NOTE, next: NEXT }, [0, 1, 1]],
    [{ event: { ...CONTACT, contact: 'NO_ANSWER' }, next: NEXT }, [1, 0, 1]],
  ])('may lack a part: %j', async (body, parts) => {
    const { id } = await world.aFile();
    expect((await enter(id, body)).status).toBe(201);
    expect(await stored(id)).toEqual(parts);
  });

  test.each([
    ['next', { event: CONTACT, note: NOTE, next: { ...NEXT, dueOn: '2026-03-09' } }, 422, 'due_in_the_past', 'dueOn'],
    ['event', { event: { ...CONTACT, on: '2026-03-11' }, note: NOTE, next: NEXT }, 422, undefined, 'on'],
    ['note', { event: CONTACT, note: { ...NOTE, text: ' ' }, next: NEXT }, 422, 'body_does_not_fit', 'text'],
    [
      'event',
      { event: { step: 'CIR_SIGNATURE', status: 'TO_DO', on: '2026-03-10' }, note: NOTE },
      409,
      undefined,
      null,
    ],
  ])('are all refused with the part that is: %s %j', async (part, body, status, code, field) => {
    const { id } = await world.aFile();
    const before = await stored(id);
    const answer = await enter(id, body);
    const told = answer.body as { code: string; errors?: Record<string, Record<string, string>> };
    expect([answer.status, code ?? told.code]).toEqual([status, told.code]);
    if (field !== null) expect(typeof told.errors?.[part]?.[field]).toBe('string');
    expect(await stored(id)).toEqual(before);
    expect((await enter(id, { event: CONTACT, note: NOTE, next: NEXT })).status).toBe(201);
  });

  test('need something that happened, or a note', async () => {
    const { id } = await world.aFile();
    for (const body of [{}, { next: NEXT }, { other: 1 }])
      expect([body, (await enter(id, body)).status]).toEqual([body, 422]);
    expect(await stored(id)).toEqual([0, 0, 0]);
  });

  test('leave nothing to be done in a file that is closed by them, or already is', async () => {
    const { id } = await world.aFile();
    const closure = { closure: 'LEFT_FRANCE', on: '2026-03-10' };
    const both = await enter(id, { event: closure, next: NEXT });
    expect([both.status, (both.body as { code: string }).code]).toEqual([409, 'file_closed']);
    expect((await enter(id, { event: closure, note: NOTE })).status).toBe(201);
    expect(await stored(id)).toEqual([1, 1, 0]);
    const after = await enter(id, { note: NOTE, next: NEXT });
    expect([after.status, (after.body as { code: string }).code]).toEqual([409, 'file_closed']);
    expect(await stored(id)).toEqual([1, 1, 0]);
  });

  test('sent twice with one key are recorded once; of a version that is past, not at all', async () => {
    const { id } = await world.aFile();
    const client = await world.as('caseworker');
    const key = randomUUID();
    const send = () =>
      client.post(`/api/pathways/${id}/entries`, { event: CONTACT, note: NOTE }).set('Idempotency-Key', key);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect(await stored(id)).toEqual([1, 1, 0]);
    for (const body of [{ event: CONTACT }, { note: NOTE }]) {
      const stale = await client.post(`/api/pathways/${id}/entries`, body).set('If-Match', '"0"');
      expect([stale.status, (stale.body as { code: string }).code]).toEqual([412, 'stale_version']);
    }
    expect(await stored(id)).toEqual([1, 1, 0]);
    const current = (await client.get(`/api/pathways/${id}`)).get('ETag') ?? '';
    expect((await client.post(`/api/pathways/${id}/entries`, { note: NOTE }).set('If-Match', current)).status).toBe(
      201,
    );
  });

  test('of two colleagues at once are both recorded, neither waiting for ever', async () => {
    const { id } = await world.aFile();
    const clients = [await world.as('caseworker'), await world.as('manager'), await world.as('caseworker')];
    const answers = await Promise.all(
      clients.map((client) => client.post(`/api/pathways/${id}/entries`, { event: CONTACT, note: NOTE, next: NEXT })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await stored(id)).toEqual([3, 3, 3]);
  });
});

describe('closing a file', () => {
  const CLOSURE = { closure: 'LEFT_FRANCE', on: '2026-03-10' };
  async function withTasks(...whats: readonly string[]): Promise<{ id: string; tasks: readonly TaskView[] }> {
    const { id } = await world.aFile();
    const client = await world.as('caseworker');
    // In the order asked: two planned within a millisecond are listed by their identifiers.
    const tasks: TaskView[] = [];
    for (const what of whats)
      tasks.push(
        (await client.post(`/api/pathways/${id}/tasks`, { what, dueOn: '2026-03-17' })).body as unknown as TaskView,
      );
    return { id, tasks };
  }
  const statesOf = async (id: string): Promise<string[]> => {
    const { rows } = await world.owner.query<{ line: string }>(
      `select t.what || ' ' || t.state as line from tasks t where t.pathway_id = $1 order by t.what`,
      [id],
    );
    return rows.map(({ line }) => line);
  };
  const settled = (tasks: readonly TaskView[], states: readonly object[]): object[] =>
    tasks.map(({ id, version }, index) => ({ id, version, ...states[index] }));
  const statusOf = async (id: string): Promise<string> =>
    ((await (await world.as('caseworker')).get(`/api/pathways/${id}`)).body as PathwayFile).status;

  test('says in one go what becomes of all that was to be done, and the history keeps it', async () => {
    const { id, tasks } = await withTasks('Appeler', 'Relancer');
    const states = [{ state: 'DONE' }, { state: 'DROPPED', reason: 'A quitté la France' }];
    const answer = await enter(id, { event: CLOSURE, tasks: settled(tasks, states) });
    expect([answer.status, (answer.body as PathwayFile).status]).toEqual([201, 'CLOSED']);
    expect(await statesOf(id)).toEqual(['Appeler DONE', 'Relancer DROPPED']);
    const history = (await (await world.as('caseworker')).get(`/api/pathways/${id}/history`)).body as HistoryEntry[];
    expect(history.filter(({ kind }) => kind === 'TASK').map(({ after }) => after)).toEqual(
      expect.arrayContaining(['Appeler\u00a0: fait', 'Relancer\u00a0: abandonné – A quitté la France']),
    );
    const { rows } = await world.owner.query<{ operation: string; fields: string[] }>(
      'select e.operation, e.fields from audit_entries e where e.request_id = $1 order by e.seq',
      [answer.get('X-Request-Id')],
    );
    expect(rows).toEqual([
      { operation: 'changeTask', fields: ['state'] },
      { operation: 'changeTask', fields: ['reason', 'state'] },
      { operation: 'recordEvent', fields: ['closure', 'on'] },
    ]);
  });

  test.each<[string, number, string, (tasks: readonly TaskView[]) => object]>([
    ['one is left', 409, 'tasks_left_open', (tasks) => settled(tasks.slice(1), [{ state: 'DONE' }])],
    ['none is said, and there are', 409, 'tasks_left_open', () => []],
    [
      'one is dropped without why',
      422,
      'reason_missing',
      (tasks) => settled(tasks, [{ state: 'DONE' }, { state: 'DROPPED' }]),
    ],
    [
      'one was changed meanwhile',
      412,
      'stale_version',
      ([first, second]) => [
        { id: first?.id, version: 1, state: 'DONE' },
        { id: second?.id, version: 2, state: 'DONE' },
      ],
    ],
    [
      'one is of another file',
      404,
      'not_found',
      (tasks) => [
        ...settled(tasks, [{ state: 'DONE' }, { state: 'DONE' }]),
        { id: randomUUID(), version: 1, state: 'DONE' },
      ],
    ],
    [
      'one is left to be done',
      422,
      'body_does_not_fit',
      (tasks) => settled(tasks, [{ state: 'OPEN' }, { state: 'DONE' }]),
    ],
  ])('is refused whole when %s', async (_when, status, code, said) => {
    const { id, tasks } = await withTasks('Appeler', 'Relancer');
    const answer = await enter(id, { event: CLOSURE, note: NOTE, tasks: said(tasks) });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect(await stored(id)).toEqual([0, 0, 2]);
    expect(await statesOf(id)).toEqual(['Appeler OPEN', 'Relancer OPEN']);
    expect(await statusOf(id)).toBe('OPEN');
  });

  test('refused for one task, says which', async () => {
    const { id, tasks } = await withTasks('Appeler', 'Relancer');
    const answer = await enter(id, {
      event: CLOSURE,
      tasks: settled(tasks, [{ state: 'DONE' }, { state: 'DROPPED' }]),
    });
    expect(answer.body).toMatchObject({ errors: { tasks: { 1: { reason: 'Dites pourquoi, en quelques mots.' } } } });
  });

  test('refused by its own rules, leaves what was to be done as it was', async () => {
    const { id, tasks } = await withTasks('Appeler');
    const answer = await enter(id, {
      event: { ...CLOSURE, on: '2026-03-11' },
      tasks: settled(tasks, [{ state: 'DONE' }]),
    });
    expect(answer.status).toBe(422);
    expect(await statesOf(id)).toEqual(['Appeler OPEN']);
  });

  test('with nothing to be done asks nothing; closed, nothing of it is to be done again until it is reopened', async () => {
    const { id } = await world.aFile();
    expect((await enter(id, { event: CLOSURE, tasks: [] })).status).toBe(201);
    const { id: other, tasks } = await withTasks('Appeler');
    const closed = await enter(other, { event: CLOSURE, tasks: settled(tasks, [{ state: 'DONE' }]) });
    const reopen = async () =>
      (await world.as('caseworker'))
        .put(`/api/pathways/${other}/tasks/${tasks[0]?.id}`, { state: 'OPEN' })
        .set('If-Match', '"2"');
    expect((await reopen()).body).toMatchObject({ status: 409, code: 'file_closed' });
    const closure = (closed.body as PathwayFile).events.find((event) => 'closure' in event);
    await (await world.as('caseworker')).post(`/api/pathways/${other}/events`, { retracts: closure?.id });
    expect((await reopen()).status).toBe(200);
  });
});

describe('in the audit trail', () => {
  async function left(answer: Awaited<ReturnType<typeof enter>>): Promise<object[]> {
    const { rows } = await world.owner.query<object>(
      `select e.operation, e.kind, e.outcome, e.asked_id, e.pathway_ids, e.fields from audit_entries e
       where e.request_id = $1 order by e.seq`,
      [answer.get('X-Request-Id')],
    );
    return rows;
  }

  test('each part leaves what its own operation leaves, so that whoever looks for notes finds them all', async () => {
    const { id } = await world.aFile();
    const client = await world.as('caseworker');
    const alone = [
      ...(await left(await client.post(`/api/pathways/${id}/notes`, NOTE))),
      ...(await left(await client.post(`/api/pathways/${id}/tasks`, NEXT))),
      ...(await left(await client.post(`/api/pathways/${id}/events`, CONTACT))),
    ];
    expect(alone.map((entry) => (entry as { operation: string }).operation)).toEqual([
      'writeNote',
      'planTask',
      'recordEvent',
    ]);
    expect(await left(await enter(id, { event: CONTACT, note: NOTE, next: NEXT }))).toEqual(alone);
    expect(await left(await enter(id, { note: NOTE }))).toEqual(alone.slice(0, 1));
  });

  test('refused or not found, nothing was done: one entry, of its own', async () => {
    const { id } = await world.aFile();
    const refused = await enter(id, { event: CONTACT, note: NOTE, next: { ...NEXT, dueOn: '2026-03-09' } });
    expect(await left(refused)).toMatchObject([{ operation: 'recordEntry', outcome: 'REFUSED', asked_id: id }]);
    const absent = await enter(id, { note: NOTE }, 'colleague');
    expect(await left(absent)).toMatchObject([{ operation: 'recordEntry', outcome: 'NOT_FOUND', asked_id: id }]);
  });
});
