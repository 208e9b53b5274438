import { randomUUID } from 'node:crypto';
import { createServer, request as rawRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportView } from '../../contract/import.ts';
import type { PathwayRow } from '../../contract/pathway.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { systemClock } from '../../platform/clock.ts';
import { makeLogger } from '../../platform/logger.ts';
import { ORGANISATIONS } from '../../testing/personas.ts';
import { aLineOf, aMonthlyList } from '../../testing/monthlyList.ts';
import { listSender } from '../../testing/sendList.ts';
import { createWorld, SIGNED, SOMEONE, type Client, type World } from '../../testing/world.ts';
import { makeImportRunner } from './importRunner.ts';
import { resumeImports } from './resumeImports.ts';

const TODAY = calendarDay('2026-11-23');
let world: World;
let ofii: Client;
beforeAll(async () => {
  world = await createWorld({ today: TODAY });
  ofii = await world.as('ofii');
});
afterAll(() => world.close());

const { send, confirm, until } = listSender(() => world);
const previewed = (list: string): Promise<ImportView> => send('liste.csv', list);
const done = ({ id }: ImportView): Promise<ImportView> => confirm(id);
const aList = (lines: Parameters<typeof aLineOf>[0][]): string => aMonthlyList(...lines.map((given) => aLineOf(given)));

const found = async (client: Client, q: string): Promise<PathwayRow[]> =>
  (await client.get(`/api/pathways?filter=${encodeURIComponent(JSON.stringify({ q }))}`)).body as PathwayRow[];

describe('an upload cut short', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(world.app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('is a malformed request, and the server goes on', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc';
    const cookie = await world.cookieOf('ofii');
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = rawRequest(
        {
          port: (server.address() as AddressInfo).port,
          method: 'POST',
          path: '/api/imports',
          headers: {
            Cookie: cookie,
            'Idempotency-Key': randomUUID(),
            'Content-Type': 'multipart/form-data; boundary=x',
            'Content-Length': body.length,
          },
        },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
    expect({ status: answer.status, code: (JSON.parse(answer.text) as { code: string }).code }).toEqual({
      status: 400,
      code: 'malformed_multipart',
    });
    expect((await ofii.get('/api/imports')).status).toBe(200);
  });
});

describe('a structure that follows the person already, out of the agent’s sight', () => {
  test('keeps its file; the list’s one waits to be assigned, the other lines go on', async () => {
    const paris = { address: { postcode: '75001', commune: 'Paris' }, foreignerNumber: '9900002001' };
    await (await world.as('manager')).post('/api/pathways', { person: { ...SOMEONE, ...paris }, facts: SIGNED });
    const { name } = ORGANISATIONS.north;
    const view = await previewed(
      aList([
        { number: '9900002001', structure: name },
        { number: '9900002002', structure: name },
      ]),
    );
    expect(view).toMatchObject({ toCreate: 2, unassigned: 0 });
    const confirmed = await done(view);
    expect(confirmed).toMatchObject({ state: 'DONE', toCreate: 2, unassigned: 1 });
    expect(confirmed.warnings).toMatchObject([{ line: 2, code: 'to_be_assigned' }]);
    expect((await found(ofii, '9900002001'))[0]?.organisationId).toBeNull();
    expect((await found(ofii, '9900002002'))[0]?.organisationId).toBe(ORGANISATIONS.north.id);

    const [waiting] = await found(ofii, '9900002001');
    const assign = async (client: Client, to: object): Promise<unknown> =>
      (await client.post(`/api/pathways/${waiting?.id}/assign`, to)).body;
    // The agent learns that another structure has to be named, not why; the structure itself is told.
    expect(await assign(ofii, { organisationId: ORGANISATIONS.north.id })).toMatchObject({
      code: 'structure_cannot_take',
    });
    expect(await assign(await world.as('manager'), { referentId: null })).toMatchObject({
      code: 'person_already_followed',
    });
    expect(await assign(await world.as('neighbourManager'), { referentId: null })).toMatchObject({
      organisationId: ORGANISATIONS.neighbour.id,
    });
  });
});

describe('a line that cannot open a file', () => {
  test('does not hide a complete one about the same person below it', async () => {
    const view = await previewed(
      aList([{ number: '9900003001', postcode: '' }, { number: '9900003001' }, { number: '9900003001' }]),
    );
    expect(view).toMatchObject({ rows: 3, toCreate: 1, refused: 1, repeatedInFile: 1 });
    expect(view.errors).toMatchObject([{ line: 2, column: 'Code postal', code: 'missing_value' }]);
    expect(view.repeats).toEqual([{ line: 4, sameAsLine: 3 }]);
  });
});

describe('a confirmation after another list has done the work', () => {
  test('says what was really done', async () => {
    const list = aList([{ number: '9900004001' }, { number: '9900004002' }]);
    const [first, second] = [await previewed(list), await previewed(list)];
    expect(await done(first)).toMatchObject({ toCreate: 2, unchanged: 0 });
    expect(second.toCreate).toBe(2);
    expect(await done(second)).toMatchObject({ toCreate: 0, toUpdate: 0, unchanged: 2 });
  });
});

describe('what a crash interrupted', () => {
  test('is taken up again, once, by whoever looks first', async () => {
    const view = await previewed(aList([{ number: '9900005001' }]));
    await world.owner.query(`update imports set state = 'CONFIRMING' where id = $1`, [view.id]);
    const runnerOf = () =>
      makeImportRunner({
        database: world.composed.database,
        clock: systemClock(TODAY),
        logger: makeLogger('silent'),
      });
    // Somebody may still be at it: nothing is taken from her before she has been silent for a while.
    const patient = runnerOf();
    (await resumeImports(world.composed.database, patient, { alone: false }))();
    await patient.settled();
    expect((await until(view.id, ['CONFIRMING'])).state).toBe('CONFIRMING');

    const [one, other] = [runnerOf(), runnerOf()];
    for (const runner of [one, other]) (await resumeImports(world.composed.database, runner, { alone: true }))();
    await Promise.all([one.settled(), other.settled()]);
    expect(await until(view.id, ['DONE', 'FAILED'])).toMatchObject({ state: 'DONE', toCreate: 1 });
    expect(await found(ofii, '9900005001')).toHaveLength(1);
  });
});
