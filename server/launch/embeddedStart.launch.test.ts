import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { listPostgresOf, readPostmasterPid } from '../platform/database/embedded/orphan.ts';
import { clusterOf, logsOf, readPlacement } from '../platform/database/embedded/placement.ts';
import { identifyProcess } from '../platform/database/embedded/processIdentity.ts';
import { DataFolders, query, spawnHost, startHost } from '../testing/embeddedHost.ts';
import type { EmbeddedHost } from '../testing/embeddedHost.ts';
import { spawnProgram } from '../testing/spawnProgram.ts';

const IS_ROOT = process.getuid?.() === 0;
const folders = new DataFolders();

afterAll(() => folders.removeAll());

async function stopCleanly(host: EmbeddedHost): Promise<void> {
  host.child.kill('SIGTERM');
  expect(await host.exited).toBe(0);
}

describe('starting and stopping the embedded database', () => {
  test('SIGTERM leaves no process of the server and no trace of a crash', async () => {
    const host = await startHost(folders.next(0o711));
    const cluster = clusterOf(host.folder);
    const postmaster = readPostmasterPid(cluster);
    expect(postmaster === undefined ? undefined : identifyProcess(postmaster)).toBeDefined(); // control

    await stopCleanly(host);

    expect(listPostgresOf(cluster)).toEqual([]);
    expect(readPostmasterPid(cluster)).toBeUndefined();
    expect(existsSync(join(host.folder, 'running.json'))).toBe(false);
    expect(existsSync(join(dirname(host.folder), 'running.json'))).toBe(false);
  });

  test('a second start on the same data is refused in words, and the first goes on', async () => {
    const dataDir = folders.next(0o711);
    const first = await startHost(dataDir);

    const second = spawnHost(dataDir);
    expect(await second.exited).toBe(3);
    expect(second.said()).toContain(`Another Jalon (process ${first.child.pid}) already runs`);

    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stopCleanly(first);
  });

  test('of two starts at the same instant on new data, one serves and the other is refused', async () => {
    const dataDir = folders.next(0o700);
    const starts = await Promise.allSettled([startHost(dataDir), startHost(dataDir)]);
    const [winner, ...others] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const refusals = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
    expect(others).toEqual([]);
    expect(refusals).toEqual([expect.stringContaining(`Another Jalon (process ${winner?.child.pid}) already runs`)]);
    expect(await query(winner?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    if (winner !== undefined) await stopCleanly(winner);
  });

  test('a folder that only its owner can read is no obstacle, and its place is remembered', async () => {
    const dataDir = folders.next(0o700);
    const first = await startHost(dataDir);
    await query(first.url, 'create table kept (number int)', 'insert into kept values (7)');
    await stopCleanly(first);

    // Root lends the database to another account, in a place that this account can reach; others keep it at home.
    expect(first.folder.startsWith(IS_ROOT ? '/var/lib/jalon/' : dataDir)).toBe(true);
    expect(statSync(clusterOf(first.folder)).uid === 0).toBe(false);
    expect(statSync(clusterOf(first.folder)).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);

    const second = await startHost(dataDir);
    expect(second.folder).toBe(first.folder);
    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
    await stopCleanly(second);
  });

  test('a deleted data folder means a new database, and the former one is not destroyed unasked', async () => {
    const dataDir = folders.next(0o700);
    const first = await startHost(dataDir);
    await query(first.url, 'create table kept (number int)');
    await stopCleanly(first);

    rmSync(dataDir, { recursive: true });
    const second = await startHost(dataDir);

    expect(await query(second.url, "select to_regclass('kept') as found")).toEqual([{ found: null }]);
    const aside = /set aside in (\S+)\. /.exec(second.said())?.[1];
    expect(aside === undefined).toBe(!IS_ROOT);
    if (aside !== undefined) {
      expect(existsSync(clusterOf(aside))).toBe(true);
      rmSync(aside, { recursive: true });
    }
    await stopCleanly(second);
  });

  test('lost secrets are said, not replaced', async () => {
    const dataDir = folders.next(0o711);
    await stopCleanly(await startHost(dataDir));
    const secrets = join(dataDir, 'secrets.json');
    renameSync(secrets, `${secrets}.kept`);

    const blind = spawnHost(dataDir);
    expect(await blind.exited).toBe(1);
    expect(blind.said()).toContain('secrets.json is missing');

    renameSync(`${secrets}.kept`, secrets);
    await stopCleanly(await startHost(dataDir)); // control: they were all that was missing
  });

  test('a process that was given the number of a dead server is left in peace', async () => {
    const dataDir = folders.next(0o711);
    const first = await startHost(dataDir);
    const pidFile = join(clusterOf(first.folder), 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await stopCleanly(first);
    const bystander = spawnProgram(['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(pidFile, text.replace(/^\d+/, String(bystander.child.pid)), { mode: 0o600 });

    const second = await startHost(dataDir);

    expect(bystander.child.exitCode).toBeNull();
    expect(bystander.child.kill('SIGTERM')).toBe(true);
    await stopCleanly(second);
  });

  test('asks for its password on every connection, and listens on the loopback interface only', async () => {
    const host = await startHost(folders.next(0o711));
    const wrong = new URL(host.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(
      await query(host.url, "select string_agg(distinct auth_method, ',') as methods from pg_hba_file_rules"),
    ).toEqual([{ methods: 'scram-sha-256' }]);
    expect(await query(host.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(host.url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    expect(
      await query(
        host.url,
        "select setting from pg_settings where name in ('data_checksums', 'fsync', 'synchronous_commit')",
      ),
    ).toEqual(Array.from({ length: 3 }, () => ({ setting: 'on' })));
    await stopCleanly(host);
  });

  test('keeps what is in the rows out of the server’s log', async () => {
    const host = await startHost(folders.next(0o711));
    await query(host.url, 'create table people (name text unique)', "insert into people values ('CANARY-ROW')");
    await expect(query(host.url, "insert into people values ('CANARY-ROW')")).rejects.toMatchObject({ code: '23505' });
    await expect(query(host.url, "select date 'CANARY-VALUE'")).rejects.toMatchObject({ code: '22007' });
    await expect(query(host.url, "do $$ begin raise exception 'CANARY-RAISED'; end $$")).rejects.toMatchObject({
      code: 'P0001',
    });
    await stopCleanly(host);

    const logs = readdirSync(logsOf(host.folder)).map((name) => readFileSync(join(logsOf(host.folder), name), 'utf8'));
    expect(logs.join()).not.toContain('CANARY');
    expect(logs.join()).toContain('database system is shut down'); // control: this is the log
  });

  test('takes another port when the remembered one is taken', async () => {
    const dataDir = folders.next(0o711);
    const first = await startHost(dataDir);
    await stopCleanly(first);
    const squatter = spawnProgram([
      '-e',
      `require('node:net').createServer().listen(${first.port}, '127.0.0.1', () => console.log('sat'))`,
    ]);
    await new Promise((sat) => squatter.child.stdout?.once('data', sat));

    const second = await startHost(dataDir);
    expect(second.port).not.toBe(first.port);
    expect(readPlacement(dataDir)).toEqual({ folder: second.folder, port: second.port });
    expect(dirname(second.folder)).toBe(dirname(first.folder));
    squatter.child.kill();
    await stopCleanly(second);
  });
});
