import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request, { type Response } from 'supertest';
import { FLOW_LIFE_MS } from '../../platform/auth/oidc/pendingFlows.ts';
import { LARGEST_ANSWER } from '../../platform/auth/oidc/boundedFetch.ts';
import { REFUSAL_CODES, refusal } from '../../platform/auth/oidc/refusals.ts';
import { emailOf, ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';
import { browserOf, SESSION, type Browser } from './testing/browser.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  hostileProvider,
  type Behaviour,
  type HostileProvider,
} from './testing/hostileProvider.ts';
import { localServer, type LocalServer } from './testing/localServer.ts';

const SIRET = '73282932000074';
const OTHER_SIRET = '35600000000048';
const PUBLIC_URL = 'https://jalon.test';
const PERSON = { sub: 'jeanne', email: emailOf('caseworker'), given_name: 'Jeanne', siret: SIRET };
const CALLBACK = '/api/session/oidc/callback';

let provider: HostileProvider;
let elsewhere: LocalServer;
let world: World;
let visitsElsewhere = 0;
const clock = testClock('2026-03-10T08:00:00Z');

beforeAll(async () => {
  provider = await hostileProvider(PERSON);
  elsewhere = await localServer((_request, response) => {
    visitsElsewhere += 1;
    response.end('{}');
  });
  world = await createWorld({
    clock,
    providerAnswersWithinSeconds: 1,
    config: {
      publicUrl: PUBLIC_URL,
      oidc: {
        issuer: provider.issuer,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        publicUrl: PUBLIC_URL,
        profile: 'proconnect',
        algorithm: 'RS256',
        allowedSirets: new Set([SIRET, OTHER_SIRET]),
      },
    },
  });
  await world.owner.query('update organisations set siret = $1 where id = $2', [SIRET, ORGANISATIONS.north.id]);
});
afterAll(async () => {
  await world.close();
  await Promise.all([provider.close(), elsewhere.close()]);
});
beforeEach(async () => {
  provider.behave({});
  visitsElsewhere = 0;
  // What was learnt of the provider is forgotten: each test meets it for the first time.
  clock.set(new Date(clock.now().getTime() + 2 * 3_600_000).toISOString());
  await world.owner.query('truncate account_identities, identity_invitations, identity_flows');
  await world.owner.query('delete from sessions');
  await linkJeanne();
});

function linkJeanne(accountId: string = PERSONAS.caseworker.id): Promise<unknown> {
  return world.owner.query(
    `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
     values (gen_random_uuid(), $1, $2, 'jeanne', 'SELF', now())`,
    [accountId, provider.issuer],
  );
}

interface Started {
  readonly browser: Browser;
  readonly code: string;
  readonly state: string;
}

async function start(): Promise<Started> {
  const browser = browserOf(world.app);
  const started = await browser.post('/api/session/oidc');
  if (started.status !== 200) throw new Error(`Not started: ${started.status} ${started.text}`);
  return { browser, ...provider.receive((started.body as { redirectTo: string }).redirectTo) };
}

const back = (browser: Browser, parameters: Record<string, string> | string, accept?: string): Promise<Response> =>
  browser.get(`${CALLBACK}?${new URLSearchParams(parameters).toString()}`, accept);

/** A whole sign-in with a provider that behaves so from the exchange of the code on. */
async function answerTo(behaviour: Behaviour): Promise<Response> {
  const { browser, code, state } = await start();
  provider.behave(behaviour);
  const answer = await back(browser, { code, state });
  if (answer.status >= 400) await expectNothingOpened(browser);
  return answer;
}

async function expectNothingOpened(browser: Browser): Promise<void> {
  expect(browser.cookies.has(SESSION)).toBe(false);
  const { rows } = await world.owner.query('select count(*)::int as n from sessions');
  expect(rows).toEqual([{ n: 0 }]);
}

const verdictOf = ({ status, body }: Response): unknown[] => [status, (body as { code?: string }).code];
const OPENED = [303, undefined];
const redirect =
  (to: string): Behaviour['token'] =>
  (response) => {
    response.statusCode = 302;
    response.setHeader('Location', to);
    response.end();
  };
