import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identifyProcess } from './processIdentity.ts';

const REST_PATIENCE_MS = 5_000;
const PATIENCE_MS = { SIGINT: 30_000, SIGQUIT: 10_000 };

/**
 * Stops the PostgreSQL that a killed program left running on this cluster. It is not adopted: its
 * settings are those of another start, and nobody would hear of its end. Call it with the instance
 * lock held: then a server found here cannot belong to a living program.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = readPostmasterPid(cluster);
  if (pid === undefined) return;
  if (!isPostgresOf(pid, cluster)) return removeMisleadingPidFile(pid, cluster);

  log(`Stopping the PostgreSQL (process ${pid}) left by a program that was killed.`);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    sendSignal(pid, signal);
    if (await isGoneWithin(PATIENCE_MS[signal], pid, cluster)) return;
  }
  throw new Error(
    `PostgreSQL (process ${pid}) still runs on ${cluster} and does not stop. Stop it by hand, then start again.`,
  );
}

/** The number in postmaster.pid; undefined when the last stop was clean. */
export function readPostmasterPid(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether that process is a PostgreSQL of that very cluster: process numbers are given again. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  if (identifyProcess(pid) === undefined) return false;
  if (process.platform === 'linux') return isPostgresOnLinux(pid, cluster);
  if (process.platform === 'win32') return tasklistNamesPostgres(pid);
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return (stdout ?? '').includes('postgres') && (stdout ?? '').includes(cluster);
}

/**
 * Waits for the last process of a server that has stopped, on Linux: its logger writes what the others said last, and ends a
 * moment after the postmaster. Until then its folder is not at rest for whoever copies it, or takes it away.
 */
export async function waitForTheLastOf(cluster: string): Promise<void> {
  for (const until = Date.now() + REST_PATIENCE_MS; Date.now() < until; await wait(20)) {
    if (listPostgresOf(cluster).length === 0) return;
  }
}

/** The processes of the cluster's server on Linux, the postmaster and its children. */
export function listPostgresOf(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOnLinux(pid, cluster) && identifyProcess(pid) !== undefined);
}

/** A server works inside its cluster; its workers change their command line but not their folder. */
function isPostgresOnLinux(pid: number, cluster: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function tasklistNamesPostgres(pid: number): boolean {
  const { stdout } = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' });
  return (stdout ?? '').toLowerCase().includes('postgres.exe');
}

/**
 * After a reboot the number may be another program's, and PostgreSQL would then refuse to start. A dead
 * number is left to PostgreSQL itself, which also looks for survivors in its shared memory.
 */
function removeMisleadingPidFile(pid: number, cluster: string): void {
  if (identifyProcess(pid) !== undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

async function isGoneWithin(milliseconds: number, pid: number, cluster: string): Promise<boolean> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await wait(50)) {
    if (!isPostgresOf(pid, cluster)) return true;
  }
  return false;
}

function sendSignal(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself meanwhile.
  }
}
