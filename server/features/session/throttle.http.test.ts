import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { emailOf, PASSWORD } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Given {
  readonly email: string;
  readonly password?: string;
  readonly address?: string;
  readonly cookie?: string;
}
const signIn = ({ email, password = 'non', address = '192.0.2.1', cookie = '' }: Given) =>
  request(world.app)
    .post('/api/session')
    .set('X-Forwarded-For', address)
    .set('Cookie', cookie)
    .send({ email, password });

/** Signs in and gives the cookie of the device. */
async function deviceOf(email: string): Promise<string> {
  const answer = await signIn({ email, password: PASSWORD, address: '192.0.2.200' });
  expect(answer.status).toBe(200);
  const cookie = answer.get('Set-Cookie')?.find((one) => one.startsWith('jalon-device=')) ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
  return cookie.split(';')[0] ?? '';
}

async function triesFromFiftyAddresses(email: string): Promise<number[]> {
  const statuses = [];
  for (let count = 0; count < 50; count += 1)
    statuses.push((await signIn({ email, address: `198.51.100.${count}` })).status);
  return statuses;
}

describe('guessing a password', () => {
  test('strangers share ten tries per account, from fifty addresses as from one', async () => {
    const statuses = await triesFromFiftyAddresses(emailOf('admin'));
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(40).fill(429)]);
    // The right one is not looked at any more; another account is.
    expect((await signIn({ email: emailOf('admin'), password: PASSWORD })).status).toBe(429);
    expect((await signIn({ email: emailOf('auditor'), password: PASSWORD })).status).toBe(200);
  });

  test('never locks the owner out of the device that she signs in from', async () => {
    const device = await deviceOf(emailOf('manager'));
    await triesFromFiftyAddresses(emailOf('manager'));
    expect((await signIn({ email: emailOf('manager'), password: PASSWORD })).status).toBe(429);
    expect((await signIn({ email: emailOf('manager'), password: PASSWORD, cookie: device })).status).toBe(200);
  });

  test('a device is known to its own accounts only, and cannot be made up', async () => {
    const device = await deviceOf(emailOf('caseworker'));
    await triesFromFiftyAddresses(emailOf('colleague'));
    const [name, value = ''] = device.split('=');
    const [id = ''] = value.split('.');
    for (const cookie of [device, `${name}=${id}.${'A'.repeat(43)}`, `${name}=${id}`, `${name}=`])
      expect((await signIn({ email: emailOf('colleague'), password: PASSWORD, cookie })).status).toBe(429);
  });

  test('a known device has ten tries too', async () => {
    const device = await deviceOf(emailOf('neighbour'));
    const statuses = [];
    for (let count = 0; count < 12; count += 1)
      statuses.push((await signIn({ email: emailOf('neighbour'), cookie: device })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });

  test('a device remembers several accounts', async () => {
    const first = await deviceOf(emailOf('ofii'));
    const answer = await signIn({ email: emailOf('referent'), password: PASSWORD, cookie: first });
    const both = answer
      .get('Set-Cookie')
      ?.find((one) => one.startsWith('jalon-device='))
      ?.split(';')[0];
    await triesFromFiftyAddresses(emailOf('ofii'));
    await triesFromFiftyAddresses(emailOf('referent'));
    for (const name of ['ofii', 'referent'] as const)
      expect((await signIn({ email: emailOf(name), password: PASSWORD, cookie: both ?? '' })).status).toBe(200);
  });

  test('twenty at once count twenty', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await signIn({ email: emailOf('sommeManager') })).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  test('an account that does not exist is refused, then slowed down, like any other', async () => {
    const of = async (email: string) => {
      const answers = [];
      for (let count = 0; count < 11; count += 1) answers.push(await signIn({ email, address: `203.0.113.${count}` }));
      return answers.map(({ status, body }) => ({ status, ...body, instance: '' }));
    };
    await world.owner.query('update accounts set disabled_at = now() where email = $1', [emailOf('referentSomme')]);
    const known = await of(emailOf('prefecture'));
    expect(known.at(-1)).toMatchObject({ status: 429, code: 'too_many_sign_ins' });
    expect(await of('personne@test.example')).toEqual(known);
    expect(await of(emailOf('referentSomme'))).toEqual(known);
  });

  test('a restart forgives nothing', async () => {
    const { rows } = await world.owner.query('select count(*) as n from sign_in_limits l where l.points > 10');
    expect(rows[0].n).toBeGreaterThan(5);
  });
});
