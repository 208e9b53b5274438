import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TransferView } from '../contract/rights.ts';
import { inBatches, listen, type Ask, type Server } from './askServer.ts';
import {
  BOTH_STRUCTURES,
  COLUMNS,
  everyCanary,
  plantCanaries,
  READERS,
  type Planted,
  type Reader,
} from './canaries.ts';
import { operationsWithoutExpectation } from './recordMatrix.ts';
import { emailOf, PERSONAS, type PersonaName } from './personas.ts';
import { createWorld, SIGNED, SOMEONE, type World } from './world.ts';

let world: World;
let server: Server;
let planted: Planted;
/** Another file of the caseload: what two of them are compared to make. */
let twin: string;
/** All that each reader was answered: bodies and headers, by operation. */
const answered = new Map<Reader | 'nobody', Map<string, string>>();
beforeAll(async () => {
  world = await createWorld();
  server = await listen(world.app);
  planted = await plantCanaries(world);
  twin = (await world.aFile()).id;
  for (const reader of [...READERS, 'nobody'] as const) answered.set(reader, await crawl(reader));
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const filter = (given: object): string => `filter=${encodeURIComponent(JSON.stringify(given))}`;

/** Every operation, asked in every way that may bring something of the file out. Writes give the file back: they change nothing. */
function everyAsk(
  { id, stalls, importId, notes, task, session, view, transfers }: Planted,
  { version, reader }: { readonly version: string; readonly reader: Reader | 'nobody' },
): Record<string, readonly Ask[]> {
  // The one that waits is answered for good by both its ends: in a test of its own, after the others have tried.
  const toAnswer = [transfers.refused, ...(isAnEnd(reader) ? [] : [transfers.waiting])];
  const get = (...paths: string[]): Ask[] => paths.map((path) => ({ method: 'GET', path: `/api${path}` }));
  const post = (path: string, ...bodies: object[]): Ask[] =>
    bodies.map((body) => ({ method: 'POST', path: `/api${path}`, body }));
  const sorts = ['number', 'name', 'cirSignedOn', 'nextDueOn', 'lastContactOn', 'id'];
  const threshold = {
    effectiveOn: '2026-03-11',
    rules: { CIVIC_ABSENCE: { warn: { n: 20, unit: 'DAY' }, limit: { n: 30, unit: 'DAY' } } },
  };
  return {
    readInstance: get('/instance'),
    readSession: get('/session'),
    signIn: post('/session', { email: emailOf('caseworker'), password: 'un autre mot de passe' }),
    computePlan: post('/pathways/plan', { facts: {}, events: [], today: '2026-03-10' }),
    listPathways: [
      ...get('/pathways', '/pathways?range=[0,99]', ...sorts.map((key) => `/pathways?sort=["${key}","ASC"]`)),
      ...get(
        ...[
          { q: 'Canari' },
          { id: [id] },
          { stalled: true },
          { overdue: true },
          { status: 'PAUSED' },
          { step: 'HEALTH_COVER' },
        ].map((one) => `/pathways?${filter(one)}`),
      ),
    ],
    exportPathways: get('/exports/pathways', `/exports/pathways?${filter({ id: [id] })}`),
    readPathway: get(
      `/pathways/${id}`,
      `/pathways/${id}?asOf=2026-03-01`,
      `/pathways/${id}?asOf=2026-02-11`,
      `/pathways/${id}?knownAt=2030-01-01`,
      `/pathways/${id}?other=1`,
    ),
    readHistory: get(`/pathways/${id}/history`),
    correctPathway: [
      { method: 'PUT', path: `/api/pathways/${id}`, body: {}, ifMatch: version },
      { method: 'PUT', path: `/api/pathways/${id}`, body: {}, ifMatch: '"0"' },
      { method: 'PUT', path: `/api/pathways/${id}`, body: { person: { sex: 'other' } }, ifMatch: version },
    ],
    restoreField: [
      {
        method: 'POST',
        path: `/api/pathways/${id}/restore`,
        body: { changeId: id, reason: 'x' },
        ifMatch: version,
      },
      { method: 'POST', path: `/api/pathways/${id}/restore`, body: { changeId: 'x' }, ifMatch: version },
    ],
    recordEvent: post(
      `/pathways/${id}/events`,
      { attendance: 'CIVIC', on: '2026-03-01', attendedHours: 6, plannedHours: 6 },
      { retracts: 'x' },
      { step: 'x' },
    ),
    assignPathway: post(
      `/pathways/${id}/assign`,
      { organisationId: '00000000-0000-4000-8000-00000000a001' },
      { referentId: id },
    ),
    openPathway: post(
      '/pathways',
      { person: { ...SOMEONE, birth: { value: '1980', precision: 'YEAR' } }, facts: SIGNED },
      { person: {}, facts: {} },
    ),
    searchPeople: post(
      '/people/search',
      { text: 'Canarinaissance' },
      { text: 'canarinaissanse canariprenon' },
      { text: '7700000002' },
      { text: '0777000003' },
    ),
    findDuplicates: post('/people/duplicates', { foreignerNumber: '7700000002' }, { ofiiNumber: 'CANARIOFII' }),
    listDuplicates: get(`/pathways/${id}/duplicates`),
    previewMerge: post(`/pathways/${id}/merge/preview`, { otherId: twin }),
    mergePathways: post(`/pathways/${id}/merge`, { otherId: twin, otherVersion: 0 }),
    listMerges: get(`/pathways/${id}/merges`),
    unmergePathways: post(`/pathways/${id}/unmerge`, { mergeId: id }),
    tellApart: post(`/pathways/${id}/told-apart`, { pathwayId: id }),
    listStalls: [
      ...get(...['WATCH', 'STALLED', 'SILENCED'].map((state) => `/stalls?range=[0,99]&${filter({ state })}`)),
      ...get(
        ...['WATCH', 'STALLED'].map((state) => `/stalls?${filter({ pathwayId: id, state })}`),
        `/stalls?${filter({ followedUp: true, state: 'WATCH' })}`,
      ),
    ],
    actOnStall: stalls.flatMap((stall) =>
      post(`/stalls/${stall}/actions`, { action: 'CALL_CASEWORKER', dueOn: '2020-01-01' }),
    ),
    readPrefectureReport: get(
      ...['59', '80'].map(
        (department) => `/reports/prefecture?department=${department}&period=2026-Q1&asOf=2026-03-10`,
      ),
    ),
    startImport: [{ method: 'POST', path: '/api/imports', file: 'nom;prenom\n' }],
    listImports: get('/imports'),
    readImport: get(`/imports/${importId}`),
    listImportLines: get(`/imports/${importId}/lines`),
    confirmImport: post(`/imports/${importId}/confirm`, {}),
    listOrganisations: get('/organisations'),
    listCaseworkers: get('/caseworkers'),
    listThresholds: get('/thresholds'),
    publishThresholds: post('/thresholds', { ...threshold, effectiveOn: '2020-01-01', reason: 'Essai' }),
    simulateThresholds: post('/thresholds/simulation', threshold),
    // With reasons too short: nothing comes of them, and a name is given in tests of its own.
    sealPathway: post(`/pathways/${id}/seal`, { reason: 'x' }),
    unsealPathway: post(`/pathways/${id}/unseal`, {}),
    readSeal: get(`/pathways/${id}/seal`),
    askTransfer: post(`/pathways/${id}/transfers`, { organisationId: id, reason: 'Déménagement' }),
    listTransfers: get(
      '/transfers',
      `/transfers?${filter({ pathwayId: id })}`,
      `/transfers?${filter({ id: Object.values(transfers) })}`,
    ),
    acceptTransfer: toAnswer.flatMap((transfer) => post(`/transfers/${transfer}/accept`, {})),
    refuseTransfer: toAnswer.flatMap((transfer) => post(`/transfers/${transfer}/refuse`, { reason: 'Plus de place' })),
    cancelTransfer: toAnswer.flatMap((transfer) => post(`/transfers/${transfer}/cancel`, {})),
    revealName: post(`/pathways/${id}/reveal`, { reason: 'x' }),
    breakGlass: post(`/pathways/${id}/break-glass`, { reason: 'Une urgence, dite en vingt lettres', code: '000000' }),
    breakGlassByNumber: post('/openings', { number: 'J26-000001', reason: 'x', code: '000000' }),
    listOpenings: get('/openings', `/openings?${filter({ pathwayId: id })}`),
    listViews: get('/views', `/views?${filter({ list: 'pathways' })}`),
    saveView: post('/views', { list: 'pathways', name: '', isShared: true, filter: {} }),
    changeView: [{ method: 'PUT', path: `/api/views/${view}`, body: {}, ifMatch: '"0"' }],
    deleteView: [],
    readNews: get('/week/news'),
    markNewsSeen: post('/week/news/seen', { until: '2026-03-01T08:00:00.000Z' }),
    readWeek: get('/week', `/week?referentId=${PERSONAS.caseworker.id}`),
    listTasks: get(`/pathways/${id}/tasks`),
    planTask: post(`/pathways/${id}/tasks`, { what: '', dueOn: '2026-03-11' }),
    recordEntry: post(
      `/pathways/${id}/entries`,
      { event: { contact: 'REACHED', on: '2026-03-01' }, next: { what: 'Rappeler', dueOn: '2020-03-11' } },
      { note: { text: '', visibility: 'SHARED' } },
    ),
    changeTask: [{ method: 'PUT', path: `/api/pathways/${id}/tasks/${task}`, body: { state: 'DONE' }, ifMatch: '"0"' }],
    readDraft: get(`/drafts/note:${id}`, `/drafts/entry:${id}`, `/drafts/correct:${id}`, '/drafts/open'),
    // Of no version that is: nothing is written, and nothing thrown away.
    keepDraft: [{ method: 'PUT', path: `/api/drafts/note:${id}`, body: { value: {} }, ifMatch: '"2000000000"' }],
    discardDraft: [{ method: 'DELETE', path: `/api/drafts/note:${id}`, ifMatch: '"2000000000"' }],
    listGroupSessions: get(
      '/group-sessions',
      ...['UPCOMING', 'PAST'].map((when) => `/group-sessions?${filter({ when })}`),
      `/group-sessions?${filter({ unsigned: true })}`,
    ),
    listSessionsOfFile: get(`/pathways/${id}/group-sessions`),
    openGroupSession: post('/group-sessions', { title: '' }),
    readGroupSession: get(`/group-sessions/${session}`),
    // Of no version that is, of somebody who is there already, of nobody: nothing is written.
    changeGroupSession: [{ method: 'PUT', path: `/api/group-sessions/${session}`, body: { seats: 3 }, ifMatch: '"0"' }],
    enrolInGroupSession: post(`/group-sessions/${session}/enrolments`, { pathwayIds: [id] }),
    withdrawFromGroupSession: [{ method: 'DELETE', path: `/api/group-sessions/${session}/enrolments/${session}` }],
    recordAttendance: [
      {
        method: 'PUT',
        path: `/api/group-sessions/${session}/attendance`,
        body: { rows: [{ pathwayId: id, attendance: 'PRESENT' }] },
        ifMatch: '"0"',
      },
    ],
    listNotes: get(
      ...[
        '',
        `?${filter({ visibility: 'PRIVATE' })}`,
        `?${filter({ id: notes })}`,
        '?sort=["id","ASC"]&range=[0,99]',
      ].map((query) => `/pathways/${id}/notes${query}`),
    ),
    readNote: get(...notes.map((note) => `/pathways/${id}/notes/${note}`)),
    writeNote: post(`/pathways/${id}/notes`, { text: 'Une note', visibility: 'STRUCTURE' }, { text: '' }),
    // Not narrower, and of no version that is: nothing is written.
    correctNote: notes.map((note) => ({
      method: 'PUT',
      path: `/api/pathways/${id}/notes/${note}`,
      body: { text: 'Une note', visibility: 'SHARED' },
      ifMatch: '"0"',
    })),
    withdrawNote: notes.flatMap((note) => post(`/pathways/${id}/notes/${note}/withdraw`, { reason: 'x' })),
    countPrivateNotes: get(`/pathways/${id}/private-notes`),
    listAudit: get('/audit', '/audit?range=[0,99]', `/audit?${filter({ pathwayId: id })}`),
    listAccesses: get(`/pathways/${id}/accesses`),
    readAccessExtract: get(`/pathways/${id}/accesses/extract`),
    inviteIdentity: post(`/accounts/${id}/identity-invitations`, {}),
    startIdentitySignIn: post('/session/oidc', {}),
    finishIdentitySignIn: get('/session/oidc/callback'),
    listIdentities: get('/session/identities'),
    linkIdentity: post('/session/identities', { password: 'un autre mot de passe' }),
    unlinkIdentity: [{ method: 'DELETE', path: `/api/session/identities/${id}` }],
    readSecondFactor: get('/session/factor'),
    renewSecondFactor: post('/session/factor', { code: '000000' }),
    startEnrolment: post('/session/enrolment', {}),
    confirmEnrolment: post('/session/enrolment/confirm', { code: '000000' }),
    replaceRecoveryCodes: post('/session/recovery-codes', {}),
    changePassword: post('/session/password', { currentPassword: 'x', newPassword: 'x' }),
    usePasswordLink: post('/password-links', { token: 'inconnu', newPassword: 'un autre mot de passe' }),
    listOwnSessions: get('/sessions'),
    endOtherSessions: [],
    endOwnSession: [{ method: 'DELETE', path: `/api/sessions/${id}` }],
    listAccounts: get('/accounts', '/accounts?range=[0,99]'),
    makeAccount: post('/accounts', {}),
    readAccount: get(`/accounts/${id}`),
    changeAccount: [{ method: 'PUT', path: `/api/accounts/${id}`, body: {}, ifMatch: '"0"' }],
    disableAccount: post(`/accounts/${id}/disable`, {}),
    enableAccount: post(`/accounts/${id}/enable`, {}),
    inviteAgain: post(`/accounts/${id}/invitation`, {}),
    makeResetLink: post(`/accounts/${id}/reset-link`, {}),
    resetSecondFactor: post(`/accounts/${id}/factor-reset`, { reason: 'Téléphone perdu' }),
    makeOrganisation: post('/organisations', {}),
    readOrganisation: get(`/organisations/${id}`),
    renameOrganisation: [{ method: 'PUT', path: `/api/organisations/${id}`, body: { name: 'x' }, ifMatch: '"0"' }],
    signOut: [],
  };
}

const isAnEnd = (reader: PersonaName | 'nobody'): boolean => (BOTH_STRUCTURES as readonly string[]).includes(reader);

async function crawl(reader: Reader | 'nobody'): Promise<Map<string, string>> {
  const cookie = reader === 'nobody' ? undefined : await world.cookieOf(reader);
  const read = await server.ask({ method: 'GET', path: `/api/pathways/${planted.id}` }, cookie);
  const texts = new Map<string, string>();
  for (const [operation, asks] of Object.entries(
    everyAsk(planted, { version: read.headers['etag'] ?? '"0"', reader }),
  )) {
    const told = await inBatches(asks, (ask) => server.ask(ask, cookie), operation === 'listPathways' ? 4 : 1);
    texts.set(operation, told.map(({ text, headers }) => `${text}\n${JSON.stringify(headers)}`).join('\n'));
  }
  return texts;
}

describe('what is sensitive', () => {
  test('is told of every column of text: what it holds, and who may be shown it', async () => {
    const { rows } = await world.owner.query<{ name: string }>(TEXT_COLUMNS);
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(COLUMNS).sort());
  });

  test('is in the database, where it is looked for', async () => {
    const missing: string[] = [];
    for (const [column, one] of Object.entries(COLUMNS)) {
      if (!('canary' in one)) continue;
      const [table = '', name = ''] = column.split('.');
      const text = column === 'imports.file' ? `convert_from(t.${name}, 'UTF8')` : `t.${name}::text`;
      const { rows } = await world.owner.query<{ n: number }>(
        `select count(*)::int as n from ${table} t where position($1 in ${text}) > 0`,
        [one.canary],
      );
      if (rows[0]?.n === 0) missing.push(column);
    }
    expect(missing).toEqual([]);
  });

  test('is asked for by every operation there is', async () => {
    const { text } = await server.ask({ method: 'GET', path: '/api/openapi.json' });
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { operationId: string }>> };
    const served = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const asked = Object.keys(everyAsk(planted, { version: '"1"', reader: 'manager' })).map(
      (operation) => ({ operation }) as Parameters<typeof operationsWithoutExpectation>[1][number],
    );
    expect(operationsWithoutExpectation(served, asked)).toEqual([]);
  });

  test.each(everyCanary())('$where is shown to whom it may be, and to nobody else', ({ canary, seenBy }) => {
    const seers = seersOf(canary, answered);
    const intruders = seers.filter(({ reader }) => !(seenBy as readonly string[]).includes(reader));
    expect(intruders).toEqual([]);
    expect(seers.map(({ reader }) => reader).sort()).toEqual([...seenBy].sort());
  });
});

