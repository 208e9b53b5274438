import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import request from 'supertest';
import { totpCode } from '../../platform/auth/totp.ts';
import { emailOf, ORGANISATIONS, PASSWORD, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type Client, type World } from '../../testing/world.ts';

const START = Date.parse('2026-03-10T09:00:00Z');
const clock = testClock('2026-03-10T09:00:00Z');
let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());
beforeEach(async () => {
  clock.set(new Date(START).toISOString());
  await world.owner.query('delete from sign_in_limits');
  admin = await world.freshAs('admin');
});

const later = (hours: number): void => clock.set(new Date(clock.now().getTime() + hours * 3_600_000).toISOString());
const GOOD = 'tricot brumeux quarante lampadaires';
const IN_NORTH = { role: 'ASSOCIATION_CASEWORKER', organisationId: ORGANISATIONS.north.id, departments: ['59'] };

let made = 0;
interface Made {
  readonly id: string;
  readonly email: string;
  readonly version: number;
  readonly link: { readonly path: string; readonly endsAt: string };
}
async function make(given: object = {}, by = admin): Promise<Made> {
  made += 1;
  const answer = await by.post('/api/accounts', {
    email: `nouvelle${made}@test.example`,
    displayName: `Nouvelle ${made}`,
    ...IN_NORTH,
    ...given,
  });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body as Made;
}
const tokenIn = ({ path }: { path: string }): string => path.split('token=')[1] ?? '';
const choose = (token: string, newPassword = GOOD) =>
  request(world.app).post('/api/password-links').send({ token, newPassword });
const signIn = (email: string, password: string) => request(world.app).post('/api/session').send({ email, password });

