import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/server/platform/database/embedded/startEmbeddedPostgres.js';
import { install } from './installation.mjs';

/**
 * Lists, signals and figures, asked over HTTP of the demo alone and of the demo among many more files, in turns in one
 * run: the ratio of the medians says whether an answer stays flat. `PATHWAYS` is the size of the large one (1 500 000 is
 * the national one; it takes an hour to load and 60 GB), `SPREAD` where the others live: `elsewhere` (the reader's reach
 * stays, the nation grows: everything must stay flat) or `same` (her own reach grows: exact totals count more).
 */
const PATHWAYS = Number(process.env.PATHWAYS ?? 150_000);
const SPREAD = process.env.SPREAD === 'same' ? 'same' : 'elsewhere';
const ROUNDS = Number(process.env.ROUNDS ?? 15);
/** A ratio above this one is a list that does not stay flat. Only for `elsewhere`. */
const FLAT = 3;
const TODAY = '2026-11-23';

const CASEWORKER = 'samira.intervenante@passerelles.example';
const MANAGER = 'claire.cheffe@passerelles.example';
const OFII = 'agent@ofii.example';
const REFERENT = 'referente@prefecture59.example';
const PREFECTURE = 'lecture@prefecture59.example';

const list = (path, query) =>
  `${path}?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, JSON.stringify(value)]))}`;
const pathways = (filter = {}, sort = ['nextDueOn', 'ASC'], range = [0, 24]) => ({
  path: list('/api/pathways', { filter, sort, range }),
});
const stalls = (filter = {}, sort = ['rank', 'ASC'], range = [0, 24]) => ({
  path: list('/api/stalls', { filter, sort, range }),
});
const search = (text) => ({ path: '/api/people/search', body: { text } });

const QUESTIONS = [
  [CASEWORKER, 'caseload', pathways()],
  [CASEWORKER, 'caseload by name', pathways({}, ['name', 'ASC'])],
  [CASEWORKER, 'caseload, stalled', pathways({ stalled: true })],
  [CASEWORKER, 'search by name', search('exemple am')],
  [MANAGER, 'files of the structure', pathways()],
  [MANAGER, 'files of the structure by name', pathways({}, ['name', 'ASC'])],
  [MANAGER, 'stalled files of the structure', pathways({ stalled: true })],
  [MANAGER, 'files with something overdue', pathways({ overdue: true })],
  [MANAGER, 'to be assigned', pathways({ organisationId: null })],
  [MANAGER, 'search by name', search('ould')],
  [MANAGER, 'stalls', stalls()],
  [OFII, 'files of the territory', pathways()],
  [OFII, 'files of the territory, last contact', pathways({}, ['lastContactOn', 'DESC'])],
  [OFII, 'files of one department', pathways({ department: '80' })],
  [OFII, 'stalled files of the territory', pathways({ stalled: true })],
  [OFII, 'waiting for a course', pathways({ step: 'LANGUAGE_START', stepStatus: 'TO_DO' })],
  [OFII, 'to be assigned', pathways({ organisationId: null })],
  [OFII, 'words in the list', pathways({ q: 'ould' })],
  [OFII, 'search by number', search('0000001012')],
  [OFII, 'page 100', pathways({}, ['nextDueOn', 'ASC'], [2475, 2499])],
  [REFERENT, 'stalled pathways', stalls()],
  [REFERENT, 'stalled pathways, one rule', stalls({ rule: 'LANGUAGE_WAIT' })],
  [REFERENT, 'stalled pathways not followed up', stalls({ followedUp: false })],
  [REFERENT, 'on hold, three times put off', stalls({ state: 'SILENCED', silencedRepeatedly: true })],
  [REFERENT, 'stalled pathways in three weeks', stalls({ asOf: '2026-12-14' })],
  [REFERENT, 'files of the department', pathways()],
  [
    PREFECTURE,
    'figures of a quarter',
    { path: '/api/reports/prefecture?department=59&period=2026-Q3&asOf=2026-09-30' },
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
chmodSync(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false, log: () => undefined });
try {
  const shared = { postgres, folder, spread: SPREAD, today: TODAY };
  const installations = [
    await install({ ...shared, name: 'small', pathways: 0 }),
    await install({ ...shared, name: 'large', pathways: PATHWAYS }),
  ];
  const rows = await measure(installations);
  print(rows, installations);
  for (const { close } of installations) await close();
  if (SPREAD === 'elsewhere' && rows.some(({ ratio }) => ratio > FLAT)) process.exitCode = 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The installations answer in turns, so that a slow moment of the machine slows both. */
async function measure(installations) {
  const rows = [];
  for (const [email, what, question] of QUESTIONS) {
    const times = installations.map(() => []);
    const totals = [];
    for (let round = -2; round < ROUNDS; round += 1) {
      for (const [index, { ask }] of installations.entries()) {
        const start = performance.now();
        totals[index] = await ask(email, question);
        if (round >= 0) times[index].push(performance.now() - start);
      }
    }
    const [small, large] = times.map(median);
    rows.push({ who: email.split('@')[0], what, small, large, ratio: large / small, totals });
  }
  return rows;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function print(rows, [small, large]) {
  console.log(`\nmedian ms over ${ROUNDS} rounds: ${small.files} pathways, then ${large.files} (${SPREAD})`);
  for (const { who, what, small: a, large: b, ratio, totals } of rows) {
    const flag = ratio > FLAT ? '  NOT FLAT' : '';
    console.log(
      `${who.padEnd(22)} ${what.padEnd(40)} ${a.toFixed(1).padStart(8)} ${b.toFixed(1).padStart(8)}   ×${ratio.toFixed(2).padStart(5)}   ${totals.join(' / ')}${flag}`,
    );
  }
}
