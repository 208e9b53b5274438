import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../platform/database/embedded/startEmbeddedPostgres.ts';
import { removeTestServer, sweepAbandonedServers, TEST_FOLDER_PREFIX } from './testServerFolder.ts';
import type { RunningTestServer } from './testServerFolder.ts';
import { makeTemplate } from './makeTemplate.ts';
import { TEST_SERVER_VARIABLE } from './templateDatabase.ts';

/**
 * Starts the one PostgreSQL of a test run and makes the template database in it. Jest calls this for every
 * project that names it; the first call does the work, and the workers, forked later, inherit the variable.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env[TEST_SERVER_VARIABLE] !== undefined) return;

  await sweepAbandonedServers();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  // As root, PostgreSQL runs under another account, which must pass through.
  chmodSync(folder, 0o711);
  const said: string[] = [];
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    durable: false,
    log: (line) => said.push(line),
  });
  const running: RunningTestServer = { folder, postgres };
  (globalThis as { jalonTestServer?: RunningTestServer }).jalonTestServer = running;

  try {
    const { secretKey } = postgres.secrets;
    const template = await makeTemplate(postgres.url, secretKey);
    process.env[TEST_SERVER_VARIABLE] = JSON.stringify({ url: postgres.url, template, secretKey });
  } catch (error) {
    await removeTestServer(running);
    throw error;
  }
}
