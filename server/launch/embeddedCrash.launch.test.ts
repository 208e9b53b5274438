import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { isPostgresOf, listPostgresOf, readPostmasterPid } from '../platform/database/embedded/orphan.ts';
import { clusterOf } from '../platform/database/embedded/placement.ts';
import { DataFolders, query, startHost } from '../testing/embeddedHost.ts';
import type { EmbeddedHost } from '../testing/embeddedHost.ts';
import { eventually } from '../testing/spawnProgram.ts';

const COUNT = 'select count(*)::int as count from kept';
const folders = new DataFolders();

afterAll(() => folders.removeAll());

function postmasterOf(host: EmbeddedHost): number {
  const pid = readPostmasterPid(clusterOf(host.folder));
  if (pid === undefined) throw new Error('No server runs.');
  return pid;
}

/** Inserts 1, 2, 3… one transaction each until the connection breaks; gives the last number that was acknowledged. */
async function insertUntilBroken(host: EmbeddedHost, breakAt: number, breakIt: () => void): Promise<number> {
  const client = new pg.Client({ connectionString: host.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept (number int primary key)');
  for (let number = 1; ; number += 1) {
    // Not waited for: the blow falls while this very row is being written.
    if (number === breakAt) setImmediate(breakIt);
    const isAcknowledged = await client.query('insert into kept values ($1)', [number]).then(
      () => true,
      () => false,
    );
    if (!isAcknowledged) return number - 1;
  }
}

describe('the embedded database', () => {
  test('keeps every acknowledged row when program and server are killed with kill -9 in the middle of writing', async () => {
    const dataDir = folders.next(0o711);
    const first = await startHost(dataDir);
    const postmaster = postmasterOf(first);

    const acknowledged = await insertUntilBroken(first, 500, () => {
      first.child.kill('SIGKILL');
      process.kill(postmaster, 'SIGKILL');
    });
    await first.exited;

    const second = await startHost(dataDir);
    const rows = await query<{ number: number }>(second.url, 'select number from kept order by number');
    expect(acknowledged).toBeGreaterThanOrEqual(499);
    expect(rows.slice(0, acknowledged).map(({ number }) => number)).toEqual(
      Array.from({ length: acknowledged }, (_, index) => index + 1),
    );
    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });

  test('left alone by a killed program, is stopped by the next start, which finds its rows', async () => {
    const dataDir = folders.next(0o711);
    const first = await startHost(dataDir);
    await query(first.url, 'create table kept (number int)', 'insert into kept values (1), (2)');
    const orphan = postmasterOf(first);
    first.child.kill('SIGKILL');
    await first.exited;
    expect(isPostgresOf(orphan, clusterOf(first.folder))).toBe(true); // control: there is an orphan to deal with

    const second = await startHost(dataDir);
    expect(second.said()).toContain(`process ${orphan}`);
    expect(isPostgresOf(orphan, clusterOf(first.folder))).toBe(false);
    expect(postmasterOf(second)).not.toBe(orphan);
    expect(second.port).toBe(first.port);
    expect(await query(second.url, COUNT)).toEqual([{ count: 2 }]);
    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });

  test('killed under a living program, comes back on the same port with its rows', async () => {
    const host = await startHost(folders.next(0o711));
    await query(host.url, 'create table kept (number int)', 'insert into kept values (1)');
    const killed = postmasterOf(host);

    process.kill(killed, 'SIGKILL');
    await eventually(() => (host.said().includes('PostgreSQL is back') ? true : undefined), host.said);

    expect(postmasterOf(host)).not.toBe(killed);
    expect(await query(host.url, COUNT)).toEqual([{ count: 1 }]);
    host.child.kill('SIGTERM');
    expect(await host.exited).toBe(0);
    expect(listPostgresOf(clusterOf(host.folder))).toEqual([]);
  });

  test.each([
    ['exits without stopping it', 'SIGUSR2', 1],
    ['is stopped by a signal that it does not handle', 'SIGHUP', 129],
  ] as const)('does not outlive a program that %s', async (_, signal, code) => {
    const host = await startHost(folders.next(0o711));
    const postmaster = postmasterOf(host);

    host.child.kill(signal);

    expect(await host.exited).toBe(code);
    await eventually(() => (isPostgresOf(postmaster, clusterOf(host.folder)) ? undefined : true), host.said);
    expect(readPostmasterPid(clusterOf(host.folder))).toBeUndefined();
  });
});
