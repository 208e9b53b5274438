import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import {
  FILE_NAMES,
  isSealed,
  isTransferred,
  placeOf,
  plantFiles,
  plantImports,
  UNKNOWN,
  type FileName,
} from './accessRecords.ts';
import { ALLOWED } from './accessTable.ts';
import { inBatches, listen, type Server, type Told } from './askServer.ts';
import { actorOf } from './actingAs.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, type PersonaName } from './personas.ts';
import { allCases, ASKERS, operationsWithoutExpectation, type Asker, type Case, type Verdict } from './recordMatrix.ts';
import { registeredRoutes } from './registeredRoutes.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: Server;
let cases: Case[];
let served: Map<string, string>;
let toWriteIn: string;
const cookies = new Map<Asker, string | undefined>();

beforeAll(async () => {
  world = await createWorld();
  server = await listen(world.app);
  cases = allCases({ files: await plantFiles(world), imports: await plantImports(world) });
  for (const asker of ASKERS)
    cookies.set(
      asker,
      asker === 'nobody'
        ? undefined
        : asker === 'closed account'
          ? await closedAccount()
          : await world.cookieOf(asker as PersonaName),
    );
  served = await describedOperations();
  toWriteIn = (await world.aFile()).id;
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** A manager of the structure who signed in, and whose account was closed since. */
async function closedAccount(): Promise<string> {
  await world.owner.query(
    `insert into accounts (id, email, password_hash, role, organisation_id, departments, display_name)
     select $1, 'closed@test.example', a.password_hash, a.role, $2, '{59}', 'Partie' from accounts a where a.email = $3`,
    [randomUUID(), ORGANISATIONS.north.id, emailOf('manager')],
  );
  const response = await request(world.app)
    .post('/api/session')
    .send({ email: 'closed@test.example', password: PASSWORD });
  await world.owner.query(`update accounts set disabled_at = now() where email = 'closed@test.example'`);
  return response.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
}

async function describedOperations(): Promise<Map<string, string>> {
  const { text } = await server.ask({ method: 'GET', path: '/api/openapi.json' });
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { operationId: string }>> };
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => [`${method.toUpperCase()} ${path}`, operationId] as const,
      ),
    ),
  );
}

function verdictOf({ looksFor, amongOthers, places }: Case, { status, text, headers }: Told): Verdict {
  const told = [
    text.includes(places?.here ?? NOWHERE) ? ', here' : '',
    text.includes(places?.formerly ?? NOWHERE) ? ', formerly' : '',
  ];
  // Of a refusal of a record, the reason too: « not known yet » is not « not found ».
  if (REASONED.has(status)) return `${status}${reasonOf(text)}${told.join('')}`;
  if (looksFor === undefined || status !== 200) return `${status}${told.join('')}`;
  if (text.includes(looksFor)) return 'shown';
  if (amongOthers === true) return 'hidden';
  // Nothing, and not a count of what is not shown.
  return text === '[]' && !/\/[1-9]/.test(headers['content-range'] ?? '')
    ? 'hidden'
    : `something else: ${text.slice(0, 80)}`;
}

const NOWHERE = 'a place that nobody was given';
const REASONED: ReadonlySet<number> = new Set([403, 404, 409]);
/** Of a trade, there is one reason only. */
function reasonOf(text: string): string {
  const { code } = JSON.parse(text) as { code: string };
  return code === 'not_allowed_for_role' ? '' : ` ${code}`;
}

interface Answered {
  readonly asker: Asker;
  readonly asked: Case;
  readonly verdict: Verdict;
}

async function answers(asked: readonly Case[]): Promise<Answered[]> {
  const pairs = asked.flatMap((one) => ASKERS.map((asker) => ({ asker, asked: one })));
  const plain = await inBatches(
    pairs.filter((pair) => pair.asked.withCode === undefined),
    async ({ asker, asked: one }) => ({
      asker,
      asked: one,
      verdict: verdictOf(one, await server.ask(one.ask, cookies.get(asker))),
    }),
  );
  // A code serves once: one after the other, and what a right one opens is closed again.
  const coded: Answered[] = [];
  for (const { asker, asked: one } of pairs.filter((pair) => pair.asked.withCode === true)) {
    const code = asker in PERSONAS ? await world.codeOf(asker as PersonaName) : '000000';
    const told = await server.ask({ ...one.ask, body: { ...one.ask.body, code } }, cookies.get(asker));
    if (told.status === 201)
      await world.owner.query('delete from openings where id = $1', [(JSON.parse(told.text) as { id: string }).id]);
    coded.push({ asker, asked: one, verdict: verdictOf(one, told) });
  }
  return [...plain, ...coded];
}

