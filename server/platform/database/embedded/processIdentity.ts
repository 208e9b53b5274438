import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** An opaque text that changes with the process; empty where the system cannot tell (Windows). */
  readonly startedAt: string;
}

/** Identifies a living process; undefined when it is gone, or dead and only waiting to be buried (a zombie). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') return identifyOnLinux(pid);
  if (process.platform === 'win32') return { pid, startedAt: '' };
  return identifyWithPs(pid);
}

/** Whether this very process, and not a namesake, still lives. */
export function isStillRunning(process: ProcessIdentity): boolean {
  const now = identifyProcess(process.pid);
  return now !== undefined && now.startedAt === process.startedAt;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function identifyOnLinux(pid: number): ProcessIdentity | undefined {
  try {
    // The name of the program, in parentheses, may hold spaces and parentheses: count from the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, startedAt: `${boot}:${fields[19] ?? ''}` };
  } catch {
    return undefined;
  }
}

function identifyWithPs(pid: number): ProcessIdentity | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...start] = (stdout ?? '').trim().split(/\s+/);
  if (state === undefined || state === '' || state.startsWith('Z')) return undefined;
  return { pid, startedAt: start.join(' ') };
}
