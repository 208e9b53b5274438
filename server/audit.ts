import pg from 'pg';
import { ConfigError, readConfig, type Config } from './config.ts';
import { anchorNow } from './platform/audit/anchoring.ts';
import { AnchorsAltered, anchorKey, readAnchors } from './platform/audit/anchors.ts';
import { sayFinding } from './platform/audit/sayFinding.ts';
import { verifyTrail } from './platform/audit/verifyTrail.ts';
import { systemClock } from './platform/clock.ts';
import { runningDatabase } from './platform/database/embedded/runningDatabase.ts';
import { startEmbeddedPostgres } from './platform/database/embedded/startEmbeddedPostgres.ts';
import { urlOfRole } from './platform/database/keys.ts';

interface Store {
  readonly ownerUrl: string;
  readonly secretKey: string;
  stop(): Promise<void>;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The database of the settings: one's own, the embedded one of a program that runs, or the embedded one started for this. */
async function openStore({ databaseUrl, secretKey, dataDir }: Config): Promise<Store> {
  const leave = async (): Promise<void> => undefined;
  if (databaseUrl !== undefined) return { ownerUrl: databaseUrl, secretKey: secretKey ?? '', stop: leave };
  const running = runningDatabase(dataDir);
  if (running !== undefined)
    return { ownerUrl: running.url, secretKey: secretKey ?? running.secrets.secretKey, stop: leave };
  const started = await startEmbeddedPostgres({ dataDir, log: (line) => void process.stderr.write(`${line}\n`) });
  return { ownerUrl: started.url, secretKey: secretKey ?? started.secrets.secretKey, stop: () => started.stop() };
}

/** `verify` reads the whole trail and fails when it is not whole; `anchor` writes an anchor now. Returns the exit code. */
async function main([command]: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const store = await openStore(config);
  try {
    if (command === 'anchor') return await anchor(store, config.auditAnchorDir);
    return await verify(store, config.auditAnchorDir);
  } finally {
    await store.stop();
  }
}

async function anchor({ ownerUrl, secretKey }: Store, folder: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: urlOfRole(ownerUrl, 'jalon_auth', secretKey), max: 1 });
  try {
    const moved = await anchorNow({ pool, folder, key: anchorKey(secretKey), clock: systemClock() });
    say(moved === 0 ? 'Nothing new to anchor.' : `Anchored in ${folder}: ${moved} bucket(s).`);
    return 0;
  } finally {
    await pool.end();
  }
}

async function verify({ ownerUrl, secretKey }: Store, folder: string): Promise<number> {
  const anchors = readAnchors(folder, anchorKey(secretKey));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ trail: string | null }>(`select to_regclass('public.audit_heads') as trail`);
    if (rows[0]?.trail == null) {
      say('This database holds no audit trail: start Jalon on it once, which makes its tables.');
      return 1;
    }
    const started = performance.now();
    const { entries, findings } = await verifyTrail(client, anchors);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const finding of findings) say(sayFinding(finding));
    const lastAnchor = anchors.at(-1)?.at;
    if (lastAnchor === undefined && entries > 0) {
      say(`No anchor in ${folder}: a cut tail or a chain computed again could not be told.`);
      return 1;
    }
    say(
      findings.length === 0
        ? `The audit trail is whole: ${entries} entries in ${seconds} s, last anchor ${lastAnchor ?? 'none yet'}.`
        : `The audit trail is NOT whole: ${findings.length} bucket(s) of ${entries} entries.`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isSaid = error instanceof ConfigError || error instanceof AnchorsAltered;
    process.stderr.write(
      `${isSaid ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
