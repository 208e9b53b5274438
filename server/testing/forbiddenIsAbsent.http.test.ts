import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plantFiles, plantImports, reachers, UNKNOWN, type FileName, type FileRecord } from './accessRecords.ts';
import { listen, type Ask, type Server, type Told } from './askServer.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import { allCases, type Case } from './recordMatrix.ts';
import { NUMBER_HEADER, watchStatements, type Statement, type Watched } from './statements.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: Server;
let watched: Watched;
let files: Record<FileName, FileRecord>;
let cases: Case[];
beforeAll(async () => {
  world = await createWorld();
  watched = watchStatements(world.app);
  server = await listen(watched.app);
  files = await plantFiles(world, [...FOREIGN, 'of her caseload', 'of the structure, without referent']);
  cases = allCases({ files, imports: await plantImports(world) });
});
afterAll(async () => {
  watched.stop();
  await server.close();
  await world.close();
});

/** All that can be observed of an answer but the clock, and what is drawn anew for every answer. */
interface Observed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly statements: readonly Statement[];
}

async function observe(asker: PersonaName, ask: Ask): Promise<Observed> {
  const cookie = await world.cookieOf(asker);
  const told = await server.ask(ask, cookie);
  return { ...withoutWhatIsDrawn(told), statements: watched.take(told.headers[NUMBER_HEADER] ?? '') };
}

