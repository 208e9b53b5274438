import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoAccounts } from '../../dist/seeds/demo/accounts.js';
import { seed } from '../../dist/seeds/run.js';
import { compose } from '../../dist/server/composition.js';
import { calendarDay } from '../../dist/server/domain/calendar/calendarDay.js';
import { anchorKey, readAnchors } from '../../dist/server/platform/audit/anchors.js';
import { anchorNow } from '../../dist/server/platform/audit/anchoring.js';
import { verifyTrail } from '../../dist/server/platform/audit/verifyTrail.js';
import { startEmbeddedPostgres } from '../../dist/server/platform/database/embedded/startEmbeddedPostgres.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { makeLogger } from '../../dist/server/platform/logger.js';

/**
 * The audit trail: what an entry costs to a list (the demo's caseload, with and without its entry, in turns, on a durable
 * database), then how long the verification of `AUDIT_ENTRIES` takes, against a target of a minute for a million.
 */
const ENTRIES = Number(process.env.AUDIT_ENTRIES ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 200);
const SECONDS_A_MILLION = 60;
const TODAY = calendarDay('2026-11-23');
const CASEWORKER = 'samira.intervenante@passerelles.example';

const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
chmodSync(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined });
const { secretKey } = postgres.secrets;
const client = new pg.Client({ connectionString: postgres.url });
try {
  await migrate({ ownerUrl: postgres.url, secretKey });
  await seed({ ownerUrl: postgres.url, kind: 'demo', today: TODAY });
  await client.connect();
  await measureEntry();
  await measureVerification();
} finally {
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureEntry() {
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
  const { email, password } = demoAccounts().find((account) => account.email === CASEWORKER);
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const headers = { Cookie: signedIn.headers.get('set-cookie').split(';')[0] };
  const ask = async () => {
    const start = performance.now();
    const answer = await fetch(`${origin}/api/pathways`, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`/api/pathways: ${answer.status}`);
    return performance.now() - start;
  };
  const { rows } = await client.query(
    `select pg_get_functiondef('sec.append_audit(text,text,text,text,uuid,uuid[],text[],uuid)'::regprocedure) as whole`,
  );
  const [{ whole }] = rows;
  const silent = whole.replace(/AS \$function\$[^]*\$function\$/, 'AS $function$ begin end $function$');
  const times = { without: [], with: [] };
  for (let round = -20; round < ROUNDS; round += 1)
    for (const [which, definition] of [
      ['without', silent],
      ['with', whole],
    ]) {
      await client.query(definition);
      await ask();
      const took = await ask();
      if (round >= 0) times[which].push(took);
    }
  const [without, withEntry] = [median(times.without), median(times.with)];
  console.log(
    `\nGET /api/pathways, median of ${ROUNDS}: ${without.toFixed(2)} ms without its entry, ${withEntry.toFixed(2)} ms with it (+${(withEntry - without).toFixed(2)} ms)`,
  );
  server.close();
  server.closeAllConnections();
  await composed.close();
}

async function measureVerification() {
  const written = performance.now();
  for (let left = ENTRIES; left > 0; left -= 500)
    await client.query(
      `select count(sec.write_audit(a.id, a.role, a.organisation_id, 'listPathways', 'READ', 'DONE', 'SUPPORT', null,
         array[md5(n::text)::uuid, md5((n + 1)::text)::uuid, md5((n + 2)::text)::uuid], '{birth,department,name,number,status}',
         gen_random_uuid()))
       from generate_series(1, $1::int) as n
       join (select a.*, row_number() over (order by a.id) as place, count(*) over () as many from accounts a) a on a.place = n % a.many + 1`,
      [Math.min(500, left)],
    );
  const writing = (performance.now() - written) / 1000;
  const anchors = join(folder, 'anchors');
  const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
  await anchorNow({ pool, folder: anchors, key: anchorKey(secretKey), clock: { now: () => new Date() } });
  await pool.end();
  const started = performance.now();
  const { entries, findings } = await verifyTrail(client, readAnchors(anchors, anchorKey(secretKey)));
  const seconds = (performance.now() - started) / 1000;
  const perMillion = (seconds / entries) * 1_000_000;
  const flag = perMillion > SECONDS_A_MILLION ? '  TOO SLOW' : '';
  console.log(
    `${entries} entries written in ${writing.toFixed(0)} s, verified in ${seconds.toFixed(1)} s: ${perMillion.toFixed(0)} s a million${flag}`,
  );
  if (findings.length > 0 || flag !== '') process.exitCode = 1;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
