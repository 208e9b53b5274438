import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnProgram } from '../testing/spawnProgram.ts';

/** A project of three files with our launchers and our packages: what they do is seen without touching ours. */
class SmallProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'jalon-project-'));

  constructor() {
    cpSync(join(process.cwd(), 'server', 'launch'), join(this.folder, 'server', 'launch'), { recursive: true });
    for (const file of [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'server/package.json',
      'server/tsconfig.json',
      'server/tsconfig.build.json',
      'admin-ui/package.json',
    ]) {
      this.write(file, readFileSync(join(process.cwd(), file), 'utf8'));
    }
    // Lent, not given: were an installation to start, it would empty the folder of the real project.
    this.write('no/npm-cli.js', "console.error('EUSAGE: this project must not install'); process.exit(1);\n");
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.folder, 'node_modules'));
    this.write(
      'server/main.ts',
      "import { greeting } from './domain/greeting.ts';\nconsole.log(greeting, process.argv.length);\n",
    );
    this.write('server/domain/greeting.ts', "export const greeting: string = 'bonjour';\n");
    this.write('server/domain/list.csv', 'a;b\n');
    this.write('server/domain/greeting.test.ts', 'throw new Error();\n');
    this.write(
      'admin-ui/index.html',
      '<!doctype html><title>Jalon</title><script type="module" src="/main.ts"></script>',
    );
    this.write('admin-ui/main.ts', "document.title = 'Jalon';\n");
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  spawn(launcher: string, env: Record<string, string> = {}, ...args: string[]) {
    return spawnProgram([this.path(`server/launch/${launcher}`), ...args], {
      npm_execpath: this.path('no/npm-cli.js'),
      ...env,
    });
  }

  async run(launcher: string, env: Record<string, string> = {}, ...args: string[]) {
    const program = this.spawn(launcher, env, ...args);
    return { code: await program.exited, said: program.said() };
  }
}

let project: SmallProject;
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => rmSync(project.folder, { recursive: true, force: true }));

describe('building', () => {
  test('makes server and interface, then nothing while nothing changes, then only what did', async () => {
    const first = await project.run('build.mjs');
    expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/building server[^]*built in/) });
    expect(existsSync(project.path('server/dist/server/main.js'))).toBe(true);
    expect(existsSync(project.path('server/dist/server/domain/list.csv'))).toBe(true);
    expect(existsSync(project.path('server/dist/server/domain/greeting.test.js'))).toBe(false);
    expect(existsSync(project.path('admin-ui/dist/index.html'))).toBe(true);

    expect(await project.run('build.mjs')).toEqual({ code: 0, said: '' });

    project.write('admin-ui/main.ts', "document.title = 'Autre';\n");
    const ui = await project.run('build.mjs');
    expect(ui.said).toContain('building admin-ui');
    expect(ui.said).not.toContain('building server');

    project.write('server/main.ts', "console.log('bonsoir');\n");
    const server = await project.run('build.mjs');
    expect(server.said).toContain('building server');
    expect(server.said).not.toContain('building admin-ui');
  });

  test('what the interface shares with the server makes both stale', async () => {
    await project.run('build.mjs');
    project.write('server/domain/greeting.ts', "export const greeting: string = 'salut';\n");
    const { said } = await project.run('build.mjs');
    expect(said).toContain('building server');
    expect(said).toContain('building admin-ui');
  });

  test('a deleted source leaves no compiled ghost', async () => {
    project.write('server/ghost.ts', 'export const ghost = 1;\n');
    await project.run('build.mjs');
    expect(existsSync(project.path('server/dist/server/ghost.js'))).toBe(true);
    rmSync(project.path('server/ghost.ts'));
    await project.run('build.mjs');
    expect(existsSync(project.path('server/dist/server/ghost.js'))).toBe(false);
    expect(existsSync(project.path('server/dist/server/main.js'))).toBe(true);
  });
});

describe('starting', () => {
  test('builds, reads .env under the environment, and becomes the program', async () => {
    project.write(
      'server/main.ts',
      'console.log(process.env.PORT, process.env.HOST, process.pid);\nprocess.exitCode = 7;\n',
    );
    project.write('.env', 'PORT=1111\nHOST=from-file\n');
    const program = project.spawn('start.mjs', { PORT: '2222' });
    expect(await program.exited).toBe(7);
    expect(program.said()).toContain(`2222 from-file ${program.child.pid}`);
  });

  test('stops at an error of types, showing it, twice if asked twice', async () => {
    project.write('server/main.ts', "const port: number = 'three thousand';\nconsole.log('RAN', port);\n");
    for (const attempt of [1, 2]) {
      const { code, said } = await project.run('start.mjs');
      expect({ attempt, code }).toEqual({ attempt, code: 1 });
      expect(said).toMatch(/server\/main\.ts\(1,7\): error TS2322/);
      expect(said).not.toContain('RAN');
    }
    project.write('server/main.ts', "console.log('RAN');\n");
    expect((await project.run('start.mjs')).said).toContain('RAN'); // control
  });
});

describe('installing', () => {
  test('a failure of npm is explained, and nothing is built', async () => {
    rmSync(project.path('node_modules'));
    const registry = 'http://127.0.0.1:9/'; // the discard port: nobody answers
    const npm = {
      npm_execpath: '',
      npm_config_registry: registry,
      npm_config_fetch_retries: '0',
      npm_config_cache: project.path('cache'),
      npm_config_replace_registry_host: 'always',
    };
    const { code, said } = await project.run('start.mjs', npm);
    expect(code).toBe(1);
    expect(said).toContain('The package registry does not answer');
    expect(said).not.toContain('building');
  });

  test('a dependency added by hand without the lock file is not passed over in silence', async () => {
    expect(await project.run('install.mjs')).toEqual({ code: 0, said: '' }); // control
    const manifest = JSON.parse(readFileSync(project.path('package.json'), 'utf8')) as { devDependencies: object };
    project.write(
      'package.json',
      JSON.stringify({ ...manifest, devDependencies: { ...manifest.devDependencies, added: '1.0.0' } }),
    );
    const { code, said } = await project.run('install.mjs');
    expect(code).toBe(1);
    expect(said).toContain('package.json and package-lock.json disagree');
  });

  test('packages installed by hand are accepted without a second installation', async () => {
    rmSync(project.path('node_modules'));
    mkdirSync(project.path('node_modules'));
    const lock = JSON.parse(readFileSync(project.path('package-lock.json'), 'utf8')) as {
      packages: Record<string, object>;
    };
    for (const path of Object.keys(lock.packages).filter((name) => name.startsWith('node_modules/')))
      mkdirSync(project.path(path), { recursive: true });
    project.write('node_modules/.package-lock.json', JSON.stringify(lock));
    expect(await project.run('install.mjs')).toEqual({ code: 0, said: '' });
    expect(existsSync(project.path('node_modules/.jalon-stamp'))).toBe(true);
  });
});
