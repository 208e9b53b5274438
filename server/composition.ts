import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import { createApp, type AppDependencies } from './app.ts';
import type { InstanceView } from './contract/session.ts';
import type { Config } from './config.ts';
import { TRANSFER_READING_DAYS } from './domain/access/relations.ts';
import { identitiesStore } from './platform/auth/oidc/identities.ts';
import { pendingFlows } from './platform/auth/oidc/pendingFlows.ts';
import { identityProvider, providerName } from './platform/auth/oidc/provider.ts';
import { startThrottle } from './platform/auth/oidc/startThrottle.ts';
import { resumeImports } from './features/imports/resumeImports.ts';
import { makeImportRunner } from './features/imports/importRunner.ts';
import { keepComputed, type RowsKeeper } from './features/pathways/index.ts';
import { anchorKey } from './platform/audit/anchors.ts';
import { DAILY_QUOTAS, widened } from './domain/audit/quotas.ts';
import { keepAnchored } from './platform/audit/anchoring.ts';
import { makeAuth, type Auth } from './platform/auth/auth.ts';
import { plantDemoFactors } from './platform/auth/secondFactor.ts';
import { makePassport, SECURE_SESSION_COOKIE, SESSION_COOKIE, sessionMiddleware } from './platform/auth/signIn.ts';
import { totpCode } from './platform/auth/totp.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { openDatabase, type Database } from './platform/database/database.ts';
import type { Logger } from './platform/logger.ts';

export interface Composed {
  readonly app: Express;
  readonly database: Database;
  readonly auth: Auth;
  readonly rowsKeeper: RowsKeeper;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly config: Pick<Config, 'limits' | 'today' | 'trustProxy'> &
    Partial<Pick<Config, 'publicUrl' | 'oidc'>> & {
      readonly transferReadingDays?: number;
      /** Undefined: the audit trail is not anchored. */
      readonly auditAnchorDir?: string;
    };
  readonly ownerUrl: string;
  readonly secretKey: string;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** No other process serves this database: true of the embedded one. */
  readonly isAlone?: boolean;
  /** How long the identity provider may take to answer. */
  readonly providerAnswersWithinSeconds?: number;
  /** Shown on the page of sign-in. */
  readonly demoAccounts: readonly (Omit<InstanceView['demoAccounts'][number], 'code'> & DemoFactor)[];
  /** Accounts of the demo sign in with one step, and have these authenticators; none outside a demo. */
  readonly demoFactors: readonly DemoFactor[];
  /** Root of the project: where the built interface is. */
  readonly rootFolder: string;
}

export interface DemoFactor {
  readonly email: string;
  readonly totpSecret: string;
}

/** Relaxed limits are for load tests: wide enough never to be met. */
const THROTTLE_FACTOR = { normal: 1, relaxed: 10_000 } as const;

/** The only place where real tools are made and wired. */
export async function compose({
  config,
  ownerUrl,
  secretKey,
  logger,
  demoAccounts,
  demoFactors,
  rootFolder,
  clock = systemClock(config.today),
  isAlone = false,
  providerAnswersWithinSeconds,
}: ComposeOptions): Promise<Composed> {
  const database = await openDatabase({ ownerUrl, secretKey, clock });
  const auth = makeAuth({
    pool: database.authPool,
    clock,
    secretKey,
    factor: THROTTLE_FACTOR[config.limits],
    oneStepForDemo: demoFactors.length > 0,
  });
  await plantDemoFactors(auth, demoFactors);
  const session = sessionMiddleware(database.authPool, clock, secretKey);
  const importRunner = makeImportRunner({ database, clock, logger });
  const rowsKeeper = keepComputed(database, clock, logger);
  const uiFolder = join(rootFolder, 'admin-ui', 'dist');
  const provider =
    config.oidc === undefined
      ? undefined
      : identityProvider({
          settings: config.oidc,
          now: () => clock.now(),
          ...(providerAnswersWithinSeconds === undefined ? {} : { answerWithinSeconds: providerAnswersWithinSeconds }),
        });
  const dependencies: AppDependencies = {
    database,
    clock,
    logger,
    auth,
    passport: makePassport(auth),
    session: session.middleware,
    importRunner,
    settings: { transferReadingDays: config.transferReadingDays ?? TRANSFER_READING_DAYS },
    rowsKeeper,
    quotas: widened(DAILY_QUOTAS, THROTTLE_FACTOR[config.limits]),
    startThrottle: startThrottle(database.authPool, THROTTLE_FACTOR[config.limits]),
    identityProvider: provider,
    identities: identitiesStore(database.authPool, clock),
    pendingFlows: pendingFlows(database.authPool, secretKey, clock),
    cookieNames: [SESSION_COOKIE, SECURE_SESSION_COOKIE],
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    uiFolder: existsSync(join(uiFolder, 'index.html')) ? uiFolder : undefined,
    instance: () => ({
      product: 'Jalon',
      demo: demoAccounts.length > 0,
      today: clock.today(),
      identityProviders: provider === undefined ? [] : [providerName(provider)],
      demoAccounts: demoAccounts.map(({ totpSecret, ...shown }) => ({
        ...shown,
        code: totpCode(totpSecret, clock.now()),
      })),
    }),
  };
  const anchored =
    config.auditAnchorDir === undefined
      ? undefined
      : keepAnchored({
          pool: database.authPool,
          folder: config.auditAnchorDir,
          key: anchorKey(secretKey),
          clock,
          logger,
        });
  const stopResuming = await resumeImports(database, importRunner, { alone: isAlone });
  return {
    app: createApp(dependencies),
    database,
    auth,
    rowsKeeper,
    close: async () => {
      stopResuming();
      await rowsKeeper.stop();
      await importRunner.settled();
      await anchored?.stop();
      session.close();
      await database.close();
    },
  };
}
