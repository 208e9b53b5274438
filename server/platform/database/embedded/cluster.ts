import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { clusterOf, logsOf } from './placement.ts';
import type { Account } from './placement.ts';
import { serverSettings } from './settings.ts';

/** Everything that is needed to make or run the cluster of a folder. */
export interface ClusterSite {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
  readonly durable: boolean;
}

/** The superuser of the embedded cluster. */
export const SUPERUSER = 'postgres';

const INCLUDE = "include 'jalon.conf'";

/** Makes the cluster when there is none, then writes the settings of this version of the program. */
export async function prepareCluster(site: ClusterSite): Promise<void> {
  const cluster = clusterOf(site.folder);
  if (existsSync(cluster)) refuseOtherMajor(cluster, site.binaries);
  else await makeCluster(site, cluster);

  const logs = logsOf(site.folder);
  if (!existsSync(logs)) makeOwned(logs, site.account);
  writeOwned(join(cluster, 'jalon.conf'), serverSettings({ logs, durable: site.durable }), site.account);
}

/** initdb under another name: a cluster that exists is a cluster that was finished. */
async function makeCluster(site: ClusterSite, cluster: string): Promise<void> {
  const draft = `${cluster}.new`;
  const passwordFile = join(site.folder, 'password.new');
  rmSync(draft, { recursive: true, force: true });
  makeOwned(draft, site.account);
  writeOwned(passwordFile, site.password, site.account);
  try {
    await runInitdb(site, draft, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(draft, 'postgresql.conf'), `\n${INCLUDE}\n`);
  renameSync(draft, cluster);
}

function runInitdb(
  { binaries, account, folder, durable }: ClusterSite,
  draft: string,
  passwordFile: string,
): Promise<void> {
  const args = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // Without it the encoding would follow LANG, and an empty LANG means SQL_ASCII.
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=fr-FR',
    '--locale=C',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((done, failed) => {
    const child = spawn(join(binaries.bin, 'initdb'), args, {
      ...account,
      cwd: folder,
      env: cleanEnvironment(),
      windowsHide: true,
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', (cause) => failed(new Error(`initdb could not be run. ${hint()}`, { cause })));
    child.once('close', (code) =>
      code === 0 ? done() : failed(new Error(`initdb stopped with code ${code}.\n${said.trim()}\n${hint()}`)),
    );
  });
}

/** The packaged programs are for the GNU C library; on another one the system only says "not found". */
function hint(): string {
  return 'The embedded PostgreSQL needs glibc 2.27 or later on Linux (not Alpine); elsewhere set DATABASE_URL.';
}

/** None of our secrets, and no PGDATA or PGPORT that an operator has for another server. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const values = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { ...Object.fromEntries(values), LC_ALL: 'C' };
}

function refuseOtherMajor(cluster: string, { major }: Binaries): void {
  const found = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
  if (found === major) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${found}, and this version of Jalon brings PostgreSQL ${major}. ` +
      'Export it with the former version, then import it here.',
  );
}

function makeOwned(path: string, account: Account | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function writeOwned(path: string, text: string, account: Account | undefined): void {
  writeFileSync(path, text, { mode: 0o600 });
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}
