import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUPERUSER } from './cluster.ts';
import { findRunningInstance } from './instanceLock.ts';
import { readPlacement } from './placement.ts';
import type { EmbeddedSecrets } from './secrets.ts';

export interface RunningDatabase {
  readonly url: string;
  readonly secrets: EmbeddedSecrets;
}

/** The embedded database of a data folder that a living program has started; undefined when none runs. Starts nothing. */
export function runningDatabase(dataDir: string, database = 'jalon'): RunningDatabase | undefined {
  const port = readPlacement(dataDir)?.port;
  const path = join(dataDir, 'secrets.json');
  if (port === undefined || !existsSync(path) || findRunningInstance(dataDir) === undefined) return undefined;
  const secrets = JSON.parse(readFileSync(path, 'utf8')) as EmbeddedSecrets;
  return { url: `postgres://${SUPERUSER}:${secrets.postgresPassword}@127.0.0.1:${port}/${database}`, secrets };
}