describe('a transfer that waits', () => {
  test('is there for its two ends and for nobody else, and was left as it is by whoever tried to answer it', async () => {
    const { waiting, refused } = planted.transfers;
    const seen: string[] = [];
    const answers: [string, number][] = [];
    for (const reader of [...READERS, 'neighbour', 'sommeManager'] as const) {
      const cookie = await world.cookieOf(reader);
      const { text } = await server.ask({ method: 'GET', path: `/api/transfers?${filter({ id: [waiting] })}` }, cookie);
      if (text.includes(waiting)) seen.push(reader);
      const path = (act: string): string => `/api/transfers/${waiting}/${act}`;
      const body = { reason: 'Plus de place' };
      if (!isAnEnd(reader))
        for (const act of ['accept', 'refuse', 'cancel'])
          answers.push([reader, (await server.ask({ method: 'POST', path: path(act), body }, cookie)).status]);
    }
    expect(seen.sort()).toEqual([...BOTH_STRUCTURES].sort());
    expect(answers.filter(([reader, status]) => status !== (reader === 'sommeManager' ? 404 : 403))).toEqual([]);

    const neighbour = await world.as('neighbourManager');
    const [received] = (await neighbour.get(`/api/transfers?${filter({ id: [waiting] })}`)).body as TransferView[];
    // It waits still, and the file is not hers.
    expect(received).toMatchObject({ direction: 'RECEIVED', state: 'PENDING', pathwayId: null });
    const statuses = [refused, waiting].map((id) =>
      neighbour.post(`/api/transfers/${id}/refuse`, { reason: 'Plus de place' }),
    );
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([409, 200]);
  });
});

