import { once } from 'node:events';
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoAccounts } from '../../dist/seeds/demo/accounts.js';
import { seed } from '../../dist/seeds/run.js';
import { compose } from '../../dist/server/composition.js';
import { startEmbeddedPostgres } from '../../dist/server/platform/database/embedded/startEmbeddedPostgres.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { makeLogger } from '../../dist/server/platform/logger.js';

/**
 * What is out of reach and what does not exist, asked in turns: the ratio of the medians says whether time tells them
 * apart. Tests compare answers, statements and rows; only here is anything timed. `PAIRS` is how many of each.
 */
const PAIRS = Number(process.env.PAIRS ?? 300);
/**
 * A gap of medians above this one could be told from outside by somebody patient, if it is of the question and not of the
 * machine: then one of the two is the slower in more pairs than chance would have (a sign test, at four deviations).
 */
const TELLING_MS = 5;
const TELLING_DEVIATIONS = 4;
const TODAY = '2026-11-23';
const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';
const OTHER_REFERENT = 'referent@prefecture80.example';

const get = (path) => ({ method: 'GET', path });
const post = (path, body) => ({ method: 'POST', path, body });
const filter = (path, given) => get(`${path}?${new URLSearchParams({ filter: JSON.stringify(given) })}`);

/** Of each pair of accounts: what is sent by somebody who has one, and by somebody who has not. */
const SIGN_INS = [
  ['a wrong password', ({ email }) => ({ email, password: 'un autre mot de passe' })],
  ['a wrong password and a code', ({ email }) => ({ email, password: 'un autre mot de passe', code: '000000' })],
];
/** Each is a password hashed twice: fewer pairs, for the same time. */
const SIGN_IN_PAIRS = Number(process.env.SIGN_IN_PAIRS ?? Math.ceil(PAIRS / 5));

