import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { totpCode } from '../../platform/auth/totp.ts';
import { emailOf, PASSWORD, totpSecretOf, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T09:00:00Z');
const later = (seconds: number): void => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());

/** Every operation that asks a code of the last five minutes; of the last three, whoever signs in with one step is not asked. */
const ASKED = [
  'changeAccount',
  'renameOrganisation',
  'changePassword',
  'enableAccount',
  'inviteAgain',
  'inviteIdentity',
  'makeAccount',
  'makeOrganisation',
  'makeResetLink',
  'replaceRecoveryCodes',
  'resetSecondFactor',
];
const OUTSIDE_THE_DEMO = ['listAudit', 'sealPathway', 'unsealPathway'];

let real: World;
let demo: World;
beforeAll(async () => {
  [real, demo] = await Promise.all([createWorld({ clock, twoSteps: true }), createWorld({ clock })]);
});
afterAll(() => Promise.all([real.close(), demo.close()]));
// What one test used is used: each begins in minutes of its own.
beforeEach(() => later(600));

interface Signed {
  readonly world: World;
  cookie: string;
}
async function signIn(world: World, name: PersonaName, withCode: boolean): Promise<Signed> {
  const code = withCode ? { code: totpCode(totpSecretOf(name), clock.now()) } : {};
  const answer = await request(world.app)
    .post('/api/session')
    .send({ email: emailOf(name), password: PASSWORD, ...code });
  expect(answer.status).toBe(200);
  return { world, cookie: answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '' };
}
async function ask({ world, cookie }: Signed, method: 'get' | 'post', path: string, body = {}): Promise<unknown[]> {
  const asked = request(world.app)[method](path).set('Cookie', cookie);
  const answer = await (method === 'get' ? asked : asked.send(body));
  return [answer.status, (answer.body as { code?: string }).code];
}
const NEEDED = [403, 'fresh_factor_needed'];

test('which operations ask a fresh code is written by hand', async () => {
  const { body } = await request(real.app).get('/api/openapi.json');
  const operations = Object.values((body as { paths: Record<string, Record<string, Record<string, unknown>>> }).paths)
    .flatMap((path) => Object.values(path))
    .filter((operation) => operation['x-fresh-factor'] === true)
    .map((operation) => operation['operationId']);
  expect(operations.sort()).toEqual([...ASKED, ...OUTSIDE_THE_DEMO].sort());
});

describe('a code of the last five minutes', () => {
  test('is asked of the auditor who reads the trail, and is good for five minutes', async () => {
    const auditor = await signIn(real, 'auditor', true);
    later(299);
    expect(await ask(auditor, 'get', '/api/audit')).toEqual([200, undefined]);
    later(1);
    expect(await ask(auditor, 'get', '/api/audit')).toEqual(NEEDED);
    const code = totpCode(totpSecretOf('auditor'), clock.now());
    const shown = await request(real.app).post('/api/session/factor').set('Cookie', auditor.cookie).send({ code });
    auditor.cookie = shown.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    expect(await ask(auditor, 'get', '/api/audit')).toEqual([200, undefined]);
  });

  test('is asked of whoever seals a file or lifts its seal', async () => {
    const caseworker = await signIn(real, 'caseworker', true);
    const opened = await request(real.app)
      .post('/api/pathways')
      .set('Cookie', caseworker.cookie)
      .set('Idempotency-Key', '5f0c1d0e-6c0a-4a57-9a53-0d7a3c1a2b01')
      .send({
        person: { birthName: 'Exemple', birth: { value: null, precision: 'UNKNOWN' }, sex: 'F', languages: [] },
        facts: {},
      });
    expect(opened.status).toBe(201);
    const path = `/api/pathways/${(opened.body as { id: string }).id}`;
    const manager = await signIn(real, 'manager', true);
    const reason = { reason: 'Elle est recherchée.' };
    later(300);
    expect(await ask(manager, 'post', `${path}/seal`, reason)).toEqual(NEEDED);
    expect(await ask(manager, 'get', path)).toEqual([200, undefined]);
    const again = await signIn(real, 'manager', true);
    expect(await ask(again, 'post', `${path}/seal`, reason)).toEqual([200, undefined]);
    later(300);
    expect(await ask(again, 'post', `${path}/unseal`)).toEqual(NEEDED);
  });

  test('is not asked, of these, of whoever signs in with one step in the demo; it is of the others', async () => {
    const file = await demo.aFile();
    const [auditor, manager, admin] = [
      await signIn(demo, 'auditor', false),
      await signIn(demo, 'manager', false),
      await signIn(demo, 'admin', false),
    ];
    later(1_200);
    expect(await ask(auditor, 'get', '/api/audit')).toEqual([200, undefined]);
    expect(await ask(manager, 'post', `/api/pathways/${file.id}/seal`, { reason: 'Elle est recherchée.' })).toEqual([
      200,
      undefined,
    ]);
    expect(await ask(manager, 'post', `/api/pathways/${file.id}/unseal`)).toEqual([200, undefined]);
    expect(await ask(admin, 'post', '/api/accounts', {})).toEqual(NEEDED);
  });
});
