import { hash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoAccounts } from '../../dist/seeds/demo/accounts.js';
import { seed } from '../../dist/seeds/run.js';
import { compose } from '../../dist/server/composition.js';
import { canonicalForm } from '../../dist/server/domain/audit/canonicalForm.js';
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
    demoFactors: demoAccounts().map(({ email, totpSecret }) => ({ email, totpSecret })),
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
  await fillTrail();
  const anchors = join(folder, 'anchors');
  const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
  await anchorNow({ pool, folder: anchors, key: anchorKey(secretKey), clock: { now: () => new Date() } });
  await pool.end();
  const before = process.cpuUsage();
  const started = performance.now();
  const { entries, findings } = await verifyTrail(client, readAnchors(anchors, anchorKey(secretKey)));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const perMillion = (seconds / entries) * 1_000_000;
  const flag = perMillion > SECONDS_A_MILLION ? '  TOO SLOW' : '';
  console.log(
    `${entries} entries verified in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of this processor): ${perMillion.toFixed(0)} s a million${flag}`,
  );
  if (findings.length > 0) console.log(findings);
  if (findings.length > 0 || flag !== '') process.exitCode = 1;
}

/** A trail of that length, chained here: through the function, one by one, it would take a quarter of an hour. */
async function fillTrail() {
  await client.query('alter table audit_entries disable trigger user; alter table audit_heads disable trigger user');
  await client.query('delete from audit_entries; drop index audit_entries_by_time, audit_entries_of_account');
  await client.query('drop index audit_entries_of_pathway, audit_entries_asked');
  const structures = Array.from({ length: 16 }, () => ({ id: randomUUID(), account: randomUUID(), seq: 0, hash: '' }));
  const common = {
    role: 'ASSOCIATION_CASEWORKER',
    operation: 'listPathways',
    kind: 'READ',
    outcome: 'DONE',
    purpose: 'SUPPORT',
  };
  for (let written = 0; written < ENTRIES; written += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, ENTRIES - written) }, (_, index) => {
      const place = (written + index) % structures.length;
      const structure = structures[place];
      const micros = 1_795_662_000_000_000 + (written + index) * 1_001;
      const row = {
        ...common,
        bucket: String(place),
        seq: String((structure.seq += 1)),
        at: `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`,
        accountId: structure.account,
        organisationId: structure.id,
        askedId: null,
        pathwayIds: `{${randomUUID()},${randomUUID()},${randomUUID()}}`,
        fields: '{birth,department,name,number,status}',
        requestId: randomUUID(),
        micros,
      };
      row.hash = hash('sha256', canonicalForm(row, structure.hash), 'hex');
      structure.hash = row.hash;
      return row;
    });
    await client.query(
      `insert into audit_entries (bucket, seq, at, account_id, role, organisation_id, operation, kind, outcome, purpose, pathway_ids, fields, request_id, hash)
       select bucket, seq, timestamptz 'epoch' + micros * interval '1 microsecond', "accountId", role, "organisationId", operation, kind, outcome, purpose,
         "pathwayIds"::uuid[], fields::text[], "requestId", decode(hash, 'hex')
       from json_to_recordset($1) as r (bucket int, seq bigint, micros bigint, "accountId" uuid, role text, "organisationId" uuid, operation text,
         kind text, outcome text, purpose text, "pathwayIds" text, fields text, "requestId" uuid, hash text)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(`update audit_heads set seq = 0, hash = ''`);
  for (const [bucket, { seq, hash: last }] of structures.entries())
    await client.query(`update audit_heads set seq = $2, hash = decode($3, 'hex') where bucket = $1`, [
      bucket,
      seq,
      last,
    ]);
  await client.query('vacuum analyze audit_entries');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
