import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { emailOf } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { inviteByHand, type InvitedByHand } from './inviteByHand.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PASSWORD = 'tricot brumeux quarante lampadaires';
const FIRST = {
  email: 'Premiere@test.example',
  role: 'ADMIN',
  organisation: 'Exploitation nouvelle',
  departments: [],
  displayName: 'Première',
};
const invite = (given: Partial<InvitedByHand> = {}) =>
  inviteByHand(world.owner, { ...FIRST, ...given }, world.composed.auth.clock.now());
const choose = (path: string) =>
  request(world.app)
    .post('/api/password-links')
    .send({ token: path.split('token=')[1], newPassword: PASSWORD });

describe('inviting by hand', () => {
  test('makes the first administrator, her structure, and a link with which she signs in and enrols', async () => {
    const { path } = await invite();
    expect((await choose(path)).status).toBe(200);
    const opened = await request(world.app)
      .post('/api/session')
      .send({ email: 'premiere@test.example', password: PASSWORD });
    expect([opened.status, opened.body]).toEqual([
      200,
      expect.objectContaining({
        role: 'ADMIN',
        organisation: { id: expect.any(String), name: 'Exploitation nouvelle', department: null },
        secondFactor: { state: 'TO_ENROL', freshUntil: null },
      }),
    ]);
  });

  test('gives another link to who has not used the first, which is then worth nothing', async () => {
    const given = { email: 'attend@test.example' };
    const [first, second] = [await invite(given), await invite(given)];
    expect([(await choose(first.path)).status, (await choose(second.path)).status]).toEqual([404, 200]);
  });

  test.each([
    ['an account that has signed in', { email: emailOf('admin') }, /already has the address/],
    ['a role that does not exist', { role: 'CHEF' }, /--role/],
    ['what is no address', { email: 'premiere' }, /--email/],
    [
      'a role of elsewhere',
      { email: 'a@test.example', organisation: 'OFII Lille' },
      /does not work in this organisation/,
    ],
    [
      'a role without its departments',
      { email: 'a@test.example', role: 'OFII_AGENT', organisation: 'OFII Lille' },
      /--departments/,
    ],
  ])('refuses %s, and leaves nothing behind', async (_what, given, words) => {
    const count = async () =>
      (
        await world.owner.query(
          'select (select count(*) from accounts) as a, (select count(*) from organisations) as o',
        )
      ).rows[0];
    const before = await count();
    await expect(invite(given)).rejects.toThrow(words);
    expect(await count()).toEqual(before);
  });
});
