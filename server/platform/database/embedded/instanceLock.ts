import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess, isStillRunning } from './processIdentity.ts';
import type { ProcessIdentity } from './processIdentity.ts';
import { readPlacement } from './placement.ts';

const LOCK = 'running.json';

/** Another living program holds the data folder. Its message is meant for the operator. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
  readonly code = 'ALREADY_RUNNING';
}

export interface InstanceLock {
  release(): void;
}

/**
 * Takes an existing folder for this process. A lock whose process is dead is taken over.
 * @throws AlreadyRunningError when a living process, this one included, holds it
 */
export function takeInstanceLock(folder: string): InstanceLock {
  const path = join(folder, LOCK);
  const self = identifyProcess(process.pid);
  if (self === undefined) throw new Error('The system does not show this process to itself (is /proc mounted?).');
  const text = JSON.stringify(self) + '\n';

  while (!tryToWrite(path, text)) {
    const holder = readHolder(path);
    if (holder !== undefined && isStillRunning(holder)) {
      throw new AlreadyRunningError(
        `Another Jalon (process ${holder.pid}) already runs on the data of ${folder}. ` +
          'Stop it first, or start this one with another DATA_DIR.',
      );
    }
    setAside(path, holder);
  }
  return { release: () => releaseIfOurs(path, text) };
}

/** The living process that uses this data folder, if any. Writes nothing. */
export function findRunningInstance(dataDir: string): ProcessIdentity | undefined {
  const folders = [dataDir, readPlacement(dataDir)?.folder ?? dataDir];
  const holders = folders.flatMap((folder) => readHolder(join(folder, LOCK)) ?? []);
  return holders.find(isStillRunning);
}

/** Creates the lock complete or not at all: a reader never sees one half written. */
function tryToWrite(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A disk without hard links (exFAT, some shared folders): the rename below is then the best there is.
    if (existsSync(path)) return false;
    renameSync(draft, path);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two starters may find the same dead lock: only the one that really moves it away wins, and never moves a fresh one. */
function setAside(path: string, dead: ProcessIdentity | undefined): void {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  const isFresh = moved !== undefined && (moved.pid !== dead?.pid || moved.startedAt !== dead.startedAt);
  if (isFresh && !existsSync(path)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

function releaseIfOurs(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) rmSync(path, { force: true });
  } catch {
    // Already gone with its folder.
  }
}