/** Who was shown a value, and by which operations. */
function seersOf(canary: string, told: typeof answered): { reader: string; where: string[] }[] {
  return [...told].flatMap(([reader, texts]) => {
    const where = [...texts].filter(([, text]) => text.includes(canary)).map(([operation]) => operation);
    return where.length === 0 ? [] : [{ reader, where }];
  });
}

describe('the guards of what is sensitive', () => {
  test('see a column that nobody classified', async () => {
    await world.owner.query('begin');
    await world.owner.query('alter table people add column story text, add column traits jsonb');
    const { rows } = await world.owner.query<{ name: string }>(TEXT_COLUMNS);
    await world.owner.query('rollback');
    expect(rows.map(({ name }) => name).filter((name) => COLUMNS[name] === undefined)).toEqual([
      'people.story',
      'people.traits',
    ]);
  });

  test('see a presenter that lets a column out, in a body or in a header', async () => {
    const read = answered.get('referent')?.get('readPathway') ?? '';
    for (const leak of ['"person":{"birthName":"Canarinaissance"}', '{"x-person":"Canarinaissance"}']) {
      const told = new Map([['referent' as const, new Map([['readPathway', `${read}${leak}`]])]]);
      expect(seersOf('Canarinaissance', told)).toEqual([{ reader: 'referent', where: ['readPathway'] }]);
    }
  });
});

const TEXT_COLUMNS = `
  select format('%s.%s', c.relname, a.attname) as name
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations' and a.attnum > 0 and not a.attisdropped
    and a.atttypid = any ('{text,text[],varchar,bpchar,json,jsonb,bytea,xml}'::regtype[])
  `;
