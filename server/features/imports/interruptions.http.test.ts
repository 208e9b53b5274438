import { randomUUID } from 'node:crypto';
import { createServer, request as rawRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportView } from '../../contract/import.ts';
import type { PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { systemClock } from '../../platform/clock.ts';
import { makeLogger } from '../../platform/logger.ts';
import { ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
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
  const { id: north, name: structure } = ORGANISATIONS.north;
  const followedInParis = async (foreignerNumber: string): Promise<PathwayFile> => {
    const person = { ...SOMEONE, address: { postcode: '75001', commune: 'Paris' }, foreignerNumber };
    return (await (await world.as('manager')).post('/api/pathways', { person, facts: SIGNED })).body as PathwayFile;
  };
  const assign = async (client: Client, id: string | undefined, to: object): Promise<Answered> => {
    const { status, body } = await client.post(`/api/pathways/${id}/assign`, to);
    return { ...(body as object), status } as Answered;
  };
  type Answered = { status: number; code?: string; organisationId?: string | null; referentId?: string | null };

  test('is entrusted with the list’s file like any other; she is told when she takes it, and sorts it', async () => {
    const hers = await followedInParis('9900002001');
    const lines = [
      { number: '9900002001', structure },
      { number: '9900002002', structure },
    ];
    const view = await previewed(aList(lines));
    expect(view).toMatchObject({ toCreate: 2, unassigned: 0 });
    expect(await done(view)).toMatchObject({ state: 'DONE', toCreate: 2, unassigned: 0, warnings: [] });
    const [double, other] = [await found(ofii, '9900002001'), await found(ofii, '9900002002')].map(([row]) => row);
    expect([double?.organisationId, other?.organisationId]).toEqual([north, north]);
    expect(await previewed(aList(lines))).toMatchObject({ toCreate: 0, toUpdate: 0, unchanged: 2 });

    const manager = await world.as('manager');
    const to = { referentId: PERSONAS.caseworker.id };
    expect(await assign(manager, double?.id, to)).toMatchObject({ status: 409, code: 'person_already_followed' });
    expect(await assign(manager, other?.id, to)).toMatchObject({ status: 200, ...to });
    // What she follows herself is not held up by what waits.
    expect(await assign(manager, hers.id, { referentId: PERSONAS.colleague.id })).toMatchObject({ status: 200 });
    const corrected = await manager
      .put(`/api/pathways/${hers.id}`, { person: { foreignerNumber: '9900002009' } })
      .set('If-Match', `"${hers.version + 1}"`);
    expect(corrected.status).toBe(200);
    expect(await assign(manager, double?.id, to)).toMatchObject({ status: 200, ...to });
  });

  test('is named by the agent herself without her being told', async () => {
    await followedInParis('9900002011');
    await done(
      await previewed(
        aList([
          { number: '9900002011', structure: '' },
          { number: '9900002012', structure: '' },
        ]),
      ),
    );
    const said = [];
    for (const number of ['9900002011', '9900002012']) {
      const [waiting] = await found(ofii, number);
      const { status, organisationId, referentId } = await assign(ofii, waiting?.id, { organisationId: north });
      said.push({ status, organisationId, referentId });
    }
    expect(said).toEqual(Array(2).fill({ status: 200, organisationId: north, referentId: null }));
  });

  test('is told when she takes one that waits for anybody, and another may take it', async () => {
    await followedInParis('9900002021');
    await done(await previewed(aList([{ number: '9900002021', structure: '' }])));
    const [waiting] = await found(ofii, '9900002021');
    expect(await assign(await world.as('manager'), waiting?.id, { referentId: null })).toMatchObject({
      status: 409,
      code: 'person_already_followed',
    });
    expect(await assign(await world.as('neighbourManager'), waiting?.id, { referentId: null })).toMatchObject({
      status: 200,
      organisationId: ORGANISATIONS.neighbour.id,
    });
  });

  test('comes to follow her in the same instant: the list goes on', async () => {
    await done(await previewed(aList([{ number: '9900002031', structure: '' }])));
    const view = await previewed(aList([{ number: '9900002031', structure }]));
    // Another connection follows her there, and commits only once the list waits for it.
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from people where foreigner_number = '9900002031'`,
    );
    await world.owner.query('begin');
    await world.owner.query(
      `insert into people (id, department, organisation_id, foreigner_number, birth_name, birth_precision, sex, name_sort, search_text)
       values (gen_random_uuid(), '75', $1, '9900002031', 'Exemple', 'UNKNOWN', 'F', 'exemple', 'exemple')`,
      [north],
    );
    const confirmed = done(view);
    await waiting();
    await world.owner.query('commit');
    expect(await confirmed).toMatchObject({ state: 'DONE', toUpdate: 1 });
    const after = await world.owner.query(`select organisation_id, doubled from people where id = $1`, [rows[0]?.id]);
    expect(after.rows).toEqual([{ organisation_id: north, doubled: true }]);

    /** Until somebody waits for what this connection holds. */
    async function waiting(): Promise<void> {
      const blocked = await world.owner.query(
        `select 1 from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))`,
      );
      if (blocked.rows.length > 0) return;
      await new Promise((resolve) => setImmediate(resolve));
      await waiting();
    }
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
