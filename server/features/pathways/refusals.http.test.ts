import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { createWorld, SIGNED, SOMEONE, type Client, type World } from '../../testing/world.ts';

let world: World;
let caseworker: Client;
let ofii: Client;
beforeAll(async () => {
  world = await createWorld();
  caseworker = await world.as('caseworker');
  ofii = await world.as('ofii');
});
afterAll(() => world.close());

const someone = (foreignerNumber: string): object => ({ person: { ...SOMEONE, foreignerNumber }, facts: SIGNED });
const opened = async (file: object): Promise<{ status: number; code?: string; errors?: object }> => {
  const { status, body } = await caseworker.post('/api/pathways', file);
  return { status, code: (body as { code?: string }).code, errors: (body as { errors?: object }).errors } as never;
};

describe('a foreigner number that the structure follows already', () => {
  test('is a conflict, even where the file is a colleague’s and cannot be seen', async () => {
    await world.aFile({ by: 'colleague', person: { foreignerNumber: '9900001001' } });
    expect(await opened(someone('9900001001'))).toMatchObject({ status: 409, code: 'person_already_followed' });
    const mine = await world.aFile();
    const corrected = await caseworker
      .put(`/api/pathways/${mine.id}`, { person: { foreignerNumber: '9900001001' } })
      .set('If-Match', `"${mine.version}"`);
    expect(corrected.body).toMatchObject({ status: 409, code: 'person_already_followed' });
    // Another structure neither knows nor is told (decision 20).
    expect((await (await world.as('neighbour')).post('/api/pathways', someone('9900001001'))).status).toBe(201);
  });

  test('asked six times at once, opens one file', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => opened(someone('9900001002'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});

describe('what cannot be kept', () => {
  test.each([
    [
      'a fact of tomorrow',
      { facts: { ...SIGNED, cirSignedOn: '2026-03-11' } },
      { facts: { cirSignedOn: expect.any(String) } },
    ],
    [
      'a year that never was',
      { facts: { ...SIGNED, enteredFranceOn: '0000-01-01' } },
      { facts: { enteredFranceOn: expect.any(String) } },
    ],
    [
      'half a character',
      { person: { ...SOMEONE, birthName: 'a\ud800' } },
      { person: { birthName: expect.any(String) } },
    ],
    [
      'a sentence where a code is asked',
      { facts: { ...SIGNED, exemption: 'elle est malade' } },
      { facts: { exemption: expect.any(String) } },
    ],
  ])('%s is refused beside its field', async (_what, wrong, errors) => {
    expect(await opened({ person: SOMEONE, facts: SIGNED, ...wrong })).toMatchObject({ status: 422, errors });
  });

  test('hours over those planned are said of the hours, a permit to come is kept', async () => {
    const file = await world.aFile({ facts: { permitExpiresOn: '2030-01-01' } });
    const response = await caseworker.post(`/api/pathways/${file.id}/events`, {
      attendance: 'CIVIC',
      on: '2026-03-01',
      attendedHours: 7,
      plannedHours: 6,
    });
    expect(response.body).toMatchObject({
      status: 422,
      code: 'attended_over_planned',
      errors: { attendedHours: expect.any(String) },
    });
  });

  test('a decision on the course that does not exist is refused beside its field, those that do are kept', async () => {
    const file = await world.aFile({});
    const decide = (outcome: string): Promise<{ status: number; body: unknown }> =>
      caseworker.post(`/api/pathways/${file.id}/events`, {
        step: 'LANGUAGE_DECISION',
        status: 'DONE',
        on: '2026-03-01',
        outcome,
      });
    expect((await decide('PRESCRIBD')).body).toMatchObject({
      status: 422,
      code: 'unknown_decision',
      errors: { outcome: expect.any(String) },
    });
    expect((await decide('PRESCRIBED')).status).toBe(201);
  });
});

describe('an OFII agent', () => {
  const status = async (client: Client, id: string): Promise<string> =>
    ((await client.get(`/api/pathways/${id}`)).body as PathwayRow).status;

  test('takes back neither a contact nor a closure, but may take back a course', async () => {
    const file = await world.aFile({
      events: [
        { contact: 'REACHED', on: '2026-03-01' },
        { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-03-02' },
        { closure: 'GOALS_MET', on: '2026-03-05' },
      ],
    });
    const take = async (kind: string): Promise<object> => {
      const event = file.events.find((one) => kind in one);
      const response = await ofii.post(`/api/pathways/${file.id}/events`, { retracts: event?.id });
      return { status: response.status, code: (response.body as { code?: string }).code };
    };
    expect(await take('contact')).toEqual({ status: 409, code: 'event_not_found' });
    expect(await take('closure')).toEqual({ status: 409, code: 'event_not_found' });
    expect(await take('step')).toMatchObject({ status: 201 });
  });

  test('is not told of a pause, nor that a fact of health was taken back', async () => {
    const file = await world.aFile({
      events: [
        { step: 'HEALTH_COVER', status: 'DONE', on: '2026-03-01' },
        { pause: 'ILLNESS', on: '2026-03-02', until: null },
      ],
    });
    const health = file.events.find((event) => event['step'] === 'HEALTH_COVER');
    await caseworker.post(`/api/pathways/${file.id}/events`, { retracts: health?.id });
    expect([await status(ofii, file.id), await status(caseworker, file.id)]).toEqual(['OPEN', 'PAUSED']);
    const paused = encodeURIComponent(JSON.stringify({ status: 'PAUSED' }));
    expect((await ofii.get(`/api/pathways?filter=${paused}`)).body).toEqual([]);
    const said = async (client: Client): Promise<string[]> =>
      ((await client.get(`/api/pathways/${file.id}/history`)).body as HistoryEntry[]).map(({ sentence }) => sentence);
    expect((await said(ofii)).join()).not.toMatch(/Retiré|Suivi suspendu|maladie/);
    expect((await said(caseworker)).join()).toMatch(/Retiré.*Suivi suspendu/);
  });
});

describe('asking again', () => {
  test('does not give back a file that has gone to somebody else; before, it is the same byte for byte', async () => {
    const key = randomUUID();
    const ask = () => caseworker.post('/api/pathways', someone('9900001003')).set('Idempotency-Key', key);
    const first = await ask();
    expect([first.status, (await ask()).text]).toEqual([201, first.text]);
    const colleague = (await (await world.as('manager')).get('/api/caseworkers')).body as {
      id: string;
      displayName: string;
    }[];
    const to = colleague.find(({ displayName }) => displayName === 'Test colleague')?.id;
    const { id } = first.body as PathwayFile;
    expect((await (await world.as('manager')).post(`/api/pathways/${id}/assign`, { referentId: to })).status).toBe(200);
    expect((await ask()).status).toBe(404);
  });

  test.each([
    ['*', 200],
    ['W/"1"', 200],
    ['"99"', 412],
  ])('If-Match %s on an untouched file: %d', async (tag, wanted) => {
    const file = await world.aFile();
    const given = tag === 'W/"1"' ? `W/"${file.version}"` : tag;
    const response = await caseworker
      .put(`/api/pathways/${file.id}`, { facts: { isParent: true } })
      .set('If-Match', given);
    expect(response.status).toBe(wanted);
  });
});
