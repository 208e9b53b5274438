import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunningInstance } from '../platform/database/embedded/instanceLock.ts';
import { stopOrphan } from '../platform/database/embedded/orphan.ts';
import { clusterOf, readPlacement } from '../platform/database/embedded/placement.ts';
import type { EmbeddedPostgres } from '../platform/database/embedded/startEmbeddedPostgres.ts';

/** The PostgreSQL of a test run, and the temporary folder that dies with it. */
export interface RunningTestServer {
  readonly folder: string;
  readonly postgres: EmbeddedPostgres;
}

export const TEST_FOLDER_PREFIX = 'jalon-test-';

/** Stops the server and deletes everything it wrote. */
export async function removeTestServer({ folder, postgres }: RunningTestServer): Promise<void> {
  await postgres.stop();
  rmSync(postgres.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed could not clean up: the next one does, without touching runs that live. */
export async function sweepAbandonedServers(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(TEST_FOLDER_PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    await sweep(folder).catch(() => undefined); // another account's, or being made at this very moment
  }
}

async function sweep(folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  const placement = readPlacement(dataDir);
  if (placement === undefined || findRunningInstance(dataDir) !== undefined) return;
  await stopOrphan(clusterOf(placement.folder), () => undefined);
  rmSync(placement.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
