import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SessionData } from 'express-session';
import request from 'supertest';
import { hashedSid, SessionStore } from '../../platform/auth/sessionStore.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName, emailOf, PASSWORD } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const START = '2026-03-10T08:00:00Z';
const clock = testClock(START);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const at = (minutes: number): void => clock.set(new Date(Date.parse(START) + minutes * 60_000).toISOString());
const get = (cookie: string, path = '/api/session') => request(world.app).get(path).set('Cookie', cookie);

async function open(name: PersonaName, headers: Record<string, string> = {}): Promise<string> {
  const answer = await request(world.app)
    .post('/api/session')
    .set(headers)
    .send({ email: emailOf(name), password: PASSWORD, code: await world.codeOf(name) });
  expect(answer.status).toBe(200);
  return answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
}

interface Row {
  id: string;
  openedAt: string;
  lastSeenAt: string;
  browser: string | null;
  isCurrent: boolean;
}
const sessionsOf = async (cookie: string): Promise<Row[]> => (await get(cookie, '/api/sessions')).body as Row[];

describe('a session', () => {
  test('ends half an hour after the last request, and not before', async () => {
    at(0);
    const cookie = await open('caseworker');
    at(29);
    expect((await get(cookie)).status).toBe(200);
    at(58);
    expect((await get(cookie)).status).toBe(200);
    at(88);
    expect((await get(cookie)).status).toBe(401);
    // Over is over: the clock going back, or a later request, does not open it again.
    expect((await get(cookie)).status).toBe(401);
  });

  test('ends twelve hours after the sign-in, however often it is used and renewed', async () => {
    at(0);
    let cookie = await open('caseworker');
    for (let minutes = 25; minutes < 720; minutes += 25) {
      at(minutes);
      expect([minutes, (await get(cookie)).status]).toEqual([minutes, 200]);
      if (minutes === 250 || minutes === 700) {
        const renewed = await request(world.app)
          .post('/api/session/factor')
          .set('Cookie', cookie)
          .send({ code: await world.codeOf('caseworker') });
        cookie = renewed.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
      }
    }
    at(719);
    expect((await get(cookie)).status).toBe(200);
    at(720);
    expect((await get(cookie)).status).toBe(401);
  });

  test('takes another identifier at sign-in: one fixed beforehand by somebody else is worth nothing', async () => {
    at(1000);
    const fixed = await open('colleague');
    const answer = await request(world.app)
      .post('/api/session')
      .set('Cookie', fixed)
      .send({ email: emailOf('neighbour'), password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.get('Set-Cookie')?.[0]?.split(';')[0]).not.toBe(fixed);
    expect((await get(fixed)).status).toBe(401);
  });

  test('is not put back by a request that was on its way when it was revoked', async () => {
    at(1001);
    const cookie = await open('colleague');
    // Twenty requests and a revocation, in whatever order they come: the end stays the end.
    await Promise.all([
      ...Array.from({ length: 20 }, () => get(cookie)),
      request(world.app).delete('/api/session').set('Cookie', cookie),
      ...Array.from({ length: 20 }, () => get(cookie)),
    ]);
    expect((await get(cookie)).status).toBe(401);
    expect(
      (await world.owner.query('select 1 from sessions s where s.account_id = $1', [PERSONAS.colleague.id])).rowCount,
    ).toBe(0);
  });
});

describe('the store of sessions', () => {
  test('changes a session that is there, and does not put back one that was revoked meanwhile', async () => {
    const { pool } = world.composed.auth;
    const store = new SessionStore(pool, clock);
    const read = (sid: string): Promise<SessionData | null | undefined> =>
      new Promise((resolve, reject) =>
        store.get(sid, (error, data) => (error ? reject(error as Error) : resolve(data))),
      );
    const write = (sid: string, data: SessionData): Promise<void> =>
      new Promise((resolve, reject) => store.set(sid, data, (error) => (error ? reject(error as Error) : resolve())));
    await write('a', { cookie: {} as never, browser: 'Firefox' });
    const found = (await read('a')) as SessionData;
    await write('a', { ...found, browser: 'Chrome' });
    expect((await read('a'))?.browser).toBe('Chrome');

    await new Promise<void>((resolve) => store.destroy('a', () => resolve()));
    await write('a', { ...found, browser: 'Edge' });
    expect(await read('a')).toBeNull();

    // One that has just begun neither: as its answer ends, it is written once more.
    const begun: SessionData = { cookie: {} as never, browser: 'Firefox' };
    await write('b', begun);
    await world.owner.query(`update sessions set sess = '{"browser":"Opera"}' where sid = $1`, [hashedSid('b')]);
    await write('b', Object.assign(begun, { cookie: { maxAge: 1 } }));
    expect((await read('b'))?.browser).toBe('Opera');
    await write('b', Object.assign(begun, { browser: 'Chrome' }));
    expect((await read('b'))?.browser).toBe('Chrome');
    await new Promise<void>((resolve) => store.destroy('b', () => resolve()));
    await write('b', begun);
    expect(await read('b')).toBeNull();
    await write('b', Object.assign(begun, { browser: 'Edge' }));
    expect(await read('b')).toBeNull();
    store.close();
  });
});

describe('one’s sessions', () => {
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

  test('are listed with their day, their browser in words, and which is this one; of nobody else', async () => {
    at(2000);
    const phone = await open('manager', { 'User-Agent': 'Mozilla/5.0 (iPhone) AppleWebKit Version/19.0 Safari/605' });
    at(2001);
    const desk = await open('manager', { 'User-Agent': FIREFOX });
    const others = await open('neighbourManager');
    at(2005);
    await get(desk);
    expect(await sessionsOf(desk)).toEqual([
      {
        id: expect.any(String),
        openedAt: clockAt(2001),
        lastSeenAt: clockAt(2005),
        browser: 'Firefox, Linux',
        isCurrent: true,
      },
      {
        id: expect.any(String),
        openedAt: clockAt(2000),
        lastSeenAt: clockAt(2000),
        browser: 'Safari, iPhone',
        isCurrent: false,
      },
    ]);
    expect(await sessionsOf(others)).toHaveLength(1);

    const [, onPhone] = await sessionsOf(desk);
    const end = (cookie: string, id: string) => request(world.app).delete(`/api/sessions/${id}`).set('Cookie', cookie);
    expect((await end(others, onPhone?.id ?? '')).status).toBe(404);
    expect((await get(phone)).status).toBe(200);
    expect((await end(desk, onPhone?.id ?? '')).status).toBe(200);
    expect((await get(phone)).status).toBe(401);
    expect((await end(desk, onPhone?.id ?? '')).status).toBe(404);
    expect((await get(desk)).status).toBe(200);
  });

  test('end together but for this one', async () => {
    at(2100);
    const [one, other, kept] = [await open('manager'), await open('manager'), await open('manager')];
    const neighbour = await open('neighbourManager');
    expect((await request(world.app).delete('/api/sessions').set('Cookie', kept)).status).toBe(200);
    expect([(await get(one)).status, (await get(other)).status]).toEqual([401, 401]);
    expect([(await get(kept)).status, (await get(neighbour)).status]).toEqual([200, 200]);
  });

  const clockAt = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString();
});

describe('rights', () => {
  test('that change count from the next request, in a session that is open', async () => {
    at(3000);
    const cookie = await open('prefecture');
    const report = '/api/reports/prefecture?department=59&period=2026-Q1&asOf=2026-03-10';
    expect((await get(cookie, report)).status).toBe(200);
    await world.owner.query(`update accounts set departments = '{80}' where id = $1`, [PERSONAS.prefecture.id]);
    expect((await get(cookie, report)).status).toBe(404);
    await world.owner.query(`update accounts set role = 'AUDITOR', organisation_id = $2 where id = $1`, [
      PERSONAS.prefecture.id,
      ORGANISATIONS.platform.id,
    ]);
    expect((await get(cookie, report)).status).toBe(403);
    expect((await get(cookie)).body).toMatchObject({ role: 'AUDITOR', organisation: { name: 'Exploitation' } });
  });
});
