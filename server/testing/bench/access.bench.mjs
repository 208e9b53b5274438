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
  const { ask, foreign, close } = await install();
  console.log(`\nmedian ms over ${PAIRS} pairs: out of reach, then absent`);
  for (const [email, what, question] of QUESTIONS) {
    const { out, absent, deviations } = await measure(ask, email, question, foreign);
    const telling = Math.abs(out - absent) >= TELLING_MS && deviations >= TELLING_DEVIATIONS;
    if (telling) process.exitCode = 1;
    console.log(
      `${email.split('@')[0].padEnd(22)} ${what.padEnd(30)} ${out.toFixed(2).padStart(8)} ${absent.toFixed(2).padStart(8)}   ×${(out / absent).toFixed(2)}   ${deviations.toFixed(1)} σ${telling ? '  TELLS' : ''}`,
    );
  }
  await close();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
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
  await owner.query('analyze');
  await owner.end();
  const composed = await compose({
    config: { limits: 'relaxed', today: TODAY, trustProxy: 0 },
    ownerUrl: postgres.url,
    secretKey,
    logger: makeLogger('silent'),
    demoAccounts: [],
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
    ask: (email, request) => send(cookies.get(email), request),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await composed.close();
    },
  };
}

/** In turns, so that a slow moment of the machine slows both; what comes first changes at each pair. */
async function measure(ask, email, question, foreign) {
  const times = [[], []];
  for (let pair = -10; pair < PAIRS; pair += 1) {
    const absent = { id: randomUUID(), stall: randomUUID(), foreigner: String(8_000_000_000 + pair + 10) };
    const asked = [foreign[(pair + 10) % foreign.length], absent];
    const answers = [];
    for (const index of pair % 2 === 0 ? [0, 1] : [1, 0]) {
      const start = performance.now();
      answers[index] = await ask(email, question(asked[index]));
      if (pair >= 0) times[index].push(performance.now() - start);
    }
    // Told apart by the answer itself, there is nothing to time.
    if (answers[0].status !== answers[1].status)
      throw new Error(`${answers[0].status} / ${answers[1].status}: ${answers[0].text}`);
  }
  const slower = times[0].filter((time, pair) => time > times[1][pair]).length;
  const [out, absent] = times.map(median);
  return { out, absent, deviations: Math.abs(slower - PAIRS / 2) / (Math.sqrt(PAIRS) / 2) };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
