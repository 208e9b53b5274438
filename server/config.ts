import { join, resolve } from 'node:path';
import { isCalendarDay } from './domain/calendar/calendarDay.ts';
import type { CalendarDay } from './domain/calendar/calendarDay.ts';
import { TRANSFER_READING_DAYS } from './domain/access/relations.ts';
import { readOidcSettings, type OidcSettings } from './platform/auth/oidc/oidcSettings.ts';
import { SettingsReader } from './platform/settingsReader.ts';

export const SEEDS = ['demo', 'reference', 'none'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const LIMITS = ['normal', 'relaxed'] as const;
export const NODE_ENVS = ['production', 'development', 'test'] as const;

/** The secret of a demo on an external database. Everyone can read it here: refused in production. */
export const DEMO_SECRET_KEY = 'jalon-demonstration-secret-key-never-in-production';

const SHORTEST_SECRET = 32;
const FEWEST_DIFFERENT_CHARACTERS = 10;

/** Every setting of the program, checked. The one place where the environment is read. */
export interface Config {
  readonly environment: (typeof NODE_ENVS)[number];
  readonly isProduction: boolean;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute path of the folder of the embedded database and its secrets. */
  readonly dataDir: string;
  /** Absolute path of the folder of the anchors of the audit trail, outside the database. */
  readonly auditAnchorDir: string;
  /** Undefined: the embedded database is started in dataDir. */
  readonly databaseUrl: string | undefined;
  /** The master secret; undefined only with the embedded database, whose data folder keeps a generated one. */
  readonly secretKey: string | undefined;
  readonly seed: (typeof SEEDS)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** A fixed civil day for "today", for demonstrations and tests; recorded instants stay real. */
  readonly today: CalendarDay | undefined;
  readonly limits: (typeof LIMITS)[number];
  /** How many proxies stand in front, each adding one hop to X-Forwarded-For. */
  readonly trustProxy: number;
  /** Days during which a structure reads a file that it handed over. */
  readonly transferReadingDays: number;
  /** Origin that users type, without a slash at the end; undefined: the one of the request. */
  readonly publicUrl: string | undefined;
  /** The identity provider that people may sign in through; undefined: none. */
  readonly oidc: OidcSettings | undefined;
}

/** Why the program refuses to start: one readable line per problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are wrong (see .env.example):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 * @throws ConfigError naming every problem at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const settings = new SettingsReader(env);
  const environment = settings.choice('NODE_ENV', NODE_ENVS, 'development');
  const isProduction = environment === 'production';
  const databaseUrl = settings.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const seed = settings.choice('SEED', SEEDS, databaseUrl === undefined && !isProduction ? 'demo' : 'reference');
  const givenSecret = settings.text('SECRET_KEY');
  const publicUrl = readPublicUrl(settings);

  const dataDir = resolve(settings.text('DATA_DIR') ?? '.jalon/data');
  const config: Config = {
    environment,
    isProduction,
    host: settings.text('HOST') ?? '127.0.0.1',
    port: settings.integer('PORT', { from: 0, to: 65_535, otherwise: 3000 }),
    dataDir,
    auditAnchorDir: resolve(settings.text('AUDIT_ANCHOR_DIR') ?? join(dataDir, 'audit-anchors')),
    databaseUrl,
    secretKey: givenSecret ?? (databaseUrl !== undefined && seed === 'demo' ? DEMO_SECRET_KEY : undefined),
    seed,
    logLevel: settings.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    today: readToday(settings),
    limits: settings.choice('LIMITS', LIMITS, 'normal'),
    trustProxy: settings.integer('TRUST_PROXY', { from: 0, to: 10, otherwise: 0 }),
    transferReadingDays: settings.integer('TRANSFER_READING_DAYS', {
      from: 0,
      to: 365,
      otherwise: TRANSFER_READING_DAYS,
    }),
    publicUrl,
    oidc: readOidcSettings(settings, { publicUrl, isProduction }),
  };
  const problems = [...settings.problems, ...findMissingSecret(config), ...(isProduction ? findUnsafe(config) : [])];
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function readToday(settings: SettingsReader): CalendarDay | undefined {
  const text = settings.text('TODAY');
  if (text === undefined || isCalendarDay(text)) return text;
  settings.problems.push(`TODAY is "${text}", and must be a day that exists, written like 2026-03-31.`);
  return undefined;
}

function readPublicUrl(settings: SettingsReader): string | undefined {
  const text = settings.url('PUBLIC_URL', ['http:', 'https:']);
  if (text === undefined) return undefined;
  const url = new URL(text);
  const isOrigin = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!isOrigin) settings.problems.push('PUBLIC_URL must be an origin only, like https://jalon.example.org.');
  return url.origin;
}

/** The embedded database keeps a generated secret beside it; an external one has no such place. */
function findMissingSecret({ secretKey, databaseUrl, isProduction }: Config): string[] {
  if (secretKey !== undefined || (databaseUrl === undefined && !isProduction)) return [];
  const because = isProduction ? 'in production' : 'with DATABASE_URL, except for SEED=demo';
  return [`SECRET_KEY is required ${because}: make one with "openssl rand -hex 32" and keep it.`];
}

/** What is handy on one's own machine and dangerous in front of real files. */
function findUnsafe({ today, limits, seed, secretKey }: Config): string[] {
  return [
    ...(today === undefined ? [] : ['TODAY is refused in production: deadlines would be false.']),
    ...(limits === 'normal'
      ? []
      : ['LIMITS=relaxed is refused in production: it lifts the brakes on guessing passwords.']),
    ...(seed === 'demo' ? ['SEED=demo is refused in production: its passwords are public.'] : []),
    ...(secretKey === undefined ? [] : findWeakSecret(secretKey)),
  ];
}

function findWeakSecret(secret: string): string[] {
  if (secret === DEMO_SECRET_KEY || /change.?me|example|jalon/i.test(secret)) {
    return ['SECRET_KEY is a default one, known to everybody: make one with "openssl rand -hex 32".'];
  }
  if (secret.length < SHORTEST_SECRET || new Set(secret).size < FEWEST_DIFFERENT_CHARACTERS) {
    return [`SECRET_KEY is too weak: ${SHORTEST_SECRET} random characters at least ("openssl rand -hex 32").`];
  }
  return [];
}