const now = (): number => Math.floor(Date.now() / 1000);

describe('a provider that keeps to the rules (control)', () => {
  test('opens the account', async () => {
    const answer = await answerTo({});
    expect(verdictOf(answer)).toEqual(OPENED);
    expect(answer.headers['location']).toBe('/');
  });

  test('whose clock is a few seconds away still opens it', async () => {
    expect(verdictOf(await answerTo({ idToken: { exp: now() - 5 } }))).toEqual(OPENED);
    expect(verdictOf(await answerTo({ idToken: { iat: now() + 5, nbf: now() + 5 } }))).toEqual(OPENED);
  });

  test('that does not announce PKCE is sent none: ProConnect refuses parameters that it does not know', async () => {
    const challengeSent = async (metadata: object): Promise<boolean> => {
      provider.behave({ metadata });
      const { body } = await browserOf(world.app).post('/api/session/oidc');
      return new URL((body as { redirectTo: string }).redirectTo).searchParams.has('code_challenge');
    };
    expect(await challengeSent({})).toBe(false);
    clock.set(new Date(clock.now().getTime() + 2 * 3_600_000).toISOString());
    expect(await challengeSent({ code_challenge_methods_supported: ['S256'] })).toBe(true);
  });
});

describe('an ID token', () => {
  test.each<[string, string, Behaviour]>([
    ['with another nonce', 'oidc_nonce_mismatch', { idToken: { nonce: 'n'.repeat(43) } }],
    ['without nonce', 'oidc_answer_refused', { idToken: { nonce: undefined } }],
    ['of another issuer', 'oidc_issuer_mismatch', { idToken: { iss: 'https://other.example' } }],
    ['for another application', 'oidc_audience_mismatch', { idToken: { aud: 'other' } }],
    ['for two applications', 'oidc_audience_mismatch', { idToken: { aud: [CLIENT_ID, 'other'] } }],
    ['issued to another application', 'oidc_audience_mismatch', { idToken: { azp: 'other' } }],
    ['expired', 'oidc_token_expired', { idToken: { exp: now() - 60 } }],
    ['that never expires', 'oidc_answer_refused', { idToken: { exp: undefined } }],
    ['not valid yet', 'oidc_token_expired', { idToken: { nbf: now() + 600 } }],
    ['without signature (alg none)', 'oidc_algorithm_refused', { idTokenSigned: 'none' }],
    ['signed with the public key as a secret', 'oidc_algorithm_refused', { idTokenSigned: 'public-key-as-secret' }],
    ['signed with the secret of the client', 'oidc_algorithm_refused', { idTokenSigned: 'client-secret' }],
    ['signed with another algorithm than the registered one', 'oidc_algorithm_refused', { idTokenSigned: 'ES256' }],
    ['signed with another key under a known name', 'oidc_signature_refused', { idTokenSigned: 'stolen-kid' }],
    [
      'signed with a key that the provider does not publish',
      'oidc_signature_refused',
      { idTokenSigned: 'unknown-kid' },
    ],
    ['that is missing', 'oidc_answer_refused', { idTokenSigned: 'absent' }],
    ['without subject', 'oidc_answer_refused', { idToken: { sub: undefined } }],
    [
      'with a subject too long',
      'oidc_answer_refused',
      { idToken: { sub: 'x'.repeat(256) }, userinfo: { sub: 'x'.repeat(256) } },
    ],
    [
      'with a character that cannot be kept',
      'oidc_answer_refused',
      { idToken: { sub: 'a\u0000' }, userinfo: { sub: 'a\u0000' } },
    ],
  ])('%s is refused: %s', async (_what, code, behaviour) => {
    expect(verdictOf(await answerTo(behaviour))).toEqual([400, code]);
  });
});

test('an ID token of the same issuer with a slash is of another issuer', async () => {
  const answer = await answerTo({ idToken: { iss: `${provider.issuer}/` } });
  expect(verdictOf(answer)).toEqual([400, 'oidc_issuer_mismatch']);
});

