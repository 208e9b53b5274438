import { chmodSync, existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { deleteOtherBinaries, installBinaries } from './binaries.ts';
import { prepareCluster } from './cluster.ts';
import type { ClusterSite } from './cluster.ts';
import { takeInstanceLock } from './instanceLock.ts';
import { stopOrphan } from './orphan.ts';
import { canReach, chooseAccount, clusterOf, makeFolder, placeDatabase } from './placement.ts';
import type { Account, Placement } from './placement.ts';
import { superuserUrl } from './postmaster.ts';
import { readOrMakeSecrets } from './secrets.ts';
import type { EmbeddedSecrets } from './secrets.ts';
import { superviseServer } from './superviseServer.ts';

export interface EmbeddedPostgresOptions {
  /** Folder that keeps the secrets, and the database when PostgreSQL's account can reach it. Made when missing. */
  readonly dataDir: string;
  /** A fixed port; without it a free one is chosen, and kept for the next starts while it stays free. */
  readonly port?: number;
  /** Receives sentences for the operator. */
  readonly log: (line: string) => void;
  /** false: faster, and lost in a crash of the machine. For tests. Default true. */
  readonly durable?: boolean;
  /** Told when the database stopped and could not be brought back: the program has nothing left to serve. */
  readonly onFailure?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser to the database `jalon`, on 127.0.0.1. */
  readonly url: string;
  readonly port: number;
  /** Folder of cluster, binaries and logs: inside the data folder, or elsewhere when root cannot lend it. */
  readonly folder: string;
  readonly secrets: EmbeddedSecrets;
  /** Stops the database cleanly and frees the data folder. May be called twice. */
  stop(): Promise<void>;
}

const DATABASE = 'jalon';

/**
 * Starts the PostgreSQL that comes with the program on a data folder, making everything at the first start.
 * Comes back up after a kill -9 of the program, of the server, or of both, with every acknowledged row.
 * @throws AlreadyRunningError when a living program uses the folder
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = makeDataDir(options.dataDir);
  // Before anything is looked at: two first starts must not choose a place for the same database.
  const locks = [takeInstanceLock(dataDir)];
  const release = () => locks.forEach((lock) => lock.release());

  try {
    const account = chooseAccount(dataDir);
    const placement = placeDatabase(dataDir, account, options.log);
    // The place too: a data folder that was copied names the database of the original.
    locks.push(takeInstanceLock(placement.folder));
    refuseUnreachable(placement.folder, account);
    return await startIn(placement, account, { ...options, dataDir }, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function startIn(
  placement: Placement,
  account: Account | undefined,
  options: EmbeddedPostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const { folder } = placement;
  const secrets = readOrMakeSecrets(options.dataDir, clusterOf(folder));
  const binaries = installBinaries(folder);
  const site = { folder, account, binaries, password: secrets.postgresPassword, durable: options.durable ?? true };
  const server = await startServer(site, options, placement);
  return {
    url: superuserUrl(site, server.port, DATABASE),
    port: server.port,
    folder,
    secrets,
    stop: () => server.stop().finally(release),
  };
}

async function startServer(site: ClusterSite, options: EmbeddedPostgresOptions, placement: Placement) {
  await stopOrphan(clusterOf(site.folder), options.log);
  await prepareCluster(site);
  const server = await superviseServer(site, options, placement);
  try {
    await makeDatabase(superuserUrl(site, server.port, 'postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  deleteOtherBinaries(site.folder, site.binaries);
  return server;
}

function makeDataDir(path: string): string {
  const dataDir = resolve(path);
  if (existsSync(dataDir)) return realpathSync(dataDir);
  makeFolder(dataDir);
  if (process.getuid?.() !== 0) chmodSync(dataDir, 0o700);
  return realpathSync(dataDir);
}

/** The folder was reachable when it was chosen; an operator may have closed it since. */
function refuseUnreachable(folder: string, account: Account | undefined): void {
  if (canReach(folder, account)) return;
  throw new Error(
    `The account that runs PostgreSQL (uid ${account?.uid}) cannot enter ${folder} any more: ` +
      'give it back the right to pass through this folder and those above it (chmod o+x).',
  );
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
