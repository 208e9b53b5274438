import { parseArgs } from 'node:util';
import pg from 'pg';
import { ConfigError, readConfig } from './config.ts';
import { CannotInvite, inviteByHand } from './platform/auth/inviteByHand.ts';
import { AlreadyRunningError } from './platform/database/embedded/instanceLock.ts';
import { startEmbeddedPostgres } from './platform/database/embedded/startEmbeddedPostgres.ts';
import { migrate } from './platform/database/migrate.ts';

const USAGE =
  'npm run account:invite -- --email somebody@example.org --role ADMIN --organisation "Exploitation" [--name "Somebody"] [--departments 59,62]';

/** `npm run account:invite`: makes an account by hand and writes its link of invitation, once, on the terminal. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      role: { type: 'string' },
      organisation: { type: 'string' },
      name: { type: 'string' },
      departments: { type: 'string', default: '' },
    },
  });
  const { email, role, organisation, name, departments } = values;
  if (email === undefined || role === undefined || organisation === undefined) throw new CannotInvite(USAGE);
  const config = readConfig(process.env);
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: () => undefined })
      : undefined;
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate({ ownerUrl, secretKey: config.secretKey ?? embedded?.secrets.secretKey ?? '' });
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const given = { email, role, organisation, displayName: name ?? email, departments: departments.split(/[\s,]+/) };
    const { path, endsAt } = await inviteByHand(
      client,
      { ...given, departments: given.departments.filter((code) => code !== '') },
      new Date(),
    ).finally(() => client.end());
    const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
    process.stdout.write(`${email} may choose a password until ${endsAt.toISOString()}, once, at\n${origin}${path}\n`);
  } finally {
    await embedded?.stop();
  }
}

const SAID = [ConfigError, CannotInvite, AlreadyRunningError];

main().catch((error: unknown) => {
  const isSaid =
    SAID.some((kind) => error instanceof kind) || (error as { code?: string }).code?.startsWith('ERR_PARSE');
  process.stderr.write(`${isSaid === true ? (error as Error).message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
