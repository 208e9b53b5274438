import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { emailOf, PASSWORD, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type Client, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const GOOD = 'tricot brumeux quarante lampadaires';
const signIn = async (name: PersonaName, password: string): Promise<number> =>
  (
    await request(world.app)
      .post('/api/session')
      .send({ email: emailOf(name), password })
  ).status;
const change = (client: Client, currentPassword: string, newPassword: string) =>
  client.post('/api/session/password', { currentPassword, newPassword });

describe('changing one’s password', () => {
  test('takes the current one and a fresh code; ends every other session and no other account’s', async () => {
    const cookie = await world.freshCookieOf('caseworker');
    const other = await world.freshAs('caseworker');
    const neighbour = await world.as('neighbour');
    const ask = (body: object) => request(world.app).post('/api/session/password').set('Cookie', cookie).send(body);
    const wrong = await ask({ currentPassword: 'autre chose', newPassword: GOOD });
    expect([wrong.status, wrong.body.errors]).toEqual([
      422,
      { currentPassword: 'Ce n’est pas votre mot de passe actuel.' },
    ]);
    expect((await other.get('/api/session')).status).toBe(200);

    const changed = await ask({ currentPassword: PASSWORD, newPassword: GOOD });
    expect(changed.status).toBe(200);
    const renewed = changed.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    expect((await request(world.app).get('/api/session').set('Cookie', renewed)).status).toBe(200);
    expect((await request(world.app).get('/api/session').set('Cookie', cookie)).status).toBe(401);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await neighbour.get('/api/session')).status).toBe(200);
    expect([await signIn('caseworker', PASSWORD), await signIn('caseworker', GOOD)]).toEqual([401, 200]);
  });

  test('is refused without a fresh code', async () => {
    const answer = await change(await world.as('manager'), PASSWORD, GOOD);
    expect([answer.status, answer.body.code]).toEqual([403, 'fresh_factor_needed']);
    expect(await signIn('manager', PASSWORD)).toBe(200);
  });

  test.each([
    ['too short', 'q7!Lz0vKp2x', 'Choisissez un mot de passe d’au moins 12\u00a0caractères.'],
    ['a known one', 'motdepasse1234', expect.stringMatching(/^Ce mot de passe est trop facile à deviner\./)],
    [
      'her name and her structure',
      'associationnord',
      expect.stringMatching(/^Ce mot de passe est trop facile à deviner\./),
    ],
    ['the same', PASSWORD, 'Choisissez un mot de passe différent de l’actuel.'],
  ])('refuses one that is %s, with the reason beside the field', async (_what, password, sentence) => {
    const answer = await change(await world.freshAs('colleague'), PASSWORD, password);
    expect([answer.status, answer.body.code, answer.body.errors]).toEqual([
      422,
      'password_refused',
      { newPassword: sentence },
    ]);
  });

  test('asks sixteen characters of an administrator', async () => {
    const twelve = 'q7!Lz0vKp2xW';
    const admin = await change(await world.freshAs('admin'), PASSWORD, twelve);
    expect(admin.body.errors).toEqual({ newPassword: 'Choisissez un mot de passe d’au moins 16\u00a0caractères.' });
    expect((await change(await world.freshAs('auditor'), PASSWORD, twelve)).status).toBe(200);
  });

  test('bounds the guesses of whoever found a session open', async () => {
    const client = await world.freshAs('referent');
    const statuses = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await change(client, 'autre chose', GOOD)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
    // Strangers’ budget is another one: she still signs in.
    expect(await signIn('referent', PASSWORD)).toBe(200);
  });

  test('of two changes at once, one wins', async () => {
    const [one, other] = [await world.freshAs('ofii'), await world.freshAs('ofii')];
    const answers = await Promise.all([change(one, PASSWORD, `${GOOD} un`), change(other, PASSWORD, `${GOOD} deux`)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const statuses = [await signIn('ofii', `${GOOD} un`), await signIn('ofii', `${GOOD} deux`)];
    expect([...statuses].sort()).toEqual([200, 401]);
  });

  test('ends a session that was being opened with the former one', async () => {
    const { rows } = await world.owner.query('select a.sign_in_epoch from accounts a where a.id = $1', [
      PERSONAS.region.id,
    ]);
    const opened = await world.as('region');
    await world.owner.query('update accounts set sign_in_epoch = $2 where id = $1', [
      PERSONAS.region.id,
      rows[0].sign_in_epoch + 1,
    ]);
    expect((await opened.get('/api/session')).status).toBe(401);
  });
});
