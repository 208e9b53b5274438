import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeAtomically } from './writeAtomically.ts';

/** The account that runs PostgreSQL, which refuses to run as root; undefined: the present one. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What a data folder remembers of its database. */
export interface Placement {
  /** Absolute path of the folder that holds binaries, cluster and logs. */
  readonly folder: string;
  /** The last port listened on; kept so that a DBA's connection survives a restart. */
  readonly port?: number;
}

/** Where things are inside the folder of a placement. */
export const clusterOf = (folder: string): string => join(folder, 'cluster');
export const logsOf = (folder: string): string => join(folder, 'log');

const MEMORY = 'postgres.json';
const SHARED_HOME = '/var/lib/jalon';

/** What the data folder remembers; undefined before the first start. */
export function readPlacement(dataDir: string): Placement | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, MEMORY), 'utf8')) as Placement;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${join(dataDir, MEMORY)} cannot be read: restore it from a backup.`, { cause: error });
  }
}

export function writePlacement(dataDir: string, placement: Placement): void {
  writeAtomically(join(dataDir, MEMORY), JSON.stringify(placement, null, 2) + '\n', 0o600);
}

/**
 * Chooses once the folder of the database, and remembers it: inside the data folder when the account
 * that runs PostgreSQL can reach it, else (root under a 0700 home) a folder of the system that it can.
 */
export function placeDatabase(dataDir: string, account: Account | undefined, log: (line: string) => void): Placement {
  const known = readPlacement(dataDir);
  if (known !== undefined) {
    makeFolder(known.folder);
    return known;
  }

  const folder = canReach(dataDir, account) ? join(dataDir, 'postgres') : sharedFolder(dataDir, log);
  const placement = { folder };
  makeFolder(folder);
  writePlacement(dataDir, placement);
  return placement;
}

/** Creates a folder that the account of PostgreSQL may pass through but not list. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined || process.getuid?.() !== 0) return;
  // A root whose umask is 077 would otherwise close these to PostgreSQL's account.
  for (let path = folder; path.length >= resolve(first).length; path = dirname(path)) chmodSync(path, 0o711);
}

/** Really tries, as that account: access lists and mount options are not seen in the mode bits. */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (account === undefined) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

/**
 * The account to run PostgreSQL under: none when we are not root; the owner of the cluster when there is
 * one; else `nobody`, the only unprivileged account that exists everywhere (initdb wants a named one).
 */
export function chooseAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = readPlacement(dataDir)?.folder;
  if (folder !== undefined && existsSync(clusterOf(folder))) {
    const { uid, gid } = statSync(clusterOf(folder));
    if (uid !== 0) return { uid, gid };
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function idOf(flag: '-u' | '-g'): number {
  const { stdout, status } = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
  if (status !== 0) throw new Error('PostgreSQL does not run as root, and this system has no account "nobody".');
  return Number(stdout) | 0;
}

function sharedFolder(dataDir: string, log: (line: string) => void): string {
  const folder = join(SHARED_HOME, createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16));
  if (existsSync(folder)) {
    // Its data folder was deleted, and with it the only passwords that open this cluster.
    const aside = `${folder}.abandoned-${Date.now()}`;
    renameSync(folder, aside);
    log(`A former database of ${dataDir} was set aside in ${aside}. Delete it when you no longer need it.`);
  }
  log(`The database of ${dataDir} is kept in ${folder}, because PostgreSQL does not run as root.`);
  return folder;
}
