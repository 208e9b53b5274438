import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import { createWorld, testClock, type Client, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
let caseworker: Client;
beforeAll(async () => {
  world = await createWorld({ clock });
  caseworker = await world.as('caseworker');
});
afterAll(() => world.close());

const TODAY = '2026-03-10';
type Posted = { status: number; detail?: string };
const post = async (file: PathwayFile, event: object): Promise<Posted> => {
  const { status, body } = await caseworker.post(`/api/pathways/${file.id}/events`, event);
  return { status, ...(status === 201 ? {} : { detail: (body as { detail: string }).detail }) };
};

describe('the moves of a file', () => {
  test('every one refused is refused in the same words, and one of each step allowed is recorded', async () => {
    const file = await world.aFile({ events: [{ step: 'CAF_RIGHTS', status: 'DONE', on: '2026-03-01' }] });
    const refused = file.moves.filter(
      ({ allowed, step }) => !allowed && ['CAF_RIGHTS', 'GP_REGISTERED'].includes(step),
    );
    expect(refused.length).toBeGreaterThan(13);
    for (const { step, status, reason } of refused)
      expect(await post(file, { step, status, on: TODAY })).toEqual({ status: 409, detail: reason });
    const steps = [...new Set(file.moves.flatMap(({ step, allowed }) => (allowed ? [step] : [])))].slice(0, 12);
    for (const step of steps) {
      const status = file.moves.find((move) => move.step === step && move.allowed)?.status;
      expect({ step, ...(await post(file, { step, status, on: TODAY })) }).toEqual({ step, status: 201 });
    }
  });

  test('so are those of its contract', async () => {
    const file = await world.aFile({ events: [{ contract: 'EXTENDED', on: '2026-02-01', months: 12 }] });
    for (const { state, reason } of file.contract.moves.filter(({ allowed }) => !allowed)) {
      const months = state === 'EXTENDED' ? { months: 1 } : {};
      expect({ state, ...(await post(file, { contract: state, on: TODAY, ...months })) }).toEqual({
        state,
        status: 409,
        detail: reason,
      });
    }
    const allowed = file.contract.moves.flatMap((move) => (move.allowed ? [move.state] : []));
    expect(allowed).toEqual(['OPINION_ISSUED', 'TERMINATION_NOTICE']);
    expect(await post(file, { contract: 'OPINION_ISSUED', on: TODAY })).toEqual({ status: 201 });
  });

  test('those of a step that the reader may not see are not hers', async () => {
    const { id } = await world.aFile();
    const seen = (await (await world.as('ofii')).get(`/api/pathways/${id}`)).body as PathwayFile;
    const steps = new Set(seen.steps.map(({ code }) => code));
    expect(seen.moves.filter(({ step }) => !steps.has(step))).toEqual([]);
    expect(seen.moves).toHaveLength(steps.size * 13);
  });
});

describe('what was recorded all the same', () => {
  test('is flagged on the file as its dialogue says, until what was missing is recorded', async () => {
    const file = await world.aFile({ events: [{ step: 'CAF_RIGHTS', status: 'DONE', on: '2026-03-01' }] });
    expect(file.flags).toEqual(['PREREQUISITE_MISSING:CAF_RIGHTS']);
    const answer = await caseworker.post(`/api/pathways/${file.id}/events`, {
      step: 'BANK_ACCOUNT',
      status: 'DONE',
      on: TODAY,
    });
    expect((answer.body as PathwayFile).flags).toEqual([]);
  });

  test.each([
    [2, []],
    [3, ['SILENCED_REPEATEDLY:NO_HEALTH_COVER']],
  ])('a stall put on hold %i times; an OFII agent is not told of one of health', async (times, flags) => {
    const { id } = await world.aFile({ facts: { caseOpenedOn: '2025-09-01' } });
    for (const month of ['01', '02', '03'].slice(0, times)) {
      clock.set(`2026-${month}-01T08:00:00.000Z`);
      const silence = {
        silence: 'NO_HEALTH_COVER',
        on: `2026-${month}-01`,
        until: `2026-${month}-10`,
        reason: 'OTHER',
      };
      expect((await (await world.as('caseworker')).post(`/api/pathways/${id}/events`, silence)).status).toBe(201);
    }
    clock.set(`${TODAY}T08:00:00.000Z`);
    const file = (await caseworker.get(`/api/pathways/${id}`)).body as PathwayFile;
    expect(file.flags).toEqual(flags);
    const seen = (await (await world.as('ofii')).get(`/api/pathways/${id}`)).body as PathwayFile;
    expect(seen.flags).toEqual([]);
  });
});

describe('a termination', () => {
  test('gives a month to answer, and says when it was not given', async () => {
    const noticed = await world.aFile({ events: [{ contract: 'TERMINATION_NOTICE', on: '2026-02-28' }] });
    expect(noticed.contract).toMatchObject({
      state: 'TERMINATION_NOTICE',
      observationsEndOn: '2026-03-28',
      sentence:
        'Résiliation envisagée le 28 février 2026\u00a0: observations possibles jusqu’au 28 mars 2026 (R.413-4).',
      flags: [],
    });
    const early = noticed.contract.moves.find(({ state }) => state === 'TERMINATED');
    expect(early).toEqual({ state: 'TERMINATED', allowed: true, flags: ['observations_cut_short'] });
    await post(noticed, { contract: 'TERMINATED', on: TODAY });
    const { contract } = (await caseworker.get(`/api/pathways/${noticed.id}`)).body as PathwayFile;
    expect(contract).toMatchObject({
      state: 'TERMINATED',
      observationsEndOn: null,
      flags: ['OBSERVATIONS_CUT_SHORT'],
    });
    expect(contract.sentence).toMatch(/résiliation contestable\.$/);
  });

  test('is said by the plan too', async () => {
    const facts = { cirSignedOn: '2025-09-01', caseOpenedOn: '2025-09-01' };
    const events = [{ contract: 'TERMINATION_NOTICE', on: '2026-01-31' }];
    const plan = await caseworker.post('/api/pathways/plan', { facts, events, today: TODAY });
    expect(plan.body).toMatchObject({ observationsEndOn: '2026-02-28', contractSentence: expect.any(String) });
  });
});
