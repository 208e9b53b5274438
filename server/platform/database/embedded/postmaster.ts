import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER, cleanEnvironment } from './cluster.ts';
import type { ClusterSite } from './cluster.ts';
import { waitForTheLastOf } from './orphan.ts';
import { clusterOf, logsOf } from './placement.ts';

/** A running server of ours. */
export interface Postmaster {
  readonly pid: number;
  /** Settles when it is gone, for whatever reason. */
  readonly exited: Promise<string>;
  /** Fast and clean (SIGINT); a server that lingers is stopped at once (SIGQUIT) and recovers at its next start. */
  stop(): Promise<void>;
  /** Asks it to stop without waiting: all that can be done while this process exits. */
  abandon(): void;
}

/** Why a server did not come up, when another attempt may succeed. */
export class BootError extends Error {
  override readonly name = 'BootError';
  readonly reason: 'PORT_TAKEN' | 'STILL_IN_USE' | 'OTHER';

  constructor(reason: BootError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

const CRASH_RECOVERY_PATIENCE_MS = 10 * 60_000;
const STOP_PATIENCE_MS = 15_000;

/** The connection string of the superuser, over the loopback interface. */
export function superuserUrl(site: ClusterSite, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${site.password}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts the server of a prepared cluster and waits until it really answers.
 * @throws BootError
 */
export async function bootPostmaster(
  site: ClusterSite,
  port: number,
  log: (line: string) => void,
): Promise<Postmaster> {
  const child = spawnServer(site, port);
  const exited = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  });
  const postmaster: Postmaster = {
    pid: child.pid ?? 0,
    exited,
    stop: () => stop(site, child, exited),
    abandon: () => void child.kill('SIGINT'),
  };
  try {
    await waitUntilReady(site, port, exited, log);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return postmaster;
}

function spawnServer(site: ClusterSite, port: number): ChildProcess {
  const start = openSync(join(site.folder, 'start.log'), 'w', 0o600);
  const args = ['-D', clusterOf(site.folder), '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
  try {
    return spawn(join(site.binaries.bin, 'postgres'), args, {
      ...site.account,
      cwd: site.folder,
      env: cleanEnvironment(),
      stdio: ['ignore', start, start],
      // A process group of its own: Ctrl-C is for the program, which stops the database last.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
  } finally {
    closeSync(start);
  }
}

async function waitUntilReady(
  site: ClusterSite,
  port: number,
  exited: Promise<string>,
  log: (line: string) => void,
): Promise<void> {
  const state: { end?: string } = {};
  void exited.then((end) => (state.end = end));
  const begun = Date.now();
  let refusals = 0;
  for (let told = begun; ; await wait(25)) {
    if (state.end !== undefined) throw explainEnd(site, state.end);
    const answer = await ask(site, port);
    if (answer === 'OURS') return;
    // A stranger on this port refuses at once; ours is then about to die of it, and says so better.
    if (answer === 'REFUSED' && (refusals += 1) > 40) throw refusedPassword(site);
    if (Date.now() - begun > CRASH_RECOVERY_PATIENCE_MS)
      throw new BootError('OTHER', 'PostgreSQL does not become ready.');
    if (Date.now() - told > 10_000) {
      told = Date.now();
      log('PostgreSQL is not ready yet (it may be recovering from a crash); waiting.');
    }
  }
}

/** Connects with our password and asks whose files it serves: another server may have taken the port. */
async function ask(site: ClusterSite, port: number): Promise<'OURS' | 'REFUSED' | 'NOT_YET'> {
  const connectionString = superuserUrl(site, port, 'postgres');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return isSameFile(rows[0]?.data_directory, clusterOf(site.folder)) ? 'OURS' : 'REFUSED';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'REFUSED' : 'NOT_YET';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refusedPassword(site: ClusterSite): BootError {
  return new BootError('OTHER', `PostgreSQL refuses the password of secrets.json on the database of ${site.folder}.`);
}

function isSameFile(one: string | undefined, other: string): boolean {
  return one !== undefined && existsSync(one) && statSync(one).ino === statSync(other).ino;
}

function explainEnd(site: ClusterSite, end: string): BootError {
  const said = lastWords(site);
  const reason = /could not bind|could not create any TCP/i.test(said)
    ? 'PORT_TAKEN'
    : /shared memory block|lock file "postmaster.pid" already exists/i.test(said)
      ? 'STILL_IN_USE'
      : 'OTHER';
  return new BootError(reason, `PostgreSQL did not start (${end}).\n${said}`);
}

/** What it said before its log was open, then the end of the day's log. */
function lastWords(site: ClusterSite): string {
  const logs = logsOf(site.folder);
  const files = readdirSync(logs).map((name) => join(logs, name));
  const newest = files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
  const texts = [join(site.folder, 'start.log'), ...(newest === undefined ? [] : [newest])].map((path) =>
    readFileSync(path, 'utf8').trim().split('\n').slice(-12).join('\n'),
  );
  return texts.join('\n').trim();
}

async function stop(site: ClusterSite, child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (process.platform === 'win32') return stopOnWindows(site, exited);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    child.kill(signal);
    const gone = await Promise.race([exited.then(() => true), wait(STOP_PATIENCE_MS, false, { ref: false })]);
    if (gone) return waitForTheLastOf(clusterOf(site.folder));
  }
}

/** Windows has no signals: PostgreSQL's own command asks through its own channel. */
async function stopOnWindows(site: ClusterSite, exited: Promise<string>): Promise<void> {
  const args = ['stop', '-D', clusterOf(site.folder), '-m', 'fast'];
  spawn(join(site.binaries.bin, 'pg_ctl'), args, { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
  await Promise.race([exited, wait(STOP_PATIENCE_MS, undefined, { ref: false })]);
}
