import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stopWithLauncher } from './stopWithLauncher.mjs';

/** The folder of the whole project, whatever the current directory is. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

/** What the launchers remember between two runs. Never committed, safe to delete. */
export const CACHE = join(ROOT, '.cache');

const OLDEST_NODE = [20, 19];

/** Stops with a sentence rather than a syntax error deep in a dependency. */
export function requireNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new LaunchError(`Node ${OLDEST_NODE.join('.')} or later is needed; this is Node ${version}.`);
}

/** A failure already said in words for the person at the terminal: shown without a stack. */
export class LaunchError extends Error {
  name = 'LaunchError';

  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One line on standard error, so that standard output belongs to the program and to the tests. */
export function say(line) {
  process.stderr.write(`[jalon] ${line}\n`);
}

/** Runs a launcher and turns what it throws into a sentence and an exit code. */
export async function launch(main) {
  try {
    requireNodeVersion();
    stopWithLauncher();
    process.exitCode = (await main(process.argv.slice(2))) ?? process.exitCode ?? 0;
  } catch (error) {
    if (error instanceof LaunchError) say(error.message);
    else say(error?.stack ?? String(error));
    process.exitCode = error?.exitCode ?? 1;
  }
}

/** Whether the file itself was run, rather than imported. */
export function isRunDirectly(meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === meta.filename;
}

export function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** The text of a file, undefined when it does not exist. */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export function writeFileInPlace(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Seconds since a `performance.now()`, to be read by a person. */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