describe('a userinfo answer', () => {
  test.each<[string, string, Behaviour]>([
    ['that is not signed', 'oidc_userinfo_unsigned', { userinfoSigned: 'plain JSON' }],
    ['signed by nobody (alg none)', 'oidc_algorithm_refused', { userinfoSigned: 'none' }],
    ['signed with the public key as a secret', 'oidc_algorithm_refused', { userinfoSigned: 'public-key-as-secret' }],
    ['signed with the secret of the client', 'oidc_algorithm_refused', { userinfoSigned: 'client-secret' }],
    ['signed with another key under a known name', 'oidc_signature_refused', { userinfoSigned: 'stolen-kid' }],
    ['about somebody else', 'oidc_subject_mismatch', { userinfo: { sub: 'somebody else' } }],
    ['without subject', 'oidc_answer_refused', { userinfo: { sub: undefined } }],
    ['for another application', 'oidc_audience_mismatch', { userinfo: { aud: 'other' } }],
    ['for nobody in particular', 'oidc_audience_mismatch', { userinfo: { aud: undefined } }],
    ['of another issuer', 'oidc_issuer_mismatch', { userinfo: { iss: 'https://other.example' } }],
    ['of no issuer', 'oidc_issuer_mismatch', { userinfo: { iss: undefined } }],
    ['expired', 'oidc_token_expired', { userinfo: { exp: now() - 60 } }],
  ])('%s is refused: %s', async (_what, code, behaviour) => {
    expect(verdictOf(await answerTo(behaviour))).toEqual([400, code]);
  });
});

