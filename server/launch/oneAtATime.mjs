import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CACHE, LaunchError, say } from './project.mjs';

const FOLDER = join(CACHE, 'preparing.lock');
const PATIENCE_MS = 15 * 60_000;

/**
 * Installing and building are done by one launcher at a time: two `npm ci` in one folder,
 * as when `npm start` and `npm test` are given together on a fresh clone, destroy each other.
 */
export async function oneAtATime(prepare) {
  await takeTurn();
  try {
    return await prepare();
  } finally {
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

async function takeTurn() {
  mkdirSync(CACHE, { recursive: true });
  const until = Date.now() + PATIENCE_MS;
  for (let told = false; ; told = true) {
    if (tryToTake()) return;
    if (removeIfAbandoned()) continue;
    if (!told) say('another command is installing or building here: waiting for it.');
    if (Date.now() > until)
      throw new LaunchError(`${FOLDER} is still held by another command; delete it if none runs.`);
    await wait(250);
  }
}

function tryToTake() {
  try {
    mkdirSync(FOLDER);
    writeFileSync(join(FOLDER, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A launcher that was killed leaves its lock behind. */
function removeIfAbandoned() {
  try {
    const holder = Number(readFileSync(join(FOLDER, 'pid'), 'utf8'));
    if (holder > 0 && isAlive(holder)) return false;
  } catch {
    // Taken this instant: its process number is about to be written.
    if (!isOlderThan(FOLDER, 2_000)) return false;
  }
  const aside = `${FOLDER}.${process.pid}`;
  try {
    renameSync(FOLDER, aside);
  } catch {
    return true;
  }
  rmSync(aside, { recursive: true, force: true });
  return true;
}

function isOlderThan(path, milliseconds) {
  try {
    return Date.now() - statSync(path).mtimeMs > milliseconds;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
