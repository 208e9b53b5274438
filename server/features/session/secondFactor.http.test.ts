import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { totpCode } from '../../platform/auth/totp.ts';
import { emailOf, PASSWORD, PERSONAS, totpSecretOf, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T09:00:00Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock, twoSteps: true });
});
afterAll(() => world.close());

/** Each test in minutes of its own: no code of another is still worth anything, and no budget is spent. */
let minute = 0;
beforeEach(async () => {
  minute += 10;
  clock.set(new Date(Date.UTC(2026, 2, 10, 9, minute)).toISOString());
  await world.owner.query('delete from sign_in_limits');
});

const later = (seconds: number): void => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());
const codeNow = (name: PersonaName): string => totpCode(totpSecretOf(name), clock.now());
const signIn = (name: PersonaName, code?: string, password = PASSWORD) =>
  request(world.app)
    .post('/api/session')
    .send({ email: emailOf(name), password, ...(code === undefined ? {} : { code }) });
const cookieIn = (answer: { get(header: 'Set-Cookie'): string[] | undefined }): string =>
  answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
const withCookie = (cookie: string) => ({
  get: (path: string) => request(world.app).get(path).set('Cookie', cookie),
  post: (path: string, body: object = {}) => request(world.app).post(path).set('Cookie', cookie).send(body),
});

async function forgetFactor(name: PersonaName): Promise<void> {
  await world.owner.query('delete from second_factors where account_id = $1', [PERSONAS[name].id]);
}

describe('signing in with a code', () => {
  test('the code is asked after a right password, and after no other', async () => {
    const [asked, wrong, unknown] = [
      await signIn('caseworker'),
      await signIn('caseworker', undefined, 'autre chose'),
      await request(world.app).post('/api/session').send({ email: 'personne@test.example', password: PASSWORD }),
    ];
    expect([asked.status, asked.body.code]).toEqual([401, 'code_required']);
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials']);
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
    // A right code says nothing of a wrong password.
    expect((await signIn('caseworker', codeNow('caseworker'), 'autre chose')).body.code).toBe('wrong_credentials');
    expect(asked.get('Set-Cookie')).toBeUndefined();

    const opened = await signIn('caseworker', codeNow('caseworker'));
    expect([opened.status, opened.body.secondFactor.state]).toEqual([200, 'ENROLLED']);
    expect((await withCookie(cookieIn(opened)).get('/api/pathways')).status).toBe(200);
  });

  test('a code serves once', async () => {
    const code = codeNow('caseworker');
    expect((await signIn('caseworker', code)).status).toBe(200);
    const again = await signIn('caseworker', code);
    expect([again.status, again.body.code]).toEqual([401, 'wrong_code']);
    later(30);
    expect((await signIn('caseworker', codeNow('caseworker'))).status).toBe(200);
  });

  test('of twenty who bring one code at once, one gets in', async () => {
    const code = codeNow('manager');
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('manager', code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401 || status === 429)).toHaveLength(19);
  });

  test('the code before is accepted for a few seconds, the one before it is not, nor the next', async () => {
    const [before, now] = [codeNow('caseworker'), clock.now().getTime()];
    later(35);
    expect((await signIn('caseworker', before)).body.code).toBe('wrong_code');
    clock.set(new Date(now + 33_000).toISOString());
    expect((await signIn('caseworker', before)).status).toBe(200);
    const next = totpCode(totpSecretOf('caseworker'), new Date(now + 60_000));
    expect((await signIn('caseworker', next)).body.code).toBe('wrong_code');
  });

  test('five wrong codes in five minutes, and the right one is not looked at; only wrong ones count', async () => {
    for (let count = 0; count < 7; count += 1) {
      later(30);
      expect((await signIn('neighbour', codeNow('neighbour'))).status).toBe(200);
    }
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await signIn('neighbour', '000000')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    later(30);
    const right = await signIn('neighbour', codeNow('neighbour'));
    expect([right.status, right.body.code]).toEqual([429, 'too_many_codes']);
    expect((await signIn('ofii', codeNow('ofii'))).status).toBe(200);
  });

  test('the secret is kept encrypted, for its row alone', async () => {
    const { rows } = await world.owner.query<{ account_id: string; secret: Buffer }>(
      'select f.account_id, f.secret from second_factors f where f.account_id = any ($1)',
      [[PERSONAS.caseworker.id, PERSONAS.colleague.id]],
    );
    expect(rows).toHaveLength(2);
    for (const name of ['caseworker', 'colleague'] as const)
      for (const { secret } of rows) expect(secret.toString('latin1')).not.toContain(totpSecretOf(name));
    // Moved to the row of somebody else, it does not open.
    await world.owner.query(
      `update second_factors f set secret = o.secret from second_factors o where f.account_id = $1 and o.account_id = $2`,
      [PERSONAS.colleague.id, PERSONAS.caseworker.id],
    );
    expect((await signIn('colleague', codeNow('caseworker'))).status).toBe(500);
    await forgetFactor('colleague');
  });
});