describe('a return', () => {
  test('without the state of this browser asks the provider nothing, and leaves the right one good', async () => {
    const { browser, code, state } = await start();
    const asked = provider.tokensAsked();
    const other = await start();
    expect(verdictOf(await back(browser, { code, state: other.state }))).toEqual([400, 'oidc_state_mismatch']);
    expect(verdictOf(await back(browser, { code, state: '' }))).toEqual([400, 'oidc_state_mismatch']);
    expect(verdictOf(await back(browser, { error: 'access_denied', state: 'x'.repeat(43) }))).toEqual([
      400,
      'oidc_state_mismatch',
    ]);
    expect(provider.tokensAsked()).toBe(asked);
    await expectNothingOpened(browser);
    provider.receive(`${provider.issuer}/?nonce=`);
    expect(verdictOf(await back(browser, { code, state }))).toEqual([400, 'oidc_nonce_mismatch']);
  });

  test.each([
    ['without state', 'code=c'],
    ['with a state of 12,000 characters', `code=c&state=${'s'.repeat(12_000)}`],
    ['with two states', 'code=c&state=STATE&state=other'],
    ['with two codes', 'code=c&code=d&state=STATE'],
    ['without code nor error', 'state=STATE'],
    ['with a code and an error', 'code=c&error=server_error&state=STATE'],
    ['with a token in the address', 'code=c&state=STATE&id_token=x'],
    ['with a code too long', `code=${'c'.repeat(5000)}&state=STATE`],
  ])('%s is malformed, and asks the provider nothing', async (_what, query) => {
    const { browser, state } = await start();
    const asked = provider.tokensAsked();
    const answer = await browser.get(`${CALLBACK}?${query.replaceAll('STATE', state)}`);
    expect(verdictOf(answer)).toEqual([400, 'oidc_callback_malformed']);
    expect(provider.tokensAsked()).toBe(asked);
    await expectNothingOpened(browser);
  });

  test('a second time opens nothing more', async () => {
    const { browser, code, state } = await start();
    const ticket = new Map(browser.cookies);
    expect(verdictOf(await back(browser, { code, state }))).toEqual(OPENED);
    const replayed = browserOf(world.app);
    for (const [name, value] of ticket) replayed.cookies.set(name, value);
    expect(verdictOf(await back(replayed, { code, state }))).toEqual([400, 'oidc_flow_unknown']);
    expect(replayed.cookies.has(SESSION)).toBe(false);
  });

  test('twice at the same instant opens one session', async () => {
    const { browser, code, state } = await start();
    const twin = browserOf(world.app);
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
    const answers = await Promise.all([browser, twin].map((one) => back(one, { code, state })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  test('in another browser opens nothing: neither without ticket, nor with its own', async () => {
    const { code, state } = await start();
    const without = browserOf(world.app);
    expect(verdictOf(await back(without, { code, state }))).toEqual([400, 'oidc_flow_unknown']);
    const { browser: other } = await start();
    expect(verdictOf(await back(other, { code, state }))).toEqual([400, 'oidc_state_mismatch']);
    await expectNothingOpened(other);
  });

  test('with a ticket that was never given, or given twice, opens nothing', async () => {
    const { browser, code, state } = await start();
    const [[name = '', value = ''] = []] = [...browser.cookies];
    const send = (cookie: string): Promise<Response> =>
      request(world.app)
        .get(`${CALLBACK}?${new URLSearchParams({ code, state }).toString()}`)
        .set('X-Forwarded-Proto', 'https')
        .set('Accept', 'application/json')
        .set('Cookie', cookie);
    expect(verdictOf(await send(`${name}=${'A'.repeat(43)}`))).toEqual([400, 'oidc_state_mismatch']);
    expect(verdictOf(await send(`${name}=%00`))).toEqual([400, 'oidc_flow_unknown']);
    expect(verdictOf(await send(`${name}=${'A'.repeat(43)}; ${name}=${value}`))).toEqual([400, 'oidc_flow_unknown']);
    // The plain cookie of an attacker on the same network is not read over https.
    expect(verdictOf(await send(`jalon-flow=${value}`))).toEqual([400, 'oidc_flow_unknown']);
    expect(verdictOf(await send(`${name}=${value}`))).toEqual(OPENED);
  });

  test('is good on its last instant, and over after ten minutes', async () => {
    const after = async (ms: number): Promise<unknown[]> => {
      const { browser, code, state } = await start();
      clock.set(new Date(clock.now().getTime() + ms).toISOString());
      return verdictOf(await back(browser, { code, state }));
    };
    expect(await after(FLOW_LIFE_MS - 1)).toEqual(OPENED);
    expect(await after(FLOW_LIFE_MS)).toEqual([400, 'oidc_flow_unknown']);
  });

  test('that names another provider is refused before its code is sent anywhere', async () => {
    const { browser, code, state } = await start();
    const asked = provider.tokensAsked();
    const answer = await back(browser, { code, state, iss: 'https://other.example' });
    expect(verdictOf(answer)).toEqual([400, 'oidc_issuer_mismatch']);
    expect(provider.tokensAsked()).toBe(asked);
    const again = await start();
    expect(verdictOf(await back(again.browser, { code, state: again.state, iss: provider.issuer }))).toEqual(OPENED);
  });

  test('goes to the address that was configured, whatever the request calls us', async () => {
    const answer = await request(world.app)
      .post('/api/session/oidc')
      .set('Host', 'attacker.example')
      .set('X-Forwarded-Host', 'attacker.example')
      .send({});
    const { searchParams } = new URL((answer.body as { redirectTo: string }).redirectTo);
    expect(searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}${CALLBACK}`);
  });

  test('of an error of the provider says one of our sentences, and nothing of its own', async () => {
    const { browser, state } = await start();
    const told = { error: 'server_error', error_description: '<script>alert(1)</script> at /srv/idp.js:12', state };
    const answer = await back(browser, told);
    expect(verdictOf(answer)).toEqual([400, 'oidc_provider_error']);
    expect(answer.text).not.toMatch(/script|idp\.js/);
    await expectNothingOpened(browser);
  });
});

describe('the structure', () => {
  test.each<[string, string, unknown]>([
    ['that is not told', 'oidc_siret_missing', undefined],
    ['that is not a text', 'oidc_siret_missing', [SIRET]],
    ['whose key is wrong', 'oidc_siret_missing', '73282932000073'],
    ['that is written with spaces', 'oidc_siret_missing', '732 829 320 00074'],
    ['that does not use this service', 'oidc_siret_not_allowed', '35600000049837'],
    ['that is not the one of the account', 'oidc_siret_of_another_organisation', OTHER_SIRET],
  ])('%s is refused: %s', async (_what, code, siret) => {
    expect(verdictOf(await answerTo({ userinfo: { siret } }))).toEqual([403, code]);
  });

  test('that Jalon does not know the SIRET of lets nobody in', async () => {
    await world.owner.query('update organisations set siret = null where id = $1', [ORGANISATIONS.north.id]);
    const answer = await answerTo({});
    await world.owner.query('update organisations set siret = $1 where id = $2', [SIRET, ORGANISATIONS.north.id]);
    expect(verdictOf(answer)).toEqual([403, 'oidc_siret_of_another_organisation']);
  });

  test('is checked before anything is linked', async () => {
    await world.owner.query('truncate account_identities');
    await world.owner.query(
      `insert into identity_flows (id, purpose, account_id, expires_at)
       select f.id, 'LINK', $1, f.expires_at from (values ('x', now())) f (id, expires_at)`,
      [PERSONAS.caseworker.id],
    );
    const { browser, code, state } = await start();
    await world.owner.query(`update identity_flows set purpose = 'LINK', account_id = $1`, [PERSONAS.neighbour.id]);
    expect(verdictOf(await back(browser, { code, state }))).toEqual([403, 'oidc_siret_of_another_organisation']);
    expect((await world.owner.query('select 1 from account_identities')).rowCount).toBe(0);
  });
});

describe('the account', () => {
  test('of somebody whose address the provider gives is not hers to open', async () => {
    await world.owner.query('truncate account_identities');
    for (const name of ['caseworker', 'manager', 'admin'] as const) {
      const answer = await answerTo({ userinfo: { email: emailOf(name), email_verified: true } });
      expect(verdictOf(answer)).toEqual([403, 'identity_unknown']);
    }
    expect((await world.owner.query('select 1 from account_identities')).rowCount).toBe(0);
  });

  test('is found by the subject, letter for letter, at this issuer', async () => {
    for (const sub of ['JEANNE', 'jeanne ', 'jeanne%', PERSONAS.caseworker.id])
      expect(verdictOf(await answerTo({ idToken: { sub }, userinfo: { sub } }))).toEqual([403, 'identity_unknown']);
    await world.owner.query(`update account_identities set issuer = 'https://other.example'`);
    expect(verdictOf(await answerTo({}))).toEqual([403, 'identity_unknown']);
  });

  test('that was disabled is as unknown', async () => {
    await world.owner.query('update accounts set disabled_at = now() where id = $1', [PERSONAS.caseworker.id]);
    const answer = await answerTo({});
    await world.owner.query('update accounts set disabled_at = null where id = $1', [PERSONAS.caseworker.id]);
    expect(verdictOf(answer)).toEqual([403, 'identity_unknown']);
  });
});

describe('a provider that does not answer as it should', () => {
  test('and sends the code or the token elsewhere is not followed', async () => {
    expect(verdictOf(await answerTo({ token: redirect(elsewhere.origin) }))).toEqual([400, 'oidc_answer_refused']);
    expect(verdictOf(await answerTo({ userinfoAnswer: redirect(elsewhere.origin) }))).toEqual([
      400,
      'oidc_answer_refused',
    ]);
    provider.behave({ discovery: redirect(`${elsewhere.origin}/.well-known/openid-configuration`) });
    clock.set(new Date(clock.now().getTime() + 2 * 3_600_000).toISOString());
    expect(verdictOf(await browserOf(world.app).post('/api/session/oidc'))).toEqual([400, 'oidc_answer_refused']);
    expect(visitsElsewhere).toBe(0);
  });

  test('and calls itself by another name is not believed', async () => {
    for (const issuer of ['https://other.example', `${provider.issuer}/`]) {
      provider.behave({ metadata: { issuer } });
      expect(verdictOf(await browserOf(world.app).post('/api/session/oidc'))).toEqual([400, 'oidc_issuer_mismatch']);
    }
  });

  test('and refuses the code, or the token that it gave, opens nothing', async () => {
    const refuses =
      (status: number, error: string): Behaviour['token'] =>
      (response) => {
        response.statusCode = status;
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ error, error_description: 'a canary of the provider' }));
      };
    const answer = await answerTo({ token: refuses(400, 'invalid_grant') });
    expect(verdictOf(answer)).toEqual([400, 'oidc_code_refused']);
    expect(answer.text).not.toContain('canary');
    expect(verdictOf(await answerTo({ token: refuses(401, 'invalid_client') }))).toEqual([400, 'oidc_code_refused']);
  });

  test.each<[string, Behaviour]>([
    ['fails', { token: (response) => response.writeHead(500).end('a stack') }],
    ['is being maintained', { userinfoAnswer: (response) => response.writeHead(503).end() }],
    ['hangs up', { token: (response) => response.destroy() }],
    ['stays silent', { token: () => undefined }],
    [
      'stays silent in the middle of a sentence',
      { token: (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).write('{') },
    ],
  ])('and %s is said to be away, and the browser does not wait', async (_what, behaviour) => {
    const answer = await answerTo(behaviour);
    expect(verdictOf(answer)).toEqual([503, 'oidc_unreachable']);
    expect(answer.headers['retry-after']).toBe('30');
    expect(answer.text).not.toContain('stack');
  });

  test('from the start is said to be away; once it is back, one signs in', async () => {
    provider.behave({ discovery: (response) => response.destroy() });
    expect(verdictOf(await browserOf(world.app).post('/api/session/oidc'))).toEqual([503, 'oidc_unreachable']);
    provider.behave({ discovery: () => undefined });
    expect(verdictOf(await browserOf(world.app).post('/api/session/oidc'))).toEqual([503, 'oidc_unreachable']);
    provider.behave({});
    expect(verdictOf(await answerTo({}))).toEqual(OPENED);
  });

  test('and pours out more than any answer holds is cut off', async () => {
    const pours = (size: number): Behaviour => ({
      token: (response) => {
        response.writeHead(400, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ error: 'invalid_grant', error_description: 'x'.repeat(size) }));
      },
    });
    expect(verdictOf(await answerTo(pours(LARGEST_ANSWER)))).toEqual([400, 'oidc_answer_refused']);
    expect(verdictOf(await answerTo(pours(LARGEST_ANSWER / 2)))).toEqual([400, 'oidc_code_refused']);
  });

  test('does not keep anybody from signing out here', async () => {
    const { browser, code, state } = await start();
    await back(browser, { code, state });
    provider.behave({ discovery: () => undefined });
    clock.set(new Date(clock.now().getTime() + 2 * 3_600_000).toISOString());
    expect((await browser.delete('/api/session')).body).toEqual({ id: 'session' });
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

describe('in a browser', () => {
  const PAGE = 'text/html,application/xhtml+xml,*/*;q=0.8';

  test('what may be tried again goes to the sign-in page, with its code and nothing else', async () => {
    const { browser, state } = await start();
    const answer = await back(browser, { error: 'access_denied', error_description: 'canary', state }, PAGE);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/#/login?refused=oidc_cancelled']);
  });

  test('what may not is a page of its own, in French, with a way back', async () => {
    await world.owner.query('truncate account_identities');
    const { browser, code, state } = await start();
    const answer = await back(browser, { code, state }, PAGE);
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.text).toContain('Aucun compte Jalon n’est lié à cette identité.');
    expect(answer.text).toContain('href="/#/login"');
    expect(answer.text).not.toMatch(/<script|<style| style=/);
  });

  test('every refusal is a sentence, without anything of the program in it', () => {
    for (const code of REFUSAL_CODES) {
      const { message, status } = refusal(code);
      expect([code, message]).toEqual([code, expect.stringMatching(/^[A-ZÀ].{20,}\.$/)]);
      expect([400, 403, 409, 503]).toContain(status);
      expect(message).not.toMatch(/token|jeton|OIDC|'|[^\u00a0]:|[^\u202f][;!?]/);
    }
  });
});

describe('an address that begins too many', () => {
  test('is told to wait, and another is not', async () => {
    const begin = (address: string): Promise<Response> =>
      request(world.app).post('/api/session/oidc').set('X-Forwarded-For', address).send({});
    await begin('192.0.2.7');
    await world.owner.query(`update sign_in_limits set points = 300 where key = 'oidc-start:192.0.2.7'`);
    expect(verdictOf(await begin('192.0.2.7'))).toEqual([429, 'too_many_sign_ins']);
    expect((await begin('192.0.2.8')).status).toBe(200);
  });
});
