import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './writeAtomically.ts';

/** Made once for a data folder, kept in its `secrets.json` (0600). To be backed up with the database, apart from it. */
export interface EmbeddedSecrets {
  /** 64 hexadecimal digits: the program's master secret, from which it derives all others. */
  readonly secretKey: string;
  /** Of the superuser of the embedded database. */
  readonly postgresPassword: string;
}

/**
 * Reads the secrets of a data folder, or makes them when it is new.
 * @throws Error when they are lost while a database exists: new ones would open nothing
 */
export function readOrMakeSecrets(dataDir: string, clusterPath: string): EmbeddedSecrets {
  const path = join(dataDir, 'secrets.json');
  if (existsSync(path)) return readSecrets(path);

  if (existsSync(clusterPath)) {
    throw new Error(
      `${path} is missing while a database exists in ${clusterPath}. Restore it from a backup: ` +
        'nothing else opens this database. To start anew, move that folder away.',
    );
  }
  const secrets = { secretKey: randomBytes(32).toString('hex'), postgresPassword: randomBytes(24).toString('hex') };
  writeAtomically(path, JSON.stringify(secrets, null, 2) + '\n', 0o600);
  return secrets;
}

function readSecrets(path: string): EmbeddedSecrets {
  const { secretKey, postgresPassword } = JSON.parse(readFileSync(path, 'utf8')) as Partial<EmbeddedSecrets>;
  if (typeof secretKey !== 'string' || typeof postgresPassword !== 'string') {
    throw new Error(`${path} holds no secretKey or no postgresPassword: restore it from a backup.`);
  }
  return { secretKey, postgresPassword };
}
