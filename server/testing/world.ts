import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import request, { type Test } from 'supertest';
import type { Express } from 'express';
import { compose, type Composed, type ComposeOptions, type DemoFactor } from '../composition.ts';
import type { PathwayFile } from '../contract/pathway.ts';
import { calendarDay, type CalendarDay } from '../domain/calendar/calendarDay.ts';
import { dayInParis } from '../domain/calendar/dayInParis.ts';
import { hashPassword } from '../platform/auth/passwords.ts';
import type { Clock } from '../platform/clock.ts';
import { deriveKey } from '../platform/database/keys.ts';
import { makeLogger } from '../platform/logger.ts';
import { hashedSid, IDLE_MS } from '../platform/auth/sessionStore.ts';
import { plantDemoFactors } from '../platform/auth/secondFactor.ts';
import { totpCode } from '../platform/auth/totp.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, totpSecretOf, type PersonaName } from './personas.ts';
import { createTestDatabase, type TestDatabase } from './templateDatabase.ts';

export const TODAY = calendarDay('2026-03-10');

/** A client signed in as someone, over HTTP, with her cookie. */
export interface Client {
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body?: object): Test;
  delete(path: string): Test;
}

export interface World {
  readonly app: Express;
  readonly database: TestDatabase;
  readonly composed: Composed;
  /** Superuser, for what no role of the program may do: planting a state, looking from outside. */
  readonly owner: pg.Client;
  as(name: PersonaName): Promise<Client>;
  /** Her session cookie, for requests that are not JSON. */
  cookieOf(name: PersonaName): Promise<string>;
  /** What her authenticator shows now; used before or not: single use is proven where it is the subject. */
  codeOf(name: PersonaName): Promise<string>;
  /** A session of hers in which she has just shown her second factor. */
  freshCookieOf(name: PersonaName): Promise<string>;
  freshAs(name: PersonaName): Promise<Client>;
  /** Opens a file by the API, as someone. */
  aFile(given?: FileGiven): Promise<PathwayFile>;
  close(): Promise<void>;
}

export interface FileGiven {
  readonly by?: PersonaName;
  readonly person?: object;
  readonly facts?: object;
  readonly events?: readonly object[];
}

let passwordHash: Promise<string> | undefined;

/** A clock that a test moves: instants are its own too, so that what was recorded when is known to the test. */
export interface TestClock extends Clock {
  set(instant: string): void;
}

export function testClock(instant: string): TestClock {
  let now = new Date(instant);
  return {
    now: () => now,
    today: () => dayInParis(now),
    set: (later) => {
      now = new Date(later);
    },
  };
}

/**
 * A whole installation for one test file: its own database, the real application, the personas. The day is fixed, and
 * instants are real, unless the test brings a clock.
 */
