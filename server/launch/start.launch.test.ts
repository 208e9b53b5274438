import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../platform/database/embedded/freePort.ts';
import { isPostgresOf, listPostgresOf, readPostmasterPid } from '../platform/database/embedded/orphan.ts';
import { clusterOf, readPlacement } from '../platform/database/embedded/placement.ts';
import { DataFolders } from '../testing/embeddedHost.ts';
import { eventually, spawnProgram } from '../testing/spawnProgram.ts';
import type { SpawnedProgram } from '../testing/spawnProgram.ts';

const START = join(process.cwd(), 'server', 'launch', 'start.mjs');
const folders = new DataFolders();

afterAll(() => folders.removeAll());

function settings(dataDir: string, port: number): Record<string, string> {
  const own = { DATA_DIR: dataDir, PORT: String(port), SEED: 'reference', NODE_ENV: 'development', DATABASE_URL: '' };
  return { ...(process.env as Record<string, string>), ...own };
}

function start(dataDir: string, port: number, more: Record<string, string> = {}): SpawnedProgram {
  return spawnProgram([START], { ...settings(dataDir, port), ...more });
}

async function untilHealthy(program: SpawnedProgram, port: number): Promise<void> {
  await eventually(async () => {
    const { exitCode } = program.child;
    if (exitCode !== null) throw new Error(`The program stopped with code ${exitCode}: ${program.said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return answer?.status === 200 ? true : undefined;
  }, program.said);
}

function clusterUnder(dataDir: string): string {
  return clusterOf(readPlacement(dataDir)?.folder ?? '');
}

describe('npm start', () => {
  test('serves, refuses a second start without harm to the first, and stops with its database on SIGTERM', async () => {
    const dataDir = folders.next(0o711);
    const port = await freePort();
    const first = start(dataDir, port);
    await untilHealthy(first, port);
    expect(listPostgresOf(clusterUnder(dataDir)).length > 0).toBe(process.platform === 'linux'); // control of the last lines

    const second = start(dataDir, await freePort());
    expect(await second.exited).toBe(1);
    expect(second.said()).toContain(`already runs on`);
    expect(second.said()).toContain(`process ${first.child.pid}`);
    expect(second.said()).not.toContain('building');
    await untilHealthy(first, port);

    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(listPostgresOf(clusterUnder(dataDir))).toEqual([]);
    expect(readPostmasterPid(clusterUnder(dataDir))).toBeUndefined();
  });

  test('comes back after a kill -9, on the database that was left running', async () => {
    const dataDir = folders.next(0o711);
    const port = await freePort();
    const killed = start(dataDir, port);
    await untilHealthy(killed, port);
    const orphan = readPostmasterPid(clusterUnder(dataDir)) ?? 0;
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(isPostgresOf(orphan, clusterUnder(dataDir))).toBe(true);

    const next = start(dataDir, port);
    await untilHealthy(next, port);
    expect(isPostgresOf(orphan, clusterUnder(dataDir))).toBe(false);
    next.child.kill('SIGINT');
    expect(await next.exited).toBe(0);
  });

  test('stops when the shell of npm that runs it is gone, as when npm passes a SIGTERM on to that shell', async () => {
    const dataDir = folders.next(0o711);
    const port = await freePort();
    const env = { ...settings(dataDir, port), npm_lifecycle_event: 'start' };
    // The second command keeps the shell in between, as some systems do with one command.
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" "${START}"; :`], { env, stdio: 'ignore' });
    const isServed = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ status }) => status === 200,
        () => false,
      );
    await eventually(
      async () => ((await isServed()) ? true : undefined),
      () => 'it does not serve',
    );

    shell.kill('SIGTERM');

    await eventually(
      () => (listPostgresOf(clusterUnder(dataDir)).length === 0 ? true : undefined),
      () => 'it goes on',
    );
    expect(readPostmasterPid(clusterUnder(dataDir))).toBeUndefined();
    expect(await isServed()).toBe(false);
  });

  test('refuses wrong settings in words, before it makes anything', async () => {
    const dataDir = folders.next(0o711);
    const program = start(dataDir, 70_000, { SEED: 'everything' });
    expect(await program.exited).toBe(1);
    expect(program.said()).toContain('PORT is "70000"');
    expect(program.said()).toContain('SEED is "everything"');
    expect(program.said()).not.toContain('    at '); // no stack
    expect(readPlacement(dataDir)).toBeUndefined();
  });
});
