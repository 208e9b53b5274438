import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, DEMO_SECRET_KEY, readConfig } from './config.ts';

const GOOD_SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const DATABASE_URL = 'postgres://owner:s3cret@localhost:5432/jalon';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the settings', () => {
  test('with an empty environment, are those of a demonstration on one’s own machine', () => {
    expect(readConfig({})).toEqual({
      environment: 'development',
      isProduction: false,
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('.jalon/data'),
      auditAnchorDir: resolve('.jalon/data/audit-anchors'),
      databaseUrl: undefined,
      secretKey: undefined,
      seed: 'demo',
      logLevel: 'info',
      today: undefined,
      limits: 'normal',
      trustProxy: 0,
      transferReadingDays: 30,
      publicUrl: undefined,
      oidc: undefined,
    });
  });

  test('are taken from the environment', () => {
    const env = {
      PORT: '0',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/jalon',
      AUDIT_ANCHOR_DIR: '/srv/anchors',
      SEED: 'none',
      LOG_LEVEL: 'debug',
      TODAY: '2026-02-28',
    };
    const more = {
      LIMITS: 'relaxed',
      NODE_ENV: 'test',
      TRUST_PROXY: '2',
      TRANSFER_READING_DAYS: '0',
      PUBLIC_URL: 'https://jalon.example.org/',
    };
    expect(readConfig({ ...env, ...more })).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataDir: resolve('/srv/jalon'),
      auditAnchorDir: resolve('/srv/anchors'),
      seed: 'none',
      logLevel: 'debug',
      today: '2026-02-28',
      limits: 'relaxed',
      environment: 'test',
      trustProxy: 2,
      transferReadingDays: 0,
      publicUrl: 'https://jalon.example.org',
    });
  });

  test('an empty value counts as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', TODAY: '' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  test('the reference rows alone are loaded in a database of one’s own', () => {
    expect(readConfig({ DATABASE_URL, SECRET_KEY: GOOD_SECRET })).toMatchObject({
      seed: 'reference',
      databaseUrl: DATABASE_URL,
    });
    expect(readConfig({ DATABASE_URL, SEED: 'demo' })).toMatchObject({ seed: 'demo', secretKey: DEMO_SECRET_KEY });
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['TRUST_PROXY', 'true'],
    ['SEED', 'prod'],
    ['LOG_LEVEL', 'verbose'],
    ['LIMITS', 'none'],
    ['NODE_ENV', 'prod'],
    ['TODAY', '2026-02-29'],
    ['TODAY', '01/02/2026'],
    ['DATABASE_URL', 'mysql://localhost/jalon'],
    ['PUBLIC_URL', 'https://example.org/jalon'],
  ])('%s=%s is refused in a sentence that names it', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  test('the largest port is accepted', () => {
    expect(readConfig({ PORT: '65535' }).port).toBe(65_535);
  });

  test('all problems are told at once', () => {
    expect(problemsOf({ PORT: 'x', SEED: 'x', LIMITS: 'x' })).toHaveLength(3);
  });

  test('a refused address of a database does not show its password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://u:canary@localhost' }).join()).not.toContain('canary');
  });

  test('a database of one’s own wants a secret key, except for a demonstration', () => {
    expect(problemsOf({ DATABASE_URL })).toEqual([expect.stringContaining('SECRET_KEY is required')]);
    expect(problemsOf({ DATABASE_URL, SEED: 'demo' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL, SECRET_KEY: GOOD_SECRET })).toEqual([]);
  });
});

describe('in production', () => {
  const production = { NODE_ENV: 'production', SECRET_KEY: GOOD_SECRET };

  test('good settings are accepted, and load no demonstration', () => {
    expect(readConfig(production)).toMatchObject({ isProduction: true, seed: 'reference' });
  });

  test.each([
    ['TODAY', '2026-01-01', /TODAY is refused/],
    ['LIMITS', 'relaxed', /LIMITS=relaxed is refused/],
    ['SEED', 'demo', /SEED=demo is refused/],
    ['SECRET_KEY', '', /SECRET_KEY is required/],
    ['SECRET_KEY', DEMO_SECRET_KEY, /SECRET_KEY is a default one/],
    ['SECRET_KEY', 'changeme-changeme-changeme-changeme', /SECRET_KEY is a default one/],
    ['SECRET_KEY', GOOD_SECRET.slice(0, 31), /SECRET_KEY is too weak/],
    ['SECRET_KEY', 'ab'.repeat(32), /SECRET_KEY is too weak/],
  ])('%s=%s is refused', (name, value, problem) => {
    expect(problemsOf({ ...production, [name]: value })).toEqual([expect.stringMatching(problem)]);
  });

  test('a secret of 32 characters is long enough', () => {
    expect(problemsOf({ ...production, SECRET_KEY: GOOD_SECRET.slice(0, 32) })).toEqual([]);
  });

  test('the same settings are accepted elsewhere (control)', () => {
    expect(problemsOf({ TODAY: '2026-01-01', LIMITS: 'relaxed', SEED: 'demo', SECRET_KEY: 'short' })).toEqual([]);
  });
});

