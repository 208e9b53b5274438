import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  CACHE,
  ROOT,
  LaunchError,
  isRunDirectly,
  launch,
  readIfThere,
  say,
  secondsSince,
  writeFileInPlace,
} from './project.mjs';
import { run } from './run.mjs';

const NEVER_A_SOURCE = new Set(['node_modules', 'dist', '.cache', '.jalon']);
const SERVER_OUTPUT = join(ROOT, 'server', 'dist');

/** The file that `npm start` runs. */
export const PROGRAM = join(SERVER_OUTPUT, 'server', 'main.js');

const SERVER = {
  name: 'server',
  sources: () => list('server', 'migrations', 'seeds', 'package-lock.json').filter(isOfTheProgram),
  outputs: [PROGRAM],
  async compile({ sources, vanished }) {
    // The compiler never deletes: a source that went away would live on as a module nobody wrote.
    if (vanished) rmSync(SERVER_OUTPUT, { recursive: true, force: true });
    await tool('typescript/bin/tsc', [
      '-p',
      'server/tsconfig.build.json',
      ...(process.stderr.isTTY ? ['--pretty'] : []),
    ]);
    copyAssets(sources);
  },
};

const UI = {
  name: 'admin-ui',
  sources: () =>
    list('admin-ui', 'server/contract', 'server/domain', 'package-lock.json').filter((path) => !isTest(path)),
  outputs: [join(ROOT, 'admin-ui', 'dist', 'index.html')],
  compile: () => tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: join(ROOT, 'admin-ui') }),
};

/**
 * Compiles the server and the interface, each only when the content of its sources differs from what
 * its output was made of. Contents are compared rather than dates: a checkout moves dates, not contents.
 */
export async function build() {
  const results = await Promise.allSettled([SERVER, UI].map(buildIfStale));
  const failures = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  if (failures.length === 0) return;
  throw failures.every((failure) => failure instanceof LaunchError)
    ? new LaunchError(failures.map(({ message }) => message).join('\n\n'))
    : failures.find((failure) => !(failure instanceof LaunchError));
}

async function buildIfStale({ name, sources, outputs, compile }) {
  const stamp = join(CACHE, 'build', `${name}.json`);
  const files = sources();
  const made = readIfThere(stamp);
  const wanted = JSON.stringify(Object.fromEntries(files.map((path) => [path, fingerprint(path)])), null, 1) + '\n';
  if (made === wanted && outputs.every((path) => existsSync(path))) return;

  const start = performance.now();
  say(`building ${name}…`);
  rmSync(stamp, { force: true });
  const before = made === undefined ? [] : Object.keys(JSON.parse(made));
  const vanished = before.some((path) => !files.includes(path));
  await compile({ sources: files, vanished: vanished || made === undefined }).catch((error) => {
    throw error instanceof LaunchError ? new LaunchError(`${name} does not build.\n\n${error.message}`) : error;
  });
  writeFileInPlace(stamp, wanted);
  say(`${name} built in ${secondsSince(start)}.`);
}

/** Every file under these paths of the project, in a stable order, as paths with slashes. */
function list(...paths) {
  const files = paths.flatMap((path) => {
    const absolute = join(ROOT, path);
    if (!existsSync(absolute)) return [];
    return path.endsWith('.json') ? [absolute] : filesUnder(absolute);
  });
  return files.map((path) => relative(ROOT, path).split(sep).join('/')).sort();
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NEVER_A_SOURCE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
  });
}

function isTest(path) {
  return /\.test\.tsx?$/.test(path);
}

function isOfTheProgram(path) {
  return !isTest(path) && !path.startsWith('server/testing/') && !path.startsWith('server/launch/');
}

function fingerprint(path) {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, path)))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * The compiler carries TypeScript only. What modules read beside themselves (lists, SQL, accounts)
 * goes to the same place in the output, so that `import.meta.dirname` means the same there and in the tests.
 */
function copyAssets(sources) {
  for (const path of sources) {
    if (/\.ts$|^package-lock\.json$|^server\/(tsconfig|package|jest|eslint)[^/]*$/.test(path)) continue;
    const target = join(SERVER_OUTPUT, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(ROOT, path), target);
  }
}

async function tool(script, args, { cwd = ROOT } = {}) {
  const { code, output: coloured } = await run(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd,
  });
  const output = process.stderr.isTTY ? coloured : stripVTControlCharacters(coloured);
  if (code !== 0) throw new LaunchError(output.trim() || `${script} stopped with exit code ${code}.`);
  if (output.trim() !== '') process.stderr.write(output);
}

if (isRunDirectly(import.meta)) await launch(build);
