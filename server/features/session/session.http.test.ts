import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import request from 'supertest';
import { hashPassword } from '../../platform/auth/passwords.ts';
import { emailOf, PASSWORD, PERSONAS } from '../../testing/personas.ts';
import { createWorld, SIGNED, SOMEONE, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const signIn = (body: object, headers: Record<string, string> = {}) =>
  request(world.app).post('/api/session').set(headers).send(body);

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await signIn({ email: emailOf('caseworker').toUpperCase(), password: PASSWORD });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      role: 'ASSOCIATION_CASEWORKER',
      organisation: { name: 'Association Nord' },
      departments: ['59'],
      today: '2026-03-10',
    });
    expect(response.get('Set-Cookie')?.[0]).toMatch(/^jalon=.*; Path=\/;.* HttpOnly; SameSite=Strict$/);
  });

  test('over https the cookie is Secure and tied to the host', async () => {
    const response = await signIn(
      { email: emailOf('caseworker'), password: PASSWORD },
      { 'X-Forwarded-Proto': 'https' },
    );
    expect(response.get('Set-Cookie')?.[0]).toMatch(/^__Host-jalon=.*; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('a wrong password and an unknown address are one answer', async () => {
    const wrong = await signIn({ email: emailOf('caseworker'), password: 'autre chose' });
    const unknown = await signIn({ email: 'personne@test.example', password: PASSWORD });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(wrong.get('Content-Type')).toMatch(/^application\/problem\+json/);
  });

  test('only what failed counts against an address that a whole office shares', async () => {
    const counted = async (): Promise<number> => {
      const { rows } = await world.owner.query<{ points: number }>(
        `select l.points from sign_in_limits l where l.key = 'address:192.0.2.9'`,
      );
      return rows[0]?.points ?? 0;
    };
    const from = { 'X-Forwarded-For': '192.0.2.9' };
    for (let count = 0; count < 3; count += 1)
      expect((await signIn({ email: emailOf('referent'), password: PASSWORD }, from)).status).toBe(200);
    expect(await counted()).toBe(0);
    await signIn({ email: emailOf('referent'), password: 'non' }, from);
    expect(await counted()).toBe(1);
  });

  test('a disabled account is refused, and its open session ends at the next request', async () => {
    const client = await world.as('colleague');
    expect((await client.get('/api/session')).status).toBe(200);
    await world.owner.query(`update accounts set disabled_at = now() where email = $1`, [emailOf('colleague')]);
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await signIn({ email: emailOf('colleague'), password: PASSWORD })).status).toBe(401);
  });

  test('what is stored of a session does not open one', async () => {
    await world.as('manager');
    const { rows } = await world.owner.query<{ sid: string }>('select s.sid from sessions s');
    for (const { sid } of rows) {
      const response = await request(world.app)
        .get('/api/session')
        .set('Cookie', `jalon=${encodeURIComponent(`s:${sid}.x`)}`);
      expect(response.status).toBe(401);
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  test('a hash of other parameters is made again at the next sign-in, and the password stays the same', async () => {
    const hashOfPrefecture = async (): Promise<string> =>
      (await world.owner.query('select a.password_hash from accounts a where a.email = $1', [emailOf('prefecture')]))
        .rows[0].password_hash;
    const weaker = await hash(PASSWORD, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await world.owner.query('update accounts set password_hash = $2 where email = $1', [emailOf('prefecture'), weaker]);
    expect((await signIn({ email: emailOf('prefecture'), password: 'autre chose' })).status).toBe(401);
    expect(await hashOfPrefecture()).toBe(weaker);
    expect((await signIn({ email: emailOf('prefecture'), password: PASSWORD })).status).toBe(200);
    const renewed = await hashOfPrefecture();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect((await signIn({ email: emailOf('prefecture'), password: PASSWORD })).status).toBe(200);
    expect(await hashOfPrefecture()).toBe(renewed);
  });

  test('a password is verified as it was received: neither trimmed nor folded', async () => {
    const typed = [
      '  Éte\u0301 à la mer 🌊  ',
      'Éte\u0301 à la mer 🌊',
      '  Été à la mer 🌊  ',
      '  éte\u0301 à la mer 🌊  ',
    ];
    await world.owner.query('update accounts set password_hash = $2 where email = $1', [
      emailOf('region'),
      await hashPassword(typed[0] ?? ''),
    ]);
    const statuses = [];
    for (const password of typed) statuses.push((await signIn({ email: emailOf('region'), password })).status);
    expect(statuses).toEqual([200, 401, 401, 401]);
  });

  test('passwords are kept as Argon2id', async () => {
    const { rows } = await world.owner.query<{ password_hash: string }>(
      'select a.password_hash from accounts a where a.password_hash is not null',
    );
    expect(rows.every(({ password_hash: hash }) => hash.startsWith('$argon2id$v=19$m=65536,t=3,p=1$'))).toBe(true);
  });
});

describe('signing out', () => {
  test('ends the session: the cookie is worth nothing any more', async () => {
    const response = await signIn({ email: emailOf('neighbour'), password: PASSWORD });
    const cookie = response.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    const get = () => request(world.app).get('/api/session').set('Cookie', cookie);
    expect((await get()).status).toBe(200);
    expect((await request(world.app).delete('/api/session').set('Cookie', cookie)).status).toBe(200);
    expect((await get()).status).toBe(401);
  });
});

describe('requests from elsewhere', () => {
  test('a change with the origin of another site is refused; with one’s own, or none, it passes', async () => {
    const from = (origin: string) =>
      signIn({ email: emailOf('manager'), password: PASSWORD }, { Host: 'jalon.test', Origin: origin });
    expect((await from('https://autre.example')).body).toMatchObject({ status: 403, code: 'foreign_origin' });
    expect((await from('null')).status).toBe(403);
    expect((await from('http://jalon.test')).status).toBe(200);
  });

  test('a sibling sub-domain, another port, another scheme are other sites; nothing has changed for having asked', async () => {
    const client = await world.as('manager');
    const changes = [
      client.delete('/api/sessions'),
      client.post('/api/pathways', { person: SOMEONE, facts: SIGNED }),
      client.post('/api/session/password', { currentPassword: PASSWORD, newPassword: PASSWORD }),
    ];
    for (const [index, change] of changes.entries()) {
      const origin = ['https://evil.jalon.test', 'http://jalon.test:8080', 'https://jalon.test'][index] ?? '';
      const answer = await change.set('Host', 'jalon.test').set('Origin', origin);
      expect([origin, answer.status, answer.body.code]).toEqual([origin, 403, 'foreign_origin']);
    }
    expect((await world.owner.query('select 1 from pathways')).rowCount).toBe(0);
    const own = await client
      .post('/api/pathways', { person: SOMEONE, facts: SIGNED })
      .set('Host', 'jalon.test')
      .set('Origin', 'http://jalon.test');
    expect(own.status).toBe(201);
  });

  test('a form of another site cannot be read as JSON, nor change the method', async () => {
    const cookie = await world.cookieOf('manager');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await request(world.app)
        .post('/api/people/search')
        .set('Cookie', cookie)
        .set('Content-Type', type)
        .send('{"text":"exemple"}');
      expect([type, answer.status, answer.body.code]).toEqual([type, 400, 'json_expected']);
    }
    const overridden = await request(world.app)
      .post('/api/session?_method=DELETE')
      .set('Cookie', cookie)
      .set('X-HTTP-Method-Override', 'DELETE')
      .send({ email: emailOf('manager'), password: 'non' });
    expect(overridden.status).toBe(401);
    expect((await request(world.app).get('/api/session').set('Cookie', cookie)).status).toBe(200);
  });

  test('nothing is said to whoever is not signed in', async () => {
    for (const path of ['/api/pathways', '/api/stalls', '/api/organisations', '/api/session']) {
      expect((await request(world.app).get(path)).status).toBe(401);
    }
    expect((await request(world.app).post('/api/people/search').send({ text: 'exemple' })).status).toBe(401);
  });

  test('a page made for somebody else is refused, whatever it asks; for whoever is signed in, or for nobody, it passes', async () => {
    const cookie = await world.cookieOf('manager');
    const ask = (method: 'get' | 'post', path: string, as?: string) => {
      const asked = request(world.app)[method](path).set('Cookie', cookie);
      return as === undefined ? asked : asked.set('Signed-In-As', as);
    };
    const listed = [undefined, PERSONAS.manager.id, PERSONAS.caseworker.id, 'anything'].map(async (as) => {
      const { status, body } = await ask('get', '/api/pathways', as);
      return [status, (body as { code?: string }).code];
    });
    expect(await Promise.all(listed)).toEqual([
      [200, undefined],
      [200, undefined],
      [409, 'signed_in_as_another'],
      [409, 'signed_in_as_another'],
    ]);
    const found = async (as: string): Promise<number> =>
      (await ask('post', '/api/people/search', as).send({ text: 'exemple' })).status;
    expect([await found(PERSONAS.manager.id), await found(PERSONAS.colleague.id)]).toEqual([200, 409]);
    const list = ask('post', '/api/imports', PERSONAS.colleague.id).attach('file', Buffer.from('x'), 'liste.csv');
    expect((await list).status).toBe(409);
  });
});