describe('the identity provider', () => {
  const SIRET = '73282932000074';
  const provider = {
    OIDC_ISSUER: 'https://provider.example.org/api/v2',
    OIDC_CLIENT_ID: 'jalon',
    OIDC_CLIENT_SECRET: 'a secret that the provider gave',
    OIDC_PROFILE: 'proconnect',
    OIDC_ALLOWED_SIRETS: SIRET,
    PUBLIC_URL: 'https://jalon.example.org',
  };
  const without = (...names: string[]): Record<string, string> =>
    Object.fromEntries(Object.entries(provider).filter(([name]) => !names.includes(name)));

  test('is described whole', () => {
    expect(readConfig({ ...provider, OIDC_ALLOWED_SIRETS: `${SIRET}, 35600000000048` }).oidc).toEqual({
      issuer: 'https://provider.example.org/api/v2',
      clientId: 'jalon',
      clientSecret: 'a secret that the provider gave',
      profile: 'proconnect',
      algorithm: 'RS256',
      allowedSirets: new Set([SIRET, '35600000000048']),
      publicUrl: 'https://jalon.example.org',
    });
    expect(readConfig({ ...provider, OIDC_SIGNING_ALG: 'ES256' }).oidc?.algorithm).toBe('ES256');
  });

  test.each(Object.keys(provider))('without %s is half described, and refused by that name', (name) => {
    expect(problemsOf(without(name))).toEqual([expect.stringMatching(`half described: ${name} must be given`)]);
  });

  test.each(Object.keys(provider).filter((name) => name !== 'PUBLIC_URL'))('%s alone is refused', (name) => {
    const problems = problemsOf({ [name]: provider[name as keyof typeof provider] });
    expect(problems).toEqual([expect.stringContaining('half described')]);
    expect(problems[0]).not.toContain('a secret that the provider gave');
  });

  test('that is not of the public service may tell no SIRET', () => {
    const generic = { ...without('OIDC_ALLOWED_SIRETS'), OIDC_PROFILE: 'generic' };
    expect(readConfig(generic).oidc).toMatchObject({ profile: 'generic', allowedSirets: undefined });
  });

  test.each([
    ['OIDC_PROFILE', 'agentconnect'],
    ['OIDC_SIGNING_ALG', 'HS256'],
    ['OIDC_SIGNING_ALG', 'none'],
    ['OIDC_ALLOWED_SIRETS', `${SIRET},73282932000073`],
    ['OIDC_ALLOWED_SIRETS', `${SIRET},`],
    ['OIDC_ALLOWED_SIRETS', '732 829 320 00074'],
    ['OIDC_ISSUER', 'http://provider.example.org'],
    ['OIDC_ISSUER', 'https://provider.example.org/?realm=1'],
  ])('with %s=%s is refused', (name, value) => {
    expect(problemsOf({ ...provider, [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  test('is reached over http on this machine only, and not in production', () => {
    const local = { ...provider, OIDC_ISSUER: 'http://127.0.0.1:4000' };
    expect(problemsOf(local)).toEqual([]);
    const production = { NODE_ENV: 'production', SECRET_KEY: GOOD_SECRET };
    expect(problemsOf({ ...production, ...local })).toEqual([expect.stringContaining('OIDC_ISSUER')]);
    expect(problemsOf({ ...production, ...provider, PUBLIC_URL: 'http://jalon.example.org' })).toEqual([
      expect.stringContaining('PUBLIC_URL must begin with https'),
    ]);
    expect(problemsOf({ ...production, ...provider })).toEqual([]);
  });
});

describe('.env.example', () => {
  const text = readFileSync(join(process.cwd(), '.env.example'), 'utf8');
  const documented = [...text.matchAll(/^#? ?([A-Z_]+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );

  test('lists exactly the settings that the program reads', () => {
    const read = new Set<string>();
    const listening = new Proxy<Record<string, string | undefined>>(
      {},
      { get: (_, name) => void read.add(String(name)) },
    );
    readConfig(listening);
    expect(documented.map(([name]) => name).sort()).toEqual([...read].sort());
  });

  test('shows only values that the program accepts', () => {
    expect(problemsOf(Object.fromEntries([...documented, ['SECRET_KEY', GOOD_SECRET]]))).toEqual([]);
  });
});
