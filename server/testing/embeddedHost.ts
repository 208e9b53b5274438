import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { stopOrphan } from '../platform/database/embedded/orphan.ts';
import { clusterOf, readPlacement } from '../platform/database/embedded/placement.ts';
import { eventually, spawnProgram } from './spawnProgram.ts';
import type { SpawnedProgram } from './spawnProgram.ts';

const HOST = join(process.cwd(), 'server', 'launch', 'embeddedHost.mjs');

/** A process that runs an embedded database, ready to be ended in some way. */
export interface EmbeddedHost extends SpawnedProgram {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
}

/** Starts the host on a data folder without waiting for it. */
export function spawnHost(dataDir: string): SpawnedProgram {
  return spawnProgram([HOST, dataDir]);
}

/** Starts the host and waits until its database answers. */
export async function startHost(dataDir: string): Promise<EmbeddedHost> {
  const program = spawnHost(dataDir);
  const line = await eventually(() => {
    if (program.child.exitCode !== null)
      throw new Error(`The host stopped (${program.child.exitCode}): ${program.said()}`);
    return /^\{.*\}$/m.exec(program.said())?.[0];
  }, program.said);
  return { ...program, ...(JSON.parse(line) as { url: string; port: number; folder: string }) };
}

/** Runs statements on one connection and gives the rows of the last. */
export async function query<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Data folders of one test file, deleted with their databases at its end, wherever these were put. */
export class DataFolders {
  private readonly parents: string[] = [];
  private readonly dataDirs: string[] = [];

  /** A data folder that does not exist yet, under one with these rights. */
  next(mode: number): string {
    const parent = mkdtempSync(join(tmpdir(), 'jalon-launch-'));
    chmodSync(parent, mode);
    const dataDir = join(parent, 'data');
    this.parents.push(parent);
    this.dataDirs.push(dataDir);
    return dataDir;
  }

  async removeAll(): Promise<void> {
    for (const folder of this.dataDirs.flatMap((dataDir) => readPlacement(dataDir)?.folder ?? [])) {
      await stopOrphan(clusterOf(folder), () => undefined);
      rmSync(folder, { recursive: true, force: true });
    }
    for (const parent of this.parents) rmSync(parent, { recursive: true, force: true });
  }
}
