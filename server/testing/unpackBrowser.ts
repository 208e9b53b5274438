import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the unpacked Chromium and what it needs are. */
export interface UnpackedBrowser {
  readonly executablePath: string;
  /** Folder of the shared libraries that a bare system lacks (NSS, NSPR, expat). */
  readonly libraries: string;
  readonly fontsFile: string;
}

const CACHE = join(process.cwd(), '.cache', 'browser');

/** Unpacks the packaged Chromium once per version (200 MB, two seconds); two workers may ask at the same time. */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const folder = join(CACHE, versionOf('@sparticuz/chromium'));
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontsFile: writeFontsFile(folder),
  };
}

/** Complete under another name first: the final name says that nothing is missing. */
async function unpackInto(folder: string): Promise<void> {
  const draft = `${folder}.new-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    await runUnpacker(draft);
    if (!existsSync(join(draft, 'al2023', 'lib')))
      throw new Error('The libraries of the packaged browser did not come along.');
    chmodSync(join(draft, 'chromium'), 0o755);
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // otherwise another worker was quicker
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * In a process of its own, because the package writes to the temporary folder and brings its libraries only
 * where it believes to be on Lambda; both are told by the environment, which would mislead other packages.
 */
function runUnpacker(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', NODE_OPTIONS: '' };
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['-e', script], {
      env,
      cwd: process.cwd(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done() : failed(new Error(`The browser was not unpacked (code ${code}).\n${said}`)),
    );
  });
}

/** Fonts come from a package too: without any, Chromium dies at the first letter. */
function writeFontsFile(folder: string): string {
  const fonts = join(
    dirname(createRequire(join(process.cwd(), 'package.json')).resolve('dejavu-fonts-ttf/package.json')),
    'ttf',
  );
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
  const path = join(folder, 'fonts.conf');
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  return path;
}

function versionOf(name: string): string {
  const manifest = join(process.cwd(), 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