function withoutWhatIsDrawn({ status, headers, text }: Told): Omit<Observed, 'statements'> {
  const { date: _date, 'x-request-id': _request, [NUMBER_HEADER]: _number, ...others } = headers;
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(others).map(([name, value]) => [name, value.replace(/nonce-[^']+|Expires=[^;]+/g, '…')]),
    ),
    text: text.replace(/"instance":"[0-9a-f-]{36}"/, '"instance":"…"'),
  };
}

/** With a code of hers where one is asked: what is told after it is compared too. */
async function asked(asker: PersonaName, { ask, withCode }: Case): Promise<Ask> {
  return withCode === undefined ? ask : { ...ask, body: { ...ask.body, code: await world.codeOf(asker) } };
}

/** What two requests let somebody tell apart; empty when nothing does. */
async function toldApart(asker: PersonaName, foreign: Ask, absent: Ask): Promise<string[]> {
  return differencesOf(await observe(asker, foreign), await observe(asker, absent));
}

function differencesOf(one: Observed, other: Observed): string[] {
  return (['status', 'headers', 'text', 'statements'] as const)
    .filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
    .map((part) => `${part}: ${JSON.stringify(one[part])} / ${JSON.stringify(other[part])}`);
}

const A_NOTE = { text: 'Une note', visibility: 'SHARED' };

/** One for each way of being out of reach. */
const FOREIGN = [
  'of a colleague',
  'of another structure of the department',
  'of another department',
  'of nobody, in another department',
  'transferred out, and read no more',
  'opened in an emergency, an hour ago',
] as const;

describe('a record out of reach', () => {
  test.each(['caseworker', 'manager', 'sommeManager', 'ofii', 'referent'] as const)(
    'is, for %s, one that does not exist: status, headers, body, statements and rows',
    async (asker) => {
      const differences: string[] = [];
      let compared = 0;
      const known = new Map<Case, Observed>();
      for (const foreign of cases) {
        if (
          ![...FOREIGN, 'of another office'].includes(foreign.record) ||
          !['404 not_found', 'hidden'].includes(foreign.expected(asker))
        )
          continue;
        // A note out of reach, in a file that is not: it is compared with no note of the same file, below.
        if (foreign.operation.endsWith('Note') && reachers(foreign.record as FileName).includes(asker)) continue;
        const absent = cases.find(
          ({ operation, what, record }) =>
            operation === foreign.operation && what === foreign.what && record === UNKNOWN,
        );
        // The request names no record: what it answers, and what it counts, is of those that it shows.
        if (foreign.amongOthers === true) continue;
        // A transfer is known to both its ends, whatever became of the file.
        if (foreign.what === 'path, the transfer') continue;
        // Of a name that nobody has, or a department, there is no unknown one among the cases: see below.
        if (absent === undefined || absent.expected(asker) !== foreign.expected(asker)) continue;
        compared += 1;
        const nothing = known.get(absent) ?? (await observe(asker, await asked(asker, absent)));
        known.set(absent, nothing);
        for (const difference of differencesOf(await observe(asker, await asked(asker, foreign)), nothing))
          differences.push(`${foreign.operation}, ${foreign.what}, ${foreign.record}: ${difference}`);
      }
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(asker === 'ofii' ? 2 : asker === 'referent' ? 10 : 40);
    },
  );

  test('is one that does not exist when it is named inside a request, too', async () => {
    const mine = files['of the structure, without referent'].id;
    const { rows } = await world.owner.query<{ id: string }>('select e.id from pathway_events e limit 1');
    const foreignEvent = rows[0]?.id ?? (await recordedElsewhere());
    const assign = (body: object): Ask => ({ method: 'POST', path: `/api/pathways/${mine}/assign`, body });
    const record = (body: object): Ask => ({ method: 'POST', path: `/api/pathways/${mine}/events`, body });
    const list = (given: object): Ask => ({
      method: 'GET',
      path: `/api/pathways?filter=${encodeURIComponent(JSON.stringify(given))}`,
    });
    const figures = (department: string): Ask => ({
      method: 'GET',
      path: `/api/reports/prefecture?department=${department}&period=2026-Q1&asOf=2026-03-10`,
    });
    const colleagues = files['of a colleague'];
    const [hers, none] = [colleagues.notes.PRIVATE, randomUUID()].map(
      (note) => `/api/pathways/${colleagues.id}/notes/${note}`,
    ) as [string, string];
    const correct = (path: string): Ask => ({ method: 'PUT', path, body: A_NOTE, ifMatch: '"1"' });
    const withdraw = (path: string): Ask => ({
      method: 'POST',
      path: `${path}/withdraw`,
      body: { reason: 'Par erreur' },
    });
    const step = { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-03-01' };
    for (const [asker, foreign, absent] of [
      ['manager', assign({ referentId: PERSONAS.neighbour.id }), assign({ referentId: randomUUID() })],
      ['manager', assign({ organisationId: ORGANISATIONS.neighbour.id }), assign({ organisationId: randomUUID() })],
      ['manager', record({ retracts: foreignEvent }), record({ retracts: randomUUID() })],
      ['manager', record({ ...step, corrects: foreignEvent }), record({ ...step, corrects: randomUUID() })],
      ['manager', list({ referentId: PERSONAS.neighbour.id }), list({ referentId: randomUUID() })],
      ['manager', list({ organisationId: ORGANISATIONS.neighbour.id }), list({ organisationId: randomUUID() })],
      ['caseworker', list({ referentId: PERSONAS.colleague.id }), list({ referentId: randomUUID() })],
      ['prefecture', figures('80'), figures('2A')],
      // Of a file in reach, the note that is not for her.
      ['manager', { method: 'GET', path: hers }, { method: 'GET', path: none }],
      ['manager', correct(hers), correct(none)],
      ['manager', withdraw(hers), withdraw(none)],
    ] as const)
      expect([asker, foreign.path, await toldApart(asker, foreign, absent)]).toEqual([asker, foreign.path, []]);
  });

  async function recordedElsewhere(): Promise<string> {
    const file = await world.aFile({ by: 'neighbour', events: [{ contact: 'REACHED', on: '2026-03-01' }] });
    return file.events[0]?.id ?? '';
  }

  test('is one that does not exist for a search, whatever is said of somebody sealed', async () => {
    const person = {
      birthName: 'Qolvashin',
      firstNames: 'Zerbouna',
      birth: { value: '1941-02-03', precision: 'DAY' },
      phone: '06 39 98 51 62',
      foreignerNumber: '9951620000',
      ofiiNumber: '59A20265162',
    };
    const sealed = await world.aFile({ person });
    const reason = 'Elle est menacée par un proche.';
    expect((await (await world.freshAs('manager')).post(`/api/pathways/${sealed.id}/seal`, { reason })).status).toBe(
      200,
    );
    // Her caseworker opens the file and knows where she is, and may not look for her; the others hold no right.
    await world.owner.query(
      `delete from seal_rights where pathway_id = $1 and (account_id <> all ($2) or (account_id = $3 and right_to = 'SEARCH'))`,
      [sealed.id, [PERSONAS.manager.id, PERSONAS.caseworker.id], PERSONAS.caseworker.id],
    );
    const said = [
      ['qolvashin zerbouna', 'qulfodrun zerbtima'],
      ['kolvachin zerbuna', 'kulfodrun zerbtima'],
      ['qolvashin 41', 'qulfodrun 41'],
      ['zerbouna 03/02/1941', 'zerbtima 03/02/1941'],
      ['3 février 41', '3 mars 41'],
      ['06 39 98 51 62', '06 39 98 51 99'],
      ['985162', '985199'],
      ['9951620000', '9951990000'],
      ['59a20265162', '59a20265199'],
      [sealed.number, 'J26-987654'],
    ] as const;
    const search = (text: string): Ask => ({ method: 'POST', path: '/api/people/search', body: { text } });
    const list = (q: string): Ask => ({
      method: 'GET',
      path: `/api/pathways?filter=${encodeURIComponent(JSON.stringify({ q }))}`,
    });
    for (const [hers, nobodys] of said)
      for (const ask of [search, list]) {
        for (const asker of ['caseworker', 'colleague', 'neighbourManager', 'ofii'] as const)
          expect([asker, hers, await toldApart(asker, ask(hers), ask(nobodys))]).toEqual([asker, hers, []]);
        // Whoever holds the rights is told at once: it is really there, and found by each of these.
        expect([hers, await toldApart('manager', ask(hers), ask(nobodys))]).not.toEqual([hers, []]);
      }
  });

  test('while one in reach is told apart at once: the comparison compares', async () => {
    const path = (id: string): Ask => ({ method: 'GET', path: `/api/pathways/${id}` });
    const parts = (await toldApart('caseworker', path(files['of her caseload'].id), path(files[UNKNOWN].id))).map(
      (difference) => difference.split(':')[0],
    );
    expect(parts).toEqual(['status', 'headers', 'text', 'statements']);
    const { statements } = await observe('caseworker', path(files['of her caseload'].id));
    expect(statements.map(({ sql }) => sql).join()).toMatch(/from pathways p[^]*from pathway_events e/);
    expect(statements.filter(({ rows }) => rows === 'unknown')).toEqual([]);
  });
});
