import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runningDatabase } from '../platform/database/embedded/runningDatabase.ts';
import { migrate } from '../platform/database/migrate.ts';
import { DataFolders, query, startHost } from '../testing/embeddedHost.ts';
import { spawnProgram } from '../testing/spawnProgram.ts';

const folders = new DataFolders();
afterAll(() => folders.removeAll());

async function audit(dataDir: string, command: 'verify' | 'anchor'): Promise<string> {
  const program = spawnProgram([join(process.cwd(), 'server', 'launch', 'audit.mjs'), command], {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
  });
  return `${await program.exited}: ${(await program.exited, program.said())}`;
}

const AN_ENTRY = `select sec.write_audit(gen_random_uuid(), 'AUDITOR', gen_random_uuid(), 'listAudit', 'READ', 'DONE', 'CONTROL', null, '{}', '{}', null)`;

test('the trail of the embedded database is verified beside a running program, and without one', async () => {
  const dataDir = folders.next(0o711);
  const host = await startHost(dataDir);
  // Before Jalon was ever started on it: said, and no trace of the program.
  expect(await audit(dataDir, 'verify')).toMatch(/^1: This database holds no audit trail: start Jalon on it once/);
  const secretKey = runningDatabase(dataDir)?.secrets.secretKey ?? '';
  await migrate({ ownerUrl: host.url, secretKey });
  expect(await audit(dataDir, 'verify')).toMatch(/^0: The audit trail is whole: 0 entries/);
  await query(host.url, AN_ENTRY, AN_ENTRY);
  expect(await audit(dataDir, 'verify')).toMatch(/^1: No anchor in .*audit-anchors/);
  expect(await audit(dataDir, 'anchor')).toMatch(/^0: Anchored in/);
  expect(await audit(dataDir, 'anchor')).toMatch(/^0: Nothing new to anchor/);
  expect(await audit(dataDir, 'verify')).toMatch(/^0: The audit trail is whole: 2 entries in [\d.]+ s, last anchor 20/);

  const [cut] = await query<{ bucket: number }>(
    host.url,
    'alter table audit_entries disable trigger user',
    'alter table audit_heads disable trigger user',
    'delete from audit_entries where bucket = (select min(bucket) from audit_entries)',
    `update audit_heads set seq = 0, hash = '' where bucket = (select min(bucket) from audit_heads where seq > 0) returning bucket`,
  );
  host.child.kill('SIGTERM');
  await host.exited;
  const said = await audit(dataDir, 'verify');
  expect(said).toMatch(/^1: /);
  expect(said).toContain(`bucket ${cut?.bucket}, entry 1: missing.`);
});
