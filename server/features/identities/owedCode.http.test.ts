import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Response } from 'supertest';
import { totpCode } from '../../platform/auth/totp.ts';
import { ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { browserOf, SESSION, type Browser } from './testing/browser.ts';
import { realProvider, type ProviderPerson, type RealProvider } from './testing/realProvider.ts';

const SIRET = '73282932000074';
const PUBLIC_URL = 'https://jalon.test';
const CLIENT = { clientId: 'jalon', clientSecret: 'a secret of the tests', publicUrl: PUBLIC_URL };
const WITH_PASSWORD: ProviderPerson = { sub: 'jeanne', siret: SIRET, email: '', acr: 'eidas1', amr: ['pwd'] };
const WITH_TWO_FACTORS: ProviderPerson = { ...WITH_PASSWORD, amr: ['pwd', 'otp', 'mfa'] };

/** As in production: nobody signs in with one step. */
let provider: RealProvider;
let world: World;
beforeAll(async () => {
  provider = await realProvider({ ...CLIENT, secretIn: 'body', signedUserinfo: true });
  world = await createWorld({
    twoSteps: true,
    config: {
      publicUrl: PUBLIC_URL,
      oidc: {
        ...CLIENT,
        issuer: provider.issuer,
        profile: 'proconnect',
        algorithm: 'RS256',
        allowedSirets: new Set([SIRET]),
      },
    },
  });
  await world.owner.query('update organisations set siret = $1 where id = $2', [SIRET, ORGANISATIONS.north.id]);
  await world.owner.query(
    `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
     values (gen_random_uuid(), $1, $2, 'jeanne', 'SELF', now())`,
    [PERSONAS.caseworker.id, provider.issuer],
  );
});
afterAll(async () => {
  await world.close();
  await provider.close();
});
beforeEach(() => world.owner.query('delete from sign_in_limits'));

async function comeBack(person: ProviderPerson): Promise<{ browser: Browser; finished: Response }> {
  provider.seat(person);
  const browser = browserOf(world.app);
  const { body } = await browser.post('/api/session/oidc');
  const back = new URL(await provider.visit((body as { redirectTo: string }).redirectTo));
  return { browser, finished: await browser.get(`${back.pathname}${back.search}`) };
}

const verdict = ({ status, body }: Response): unknown[] => [status, (body as { code?: string }).code];
const entriesOf = async (answer: Response): Promise<unknown[]> =>
  (
    await world.owner.query(
      'select e.operation, e.outcome, e.account_id as account from audit_entries e where e.request_id = $1',
      [answer.get('X-Request-Id')],
    )
  ).rows;

describe('who proved a password at the provider', () => {
  test('owes her code: until then she reads, enrols and links nothing', async () => {
    const { browser } = await comeBack(WITH_PASSWORD);
    expect((await browser.get('/api/session')).body).toMatchObject({
      permissions: [],
      secondFactor: { state: 'TO_SHOW', freshUntil: null },
    });
    expect(verdict(await browser.get('/api/pathways'))).toEqual([403, 'second_factor_to_show']);
    expect(verdict(await browser.get('/api/session/identities'))).toEqual([403, 'second_factor_to_show']);
    expect(verdict(await browser.post('/api/session/enrolment'))).toEqual([403, 'fresh_factor_needed']);
    expect(verdict(await browser.post('/api/session/enrolment/confirm', { code: '000000' }))).toEqual([
      403,
      'fresh_factor_needed',
    ]);
  });

  test('shows it under a new identifier, and still leaves at the provider too', async () => {
    const { browser } = await comeBack(WITH_PASSWORD);
    const before = browser.cookies.get(SESSION);
    const wrong = await browser.post('/api/session/factor', { code: 'une erreur' });
    expect(verdict(wrong)).toEqual([422, 'wrong_code']);
    expect((await browser.get('/api/pathways')).status).toBe(403);
    const shown = await browser.post('/api/session/factor', { code: await world.codeOf('caseworker') });
    expect(shown.body).toMatchObject({ secondFactor: { state: 'ENROLLED', freshUntil: expect.any(String) } });
    expect((shown.body as { permissions: string[] }).permissions).toContain('pathways.list');
    expect(browser.cookies.get(SESSION)).not.toBe(before);
    expect((await browser.get('/api/pathways')).status).toBe(200);
    const entry = (outcome: string): object[] => [
      { operation: 'renewSecondFactor', outcome, account: PERSONAS.caseworker.id },
    ];
    expect([await entriesOf(wrong), await entriesOf(shown)]).toEqual([entry('REFUSED'), entry('DONE')]);
    expect((await browser.delete('/api/session')).body).toMatchObject({ endSessionUrl: expect.any(String) });
  });

  test('with nothing enrolled, may only enrol', async () => {
    const { rows } = await world.owner.query('delete from second_factors where account_id = $1 returning *', [
      PERSONAS.caseworker.id,
    ]);
    const { browser } = await comeBack(WITH_PASSWORD);
    expect((await browser.get('/api/session')).body).toMatchObject({ secondFactor: { state: 'TO_ENROL' } });
    expect(verdict(await browser.get('/api/pathways'))).toEqual([403, 'second_factor_to_enrol']);
    expect(verdict(await browser.post('/api/session/factor', { code: '000000' }))).toEqual([422, 'wrong_code']);
    expect((await browser.post('/api/session/enrolment')).status).toBe(200);
    await world.owner.query('delete from second_factors where account_id = $1', [PERSONAS.caseworker.id]);
    await world.owner.query('insert into second_factors (account_id, secret, confirmed_at) select $1, $2, $3', [
      PERSONAS.caseworker.id,
      rows[0].secret,
      rows[0].confirmed_at,
    ]);
  });
});

describe('who proved two factors at the provider', () => {
  test('has shown hers, now', async () => {
    const { browser } = await comeBack(WITH_TWO_FACTORS);
    expect((await browser.get('/api/session')).body).toMatchObject({
      secondFactor: { state: 'ENROLLED', freshUntil: expect.any(String) },
    });
    expect((await browser.get('/api/pathways')).status).toBe(200);
  });
});

describe('who signs in through the provider alone', () => {
  test('has no code to show: signing in again is one for five minutes, in which she enrols an authenticator', async () => {
    const { rows } = await world.owner.query('delete from second_factors where account_id = $1 returning *', [
      PERSONAS.caseworker.id,
    ]);
    const { browser } = await comeBack(WITH_TWO_FACTORS);
    const staleNow = (): Promise<unknown> =>
      world.owner.query(
        `update sessions set sess = jsonb_set(sess::jsonb, '{factorAt}', to_jsonb(1))::json where account_id = $1`,
        [PERSONAS.caseworker.id],
      );
    await staleNow();
    expect(verdict(await browser.post('/api/session/factor', { code: '000000' }))).toEqual([409, 'no_second_factor']);
    // Whoever finds her desk does not enrol an authenticator of his.
    expect(verdict(await browser.post('/api/session/enrolment'))).toEqual([403, 'fresh_factor_needed']);

    const again = await comeBack(WITH_TWO_FACTORS);
    const enrolment = (await again.browser.post('/api/session/enrolment')).body as { secret: string };
    const code = totpCode(enrolment.secret, world.composed.auth.clock.now());
    expect((await again.browser.post('/api/session/enrolment/confirm', { code })).status).toBe(200);
    expect((await again.browser.get('/api/session')).body).toMatchObject({
      secondFactor: { state: 'ENROLLED', freshUntil: expect.any(String) },
    });
    await world.owner.query('delete from second_factors where account_id = $1', [PERSONAS.caseworker.id]);
    await world.owner.query('insert into second_factors (account_id, secret, confirmed_at) select $1, $2, $3', [
      PERSONAS.caseworker.id,
      rows[0].secret,
      rows[0].confirmed_at,
    ]);
  });
});

describe('a return from the provider', () => {
  test('leaves one entry, done or refused', async () => {
    const done = await comeBack(WITH_TWO_FACTORS);
    const refused = await comeBack({ ...WITH_TWO_FACTORS, sub: 'somebody else' });
    expect(verdict(refused.finished)).toEqual([403, 'identity_unknown']);
    expect(await entriesOf(done.finished)).toEqual([
      { operation: 'identitySignIn', outcome: 'DONE', account: PERSONAS.caseworker.id },
    ]);
    expect(await entriesOf(refused.finished)).toEqual([
      { operation: 'identitySignIn', outcome: 'REFUSED', account: null },
    ]);
  });

  test('opens nothing when its entry cannot be written', async () => {
    await world.owner.query('alter table audit_entries add constraint test_full check (false) not valid');
    const { browser, finished } = await comeBack(WITH_TWO_FACTORS);
    await world.owner.query('alter table audit_entries drop constraint test_full');
    expect(verdict(finished)).toEqual([503, 'audit_unavailable']);
    expect(browser.cookies.has(SESSION)).toBe(false);
  });
});
