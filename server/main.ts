import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError, readConfig, type Config } from './config.ts';
import { compose } from './composition.ts';
import { AlreadyRunningError } from './platform/database/embedded/instanceLock.ts';
import { migrate } from './platform/database/migrate.ts';
import { startEmbeddedPostgres } from './platform/database/embedded/startEmbeddedPostgres.ts';
import { makeLogger } from './platform/logger.ts';
import { demoAccounts } from '../seeds/demo/accounts.ts';
import { DemoInProduction, refuseDemoAccounts, seed } from '../seeds/run.ts';

const STOP_WITHIN_MS = 20_000;

/** The folder that holds package.json: the sources when run from sources, the same from `server/dist`. */
function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package-lock.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

interface Store {
  readonly ownerUrl: string;
  readonly secretKey: string;
  stop(): Promise<void>;
}

async function openStore(config: Config, log: (line: string) => void): Promise<Store> {
  if (config.databaseUrl !== undefined)
    return { ownerUrl: config.databaseUrl, secretKey: config.secretKey ?? '', stop: async () => undefined };
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log,
    onFailure: (error) => {
      log(`The database stopped and could not be brought back: ${error.message}`);
      process.exit(1);
    },
  });
  return {
    ownerUrl: embedded.url,
    secretKey: config.secretKey ?? embedded.secrets.secretKey,
    stop: () => embedded.stop(),
  };
}

async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const config = readConfig(process.env);
  const logger = makeLogger(config.logLevel);
  const stops: (() => Promise<void>)[] = [];
  // Heard from the start: a stop during the first load must stop the database too.
  stopOnSignal(async () => {
    for (const stop of [...stops].reverse()) await stop();
  });
  const store = await openStore(config, say);
  stops.push(() => store.stop());
  try {
    await migrate({ ...store, log: say });
    if (config.isProduction) await refuseDemoAccounts(store.ownerUrl);
    await seed({
      ownerUrl: store.ownerUrl,
      kind: config.seed,
      ...(config.today === undefined ? {} : { today: config.today }),
      log: say,
    });
  } catch (error) {
    await store.stop();
    throw error;
  }
  const accounts = config.seed === 'demo' && !config.isProduction ? demoAccounts() : [];
  const composed = await compose({
    config,
    ...store,
    logger,
    rootFolder: rootFolder(),
    isAlone: config.databaseUrl === undefined,
    demoAccounts: accounts.map(({ email, password, role, organisation, department, totpSecret }) => ({
      email,
      password,
      role,
      organisation,
      department,
      totpSecret,
    })),
    demoFactors: accounts,
  });
  stops.push(() => composed.close());
  const server = createServer(composed.app);
  server.requestTimeout = 60_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    say(
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken: stop what uses it, or choose another PORT.`
        : error.message,
    );
    void Promise.allSettled([composed.close(), store.stop()]).then(() => process.exit(1));
  });
  server.listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    say('');
    say(`Jalon is ready on http://${config.host}:${port}`);
    if (accounts.length > 0) {
      say('');
      say('Demo accounts (fictive people):');
      for (const { role, email, password, organisation } of accounts)
        say(`  ${role.padEnd(24)} ${email.padEnd(44)} ${password}   ${organisation}`);
      say('');
    }
  });
  stops.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS / 4).unref();
      }),
  );
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`${signal}: stopping…\n`);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, handle);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError || error instanceof AlreadyRunningError || error instanceof DemoInProduction ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
