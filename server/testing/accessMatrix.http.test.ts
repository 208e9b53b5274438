import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { Role } from '../domain/access/roles.ts';
import { ALLOWED, OPEN } from './accessTable.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, type PersonaName } from './personas.ts';
import { A_SESSION, createWorld, SIGNED, SOMEONE, type World } from './world.ts';

const A_THRESHOLD = { warn: { n: 20, unit: 'DAY' }, limit: { n: 30, unit: 'DAY' } };

const ASSOCIATION_RIGHTS = { role: 'ASSOCIATION_MANAGER', organisationId: ORGANISATIONS.north.id, departments: ['59'] };

/** Bodies that fit: what answers is the rule of access, not the shape of a request. */
const BODIES: Record<string, object> = {
  signIn: { email: emailOf('caseworker'), password: PASSWORD },
  linkIdentity: { password: PASSWORD },
  computePlan: { facts: {}, events: [], today: '2026-03-10' },
  openPathway: { person: SOMEONE, facts: SIGNED },
  correctPathway: { facts: { enteredFranceOn: '2025-05-11' } },
  restoreField: { changeId: randomUUID(), reason: 'Saisi par erreur' },
  recordEvent: { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-03-01' },
  assignPathway: { referentId: null },
  sealPathway: { reason: 'Personne recherchée' },
  unsealPathway: {},
  askTransfer: { organisationId: randomUUID(), reason: 'Déménagement' },
  refuseTransfer: { reason: 'Plus de place' },
  revealName: { reason: 'Réunion de situation' },
  breakGlass: { reason: 'Une urgence, dite en vingt lettres', code: '000000' },
  breakGlassByNumber: { number: 'J26-000001', reason: 'Une urgence, dite en vingt lettres', code: '000000' },
  saveView: { list: 'stalls', name: 'Une vue', isShared: false, filter: { severity: 'CRITICAL' } },
  changeView: { isShared: true },
  markNewsSeen: { until: '2026-03-01T08:00:00.000Z' },
  planTask: { what: 'Rappeler', dueOn: '2026-03-11' },
  recordEntry: { event: { contact: 'REACHED', on: '2026-03-01' }, next: { what: 'Rappeler', dueOn: '2026-03-11' } },
  changeTask: { state: 'DONE' },
  keepDraft: { value: {} },
  openGroupSession: { ...A_SESSION },
  changeGroupSession: { seats: 10 },
  enrolInGroupSession: { pathwayIds: [randomUUID()] },
  recordAttendance: { rows: [{ pathwayId: randomUUID(), attendance: 'PRESENT' }] },
  writeNote: { text: 'Une note', visibility: 'SHARED' },
  correctNote: { text: 'Une note', visibility: 'SHARED' },
  withdrawNote: { reason: 'Écrite par erreur' },
  searchPeople: { text: 'Exemple' },
  findDuplicates: { birthName: SOMEONE.birthName, firstNames: SOMEONE.firstNames },
  tellApart: { pathwayId: randomUUID() },
  previewMerge: { otherId: randomUUID() },
  mergePathways: { otherId: randomUUID(), otherVersion: 1 },
  unmergePathways: { mergeId: randomUUID() },
  actOnStall: { action: 'CALL_CASEWORKER' },
  publishThresholds: { effectiveOn: '2026-03-11', rules: { LANGUAGE_WAIT: A_THRESHOLD }, reason: 'Essai' },
  simulateThresholds: { effectiveOn: '2026-03-11', rules: { CIVIC_ABSENCE: A_THRESHOLD } },
  usePasswordLink: { token: 'x', newPassword: PASSWORD },
  renewSecondFactor: { code: '000000' },
  confirmEnrolment: { code: '000000' },
  changePassword: { currentPassword: 'un autre', newPassword: PASSWORD },
  makeOrganisation: { name: 'Association Essai', kind: 'ASSOCIATION', department: '59' },
  renameOrganisation: { name: 'Association Essai' },
  makeAccount: { email: 'essai@test.example', displayName: 'Essai', ...ASSOCIATION_RIGHTS },
  changeAccount: { displayName: 'Essai', ...ASSOCIATION_RIGHTS },
  resetSecondFactor: { reason: 'Téléphone perdu' },
};
/** Let in, then told that what was typed is wrong: a right code or password would change the session that asks the rest. */
const TOLD_WRONG = new Set([
  'breakGlass',
  'breakGlassByNumber',
  'renewSecondFactor',
  'confirmEnrolment',
  'changePassword',
]);
const QUERIES: Record<string, string> = {
  readPrefectureReport: '?department=59&period=2026-Q1&asOf=2026-03-10',
};

interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly roles: readonly Role[];
}

let world: World;
let operations: readonly Operation[];
beforeAll(async () => {
  world = await createWorld();
  const { paths } = (await request(world.app).get('/api/openapi.json')).body as {
    paths: Record<string, Record<string, { operationId: string; 'x-roles': Role[] }>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      method: method as Operation['method'],
      path: path.replace(/\{\w+\}/g, randomUUID()),
      roles: described['x-roles'],
    })),
  );
});
afterAll(() => world.close());

/** One real request, of which only « may she? » is looked at. */
async function verdictOn({ id, method, path }: Operation, cookie?: string): Promise<string> {
  const asked = request(world.app)
    [method](`${path}${QUERIES[id] ?? ''}`)
    .set('Idempotency-Key', randomUUID())
    .set('If-Match', '"1"');
  if (cookie !== undefined) asked.set('Cookie', cookie);
  if (id === 'startImport') asked.attach('file', Buffer.from('nom;prenom\n'), 'liste.csv');
  else if (method === 'post' || method === 'put') asked.send(BODIES[id] ?? {});
  const { status } = await asked;
  if (status === 422 && TOLD_WRONG.has(id)) return 'let in';
  // Done, or nothing there under that identifier: anything else is the status itself.
  return status < 300 || status === 404 ? 'let in' : String(status);
}

async function verdictsFor(asked: readonly Operation[], cookie?: string): Promise<Record<string, string>> {
  const verdicts: Record<string, string> = {};
  for (const operation of asked) verdicts[operation.id] = await verdictOn(operation, cookie);
  return verdicts;
}

const isOpen = ({ id }: Operation): boolean => ALLOWED[id] === OPEN;

describe('the access matrix', () => {
  test('names every operation that is served, and none that is not', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  test('is what the API document says of each operation', () => {
    const described = Object.fromEntries(operations.map(({ id, roles }) => [id, [...roles].sort()]));
    expect(described).toEqual(
      Object.fromEntries(Object.entries(ALLOWED).map(([id, roles]) => [id, [...roles].sort()])),
    );
  });

  test('asks who one is before anything else, except where it is open to all', async () => {
    const expected = Object.fromEntries(operations.map((one) => [one.id, isOpen(one) ? 'let in' : '401']));
    expect(await verdictsFor(operations)).toEqual(expected);
  });

  test.each(Object.keys(PERSONAS) as PersonaName[])(
    'refuses %s what is not her trade, and lets her ask for the rest',
    async (name) => {
      const { role } = PERSONAS[name];
      const asked = operations.filter((one) => !isOpen(one));
      const expected = Object.fromEntries(
        asked.map(({ id }) => [id, ALLOWED[id]?.includes(role) === true ? 'let in' : '403']),
      );
      expect(await verdictsFor(asked, await world.freshCookieOf(name))).toEqual(expected);
    },
  );
});
