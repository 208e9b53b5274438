import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { LaunchError, ROOT, isRunDirectly, launch, say } from './project.mjs';
import { run } from './run.mjs';

const LOCK = join(ROOT, 'server', 'dist', 'server', 'platform', 'database', 'embedded', 'instanceLock.js');
const PATIENCE_MS = 4_000;

/**
 * A second start beside a running program must not rebuild under its feet. The program takes the
 * same lock again, for good, when it starts the database; this look comes before anything is written.
 * In a process of its own: the modules it loads from the last build must not be those of the next.
 */
export async function refuseSecondStart() {
  if (process.env.DATABASE_URL || !existsSync(LOCK)) return;
  const { code } = await run(process.execPath, [import.meta.filename], { show: true });
  if (code !== 0)
    throw new LaunchError('Stop the other one first, or give this one another DATA_DIR and another PORT.');
}

async function look() {
  const { findRunningInstance } = await import(pathToFileURL(LOCK).href);
  const dataDir = resolve(process.env.DATA_DIR || join('.jalon', 'data'));
  const running = findRunningInstance(dataDir);
  if (running === undefined) return 0;

  say(`Jalon already runs on ${dataDir} (process ${running.pid}); waiting a moment, in case it is stopping…`);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(100)) {
    if (findRunningInstance(dataDir) === undefined) return 0;
  }
  return 1;
}

if (isRunDirectly(import.meta)) await launch(look);
