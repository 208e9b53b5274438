import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ROOT,
  LaunchError,
  isRunDirectly,
  launch,
  readIfThere,
  say,
  secondsSince,
  sha256,
  writeFileInPlace,
} from './project.mjs';
import { run } from './run.mjs';

const STAMP = join(ROOT, 'node_modules', '.jalon-stamp');
const MANIFESTS = ['package-lock.json', 'package.json', 'server/package.json', 'admin-ui/package.json', '.npmrc'];

/** Installs the packages of the lock file unless exactly these are already there. */
export async function install() {
  const wanted = describeWanted();
  if (readIfThere(STAMP) === wanted) return;
  if (isLockFileInstalled()) return writeFileInPlace(STAMP, wanted);

  const start = performance.now();
  say('installing the packages of package-lock.json (npm ci); a minute the first time…');
  const { code, output } = await npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) throw new LaunchError(explainFailure(code, output));
  writeFileInPlace(STAMP, wanted);
  say(`packages installed in ${secondsSince(start)}.`);
}

/** Everything that makes an installed folder right or wrong: manifests, Node's major, the machine. */
function describeWanted() {
  const manifests = MANIFESTS.map((file) => [file, sha256(readIfThere(join(ROOT, file)) ?? '')]);
  const machine = [process.versions.node.split('.')[0], process.platform, process.arch];
  return JSON.stringify({ manifests, machine }) + '\n';
}

/**
 * Whether node_modules already holds what the lock file asks for on this machine, by npm's own
 * record: someone ran `npm ci` by hand, as many CI do, and need not wait for a second one.
 */
function isLockFileInstalled() {
  const locked = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  if (locked === undefined || installed === undefined) return false;
  if (!['', 'server', 'admin-ui'].every((folder) => asksForTheSame(folder, locked[folder]))) return false;

  return Object.entries(locked)
    .filter(([path, entry]) => path.startsWith('node_modules/') && isWantedHere(entry))
    .every(([path, entry]) => isSame(installed[path], entry) && existsSync(join(ROOT, path)));
}

/** A dependency written by hand in package.json is not in the lock file yet: npm shall say so. */
function asksForTheSame(folder, lockedManifest) {
  const manifest = JSON.parse(readIfThere(join(ROOT, folder, 'package.json')) ?? '{}');
  const asked = ({ dependencies = {}, devDependencies = {} } = {}) =>
    JSON.stringify([dependencies, devDependencies].map((wanted) => Object.entries(wanted).sort()));
  return asked(manifest) === asked(lockedManifest);
}

function readPackages(path) {
  const text = readIfThere(path);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

function isSame(installed, entry) {
  return installed !== undefined && installed.version === entry.version && installed.integrity === entry.integrity;
}

/** Optional packages are binaries of a platform: only those of this one are missed. */
function isWantedHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  if (os === undefined) return false;
  return os.includes(process.platform) && (cpu?.includes(process.arch) ?? true) && (libc?.includes(thisLibc()) ?? true);
}

function thisLibc() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

/** The npm that started us when there is one, else the one of the PATH. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return run(process.execPath, [cli, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' }).catch((cause) => {
    throw new LaunchError(`npm could not be started (${cause.message}). Is it installed beside Node?`);
  });
}

const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ENETUNREACH/,
    'The package registry cannot be found: is the network there? (npm config get registry)',
  ],
  [
    /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH/,
    'The package registry does not answer: network, proxy or firewall? (npm config get registry, proxy)',
  ],
  [
    /CERT|certificate/,
    'The certificate of the package registry is refused: npm config cafile, or NODE_EXTRA_CA_CERTS.',
  ],
  [/EUSAGE/, 'package.json and package-lock.json disagree: run `npm install` and commit the lock file.'],
  [/EACCES|EPERM|EROFS/, 'The folder of the project cannot be written by this user.'],
  [/ENOSPC/, 'The disk is full: about 1.2 GB is needed.'],
  [/E40[13]/, 'The package registry wants other credentials (.npmrc).'],
  [/ETARGET|E404/, 'The package registry lacks a version named by the lock file.'],
];

function explainFailure(code, output) {
  const tail = output.trimEnd().split('\n').slice(-25).join('\n');
  const cause = CAUSES.find(([pattern]) => pattern.test(output))?.[1] ?? 'See what npm said above.';
  return `npm ci failed (exit code ${code}).\n\n${tail}\n\n${cause} Then run the same command again.`;
}

if (isRunDirectly(import.meta)) await launch(install);