export async function createWorld(
  options: {
    today?: CalendarDay;
    clock?: Clock;
    config?: Partial<Pick<ComposeOptions['config'], 'limits' | 'oidc' | 'publicUrl'>>;
    providerAnswersWithinSeconds?: number;
    /** As in production: nobody signs in with one step. */ twoSteps?: true;
  } = {},
): Promise<World> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await plantPersonas(owner);
  const today = options.today ?? TODAY;
  const factors = factorsOfPersonas();
  const composed = await compose({
    config: { limits: 'normal', today, trustProxy: 1, ...options.config },
    ...(options.providerAnswersWithinSeconds === undefined
      ? {}
      : { providerAnswersWithinSeconds: options.providerAnswersWithinSeconds }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ownerUrl: database.url,
    secretKey: database.secretKey,
    logger: makeLogger('silent'),
    demoAccounts: [],
    demoFactors: options.twoSteps === true ? [] : factors,
    rootFolder: '/nowhere',
  });
  if (options.twoSteps === true) await plantDemoFactors(composed.auth, factors);
  await composed.rowsKeeper.now();
  const cookies = new Map<PersonaName, { readonly cookie: Promise<string>; readonly at: number }>();
  const cookieOf = (name: PersonaName): Promise<string> => {
    const kept = cookies.get(name);
    // Sessions end by the clock of the program, which a test sets where it likes.
    const at = composed.auth.clock.now().getTime();
    if (kept !== undefined && Math.abs(at - kept.at) < IDLE_MS) return kept.cookie;
    const cookie = signInAnew(name, kept?.cookie);
    cookies.set(name, { cookie, at });
    return cookie;
  };
  const signInAnew = async (name: PersonaName, before: Promise<string> | undefined): Promise<string> => {
    const later = before === undefined ? undefined : await signInLater({ owner, database, composed }, await before);
    return later ?? signIn(composed.app, name);
  };
  const as = async (name: PersonaName): Promise<Client> => clientOf(composed.app, await cookieOf(name));
  const codeOf = (name: PersonaName): Promise<string> => codeShown(owner, name, composed.auth.clock.now());
  const freshCookieOf = async (name: PersonaName): Promise<string> => {
    const response = await request(composed.app)
      .post('/api/session')
      .send({ email: emailOf(name), password: PASSWORD, code: await codeOf(name) });
    if (response.status !== 200) throw new Error(`Could not show the factor of ${name}: ${response.text}`);
    return response.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
  };
  return {
    codeOf,
    freshCookieOf,
    freshAs: async (name) => clientOf(composed.app, await freshCookieOf(name)),
    app: composed.app,
    database,
    composed,
    owner,
    as,
    cookieOf,
    aFile: (given) => openFile(as, given),
    close: async () => {
      await composed.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** The authenticator of each persona. */
export function factorsOfPersonas(): DemoFactor[] {
  return (Object.keys(PERSONAS) as PersonaName[]).map((name) => ({
    email: emailOf(name),
    totpSecret: totpSecretOf(name),
  }));
}

/** What the authenticator of a persona shows at that instant, whether it served before or not. */
export async function codeShown(owner: pg.Client, name: PersonaName, at: Date): Promise<string> {
  await owner.query('update second_factors set last_step = null where account_id = $1', [PERSONAS[name].id]);
  return totpCode(totpSecretOf(name), at);
}

export async function plantPersonas(owner: pg.Client): Promise<void> {
  passwordHash ??= hashPassword(PASSWORD);
  for (const one of Object.values(ORGANISATIONS)) {
    await owner.query('insert into organisations (id, name, kind, department) values ($1, $2, $3, $4)', [
      one.id,
      one.name,
      one.kind,
      one.department,
    ]);
  }
  for (const [name, one] of Object.entries(PERSONAS)) {
    await owner.query(
      'insert into accounts (id, email, password_hash, role, organisation_id, departments, display_name, is_demo) values ($1, $2, $3, $4, $5, $6, $7, true)',
      [
        one.id,
        emailOf(name as PersonaName),
        await passwordHash,
        one.role,
        ORGANISATIONS[one.organisation].id,
        one.departments,
        `Test ${name}`,
      ],
    );
  }
}

async function signIn(app: Express, name: PersonaName): Promise<string> {
  const response = await request(app)
    .post('/api/session')
    .send({ email: emailOf(name), password: PASSWORD });
  const [cookie] = response.get('Set-Cookie') ?? [];
  if (response.status !== 200 || cookie === undefined)
    throw new Error(`Could not sign in as ${name}: ${response.status} ${response.text}`);
  return cookie.split(';')[0] ?? '';
}

/**
 * Another session of whoever has signed in before, opened now by the clock of the program: what a password costs to verify,
 * a tenth of a second, is not paid at each move of a clock. Nothing when her session of before is no longer kept, or its
 * account would not be let in as it was.
 */
async function signInLater(
  { owner, database, composed }: Pick<World, 'owner' | 'database' | 'composed'>,
  cookie: string,
): Promise<string | undefined> {
  const [, sidBefore = ''] = /^jalon=s%3A([^.]+)\./.exec(cookie) ?? [];
  const now = composed.auth.clock.now();
  const [sid, key] = [randomBytes(24), randomBytes(32)].map((bytes) => bytes.toString('base64url')) as [string, string];
  const { rowCount } = await owner.query(
    `insert into sessions (sid, sess, expire, account_id, epoch, opened_at, seen_at, browser)
     select $2, s.sess::jsonb || jsonb_build_object('openedAt', $3::bigint, 'key', $4::text), $5, s.account_id, s.epoch, $6, $6, s.browser
     from sessions s
     join accounts a on a.id = s.account_id and a.sign_in_epoch = s.epoch and a.disabled_at is null
     where s.sid = $1 and s.factor_at is null`,
    [hashedSid(sidBefore), hashedSid(sid), now.getTime(), key, new Date(now.getTime() + IDLE_MS), now],
  );
  if (rowCount !== 1) return undefined;
  const secret = deriveKey(database.secretKey, 'session').toString('base64url');
  const signature = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
  return `jalon=${encodeURIComponent(`s:${sid}.${signature}`)}`;
}

function clientOf(app: Express, cookie: string): Client {
  const with_ = (test: Test): Test => test.set('Cookie', cookie);
  return {
    get: (path) => with_(request(app).get(path)),
    post: (path, body) =>
      with_(request(app).post(path))
        .set('Idempotency-Key', randomUUID())
        .send(body ?? {}),
    put: (path, body) => with_(request(app).put(path)).send(body ?? {}),
    delete: (path) => with_(request(app).delete(path)),
  };
}

export const SOMEONE = {
  birthName: 'Exemple',
  firstNames: 'Alma',
  birth: { value: '1990-05-04', precision: 'DAY' },
  sex: 'F',
  address: { postcode: '59000', commune: 'Lille' },
} as const;
export const SIGNED = {
  cirSignedOn: '2025-09-01',
  caseOpenedOn: '2025-09-01',
  enteredFranceOn: '2025-05-10',
  firstPermitOn: '2025-07-01',
  permitType: 'CST_SALARIE',
  permitExpiresOn: '2026-06-30',
} as const;

/** What a structure gives, today. */
export const A_SESSION = {
  kind: 'LANGUAGE',
  title: 'Français, groupe du mardi',
  heldOn: '2026-03-10',
  startsAt: '09:00',
  endsAt: '12:00',
  hours: 3,
  place: 'Salle 2',
  seats: 12,
} as const;

async function openFile(
  as: World['as'],
  { by = 'caseworker', person = {}, facts = {}, events = [] }: FileGiven = {},
): Promise<PathwayFile> {
  const client = await as(by);
  const opened = await client.post('/api/pathways', {
    person: { ...SOMEONE, ...person },
    facts: { ...SIGNED, ...facts },
  });
  if (opened.status !== 201) throw new Error(`Could not open a file: ${opened.status} ${opened.text}`);
  let file = opened.body as PathwayFile;
  for (const event of events) {
    const recorded = await client.post(`/api/pathways/${file.id}/events`, event);
    if (recorded.status !== 201) throw new Error(`Could not record: ${recorded.status} ${recorded.text}`);
    file = recorded.body as PathwayFile;
  }
  return file;
}
