import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import type { TaskView } from '../../contract/task.ts';
import { ORGANISATIONS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const SAID = '2026-03-10T08:00:00.000Z';
const LATER = '2026-03-12T09:30:00.000Z';
const clock = testClock(SAID);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

interface Told<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly errors?: object };
  readonly headers: Record<string, string>;
}
async function post<T = TaskView>(name: PersonaName, path: string, body: object): Promise<Told<T>> {
  return (await (await world.as(name)).post(path, body)) as unknown as Told<T>;
}
async function get<T = TaskView[]>(name: PersonaName, path: string): Promise<Told<T>> {
  return (await (await world.as(name)).get(path)) as unknown as Told<T>;
}
async function put(
  name: PersonaName,
  { id, pathwayId }: TaskView,
  body: object,
  version?: number,
): Promise<Told<TaskView>> {
  const asked = (await world.as(name)).put(`/api/pathways/${pathwayId}/tasks/${id}`, body);
  if (version !== undefined) asked.set('If-Match', `"${version}"`);
  return (await asked) as unknown as Told<TaskView>;
}
const tasksOf = (file: string): string => `/api/pathways/${file}/tasks`;
const CALL = { what: 'Rappeler la CPAM', dueOn: '2026-03-13' };

async function aTask(given: object = {}): Promise<TaskView> {
  clock.set(SAID);
  const { id } = await world.aFile();
  const { status, body } = await post('caseworker', tasksOf(id), { ...CALL, ...given });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
async function historyOf(id: string): Promise<(string | null)[][]> {
  const { body } = await get<HistoryEntry[]>('caseworker', `/api/pathways/${id}/history`);
  return body.filter(({ kind }) => kind === 'TASK').map(({ before, after, actor }) => [before, after, actor]);
}

describe('a task', () => {
  test('says what is to be done, by when, on which step, who said so', async () => {
    const task = await aTask({ what: '  Rappeler la CPAM  ', step: 'CAF_RIGHTS' });
    expect(task).toEqual({
      id: task.id,
      pathwayId: task.pathwayId,
      what: 'Rappeler la CPAM',
      step: 'CAF_RIGHTS',
      dueOn: '2026-03-13',
      state: 'OPEN',
      reason: null,
      createdAt: SAID,
      createdByName: 'Test caseworker',
      changedAt: SAID,
      changedByName: 'Test caseworker',
      version: 1,
    });
    expect((await get('manager', tasksOf(task.pathwayId))).body).toEqual([task]);
  });

  test('leaves the file as it was: its version, its rows, its next due day', async () => {
    const { id } = await world.aFile();
    const [before] = [await get<PathwayFile>('caseworker', `/api/pathways/${id}`)];
    await post('caseworker', tasksOf(id), CALL);
    const after = await get<PathwayFile>('caseworker', `/api/pathways/${id}`);
    expect(after.body).toEqual(before.body);
    expect(after.headers['etag']).toBe(before.headers['etag']);
  });

  test.each([
    [{ dueOn: '2026-03-09' }, 422, 'due_in_the_past'],
    [{ dueOn: '2026-03-10' }, 201, undefined],
    [{ dueOn: '2026-03-11' }, 201, undefined],
    [{ what: '\u200B\u200B' }, 422, 'body_does_not_fit'],
    [{ what: '\u202E' }, 422, 'body_does_not_fit'],
    [{ what: '' }, 422, 'body_does_not_fit'],
    [{ what: 'x'.repeat(200) }, 201, undefined],
    [{ what: 'x'.repeat(201) }, 422, 'body_does_not_fit'],
    [{ step: 'NO_SUCH_STEP' }, 422, 'body_does_not_fit'],
    [{ dueOn: '2026-02-30' }, 422, 'body_does_not_fit'],
    [{ sinceWhen: 'x' }, 422, 'body_does_not_fit'],
  ])('with %o: %i', async (given, status, code) => {
    clock.set(SAID);
    const { id } = await world.aFile();
    const told = await post('caseworker', tasksOf(id), { ...CALL, ...given });
    expect([told.status, told.body.code]).toEqual([status, code]);
    expect((await get('caseworker', tasksOf(id))).body).toHaveLength(status === 201 ? 1 : 0);
  });

  test('is planned in no closed file', async () => {
    clock.set(SAID);
    const { id } = await world.aFile();
    await post('caseworker', `/api/pathways/${id}/events`, { closure: 'LEFT_FRANCE', on: '2026-03-10' });
    expect((await post('caseworker', tasksOf(id), CALL)).body.code).toBe('file_closed');
  });
});

describe('what becomes of a task', () => {
  test('is kept by the history, with its reasons and who gave them', async () => {
    const task = await aTask();
    clock.set(LATER);
    const putOff = await put('manager', task, { dueOn: '2026-03-20', reason: 'Guichet fermé' }, 1);
    expect(putOff.body).toMatchObject({
      dueOn: '2026-03-20',
      reason: 'Guichet fermé',
      changedAt: LATER,
      changedByName: 'Test manager',
      version: 2,
    });
    expect(putOff.headers['etag']).toBe('"2"');
    expect((await put('caseworker', task, { state: 'DONE' }, 2)).body).toMatchObject({ state: 'DONE', version: 3 });
    expect((await put('caseworker', task, { state: 'OPEN' }, 3)).body).toMatchObject({ state: 'OPEN', version: 4 });
    const words = {
      first: 'Rappeler la CPAM\u00a0: pour le 13 mars 2026',
      later: 'Rappeler la CPAM\u00a0: pour le 20 mars 2026 – Guichet fermé',
      done: 'Rappeler la CPAM\u00a0: fait',
    };
    expect(await historyOf(task.pathwayId)).toEqual([
      [words.done, words.later, 'Test caseworker'],
      [words.later, words.done, 'Test caseworker'],
      [words.first, words.later, 'Test manager'],
      [null, words.first, 'Test caseworker'],
    ]);
  });

  test.each([
    [{ dueOn: '2026-03-20' }, 'reason_missing', 'reason'],
    [{ state: 'DROPPED' }, 'reason_missing', 'reason'],
    [{ dueOn: '2026-03-09', reason: 'x' }, 'due_in_the_past', 'dueOn'],
  ])('is refused with %o, and nothing changes', async (change, code, field) => {
    const task = await aTask();
    const told = await put('caseworker', task, change, 1);
    expect([told.status, told.body.code, Object.keys(told.body.errors ?? {})]).toEqual([422, code, [field]]);
    expect((await get('caseworker', tasksOf(task.pathwayId))).body).toEqual([task]);
  });

  test('saved again as it was, changes nothing', async () => {
    const task = await aTask();
    expect((await put('caseworker', task, { what: CALL.what, dueOn: CALL.dueOn }, 1)).body).toEqual(task);
    expect(await historyOf(task.pathwayId)).toHaveLength(1);
  });

  test('asks for the version that was read: 428 without, 412 of another', async () => {
    const task = await aTask();
    expect((await put('caseworker', task, { state: 'DONE' })).status).toBe(428);
    expect((await put('caseworker', task, { state: 'DONE' }, 2)).status).toBe(412);
    const [one, other] = await Promise.all([
      put('caseworker', task, { state: 'DONE' }, 1),
      put('manager', task, { dueOn: '2026-03-11' }, 1),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
  });

  test('is read with what is to be done first, the nearest first, then what was settled last', async () => {
    const first = await aTask();
    const plan = async (what: string, dueOn: string): Promise<TaskView> =>
      (await post('caseworker', tasksOf(first.pathwayId), { what, dueOn })).body;
    await plan('Plus tard', '2026-03-30');
    const done = await plan('Fait', '2026-03-11');
    await plan('Plus tôt', '2026-03-12');
    await put('caseworker', done, { state: 'DONE' }, 1);
    const { body } = await get('caseworker', tasksOf(first.pathwayId));
    expect(body.map(({ what }) => what)).toEqual(['Plus tôt', CALL.what, 'Plus tard', 'Fait']);
  });
});

describe('whose it is', () => {
  test('of whoever follows the file, then of whoever follows it next; not of whoever gave it', async () => {
    const task = await aTask();
    const asked = await post<{ id: string }>('manager', `/api/pathways/${task.pathwayId}/transfers`, {
      organisationId: ORGANISATIONS.neighbour.id,
      reason: 'Déménagement',
    });
    await post('neighbourManager', `/api/transfers/${asked.body.id}/accept`, {});
    expect((await get('neighbourManager', tasksOf(task.pathwayId))).body).toMatchObject([{ what: CALL.what }]);
    for (const name of ['caseworker', 'manager'] as const)
      expect([name, (await get(name, tasksOf(task.pathwayId))).body.code]).toEqual([name, 'read_only']);
    expect((await get('colleague', tasksOf(task.pathwayId))).status).toBe(404);
  });

  test('of its own file: under another’s address it is not found', async () => {
    const task = await aTask();
    const { id } = await world.aFile();
    expect((await put('caseworker', { ...task, pathwayId: id }, { state: 'DONE' }, 1)).status).toBe(404);
    expect((await put('caseworker', { ...task, id: randomUUID() }, { state: 'DONE' }, 1)).status).toBe(404);
  });
});