describe('a fresh code', () => {
  test('is asked five minutes after the last one, and renewing it changes the identifier of the session', async () => {
    const cookie = cookieIn(await signIn('caseworker', codeNow('caseworker')));
    const codes = (with_: string) => withCookie(with_).post('/api/session/recovery-codes');
    later(299);
    expect((await codes(cookie)).status).toBe(200);
    later(1);
    const refused = await codes(cookie);
    expect([refused.status, refused.body.code]).toEqual([403, 'fresh_factor_needed']);

    const renewed = await withCookie(cookie).post('/api/session/factor', { code: codeNow('caseworker') });
    expect([renewed.status, renewed.body.secondFactor.freshUntil]).toEqual([
      200,
      new Date(clock.now().getTime() + 300_000).toISOString(),
    ]);
    expect(cookieIn(renewed)).not.toBe(cookie);
    expect((await codes(cookieIn(renewed))).status).toBe(200);
    expect((await withCookie(cookie).get('/api/session')).status).toBe(401);
  });

  test('is not renewed by a wrong code, nor by one that served', async () => {
    const code = codeNow('caseworker');
    const client = withCookie(cookieIn(await signIn('caseworker', code)));
    for (const wrong of ['000000', code]) {
      const answer = await client.post('/api/session/factor', { code: wrong });
      expect([answer.status, answer.body.code, answer.body.errors]).toEqual([
        422,
        'wrong_code',
        { code: expect.any(String) },
      ]);
    }
    expect((await client.get('/api/session')).status).toBe(200);
    for (let count = 0; count < 3; count += 1) await client.post('/api/session/factor', { code: '000000' });
    later(30);
    expect((await client.post('/api/session/factor', { code: codeNow('caseworker') })).status).toBe(429);
  });
});

