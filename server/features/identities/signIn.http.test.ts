import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { browserOf, SESSION, TICKET, type Browser } from './testing/browser.ts';
import { realProvider, type ProviderPerson, type RealProvider } from './testing/realProvider.ts';

const SIRET = '73282932000074';
const PUBLIC_URL = 'https://jalon.test';
const CLIENT = { clientId: 'jalon', clientSecret: 'a secret of the tests', publicUrl: PUBLIC_URL };

/** Her address at the provider is a colleague's here: nothing must follow from it. */
const JEANNE: ProviderPerson = {
  sub: 'jeanne',
  siret: SIRET,
  email: emailOf('colleague'),
  acr: 'eidas1',
  amr: ['pwd'],
};

let provider: RealProvider;
let world: World;
beforeAll(async () => {
  provider = await realProvider({ ...CLIENT, secretIn: 'body', signedUserinfo: true });
  world = await createWorld({
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
});
afterAll(async () => {
  await world.close();
  await provider.close();
});
beforeEach(async () => {
  await world.owner.query('truncate account_identities, identity_invitations, identity_flows');
  provider.seat(JEANNE);
});

/** From the button to the return: what the application answers to the browser that comes back. */
async function goThrough(browser: Browser, start: { path?: string; body?: object } = {}) {
  const started = await browser.post(start.path ?? '/api/session/oidc', start.body);
  if (started.status !== 200) throw new Error(`Not started: ${started.status} ${started.text}`);
  const { redirectTo } = started.body as { redirectTo: string };
  const back = new URL(await provider.visit(redirectTo));
  expect(back.origin).toBe(PUBLIC_URL);
  const finished = await browser.get(`${back.pathname}${back.search}`);
  return { finished, asked: new URL(redirectTo), back };
}

async function signedIn(name: 'caseworker' | 'colleague'): Promise<Browser> {
  const browser = browserOf(world.app);
  await browser.post('/api/session', { email: emailOf(name), password: PASSWORD, code: await world.codeOf(name) });
  return browser;
}

/** Jeanne links the caseworker's account, herself. */
async function link(): Promise<Browser> {
  const browser = await signedIn('caseworker');
  const { finished } = await goThrough(browser, { path: '/api/session/identities', body: { password: PASSWORD } });
  expect([finished.status, finished.headers['location']]).toEqual([303, '/']);
  return browser;
}

describe('signing in through the provider', () => {
  test('opens the account that the person linked, and no other', async () => {
    await link();
    const browser = browserOf(world.app);
    const { finished } = await goThrough(browser);
    expect([finished.status, finished.headers['location']]).toEqual([303, '/']);
    expect((await browser.get('/api/session')).body).toMatchObject({ user: { id: PERSONAS.caseworker.id } });
  });

  test('asks what ProConnect accepts, and nothing else', async () => {
    await link();
    const { asked } = await goThrough(browserOf(world.app));
    const parameters = Object.fromEntries(asked.searchParams);
    expect(parameters).toEqual({
      client_id: 'jalon',
      response_type: 'code',
      redirect_uri: `${PUBLIC_URL}/api/session/oidc/callback`,
      scope: 'openid given_name usual_name email uid siret idp_id',
      claims: '{"id_token":{"amr":null,"acr":null}}',
      state: expect.stringMatching(/^[\w-]{32,}$/),
      nonce: expect.stringMatching(/^[\w-]{32,}$/),
      // Announced by this provider, hence sent.
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const again = Object.fromEntries((await goThrough(browserOf(world.app))).asked.searchParams);
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(again[secret]).not.toBe(parameters[secret]);
  });

  test('gives a ticket that scripts cannot read, that the provider’s redirection brings back, and that is taken away', async () => {
    await link();
    const browser = browserOf(world.app);
    const started = await browser.post('/api/session/oidc');
    expect(started.get('Set-Cookie')).toEqual([
      expect.stringMatching(/^__Host-jalon-flow=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/),
    ]);
    const { finished } = await goThrough(browser);
    expect(browser.cookies.has(TICKET)).toBe(false);
    expect(finished.get('Set-Cookie')?.find((cookie) => cookie.startsWith(`${SESSION}=`))).toMatch(
      /HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test('says what was proven: a password at the provider is a password, two factors are two', async () => {
    await link();
    const strengthAfter = async (person: ProviderPerson): Promise<unknown> => {
      provider.seat(person);
      await world.owner.query('delete from sessions');
      await goThrough(browserOf(world.app));
      const { rows } = await world.owner.query<{ sess: { strength?: string } }>('select s.sess from sessions s');
      return rows.map(({ sess }) => sess.strength);
    };
    expect(await strengthAfter(JEANNE)).toEqual(['PASSWORD_EQUIVALENT']);
    expect(await strengthAfter({ ...JEANNE, amr: ['pwd', 'otp', 'mfa'] })).toEqual(['TWO_FACTORS']);
    expect(await strengthAfter({ ...JEANNE, acr: 'eidas2' })).toEqual(['TWO_FACTORS']);
    // One method alone, however strong, is one factor.
    expect(await strengthAfter({ ...JEANNE, amr: ['hwk'] })).toEqual(['PASSWORD_EQUIVALENT']);
  });

  test('keeps no access token and no refresh token', async () => {
    await link();
    await world.owner.query('delete from sessions');
    await goThrough(browserOf(world.app));
    const { rows } = await world.owner.query<{ sess: object }>('select s.sess from sessions s');
    expect(rows.map(({ sess }) => Object.keys(sess).sort())).toEqual([
      ['cookie', 'epoch', 'idToken', 'key', 'openedAt', 'passport', 'strength'],
    ]);
  });

  test('cancelled at the provider: the sign-in page says so, in a sentence of ours', async () => {
    provider.seat(undefined);
    const browser = browserOf(world.app);
    const { finished } = await goThrough(browser);
    expect([finished.status, finished.body.code]).toEqual([400, 'oidc_cancelled']);
    expect(browser.cookies.has(SESSION)).toBe(false);
  });
});

describe('linking', () => {
  test('asks for the password and a fresh code, and links nothing without them', async () => {
    const browser = await signedIn('caseworker');
    const refused = await browser.post('/api/session/identities', { password: 'autre chose' });
    expect([refused.status, refused.body.code]).toEqual([403, 'wrong_password']);
    expect((await browser.post('/api/session/identities', {})).status).toBe(422);
    expect((await browserOf(world.app).post('/api/session/identities', { password: PASSWORD })).status).toBe(401);
    const withoutCode = browserOf(world.app);
    await withoutCode.post('/api/session', { email: emailOf('caseworker'), password: PASSWORD });
    const unfresh = await withoutCode.post('/api/session/identities', { password: PASSWORD });
    expect([unfresh.status, unfresh.body.code]).toEqual([403, 'fresh_factor_needed']);
    expect((await browser.get('/api/session/identities')).body).toEqual([]);
  });

  test('is shown to the person, who undoes it; then the identity opens nothing', async () => {
    const browser = await link();
    const { body } = await browser.get('/api/session/identities');
    expect(body).toEqual([{ id: expect.any(String), issuer: provider.issuer, linkedAt: expect.any(String) }]);
    const [{ id }] = body as [{ id: string }];
    expect((await (await signedIn('colleague')).delete(`/api/session/identities/${id}`)).status).toBe(404);
    expect((await browser.delete(`/api/session/identities/${id}`)).status).toBe(200);
    const { finished } = await goThrough(browserOf(world.app));
    expect([finished.status, finished.body.code]).toEqual([403, 'identity_unknown']);
  });

  test('an identity is of one account: a second one is refused, and the first keeps it', async () => {
    await link();
    const browser = await signedIn('colleague');
    const { finished } = await goThrough(browser, { path: '/api/session/identities', body: { password: PASSWORD } });
    expect([finished.status, finished.body.code]).toEqual([409, 'identity_taken']);
    const { rows } = await world.owner.query('select i.account_id from account_identities i');
    expect(rows).toEqual([{ account_id: PERSONAS.caseworker.id }]);
  });

  test('the only way into an account cannot be undone', async () => {
    const browser = await link();
    const [{ id }] = (await browser.get('/api/session/identities')).body as [{ id: string }];
    const { rows } = await world.owner.query('select a.password_hash as hash from accounts a where a.id = $1', [
      PERSONAS.caseworker.id,
    ]);
    await world.owner.query('update accounts set password_hash = null where id = $1', [PERSONAS.caseworker.id]);
    const refused = await browser.delete(`/api/session/identities/${id}`);
    await world.owner.query('update accounts set password_hash = $2 where id = $1', [
      PERSONAS.caseworker.id,
      rows[0].hash,
    ]);
    expect([refused.status, refused.body.code]).toEqual([409, 'last_way_in']);
    expect((await browser.get('/api/session/identities')).body).toHaveLength(1);
  });
});

describe('signing out', () => {
  test('of a session that came from the provider tells where its own is ended, with what it gave', async () => {
    await link();
    const browser = browserOf(world.app);
    await goThrough(browser);
    const { body } = await browser.delete('/api/session');
    const { endSessionUrl } = body as { endSessionUrl: string };
    const url = new URL(endSessionUrl);
    expect(`${url.origin}${url.pathname}`).toBe(`${provider.issuer}/session/end`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'jalon',
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      post_logout_redirect_uri: `${PUBLIC_URL}/`,
      state: expect.stringMatching(/^[\w-]{32,}$/),
    });
    // The provider takes the hint: an unknown one would be refused.
    expect((await fetch(endSessionUrl, { redirect: 'manual' })).status).toBeLessThan(400);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  test('of a session opened with a password goes nowhere else', async () => {
    const browser = await signedIn('caseworker');
    expect((await browser.delete('/api/session')).body).toEqual({ id: 'session' });
  });
});

describe('what anybody may know', () => {
  test('is through whom one may sign in', async () => {
    expect((await browserOf(world.app).get('/api/instance')).body).toMatchObject({
      identityProviders: [{ profile: 'proconnect', name: 'ProConnect' }],
    });
  });
});

describe('an invitation', () => {
  // Somebody new: nothing opens her account yet.
  const NEW = PERSONAS.colleague.id;
  beforeEach(() => world.owner.query('update accounts set password_hash = null where id = any ($1)', [[NEW]]));

  const invite = async (accountId: string = NEW): Promise<string> => {
    const invited = await (await world.freshAs('admin')).post(`/api/accounts/${accountId}/identity-invitations`);
    expect(invited.status).toBe(201);
    return (invited.body as { token: string }).token;
  };

  test('links and opens the account that it is for, once', async () => {
    const invitation = await invite();
    const browser = browserOf(world.app);
    expect((await goThrough(browser, { body: { invitation } })).finished.status).toBe(303);
    expect((await browser.get('/api/session')).body).toMatchObject({ user: { id: NEW } });
    const again = await browserOf(world.app).post('/api/session/oidc', { invitation });
    expect([again.status, again.body.code]).toEqual([403, 'invitation_unknown']);
  });

  test('begun twice, serves once', async () => {
    const invitation = await invite();
    const [first, second] = [browserOf(world.app), browserOf(world.app)];
    const late = await second.post('/api/session/oidc', { invitation });
    await goThrough(first, { body: { invitation } });
    provider.seat({ ...JEANNE, sub: 'somebody else' });
    const back = new URL(await provider.visit((late.body as { redirectTo: string }).redirectTo));
    const finished = await second.get(`${back.pathname}${back.search}`);
    expect([finished.status, finished.body.code]).toEqual([403, 'invitation_unknown']);
    expect(second.cookies.has(SESSION)).toBe(false);
  });

  test('to an account that is open already serves nobody: an administrator does not let another person into it', async () => {
    const ofPassword = await invite(PERSONAS.caseworker.id);
    await goThrough(browserOf(world.app), { body: { invitation: await invite() } });
    for (const invitation of [ofPassword, await invite()])
      expect((await browserOf(world.app).post('/api/session/oidc', { invitation })).body).toMatchObject({
        status: 403,
        code: 'account_already_open',
      });
  });

  test('replaces the former ones of the same account, and of no other', async () => {
    const former = await invite();
    const ofAnother = await invite(PERSONAS.caseworker.id);
    const latest = await invite();
    const begin = async (invitation: string) =>
      (await browserOf(world.app).post('/api/session/oidc', { invitation })).body as { code?: string };
    expect((await begin(former)).code).toBe('invitation_unknown');
    expect((await begin(ofAnother)).code).toBe('account_already_open');
    expect((await begin(latest)).code).toBeUndefined();
  });

  test('asks a fresh code of whoever gives it', async () => {
    const refused = await (await world.as('admin')).post(`/api/accounts/${NEW}/identity-invitations`);
    expect([refused.status, refused.body.code]).toEqual([403, 'fresh_factor_needed']);
  });

  test('over, or for an account that was disabled, opens nothing', async () => {
    const over = await invite();
    await world.owner.query(`update identity_invitations set expires_at = now() - interval '1 second'`);
    expect((await browserOf(world.app).post('/api/session/oidc', { invitation: over })).body.code).toBe(
      'invitation_unknown',
    );
    const ofDisabled = await invite();
    await world.owner.query('update accounts set disabled_at = now() where id = $1', [NEW]);
    for (const invitation of [over, ofDisabled, 'une invitation inventée de toutes pièces'])
      expect((await browserOf(world.app).post('/api/session/oidc', { invitation })).body).toMatchObject({
        status: 403,
        code: 'invitation_unknown',
      });
    await world.owner.query('update accounts set disabled_at = null where id = $1', [NEW]);
    expect((await browserOf(world.app).post('/api/session/oidc', { invitation: ofDisabled })).status).toBe(200);
  });

  test('is kept hashed', async () => {
    const token = await invite();
    const { rows } = await world.owner.query('select * from identity_invitations');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('for nobody is not found', async () => {
    const path = '/api/accounts/00000000-0000-4000-8000-00000000dead/identity-invitations';
    expect((await (await world.freshAs('admin')).post(path)).status).toBe(404);
  });
});