const named = ({ operation, what, record }: Case): string => `${operation}, ${what}, ${record}`;

describe('every operation, asked by everybody of everything', () => {
  const given: Answered[] = [];

  test('has an expectation, and so has every route that is registered', () => {
    expect(operationsWithoutExpectation([...served.values()], cases)).toEqual([]);
    // These three are for whoever watches over the service, and for programmers: no record, no secret.
    const open = ['GET /api/openapi.json', 'GET /healthz', 'GET /readyz'];
    expect(registeredRoutes(world.app)).toEqual([...served.keys(), ...open].sort());
  });

  // Last: whoever signs in has another session afterwards, and whoever signs out none.
  const last = ['signIn', 'signOut'];
  test.each([...Object.keys(ALLOWED).filter((one) => !last.includes(one)), ...last])(
    '%s is answered as the table written by hand says',
    async (operation) => {
      const answered = await answers(cases.filter((one) => one.operation === operation));
      given.push(...answered);
      const surprises = answered
        .filter(({ asker, asked, verdict }) => asked.expected(asker) !== verdict)
        .map(({ asker, asked, verdict }) => `${asker}: ${named(asked)}: ${verdict}, not ${asked.expected(asker)}`);
      expect(surprises).toEqual([]);
    },
  );

  test('is some thousands of requests', () => {
    expect(given.length).toBeGreaterThan(4_000);
  });

  test('and each refusal has its control: the same request, for which somebody is let in', () => {
    const isRefusal = (verdict: Verdict): boolean => /^(401|403|404 not_found|hidden)$/.test(verdict);
    const withoutControl = cases
      .filter(
        ({ record }) =>
          record !== UNKNOWN && record !== 'of another office' && record !== 'department 75' && record !== 'ofii',
      )
      .filter((one) => {
        const verdicts = given.filter(({ asked }) => asked === one).map(({ verdict }) => verdict);
        return verdicts.some(isRefusal) && verdicts.every(isRefusal);
      })
      .map(named);
    // What is only for who has one, or a provider, has its controls in tests of its own.
    const elsewhere =
      /^(?:link|start|finish)Identity|^(?:start|confirm)Enrolment|^replaceRecoveryCodes|^changePassword|^usePasswordLink|^make(?:Account|Organisation),/;
    // No departmental referent of the tests is of that department, or reaches what is sealed.
    const withoutReferent = ['of the structure, outside the territory of everybody', ...FILE_NAMES.filter(isSealed)];
    const ofReferents = ['revealName, path', 'actOnStall, path, the stall'];
    // Notes whose readers do not reach the file any more.
    const notRead = ['PRIVATE, of her caseload, sealed, SEARCH only'].concat(
      ['PRIVATE', 'STRUCTURE'].map((visibility) => `${visibility}, transferred out, and read no more`),
    );
    const ofNotes = ['readNote', 'correctNote', 'withdrawNote'];
    // No transfer, no opening: there is nothing to list.
    const toList = FILE_NAMES.filter((file) => file !== UNKNOWN).flatMap((file) => [
      ...(isTransferred(file) ? [] : [`listTransfers, filter pathwayId, ${file}`, `listTransfers, filter id, ${file}`]),
      ...(placeOf(file)?.openingsSeenBy === undefined ? [`listOpenings, filter pathwayId, ${file}`] : []),
    ]);
    // In nobody's week: it has no referent, or whoever was it does not open it.
    const inNoWeek: readonly FileName[] = [
      'of the structure, without referent',
      'of another department',
      'of nobody',
      'of nobody, in another department',
      'of her caseload, sealed, SEARCH only',
      'transferred out',
      'transferred out, and read no more',
    ];
    // In nobody’s session: nobody follows it, or another structure than the one that gives the session.
    const inNoSession: readonly FileName[] = [
      'of nobody',
      'of nobody, in another department',
      'transferred out',
      'transferred out, and read no more',
    ];
    const ofSessions = ['readGroupSession, path, the session', 'enrolInGroupSession, body, the file, enrolled already'];
    expect(withoutControl.filter((one) => !elsewhere.test(one)).sort()).toEqual(
      [
        ...ofReferents.flatMap((one) => withoutReferent.map((file) => `${one}, ${file}`)),
        ...ofNotes.flatMap((one) => notRead.map((note) => `${one}, path, ${note}`)),
        ...toList,
        ...ofSessions.flatMap((one) => inNoSession.map((file) => `${one}, ${file}`)),
        // What is sealed is taken away by nobody.
        ...FILE_NAMES.filter(isSealed).map((file) => `exportPathways, filter id, ${file}`),
        ...inNoWeek.map((file) => `readWeek, what is hers to follow, ${file}`),
      ].sort(),
    );
  });

  test('and so has each refusal of what is lent, or not located: the same request of hers, of a file that she has whole', () => {
    const isOfTheFile = (verdict: Verdict): boolean => /read_only|not_located|location_not_allowed/.test(verdict);
    const letsIn = /^(?:2|412|422|409 not_sealed|403 not_the_author)/;
    const key = ({ asker, asked }: Answered): string => `${asker}: ${asked.operation}, ${asked.what}`;
    const refused = given.filter(({ verdict }) => isOfTheFile(verdict));
    const done = new Set(given.filter(({ verdict }) => letsIn.test(verdict)).map(key));
    expect(refused.length).toBeGreaterThan(80);
    expect(refused.map(key).filter((one) => !done.has(one))).toEqual([]);
  });

  test('and what is let in is really done, where nothing is stale', async () => {
    for (const name of ['caseworker', 'manager', 'ofii'] as const) cookies.set(name, await world.freshCookieOf(name));
    const path = `/api/pathways/${toWriteIn}`;
    for (const [asker, method, where, body, status] of [
      ['caseworker', 'PUT', path, { person: { phone: '0600000001' } }, 200],
      ['manager', 'PUT', path, { person: { phone: '0600000002' } }, 200],
      ['caseworker', 'POST', `${path}/events`, { contact: 'REACHED', on: '2026-03-01' }, 201],
      ['manager', 'POST', `${path}/events`, { contact: 'NO_ANSWER', on: '2026-03-02' }, 201],
      [
        'ofii',
        'POST',
        `${path}/events`,
        { attendance: 'CIVIC', on: '2026-03-01', attendedHours: 6, plannedHours: 6 },
        201,
      ],
      ['manager', 'POST', `${path}/assign`, { referentId: PERSONAS.colleague.id }, 200],
    ] as const) {
      const read = await server.ask({ method: 'GET', path }, cookies.get(asker));
      const told = await server.ask(
        { method, path: where, body, ifMatch: read.headers['etag'] ?? '' },
        cookies.get(asker),
      );
      expect([asker, where, told.status]).toEqual([asker, where, status]);
    }
  });
});

