import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { aLineOf, aMonthlyList } from '../../testing/monthlyList.ts';
import { listSender } from '../../testing/sendList.ts';
import { createWorld, type Client, type World } from '../../testing/world.ts';

let world: World;
let caseworker: Client;
let ofii: Client;
beforeAll(async () => {
  world = await createWorld({ today: calendarDay('2026-11-23') });
  caseworker = await world.as('caseworker');
  ofii = await world.as('ofii');
});
afterAll(() => world.close());
const { send, confirm } = listSender(() => world);

const EXEMPT = { step: 'LANGUAGE_DECISION', status: 'DONE', on: '2025-09-01', outcome: 'EXEMPT_LEVEL' };
const record = async (id: string, event: object, key: string = randomUUID()): Promise<PathwayFile> => {
  const response = await caseworker.post(`/api/pathways/${id}/events`, event).set('Idempotency-Key', key);
  expect(response.status).toBe(201);
  return response.body as PathwayFile;
};
const course = ({ steps }: PathwayFile): string[] =>
  steps.flatMap(({ code, status, state }) =>
    ['LANGUAGE_START', 'LANGUAGE_END', 'LANGUAGE_CERTIFICATION'].includes(code) ? [`${code} ${status} ${state}`] : [],
  );
const SETTLED = ['LANGUAGE_START EXEMPT CLOSED', 'LANGUAGE_END EXEMPT CLOSED', 'LANGUAGE_CERTIFICATION TO_DO OVERDUE'];
const WAITING = ['LANGUAGE_START TO_DO WAITING', 'LANGUAGE_END TO_DO WAITING', 'LANGUAGE_CERTIFICATION TO_DO OVERDUE'];

describe('a decision that leaves no course, recorded by hand', () => {
  test('settles the course in the same act: one version more, numbers without gap, said in the history', async () => {
    const file = await world.aFile();
    const key = randomUUID();
    const after = await record(file.id, EXEMPT, key);
    expect(course(file)).toEqual(WAITING);
    expect(course(after)).toEqual(SETTLED);
    expect(after.version).toBe(file.version + 1);
    const [decision, ...following] = after.events;
    expect(following.map(({ seq, followsFrom }) => [seq - (decision?.seq ?? 0), followsFrom])).toEqual([
      [1, decision?.id],
      [2, decision?.id],
    ]);
    // Sent again after a lost answer, it is still recorded once, with what follows from it.
    expect(await record(file.id, EXEMPT, key)).toEqual(after);
    const history = (await caseworker.get(`/api/pathways/${file.id}/history`)).body as HistoryEntry[];
    expect(history.map(({ sentence }) => sentence)).toContain(
      'Entrée en formation linguistique\u00a0: Dispensé (conséquence de la décision du 1er septembre 2025)',
    );
  });

  test('is no longer late on the list of whoever follows the file', async () => {
    const events = [
      { step: 'OFII_CONVOCATION', status: 'DONE', on: '2025-09-01' },
      { step: 'PLACEMENT_TEST', status: 'DONE', on: '2025-09-01', outcome: 'B1' },
    ];
    const file = await world.aFile({ events });
    const accepted = await record(file.id, { ...EXEMPT, outcome: 'OFFERED_ACCEPTED' });
    const late = ({ steps }: PathwayFile): boolean =>
      steps.some(({ code, state }) => code === 'LANGUAGE_START' && state === 'OVERDUE');
    const decision = accepted.events.at(-1)?.id;
    const exempt = await record(file.id, { ...EXEMPT, corrects: decision });
    expect([late(accepted), late(exempt), exempt.overdue]).toEqual([true, false, accepted.overdue - 1]);
  });

  test('retracted, gives the course back; taken back twice, settles it again', async () => {
    const { id, events } = await world.aFile({ events: [EXEMPT] });
    const retracted = await record(id, { retracts: events[0]?.id });
    expect(course(retracted)).toEqual(WAITING);
    expect(retracted.events.filter(({ superseded }) => superseded)).toHaveLength(3);
    const retraction = retracted.events.find((event) => event['retracts'] === events[0]?.id);
    expect(course(await record(id, { retracts: retraction?.id }))).toEqual(SETTLED);
    const history = (await caseworker.get(`/api/pathways/${id}/history`)).body as HistoryEntry[];
    expect(history[0]?.sentence).toMatch(/^Rétabli\u00a0: .*conséquence de la décision du 1er septembre 2025/);
  });

  test('nobody says by hand that an event follows from another', async () => {
    const { id, events } = await world.aFile({ events: [EXEMPT] });
    const said = { contact: 'REACHED', on: '2026-03-01', followsFrom: events[0]?.id };
    expect((await caseworker.post(`/api/pathways/${id}/events`, said)).status).toBe(422);
  });
});

describe('the same decision, brought by a list', () => {
  const imported = async (number: string): Promise<PathwayFile> => {
    const filter = encodeURIComponent(JSON.stringify({ q: number }));
    const [row] = (await ofii.get(`/api/pathways?filter=${filter}`)).body as PathwayRow[];
    return (await ofii.get(`/api/pathways/${row?.id}`)).body as PathwayFile;
  };
  const bring = async (cells: Parameters<typeof aLineOf>[0]): Promise<PathwayFile> => {
    await confirm((await send('liste.csv', aMonthlyList(aLineOf(cells)))).id);
    return imported(cells?.number ?? '');
  };
  const statusOf = ({ steps }: PathwayFile, step: string): string | undefined =>
    steps.find(({ code }) => code === step)?.status;

  test('settles the course of the files that it opens', async () => {
    const exempt = await bring({ number: '9900004001', level: 'B1', track: '' });
    const declined = await bring({ number: '9900004002', level: 'A1', track: '' });
    const accepted = await bring({ number: '9900004003' });
    expect([exempt, declined, accepted].map((file) => statusOf(file, 'LANGUAGE_START'))).toEqual([
      'EXEMPT',
      'DECLINED',
      'TO_DO',
    ]);
    expect(exempt.events.every(({ source }) => source === 'IMPORT')).toBe(true);
  });

  test('follows a decision that changes, not an empty cell; sent again, it changes nothing', async () => {
    const number = '9900004004';
    await bring({ number });
    const exempt = await bring({ number, level: 'B1', track: '' });
    expect(statusOf(exempt, 'LANGUAGE_END')).toBe('TO_DO');
    const other = '9900004005';
    await bring({ number: other, level: 'A1', track: '' });
    const accepted = await bring({ number: other, level: 'A1', track: '600' });
    expect([statusOf(accepted, 'LANGUAGE_START'), statusOf(accepted, 'LANGUAGE_END')]).toEqual(['TO_DO', 'TO_DO']);
    const again = await send('encore.csv', aMonthlyList(aLineOf({ number: other, level: 'A1', track: '600' })));
    expect(again).toMatchObject({ toUpdate: 0, unchanged: 1, conflicts: [] });
  });
});