describe('enrolling', () => {
  test('is all that a session without a second factor may do', async () => {
    await forgetFactor('prefecture');
    const opened = await signIn('prefecture');
    expect([opened.status, opened.body.secondFactor.state, opened.body.permissions]).toEqual([200, 'TO_ENROL', []]);
    const client = withCookie(cookieIn(opened));
    const elsewhere = await client.get('/api/reports/prefecture?department=59&period=2026-Q1&asOf=2026-03-10');
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'second_factor_to_enrol']);
    expect((await client.get('/api/sessions')).body.code).toBe('second_factor_to_enrol');
    expect((await client.post('/api/imports')).body.code).toBe('second_factor_to_enrol');

    const { body: enrolment } = await client.post('/api/session/enrolment');
    expect(enrolment.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(enrolment.uri).toContain(`secret=${enrolment.secret}`);
    expect((await client.post('/api/session/enrolment/confirm', { code: '000000' })).body.code).toBe('wrong_code');

    const confirmed = await client.post('/api/session/enrolment/confirm', {
      code: totpCode(enrolment.secret, clock.now()),
    });
    expect(confirmed.status).toBe(200);
    const whole = withCookie(cookieIn(confirmed));
    expect((await whole.get('/api/session')).body).toMatchObject({
      secondFactor: { state: 'ENROLLED' },
      permissions: expect.arrayContaining(['reports.read']),
    });
    expect((await whole.get('/api/sessions')).status).toBe(200);
    expect((await client.get('/api/session')).status).toBe(401);
    // The code that enrolled has served; the next one signs in.
    expect((await signIn('prefecture', totpCode(enrolment.secret, clock.now()))).body.code).toBe('wrong_code');
    later(30);
    expect((await signIn('prefecture', totpCode(enrolment.secret, clock.now()))).status).toBe(200);
  });

  test('another authenticator takes the place of the first after a fresh code, and ends the other sessions', async () => {
    const other = withCookie(cookieIn(await signIn('region', codeNow('region'))));
    later(30);
    const cookie = cookieIn(await signIn('region', codeNow('region')));
    later(300);
    expect((await withCookie(cookie).post('/api/session/enrolment')).body.code).toBe('fresh_factor_needed');
    expect((await withCookie(cookie).post('/api/session/enrolment/confirm', { code: '000000' })).body.code).toBe(
      'fresh_factor_needed',
    );
    const fresh = withCookie(
      cookieIn(await withCookie(cookie).post('/api/session/factor', { code: codeNow('region') })),
    );
    const { body: enrolment } = await fresh.post('/api/session/enrolment');
    // Until it has shown a code, the former one serves.
    later(30);
    expect((await signIn('region', codeNow('region'))).status).toBe(200);
    const confirmed = await fresh.post('/api/session/enrolment/confirm', {
      code: totpCode(enrolment.secret, clock.now()),
    });
    expect(confirmed.status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    later(30);
    expect((await signIn('region', codeNow('region'))).body.code).toBe('wrong_code');
    expect((await signIn('region', totpCode(enrolment.secret, clock.now()))).status).toBe(200);
  });

  test('of two confirmations at once, one gives recovery codes', async () => {
    await forgetFactor('auditor');
    const client = withCookie(cookieIn(await signIn('auditor')));
    const { body: enrolment } = await client.post('/api/session/enrolment');
    const code = totpCode(enrolment.secret, clock.now());
    const answers = await Promise.all([1, 2, 3].map(() => client.post('/api/session/enrolment/confirm', { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('recovery codes', () => {
  async function codesOf(name: PersonaName): Promise<string[]> {
    const client = withCookie(cookieIn(await signIn(name, codeNow(name))));
    return (await client.post('/api/session/recovery-codes')).body.recoveryCodes as string[];
  }

  test('are ten, of eighty bits, kept as hashes; each signs in once', async () => {
    const codes = await codesOf('referent');
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){3}$/);
    const { rows } = await world.owner.query('select c::text as row from recovery_codes c where c.account_id = $1', [
      PERSONAS.referent.id,
    ]);
    for (const { row } of rows) expect(codes.some((code) => row.includes(code.replaceAll('-', '')))).toBe(false);

    const [first = '', second = ''] = codes;
    expect((await signIn('referent', first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await signIn('referent', first)).body.code).toBe('wrong_code');
    const opened = await signIn('referent', second);
    expect((await withCookie(cookieIn(opened)).get('/api/session/factor')).body).toEqual({
      isEnrolled: true,
      recoveryCodesLeft: 8,
    });
    // Nobody else’s.
    expect((await signIn('caseworker', codes[2])).body.code).toBe('wrong_code');
  });

  test('of twenty who bring one at once, one gets in; new ones end the former', async () => {
    const [code = '', another = ''] = await codesOf('referentSomme');
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('referentSomme', code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await world.owner.query('delete from sign_in_limits');
    later(30);
    await codesOf('referentSomme');
    expect((await signIn('referentSomme', another)).body.code).toBe('wrong_code');
  });
});

describe('accounts of the demo', () => {
  test('sign in with one step in a demo, and with two anywhere else', async () => {
    const demo = await createWorld({ clock });
    const one = await request(demo.app)
      .post('/api/session')
      .send({ email: emailOf('caseworker'), password: PASSWORD });
    expect([one.status, one.body.secondFactor]).toEqual([200, { state: 'NOT_ASKED', freshUntil: null }]);
    const client = withCookieOf(demo, cookieIn(one));
    expect((await client('get', '/api/pathways')).status).toBe(200);
    expect((await client('post', '/api/session/recovery-codes')).body.code).toBe('fresh_factor_needed');
    expect((await client('post', '/api/session/factor', { code: codeNow('caseworker') })).status).toBe(200);
    // An account that is not of the demo is asked for its code there too.
    await demo.owner.query('update accounts set is_demo = false where id = $1', [PERSONAS.colleague.id]);
    const real = await request(demo.app)
      .post('/api/session')
      .send({ email: emailOf('colleague'), password: PASSWORD });
    expect([real.status, real.body.code]).toEqual([401, 'code_required']);
    await demo.close();
    expect((await signIn('caseworker')).body.code).toBe('code_required');
  });
});

const withCookieOf =
  (of: World, cookie: string) =>
  (method: 'get' | 'post', path: string, body: object = {}) =>
    method === 'get'
      ? request(of.app).get(path).set('Cookie', cookie)
      : request(of.app).post(path).set('Cookie', cookie).send(body);
