import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import type { ReportView } from '../../contract/report.ts';
import { createWorld, type Client, type World } from '../../testing/world.ts';

let world: World;
let caseworker: Client;
let ofii: Client;
beforeAll(async () => {
  world = await createWorld();
  caseworker = await world.as('caseworker');
  ofii = await world.as('ofii');
});
afterAll(() => world.close());

const FOUND = { step: 'HOUSING_ACCESS', status: 'DONE', on: '2025-10-01' };
const LEFT = { homeLeft: 'LEASE_ENDED', on: '2026-02-01' };
const statuses = ({ steps }: PathwayFile): string[] =>
  steps.flatMap(({ code, status }) =>
    ['HOUSING_ACCESS', 'HOUSING_SUSTAINED_3M', 'HOUSING_SUSTAINED_6M'].includes(code) ? [status] : [],
  );

describe('a home that is left', () => {
  test('is recorded, said in the history, taken back', async () => {
    const file = await world.aFile({ events: [FOUND] });
    const answer = await caseworker.post(`/api/pathways/${file.id}/events`, LEFT);
    const after = answer.body as PathwayFile;
    expect([answer.status, statuses(after)]).toEqual([201, ['TO_DO', 'NOT_APPLICABLE', 'NOT_APPLICABLE']]);
    expect(after.moves.filter(({ step, allowed }) => step === 'HOUSING_ACCESS' && allowed).length).toBeGreaterThan(0);
    const history = (await caseworker.get(`/api/pathways/${file.id}/history`)).body as HistoryEntry[];
    expect(history[0]).toMatchObject({ sentence: 'Logement quitté\u00a0: Fin du bail ou de la convention' });
    const left = after.events.at(-1)?.id;
    const back = await caseworker.post(`/api/pathways/${file.id}/events`, { retracts: left });
    expect(statuses(back.body as PathwayFile)).toEqual(['DONE', 'TO_DO', 'TO_DO']);
  });

  test.each([
    ['where none is held', [], LEFT, 409, 'no_home_held'],
    ['before it was found', [FOUND], { ...LEFT, on: '2025-09-30' }, 409, 'home_left_before_access'],
    ['tomorrow', [FOUND], { ...LEFT, on: '2026-03-11' }, 422, 'date_in_future'],
    ['for a reason that is a story', [FOUND], { ...LEFT, homeLeft: 'violences' }, 422, undefined],
  ])('is refused %s', async (_when, events, left, status, code) => {
    const file = await world.aFile({ events });
    const refused = await caseworker.post(`/api/pathways/${file.id}/events`, left);
    expect(refused.body).toMatchObject({ status, ...(code === undefined ? {} : { code }) });
  });

  test('is neither shown to an OFII agent nor recorded by her', async () => {
    const file = await world.aFile({ events: [FOUND, LEFT] });
    const seen = await ofii.get(`/api/pathways/${file.id}`);
    const said = await ofii.get(`/api/pathways/${file.id}/history`);
    expect(seen.text + said.text).not.toMatch(/homeLeft|LEASE_ENDED|ogement quitté/);
    expect((await caseworker.get(`/api/pathways/${file.id}`)).text).toMatch(/homeLeft/); // control: it is there
    expect((await ofii.post(`/api/pathways/${file.id}/events`, LEFT)).body).toMatchObject({
      status: 403,
      code: 'domain_not_allowed',
    });
    const left = file.events.at(-1)?.id;
    expect((await ofii.post(`/api/pathways/${file.id}/events`, { retracts: left })).body).toMatchObject({
      status: 409,
      code: 'event_not_found',
    });
  });
});

test('the figures of housing move on the day it is left, and those of the day before stay', async () => {
  const prefecture = await world.as('prefecture');
  const housing = async (asOf: string, status: string): Promise<number | undefined> => {
    const answer = await prefecture.get(`/api/reports/prefecture?department=59&period=2026-Q1&asOf=${asOf}`);
    const { tables } = answer.body as ReportView;
    const cells = tables.find(({ code }) => code === 'STEPS_BY_STATE')?.cells ?? [];
    return cells.find((one) => one['domain'] === 'HOUSING' && one['status'] === status && one['protection'] === 'ALL')
      ?.value;
  };
  // As many leave as stay, both enough to be shown.
  const files = await Promise.all(Array.from({ length: 24 }, () => world.aFile({ events: [FOUND] })));
  const days = ['2026-01-31', '2026-02-01'];
  const read = (status: string): Promise<(number | undefined)[]> => Promise.all(days.map((on) => housing(on, status)));
  const [done, toDo] = [await read('DONE'), await read('TO_DO')];
  for (const { id } of files.slice(0, 12))
    expect((await caseworker.post(`/api/pathways/${id}/events`, LEFT)).status).toBe(201);
  expect(await read('DONE')).toEqual([done[0], (done[1] ?? Number.NaN) - 12]);
  // The access is to do again, the three checks are no part of the pathway any more.
  expect(await read('TO_DO')).toEqual([toDo[0], (toDo[1] ?? Number.NaN) + 12 - 36]);
});

describe('links with people here', () => {
  test.each(['MENTORING', 'SPORT_CULTURE', 'VOLUNTEERING'])('%s is opened by hand, followed, closed', async (step) => {
    const file = await world.aFile();
    expect(file.steps.find(({ code }) => code === step)).toMatchObject({ state: 'NOT_OPEN' });
    for (const [status, state] of [
      ['TO_DO', 'OPEN'],
      ['IN_PROGRESS', 'OPEN'],
      ['DONE', 'CLOSED'],
    ]) {
      const moved = await caseworker.post(`/api/pathways/${file.id}/events`, { step, status, on: '2026-03-01' });
      const after = moved.body as PathwayFile;
      expect(after.steps.find(({ code }) => code === step)).toMatchObject({ status, state });
    }
  });

  test('the enrolment of children is a step of parents, and of no one else', async () => {
    const [parent, other] = await Promise.all([world.aFile({ facts: { isParent: true } }), world.aFile()]);
    const has = ({ steps }: PathwayFile): boolean => steps.some(({ code }) => code === 'SCHOOL_ENROLMENT');
    expect([has(parent), has(other)]).toEqual([true, false]);
  });
});
