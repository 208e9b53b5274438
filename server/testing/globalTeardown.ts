import { TEST_SERVER_VARIABLE } from './templateDatabase.ts';
import { removeTestServer } from './testServerFolder.ts';
import type { RunningTestServer } from './testServerFolder.ts';

/** Stops the PostgreSQL of the run and leaves nothing of it. Called once per project, works once. */
export default async function globalTeardown(): Promise<void> {
  const holder = globalThis as { jalonTestServer?: RunningTestServer };
  const running = holder.jalonTestServer;
  if (running === undefined) return;

  delete holder.jalonTestServer;
  delete process.env[TEST_SERVER_VARIABLE];
  await removeTestServer(running);
}