describe('the two locks', () => {
  test('are two: a row policy that lets everybody through leaves the table of rights', async () => {
    const foreign = cases.find(({ operation, record }) => operation === 'readPathway' && record === 'of a colleague');
    const table = `select 1 from pathways where id::text = split_part($1, '/', 4)`;
    const policy = await world.owner.query<{ qual: string }>(
      `select qual from pg_policies where tablename = 'pathways' and policyname = 'own_caseload'`,
    );
    await world.owner.query('alter policy own_caseload on pathways using (true)');
    try {
      const seen = await world.composed.database.inActorTransaction(actorOf('caseworker'), (db) =>
        db.query(table, [foreign?.ask.path]),
      );
      const told = await server.ask(
        foreign?.ask ?? { method: 'GET', path: '' },
        await world.freshCookieOf('colleague'),
      );
      const refused = await server.ask(
        foreign?.ask ?? { method: 'GET', path: '' },
        await world.freshCookieOf('caseworker'),
      );
      expect([seen.length, told.status, refused.status]).toEqual([1, 200, 404]);
    } finally {
      await world.owner.query(`alter policy own_caseload on pathways using (${policy.rows[0]?.qual ?? 'false'})`);
    }
  });
});

describe('the guards of the table', () => {
  test('name an operation that is served without an expectation, and one that is expected and not served', () => {
    const operations = [...served.values()];
    expect(operationsWithoutExpectation([...operations, 'exportEverything'], cases)).toEqual(['exportEverything']);
    const without = operations.filter((one) => one !== 'actOnStall');
    expect(operationsWithoutExpectation(without, cases)).toEqual(['actOnStall (not served)']);
  });

  test('see a route that was registered beside the declared ones, wherever', () => {
    const app = express();
    const api = express.Router();
    const hidden = express.Router();
    hidden.post('/people/:id/dump', (_request, response) => void response.end());
    api.use(hidden);
    app.use('/api', api);
    app.get('/debug', (_request, response) => void response.end());
    expect(registeredRoutes(app)).toEqual(['GET /debug', 'POST /api/people/{id}/dump']);
  });
});