describe('an account', () => {
  test('is made by an administrator, with a link that is shown once and lets its owner choose a password', async () => {
    const account = await make();
    expect(account).toMatchObject({ state: 'INVITED', hasSecondFactor: false, organisation: 'Association Nord' });
    expect(account.link).toEqual({
      path: expect.stringMatching(/^\/#\/password-link\?token=[\w-]{43}$/),
      endsAt: '2026-03-13T09:00:00.000Z',
    });
    const token = tokenIn(account.link);
    const kept = await world.owner.query('select l::text as row from account_links l where l.account_id = $1', [
      account.id,
    ]);
    expect(kept.rows).toHaveLength(1);
    expect(kept.rows[0].row).not.toContain(token);
    expect((await signIn(account.email, GOOD)).status).toBe(401);

    expect((await choose(token)).status).toBe(200);
    const opened = await signIn(account.email, GOOD);
    expect([opened.status, opened.body.secondFactor.state]).toEqual([200, 'TO_ENROL']);
    expect((await admin.get(`/api/accounts/${account.id}`)).body).toMatchObject({ state: 'ACTIVE' });
  });

  test.each([
    ['a role of elsewhere', { role: 'OFII_AGENT' }, 'role_not_of_organisation'],
    ['no department', { departments: [] }, 'departments_missing'],
    [
      'a structure that is not there',
      { organisationId: '00000000-0000-4000-8000-00000000ffff' },
      'unknown_organisation',
    ],
    ['no address', { email: 'samira' }, 'body_does_not_fit'],
    [
      'a department for an auditor',
      { role: 'AUDITOR', organisationId: ORGANISATIONS.platform.id },
      'departments_not_of_role',
    ],
    ['a property that is nobody’s', { isDemo: true }, 'body_does_not_fit'],
  ])('is not made with %s', async (_what, given, code) => {
    const answer = await admin.post('/api/accounts', {
      email: 'refusee@test.example',
      displayName: 'Refusée',
      ...IN_NORTH,
      ...given,
    });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  test('is made once per address, in whatever capitals', async () => {
    const { email } = await make();
    const again = await admin.post('/api/accounts', { email: email.toUpperCase(), displayName: 'Autre', ...IN_NORTH });
    expect([again.status, again.body.code]).toEqual([409, 'email_taken']);
  });

  test('is made, changed and opened after a fresh code only; it is closed without waiting for one', async () => {
    const { id } = await make();
    later(0.2);
    expect(
      (await admin.post('/api/accounts', { email: 'x@test.example', displayName: 'X', ...IN_NORTH })).body.code,
    ).toBe('fresh_factor_needed');
    for (const path of ['enable', 'invitation', 'reset-link', 'factor-reset'])
      expect((await admin.post(`/api/accounts/${id}/${path}`, { reason: 'x' })).body.code).toBe('fresh_factor_needed');
    expect((await admin.post(`/api/accounts/${id}/disable`)).body.state).toBe('DISABLED');
  });

  test('is changed by who has read its last version', async () => {
    const { id } = await make();
    const path = `/api/accounts/${id}`;
    const change = { ...IN_NORTH, displayName: 'Nom changé', role: 'ASSOCIATION_MANAGER' };
    expect((await admin.put(path, change)).status).toBe(428);
    const { etag } = (await admin.get(path)).headers;
    const changed = await admin.put(path, change).set('If-Match', etag ?? '');
    expect([changed.status, changed.body.role, changed.body.displayName]).toEqual([
      200,
      'ASSOCIATION_MANAGER',
      'Nom changé',
    ]);
    expect((await admin.put(path, change).set('If-Match', etag ?? '')).status).toBe(412);
    const unfit = await admin.put(path, { ...change, departments: [] }).set('If-Match', changed.headers['etag'] ?? '');
    expect([unfit.status, unfit.body.code]).toEqual([422, 'departments_missing']);
  });

  test('is found by words of its name or of its address, in any order and with or without accents', async () => {
    const found = async (q: string): Promise<string[]> => {
      const answer = await admin.get(`/api/accounts?filter=${encodeURIComponent(JSON.stringify({ q }))}&range=[0,99]`);
      expect([q, answer.status]).toEqual([q, 200]);
      return (answer.body as { email: string }[]).map(({ email }) => email);
    };
    const email = 'helene.o-brien@north.example';
    await make({ email, displayName: 'Hélène O’Brien-Lefèvre' });
    for (const q of ['helene', 'LEFÈVRE hélène', 'obrien', 'o’brien', email])
      expect([q, await found(q)]).toEqual([q, [email]]);
    for (const q of ['introuvable', 'helene introuvable', '%', '_____', '’'])
      expect([q, await found(q)]).toEqual([q, []]);
    expect((await admin.get('/api/accounts?filter={"q":""}')).status).toBe(400);
  });

  test('is listed by page, role, structure and state', async () => {
    const list = async (filter: object) =>
      (await admin.get(`/api/accounts?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`)).body as {
        email: string;
      }[];
    expect((await list({ role: 'OFII_AGENT' })).map(({ email }) => email)).toEqual([emailOf('ofii')]);
    expect((await list({ organisationId: ORGANISATIONS.somme.id })).map(({ email }) => email)).toEqual([
      emailOf('sommeManager'),
    ]);
    expect((await list({ state: 'INVITED' })).length).toBeGreaterThan(0);
    expect((await admin.get('/api/accounts?filter={"passwordHash":"x"}')).status).toBe(400);
    const page = await admin.get('/api/accounts?range=[0,1]&sort=["email","ASC"]');
    expect(page.get('Content-Range')).toMatch(/^accounts 0-1\/\d+$/);
    expect(page.text).not.toMatch(/argon2|hash|secret|epoch/i);
  });
});

describe('a link', () => {
  test('serves once, whoever brings it twice at once', async () => {
    const token = tokenIn((await make()).link);
    const answers = await Promise.all(Array.from({ length: 5 }, () => choose(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(4);
  });

  test('that is unknown, used, over, replaced, or of a disabled account has one answer', async () => {
    const [used, over, replaced, closed] = [await make(), await make(), await make(), await make()];
    await choose(tokenIn(used.link));
    await admin.post(`/api/accounts/${replaced.id}/invitation`);
    await admin.post(`/api/accounts/${closed.id}/disable`);
    const early = await choose(tokenIn(replaced.link));
    later(72);
    const answers = [
      await choose('A'.repeat(43)),
      await choose(tokenIn(used.link)),
      await choose(tokenIn(over.link)),
      early,
      await choose(tokenIn(closed.link)),
    ].map(({ status, body }) => ({ status, ...body, instance: '' }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404, code: 'link_not_valid' });
  });

  test('of invitation lasts seventy-two hours, of reset one', async () => {
    const invited = await make();
    later(71.99);
    expect((await choose(tokenIn(invited.link))).status).toBe(200);
    admin = await world.freshAs('admin');
    const { body: link } = await admin.post(`/api/accounts/${invited.id}/reset-link`);
    expect(Date.parse(link.endsAt) - clock.now().getTime()).toBe(3_600_000);
    later(1);
    expect((await choose(tokenIn(link), `${GOOD} bis`)).status).toBe(404);
    expect((await signIn(invited.email, GOOD)).status).toBe(200);
  });

  test('is not used up by a password that is refused', async () => {
    const token = tokenIn((await make()).link);
    const weak = await choose(token, 'motdepasse1234');
    expect([weak.status, weak.body.code]).toEqual([422, 'password_refused']);
    expect((await choose(token)).status).toBe(200);
  });

  test('of reset ends every session and keeps the second factor', async () => {
    const open = await world.as('region');
    const { body: link } = await admin.post(`/api/accounts/${PERSONAS.region.id}/reset-link`);
    expect((await open.get('/api/session')).status).toBe(200);
    expect((await choose(tokenIn(link))).status).toBe(200);
    expect((await open.get('/api/session')).status).toBe(401);
    await world.owner.query('update accounts set is_demo = false where id = $1', [PERSONAS.region.id]);
    expect((await signIn(emailOf('region'), GOOD)).body.code).toBe('code_required');
    const factor = { email: emailOf('region'), password: GOOD, code: await world.codeOf('region') };
    expect((await request(world.app).post('/api/session').send(factor)).status).toBe(200);
  });

  test('of each kind is for those whom it is for', async () => {
    const invited = await make();
    const post = async (id: string, path: string) => (await admin.post(`/api/accounts/${id}/${path}`)).body.code;
    expect(await post(invited.id, 'reset-link')).toBe('not_yet_active');
    expect(await post(PERSONAS.neighbour.id, 'invitation')).toBe('already_active');
    await admin.post(`/api/accounts/${invited.id}/disable`);
    expect(await post(invited.id, 'invitation')).toBe('account_disabled');
    expect((await admin.post(`/api/accounts/${invited.id}/enable`)).body.state).toBe('INVITED');
    expect(await post(invited.id, 'invitation')).toBeUndefined();
  });
});

describe('a lost second factor', () => {
  test('is taken back with a reason: sessions end, the password stays, another is enrolled at the next sign-in', async () => {
    const open = await world.as('auditor');
    const path = `/api/accounts/${PERSONAS.auditor.id}/factor-reset`;
    expect((await admin.post(path)).status).toBe(422);
    expect((await open.get('/api/session')).status).toBe(200);
    await world.owner.query('update accounts set is_demo = false where id = $1', [PERSONAS.auditor.id]);
    const reset = await admin.post(path, { reason: 'Téléphone perdu, reconnue en visite' });
    expect([reset.status, reset.body.hasSecondFactor]).toEqual([200, false]);
    expect((await admin.get(`/api/accounts/${PERSONAS.auditor.id}`)).body.lastFactorReset).toMatchObject({
      by: 'Test admin',
      reason: 'Téléphone perdu, reconnue en visite',
    });
    expect((await admin.get(`/api/accounts/${PERSONAS.ofii.id}`)).body.lastFactorReset).toBeNull();
    const left = await world.owner.query(
      `select e.purpose, e.asked_id, e.fields from audit_entries e where e.request_id = $1`,
      [reset.headers['x-request-id']],
    );
    expect(left.rows).toEqual([{ purpose: 'SECURITY', asked_id: PERSONAS.auditor.id, fields: ['reason'] }]);
    expect((await open.get('/api/session')).status).toBe(401);
    const again = await signIn(emailOf('auditor'), PASSWORD);
    expect([again.status, again.body.secondFactor.state]).toEqual([200, 'TO_ENROL']);
    expect((await admin.post(path, { reason: 'encore' })).body.code).toBe('no_second_factor');
  });
});

describe('the trail', () => {
  const leftBy = async (answer: { headers: Record<string, string> }) =>
    (
      await world.owner.query<Record<string, unknown>>(
        `select e.operation, e.kind, e.outcome, e.account_id, e.asked_id from audit_entries e
         where e.request_id = $1 order by e.kind, e.operation`,
        [answer.headers['x-request-id']],
      )
    ).rows;
  const session = (operation: string, accountId: string) => [
    { operation, kind: 'SESSION', outcome: 'DONE', account_id: accountId, asked_id: null },
  ];

  test('names the account that was made', async () => {
    const { id } = await make();
    const { rows } = await world.owner.query(
      `select 1 from audit_entries e where e.operation = 'makeAccount' and e.asked_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  test('keeps a password chosen by a link, and nothing of a link that is not valid', async () => {
    const { id, link } = await make();
    expect(await leftBy(await choose(tokenIn(link)))).toEqual(session('usePasswordLink', id));
    expect(await leftBy(await choose(tokenIn(link)))).toEqual([]);
  });

  test('keeps each change of one’s own ways in', async () => {
    const { id } = PERSONAS.referentSomme;
    const fresh = () => world.freshAs('referentSomme');
    expect(await leftBy(await (await fresh()).post('/api/session/recovery-codes'))).toEqual(
      session('replaceRecoveryCodes', id),
    );
    await world.as('referentSomme');
    expect(await leftBy(await (await fresh()).delete('/api/sessions'))).toEqual(session('endOtherSessions', id));
    const client = await fresh();
    await world.as('referentSomme');
    const sessions = (await client.get('/api/sessions')).body as { id: string; isCurrent: boolean }[];
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    expect(await leftBy(await client.delete(`/api/sessions/${other}`))).toEqual(session('endOwnSession', id));
    expect(await leftBy(await client.delete(`/api/sessions/${other}`))).toEqual([]);
    const enrolling = await fresh();
    const { secret } = (await enrolling.post('/api/session/enrolment')).body as { secret: string };
    const code = totpCode(secret, clock.now());
    expect(await leftBy(await enrolling.post('/api/session/enrolment/confirm', { code }))).toEqual(
      session('confirmEnrolment', id),
    );
  });

  test('keeps a change of password', async () => {
    const changing = await world.freshAs('neighbour');
    const changed = await changing.post('/api/session/password', { currentPassword: PASSWORD, newPassword: GOOD });
    expect(await leftBy(changed)).toEqual(session('changePassword', PERSONAS.neighbour.id));
  });

  describe('of a factor taken back and a link of reset given for one account', () => {
    const reset = (id: string) => admin.post(`/api/accounts/${id}/factor-reset`, { reason: 'Téléphone perdu' });
    const link = (id: string) => admin.post(`/api/accounts/${id}/reset-link`);
    const alerts = async (id: string): Promise<unknown> =>
      (
        await world.owner.query<{ count: number }>(
          `select count(*)::int as count from audit_entries e
           where e.operation = 'factorAndLinkOfOneAccount' and e.kind = 'ALERT' and e.asked_id = $1`,
          [id],
        )
      ).rows[0]?.count;
    const withFactor = async (): Promise<string> => {
      const made = await make();
      await choose(tokenIn(made.link));
      await world.owner.query(
        `insert into second_factors (account_id, secret, confirmed_at) values ($1, '\\x00', $2)`,
        [made.id, clock.now()],
      );
      return made.id;
    };

    test.each([
      ['within a day', 24 - 1 / 3600, 1],
      ['a day apart', 24, 0],
      ['more than a day apart', 24 + 1 / 3600, 0],
    ])('%s', async (_when, hours, expected) => {
      for (const [first, second] of [
        [reset, link],
        [link, reset],
      ] as const) {
        clock.set(new Date(START).toISOString());
        admin = await world.freshAs('admin');
        const id = await withFactor();
        expect((await first(id)).status).toBe(200);
        expect(await alerts(id)).toBe(0);
        later(hours);
        admin = await world.freshAs('admin');
        expect((await second(id)).status).toBe(200);
        expect(await alerts(id)).toBe(expected);
      }
    });
  });
});

describe('nobody', () => {
  test('changes her own account; and the last administrator stays', async () => {
    const own = `/api/accounts/${PERSONAS.admin.id}`;
    const rights = { displayName: 'Moi', role: 'AUDITOR', organisationId: ORGANISATIONS.platform.id, departments: [] };
    const tryAll = async () => [
      (await admin.put(own, rights).set('If-Match', '"1"')).body.code,
      (await admin.post(`${own}/disable`)).body.code,
      (await admin.post(`${own}/reset-link`)).body.code,
      (await admin.post(`${own}/factor-reset`, { reason: 'x' })).body.code,
    ];
    expect(await tryAll()).toEqual(Array<string>(4).fill('last_administrator'));
    const other = await make({ role: 'ADMIN', organisationId: ORGANISATIONS.platform.id, departments: [] });
    expect(await tryAll()).toEqual(Array<string>(4).fill('own_account'));
    expect((await admin.post(`/api/accounts/${other.id}/disable`)).status).toBe(200);
    expect(await tryAll()).toEqual(Array<string>(4).fill('last_administrator'));
    expect((await admin.get('/api/session')).body.role).toBe('ADMIN');
  });

  test('is left when two administrators close each other’s account at once', async () => {
    const other = await make({ role: 'ADMIN', organisationId: ORGANISATIONS.platform.id, departments: [] });
    await choose(tokenIn(other.link));
    await world.owner.query('update accounts set is_demo = true where id = $1', [other.id]);
    const signedIn = await signIn(other.email, GOOD);
    const cookie = signedIn.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    // Both are held before they write, so that each has looked before the other is done.
    const holder = new pg.Client({ connectionString: world.database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from accounts a where a.id = any ($1) for update', [[other.id, PERSONAS.admin.id]]);
    const closing = Promise.all([
      admin.post(`/api/accounts/${other.id}/disable`),
      request(world.app).post(`/api/accounts/${PERSONAS.admin.id}/disable`).set('Cookie', cookie),
    ]);
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = $1`;
    while ((await world.owner.query(waiting, [world.database.name])).rowCount !== 2);
    await holder.query('rollback');
    await holder.end();
    const answers = await closing;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const left = await world.owner.query(`select id from accounts where role = 'ADMIN' and disabled_at is null`);
    expect(left.rowCount).toBe(1);
    await world.owner.query('update accounts set disabled_at = null where id = $1', [PERSONAS.admin.id]);
  });
});

describe('closing an account', () => {
  const toAssign = async (by: PersonaName): Promise<string[]> =>
    (
      (await (await world.as(by)).get(`/api/pathways?filter=${encodeURIComponent('{"referentId":null}')}`)).body as {
        id: string;
      }[]
    ).map(({ id }) => id);

  /** A caseworker of the North, signed in, with two files of hers. */
  async function someoneWithFiles(): Promise<{ account: Made; cookie: string; files: string[] }> {
    const account = await make();
    await choose(tokenIn(account.link));
    await world.owner.query('update accounts set is_demo = true where id = $1', [account.id]);
    const cookie = (await signIn(account.email, GOOD)).get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    const manager = await world.as('manager');
    const files = [];
    for (let count = 0; count < 2; count += 1) {
      const { id } = await world.aFile({ by: 'manager' });
      expect((await manager.post(`/api/pathways/${id}/assign`, { referentId: account.id })).status).toBe(200);
      files.push(id);
    }
    return { account, cookie, files };
  }

  test('ends its sessions, and puts its files before the manager at once, with the history of it', async () => {
    const { account, cookie, files } = await someoneWithFiles();
    expect((await request(world.app).get(`/api/pathways/${files[0]}`).set('Cookie', cookie)).status).toBe(200);
    expect(await toAssign('manager')).not.toEqual(expect.arrayContaining(files));

    expect((await admin.post(`/api/accounts/${account.id}/disable`)).body.state).toBe('DISABLED');

    expect(await toAssign('manager')).toEqual(expect.arrayContaining(files));
    expect((await request(world.app).get('/api/session').set('Cookie', cookie)).status).toBe(401);
    const manager = await world.as('manager');
    for (const id of files) {
      const { body: history } = await manager.get(`/api/pathways/${id}/history`);
      expect(JSON.stringify(history)).toContain(`Nouvelle ${made}`);
      const { rows } = await world.owner.query(
        `select c.kind, c.field, c.before, c.after, c.actor_id, c.at from pathway_changes c where c.pathway_id = $1 order by c.id desc limit 1`,
        [id],
      );
      expect(rows).toEqual([
        {
          kind: 'ASSIGNMENT',
          field: 'referent',
          before: `Nouvelle ${made}`,
          after: null,
          actor_id: PERSONAS.admin.id,
          at: clock.now().toISOString(),
        },
      ]);
    }
    // Opened again, it finds neither its sessions nor its files.
    expect((await admin.post(`/api/accounts/${account.id}/enable`)).body.state).toBe('ACTIVE');
    expect((await request(world.app).get('/api/session').set('Cookie', cookie)).status).toBe(401);
    expect(await toAssign('manager')).toEqual(expect.arrayContaining(files));
  });

  test('twice at once does it once', async () => {
    const { account, files } = await someoneWithFiles();
    const answers = await Promise.all([1, 2].map(() => admin.post(`/api/accounts/${account.id}/disable`)));
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'DISABLED'],
      [200, 'DISABLED'],
    ]);
    const { rows } = await world.owner.query(
      `select c.pathway_id from pathway_changes c where c.pathway_id = any ($1) and c.after is null and c.field = 'referent'`,
      [files],
    );
    expect(rows).toHaveLength(files.length);
  });

  test.each([
    ['to another structure', { ...IN_NORTH, organisationId: ORGANISATIONS.neighbour.id }],
    ['to a role without files', { role: 'AUDITOR', organisationId: ORGANISATIONS.platform.id, departments: [] }],
  ])('moving it %s leaves its files to the structure that follows them', async (_where, rights) => {
    const { account, files } = await someoneWithFiles();
    const { etag } = (await admin.get(`/api/accounts/${account.id}`)).headers;
    const moved = await admin
      .put(`/api/accounts/${account.id}`, { displayName: 'Partie ailleurs', ...rights })
      .set('If-Match', etag ?? '');
    expect(moved.status).toBe(200);
    expect(await toAssign('manager')).toEqual(expect.arrayContaining(files));
    expect(await toAssign('neighbourManager')).not.toEqual(expect.arrayContaining(files));
  });

  test('a caseworker who becomes a manager of the same structure keeps hers', async () => {
    const { account, files } = await someoneWithFiles();
    const { etag } = (await admin.get(`/api/accounts/${account.id}`)).headers;
    await admin
      .put(`/api/accounts/${account.id}`, { displayName: 'Promue', ...IN_NORTH, role: 'ASSOCIATION_MANAGER' })
      .set('If-Match', etag ?? '');
    expect(await toAssign('manager')).not.toEqual(expect.arrayContaining(files));
  });

  test('waits for a file that is being given to it, and leaves that one too', async () => {
    const { id: gone } = await make();
    const { id } = await world.aFile({ by: 'manager' });
    const [giver, closer] = [1, 2].map(() => new pg.Client({ connectionString: world.database.url })) as [
      pg.Client,
      pg.Client,
    ];
    await Promise.all([giver.connect(), closer.connect()]);
    await giver.query('begin');
    await giver.query('update pathways set referent_id = $2 where id = $1', [id, gone]);
    let isOver = false;
    const closing = closer.query('update accounts set disabled_at = now() where id = $1', [gone]).then(() => {
      isOver = true;
    });
    // Until it waits behind the file that is being given; or is over already, which would leave the file behind.
    const isWaiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update accounts%' and datname = $1`;
    while (!isOver && (await world.owner.query(isWaiting, [world.database.name])).rowCount === 0);
    await giver.query('commit');
    await closing;
    await Promise.all([giver.end(), closer.end()]);
    expect((await world.owner.query('select 1 from pathways p where p.referent_id = $1', [gone])).rows).toEqual([]);
    expect(await toAssign('manager')).toContain(id);
  });

  test('while files are being given by those who follow them, none stays with somebody who is not there', async () => {
    const manager = await world.as('manager');
    const account = await make();
    const files = [await world.aFile({ by: 'manager' }), await world.aFile({ by: 'manager' })];
    const [closed, ...given] = await Promise.all([
      admin.post(`/api/accounts/${account.id}/disable`),
      ...files.map(({ id }) => manager.post(`/api/pathways/${id}/assign`, { referentId: account.id })),
    ]);
    expect(closed?.status).toBe(200);
    for (const { status, body } of given)
      expect(['200 undefined', '409 referent_just_left', '422 unknown_referent']).toContain(`${status} ${body.code}`);
    const { rows } = await world.owner.query('select 1 from pathways p where p.referent_id = $1', [account.id]);
    expect(rows).toEqual([]);
  });

  test('the database gives no file to somebody who is not there, whichever way it is written', async () => {
    const { id } = await world.aFile({ by: 'manager' });
    const give = (referent: string) =>
      world.owner.query('update pathways set referent_id = $2 where id = $1', [id, referent]);
    await give(PERSONAS.caseworker.id);
    const { id: gone } = await make();
    await admin.post(`/api/accounts/${gone}/disable`);
    await expect(give(gone)).rejects.toThrow('The referent is not there to open the file');
  });
});

describe('structures', () => {
  test('are made and renamed by an administrator who has read their last version', async () => {
    const given = { name: 'Association Nouvelle', kind: 'ASSOCIATION', department: '62' };
    const answer = await admin.post('/api/organisations', given);
    expect([answer.status, answer.body]).toEqual([201, { ...given, id: expect.any(String), version: 1 }]);
    expect((await admin.post('/api/organisations', given)).body.code).toBe('name_taken');
    expect((await admin.post('/api/organisations', { ...given, name: 'Autre', department: null })).body.code).toBe(
      'department_unfit',
    );
    const path = `/api/organisations/${answer.body.id}`;
    expect((await admin.put(path, { name: 'Association Renommée' })).status).toBe(428);
    const renamed = await admin.put(path, { name: 'Association Renommée' }).set('If-Match', '"1"');
    expect([renamed.status, renamed.body.name, renamed.get('ETag')]).toEqual([200, 'Association Renommée', '"2"']);
    expect((await admin.put(path, { name: 'Encore' }).set('If-Match', '"1"')).status).toBe(412);
    expect((await (await world.freshAs('manager')).put(path, { name: 'Encore' }).set('If-Match', '"2"')).status).toBe(
      403,
    );
  });
});