/** Who asks, what, and the question put to an identifier. */
const QUESTIONS = [
  [CASEWORKER, 'read a file', ({ id }) => get(`/api/pathways/${id}`)],
  [CASEWORKER, 'read a file on a past day', ({ id }) => get(`/api/pathways/${id}?asOf=2026-10-01`)],
  [CASEWORKER, 'read its history', ({ id }) => get(`/api/pathways/${id}/history`)],
  [CASEWORKER, 'record an event', ({ id }) => post(`/api/pathways/${id}/events`, { contact: 'REACHED', on: TODAY })],
  [CASEWORKER, 'list by identifier', ({ id }) => filter('/api/pathways', { id: [id] })],
  [CASEWORKER, 'stalls of a file', ({ id }) => filter('/api/stalls', { pathwayId: id })],
  [CASEWORKER, 'search a foreigner number', ({ foreigner }) => post('/api/people/search', { text: foreigner })],
  [
    CASEWORKER,
    'hint of a duplicate',
    ({ foreigner }) => post('/api/people/duplicates', { foreignerNumber: foreigner }),
  ],
  [MANAGER, 'read a file', ({ id }) => get(`/api/pathways/${id}`)],
  [MANAGER, 'entrust a file', ({ id }) => post(`/api/pathways/${id}/assign`, { referentId: null })],
  [
    OTHER_REFERENT,
    'act on a stall',
    ({ stall }) => post(`/api/stalls/${stall}/actions`, { action: 'CALL_CASEWORKER' }),
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
chmodSync(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false, log: () => undefined });
try {
  const { ask, foreign, own, close } = await install();
  console.log(`\nmedian ms over ${PAIRS} pairs: out of reach, then absent, then one’s own (told apart by its answer)`);
  for (const [email, what, question] of QUESTIONS) {
    const { out, absent, deviations } = await measure(pairOf(ask, email, question, foreign), PAIRS);
    const mine = await medianOf(own.get(email) ?? [], (file) => ask(email, question(file)));
    print(email.split('@')[0], what, { out, absent, deviations }, mine);
  }
  console.log(`\nmedian ms over ${SIGN_IN_PAIRS} pairs: an account that is known, then none`);
  for (const [what, given] of SIGN_INS) print('sign-in', what, await measure(signInPair(ask, given), SIGN_IN_PAIRS));
  await close();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** One line of the table; a gap that tells fails the run. */
function print(who, what, { out, absent, deviations }, mine) {
  const telling = Math.abs(out - absent) >= TELLING_MS && deviations >= TELLING_DEVIATIONS;
  if (telling) process.exitCode = 1;
  const column = (ms) => ms.toFixed(2).padStart(8);
  console.log(
    `${who.padEnd(22)} ${what.padEnd(30)} ${column(out)} ${column(absent)}   ×${(out / absent).toFixed(2)}   ${deviations.toFixed(1)} σ${mine === undefined ? '' : `   ${column(mine)} ×${(mine / absent).toFixed(2)}`}${telling ? '  TELLS' : ''}`,
  );
}

/** The demo, served over HTTP, and files of another structure of the same department, with their persons and stalls. */
async function install() {
  const { secretKey } = postgres.secrets;
  await migrate({ ownerUrl: postgres.url, secretKey });
  await seed({ ownerUrl: postgres.url, kind: 'demo', today: TODAY, count: 3_000 });
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  const { rows } = await owner.query(
    `select distinct on (p.id) p.id, pe.foreigner_number as foreigner, s.id as stall
     from pathways p
     join people pe on pe.id = p.person_id
     join pathway_stalls s on s.pathway_id = p.id
     join accounts a on a.email = $1
     where p.organisation_id <> a.organisation_id and p.department = '59' and pe.foreigner_number is not null
       -- A number that her own structure follows too would be a person of hers.
       and not exists (select 1 from people mine where mine.organisation_id = a.organisation_id and mine.foreigner_number = pe.foreigner_number)
     order by p.id
     limit 200`,
    [CASEWORKER],
  );
  // A file of her own beside them: what it takes is what a file takes, and is in no comparison.
  const own = new Map();
  for (const email of [CASEWORKER, MANAGER]) {
    const reached = email === CASEWORKER ? 'p.referent_id = a.id' : 'p.organisation_id = a.organisation_id';
    const mine = await owner.query(
      `select p.id, coalesce(pe.foreigner_number, '9999999999') as foreigner, null as stall
       from accounts a join pathways p on ${reached} join people pe on pe.id = p.person_id
       where a.email = $1 order by p.id limit 50`,
      [email],
    );
    own.set(email, mine.rows);
  }
  await owner.query('analyze');
  await owner.end();
  const composed = await compose({
    config: { limits: 'relaxed', today: TODAY, trustProxy: 0 },
    ownerUrl: postgres.url,
    secretKey,
    logger: makeLogger('silent'),
    demoAccounts: [],
    demoFactors: demoAccounts().map(({ email, totpSecret }) => ({ email, totpSecret })),
    rootFolder: folder,
  });
  const server = createServer(composed.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const cookies = new Map();
  const send = async (cookie, { method, path, body }) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...(cookie ? { Cookie: cookie } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text(), cookie: response.headers.get('set-cookie') };
  };
  for (const { email, password } of demoAccounts())
    cookies.set(email, (await send('', post('/api/session', { email, password }))).cookie.split(';')[0]);
  return {
    foreign: rows,
    own,
    ask: (email, request) => send(cookies.get(email), request),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await composed.close();
    },
  };
}

/** A file out of reach, then one that does not exist, put to the same question. */
function pairOf(ask, email, question, foreign) {
  return (pair) => {
    const absent = { id: randomUUID(), stall: randomUUID(), foreigner: String(8_000_000_000 + pair + 10) };
    return [foreign[(pair + 10) % foreign.length], absent].map((record) => () => ask(email, question(record)));
  };
}

/** An account that is known, then none; each account in its turn, so that none is slowed down for it. */
function signInPair(ask, given) {
  const known = demoAccounts().map(({ email }) => email);
  return (pair) =>
    [known[(pair + 10) % known.length], `personne.${(pair + 10) % known.length}@passerelles.example`].map(
      (email) => () => ask('', post('/api/session', given({ email }))),
    );
}

/** In turns, so that a slow moment of the machine slows both; what comes first changes at each pair. */
async function measure(asked, pairs) {
  const times = [[], []];
  for (let pair = -10; pair < pairs; pair += 1) {
    const both = asked(pair);
    const answers = [];
    for (const index of pair % 2 === 0 ? [0, 1] : [1, 0]) {
      const start = performance.now();
      answers[index] = await both[index]();
      if (pair >= 0) times[index].push(performance.now() - start);
    }
    // Told apart by the answer itself, there is nothing to time.
    if (answers[0].status !== answers[1].status)
      throw new Error(`${answers[0].status} / ${answers[1].status}: ${answers[0].text}`);
  }
  const slower = times[0].filter((time, pair) => time > times[1][pair]).length;
  const [out, absent] = times.map(median);
  return { out, absent, deviations: Math.abs(slower - pairs / 2) / (Math.sqrt(pairs) / 2) };
}

/** Of what is one’s own, alone: there is nothing to pair it with. */
async function medianOf(records, asked) {
  const times = [];
  for (const record of records) {
    const start = performance.now();
    await asked(record);
    times.push(performance.now() - start);
  }
  return times.length === 0 ? undefined : median(times);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
