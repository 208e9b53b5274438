import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DraftView } from '../../contract/draft.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, SIGNED, SOMEONE, testClock, type World } from '../../testing/world.ts';

const BEGUN = '2026-03-10T08:00:00.000Z';
const clock = testClock(BEGUN);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());
beforeEach(async () => {
  clock.set(BEGUN);
  await world.owner.query('delete from drafts');
});

interface Told {
  readonly status: number;
  readonly body: DraftView & { readonly code?: string; readonly errors?: object };
  readonly headers: Record<string, string>;
}
async function read(name: PersonaName, key: string): Promise<Told> {
  return (await (await world.as(name)).get(`/api/drafts/${key}`)) as unknown as Told;
}
async function keep(name: PersonaName, key: string, value: object, version: number | string = 0): Promise<Told> {
  const asked = (await world.as(name)).put(`/api/drafts/${key}`, { value });
  return (await asked.set('If-Match', `"${version}"`)) as unknown as Told;
}
async function discard(name: PersonaName, key: string, version: number | string): Promise<Told> {
  const asked = (await world.as(name)).delete(`/api/drafts/${key}`).set('If-Match', `"${version}"`);
  return (await asked) as unknown as Told;
}
async function rows(): Promise<number> {
  const { rows: found } = await world.owner.query<{ n: number }>('select count(*)::int as n from drafts');
  return found[0]?.n ?? -1;
}
const codes = ({ status, body }: Told): [number, string | undefined] => [status, body.code];
const TYPED = { text: 'Elle a trouvé une place en crè', visibility: 'STRUCTURE' };

describe('what is being typed', () => {
  test.each(['note', 'entry', 'correct', 'open'])(
    'in the form « %s » is kept, given back, and thrown away',
    async (form) => {
      const { id } = await world.aFile();
      const key = form === 'open' ? form : `${form}:${id}`;
      const nothing = { formKey: key, value: null, savedAt: null, version: 0 };
      const before = await read('caseworker', key);
      expect([before.status, before.body, before.headers['etag']]).toEqual([200, nothing, '"0"']);

      const first = await keep('caseworker', key, TYPED);
      expect([first.status, first.body]).toEqual([
        200,
        { formKey: key, savedAt: BEGUN, version: expect.any(Number) as unknown as number },
      ]);
      expect((await read('caseworker', key)).body).toEqual({ ...first.body, value: TYPED });

      clock.set('2026-03-10T08:00:03.000Z');
      const whole = { ...TYPED, text: 'Elle a trouvé une place en crèche. 𝔘 \uD800' };
      const second = await keep('caseworker', key, whole, first.body.version);
      expect(second.body).toMatchObject({ savedAt: '2026-03-10T08:00:03.000Z', version: first.body.version + 1 });
      expect((await read('caseworker', key)).body).toEqual({ ...second.body, value: whole });

      expect((await discard('caseworker', key, second.body.version)).body).toEqual(nothing);
      expect((await read('caseworker', key)).body).toEqual(nothing);
    },
  );

  test('is nobody else’s, not even her manager’s', async () => {
    const { id } = await world.aFile();
    const kept = await keep('caseworker', `note:${id}`, TYPED);
    expect((await read('manager', `note:${id}`)).body).toMatchObject({ value: null, version: 0 });
    const own = await keep('manager', `note:${id}`, { text: 'La sienne' });
    expect(own.status).toBe(200);
    expect((await discard('manager', `note:${id}`, own.body.version)).status).toBe(200);
    expect((await read('caseworker', `note:${id}`)).body).toMatchObject({ value: TYPED, version: kept.body.version });
  });

  test('is kept encrypted, and opens in no other place', async () => {
    const [{ id }, other] = [await world.aFile(), await world.aFile()];
    await keep('caseworker', `note:${id}`, TYPED);
    const { rows: found } = await world.owner.query<{ value: Buffer }>('select value from drafts');
    expect(found[0]?.value.toString('latin1')).not.toMatch(/text|STRUCTURE|cr/);
    await world.owner.query('update drafts set pathway_id = $1', [other.id]);
    const moved = await read('caseworker', `note:${other.id}`);
    expect(moved.body).toMatchObject({ value: null, savedAt: null });
    expect(moved.body.version).toBeGreaterThan(0);
    // It may be written over.
    expect((await keep('caseworker', `note:${other.id}`, TYPED, moved.body.version)).status).toBe(200);
  });

  test('leaves nothing in the audit trail, nor in the history', async () => {
    const { id } = await world.aFile();
    const trail = async (): Promise<unknown> =>
      (
        await world.owner.query(
          'select (select count(*) from audit_entries) a, (select count(*) from pathway_changes) c',
        )
      ).rows;
    const client = await world.as('caseworker');
    const before = await trail();
    const kept = await client.put(`/api/drafts/note:${id}`, { value: TYPED }).set('If-Match', '"0"');
    await client.get(`/api/drafts/note:${id}`);
    expect([kept.status, await trail()]).toEqual([200, before]);
    await client.get(`/api/pathways/${id}`);
    expect(await trail()).not.toEqual(before);
  });
});

describe('two tabs', () => {
  test('do not write over each other unseen: 428 without a version, 412 of another', async () => {
    const { id } = await world.aFile();
    const key = `note:${id}`;
    const client = await world.as('caseworker');
    expect((await client.put(`/api/drafts/${key}`, { value: TYPED })).status).toBe(428);
    expect((await client.delete(`/api/drafts/${key}`)).status).toBe(428);
    const tries = await Promise.all([
      keep('caseworker', key, { text: 'une' }),
      keep('caseworker', key, { text: 'autre' }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { version } = (await read('caseworker', key)).body;
    // The largest integer of the database, and what is larger than any of its numbers.
    for (const stale of [0, version - 1, version + 1, 2_147_483_647, 2_147_483_648, '9'.repeat(30)]) {
      expect(codes(await keep('caseworker', key, TYPED, stale))).toEqual([412, 'stale_version']);
      expect(codes(await discard('caseworker', key, stale))).toEqual([412, 'stale_version']);
    }
    expect((await keep('caseworker', key, TYPED, version)).status).toBe(200);
  });

  test('of which one threw the draft away: the other is told, and what is begun anew is another', async () => {
    const { id } = await world.aFile();
    const key = `note:${id}`;
    const { version } = (await keep('caseworker', key, TYPED)).body;
    await discard('caseworker', key, version);
    expect(codes(await keep('caseworker', key, TYPED, version))).toEqual([412, 'stale_version']);
    expect((await discard('caseworker', key, version)).status).toBe(200);
    const again = await keep('caseworker', key, TYPED);
    expect([again.status, again.body.version === version]).toEqual([200, false]);
  });
});

describe('a draft ends with what it became', () => {
  const ends = (key: string, version: number | string): [string, string] => ['Ends-Draft', `${key} "${version}"`];

  test('in the same transaction, whichever form sends it', async () => {
    const { id } = await world.aFile();
    const client = await world.as('caseworker');
    const sent = async (
      key: string,
      send: () => ReturnType<typeof client.post>,
    ): Promise<[string, number, unknown]> => {
      const { version } = (await keep('caseworker', key, TYPED)).body;
      const { status } = await send().set(...ends(key, version));
      return [key, status, (await read('caseworker', key)).body.value];
    };
    const note = { text: 'Une note', visibility: 'STRUCTURE' };
    const contact = { contact: 'REACHED', on: '2026-03-10', medium: 'PHONE' };
    expect(await sent(`note:${id}`, () => client.post(`/api/pathways/${id}/notes`, note))).toEqual([
      `note:${id}`,
      201,
      null,
    ]);
    const entry = { event: contact, note };
    expect(await sent(`entry:${id}`, () => client.post(`/api/pathways/${id}/entries`, entry))).toEqual([
      `entry:${id}`,
      201,
      null,
    ]);
    expect(await sent(`entry:${id}`, () => client.post(`/api/pathways/${id}/events`, contact))).toEqual([
      `entry:${id}`,
      201,
      null,
    ]);
    const correction = { facts: { enteredFranceOn: '2025-05-11' } };
    const correct = () =>
      client.put(`/api/pathways/${id}`, correction).set('If-Match', '*') as ReturnType<typeof client.post>;
    expect(await sent(`correct:${id}`, correct)).toEqual([`correct:${id}`, 200, null]);
    const opening = { person: { ...SOMEONE, foreignerNumber: '9912345678' }, facts: SIGNED };
    expect(await sent('open', () => client.post('/api/pathways', opening))).toEqual(['open', 201, null]);
  });

  test('and stays when that is refused, when it is another version, or when nothing names it', async () => {
    const { id } = await world.aFile();
    const key = `note:${id}`;
    const client = await world.as('caseworker');
    const { version } = (await keep('caseworker', key, TYPED)).body;
    const write = (body: object) => client.post(`/api/pathways/${id}/notes`, body);
    const note = { text: 'Une note', visibility: 'STRUCTURE' };
    expect((await write({ text: '' }).set(...ends(key, version))).status).toBe(422);
    for (const other of [version + 1, 2_147_483_648, '9'.repeat(30)])
      expect((await write(note).set(...ends(key, other))).status).toBe(201);
    expect((await write(note)).status).toBe(201);
    expect((await write(note).set('Ends-Draft', 'note "1"')).status).toBe(400);
    const manager = await world.as('manager');
    expect((await manager.post(`/api/pathways/${id}/notes`, note).set(...ends(key, version))).status).toBe(201);
    expect((await read('caseworker', key)).body.value).toEqual(TYPED);
    expect((await write(note).set(...ends(key, version))).status).toBe(201);
    expect((await read('caseworker', key)).body.value).toBeNull();
  });

  test('once more when what was sent is sent again after a lost answer', async () => {
    const { id } = await world.aFile();
    const key = `note:${id}`;
    const client = await world.as('caseworker');
    const idempotency = randomUUID();
    const write = () =>
      client
        .post(`/api/pathways/${id}/notes`, { text: 'Une note', visibility: 'STRUCTURE' })
        .set('Idempotency-Key', idempotency);
    expect((await write()).status).toBe(201);
    const { version } = (await keep('caseworker', key, TYPED)).body;
    expect((await write().set(...ends(key, version))).status).toBe(201);
    expect((await read('caseworker', key)).body.value).toBeNull();
  });
});

describe('a draft is no store', () => {
  test.each([
    ['a kilobyte', 1024, 200],
    ['as much as fits', 32 * 1024 - '{"text":""}'.length, 200],
    ['one byte more', 32 * 1024 - '{"text":""}'.length + 1, 422],
  ])('of more than a form: %s', async (_what, length, status) => {
    expect((await keep('caseworker', 'open', { text: 'x'.repeat(length) })).status).toBe(status);
    expect(await rows()).toBe(status === 200 ? 1 : 0);
  });

  test('of more than forty forms: the one left the longest ago goes', async () => {
    const files: string[] = [];
    for (let n = 0; n < 14; n += 1) files.push((await world.aFile()).id);
    const keys = files.flatMap((id) => ['note', 'entry', 'correct'].map((form) => `${form}:${id}`)).slice(0, 41);
    for (const [n, key] of keys.slice(0, 40).entries()) {
      clock.set(new Date(Date.parse(BEGUN) + n * 1000).toISOString());
      await keep('caseworker', key, TYPED);
    }
    expect(await rows()).toBe(40);
    clock.set('2026-03-10T09:00:00.000Z');
    await keep('manager', keys[0] ?? '', TYPED);
    await keep('caseworker', keys[40] ?? '', TYPED);
    const kept = async (key = ''): Promise<boolean> => (await read('caseworker', key)).body.value !== null;
    expect([await kept(keys[0]), await kept(keys[1]), await kept(keys[40]), await rows()]).toEqual([
      false,
      true,
      true,
      41,
    ]);
  });

  test.each([
    ['2026-03-24T07:59:59.000Z', 2],
    ['2026-03-24T08:00:00.000Z', 2],
    ['2026-03-24T08:00:01.000Z', 0],
  ])('for more than fourteen days: at %s, whoever asks, %i are left', async (now, left) => {
    const { id } = await world.aFile();
    await keep('caseworker', `note:${id}`, TYPED);
    await keep('caseworker', 'open', TYPED);
    clock.set(now);
    expect((await read('neighbour', 'open')).status).toBe(200);
    expect(await rows()).toBe(left);
    expect((await read('caseworker', 'open')).body.value === null).toBe(left === 0);
  });

  test.each(['other', 'note', 'note:1', `week:${randomUUID()}`, `open:${randomUUID()}`, `note:${randomUUID()}`])(
    'of anything but the forms of files that one follows: %s is not found',
    async (key) => {
      expect(codes(await read('caseworker', key))).toEqual([404, 'not_found']);
      expect(codes(await keep('caseworker', key, TYPED))).toEqual([404, 'not_found']);
      expect(codes(await discard('caseworker', key, 0))).toEqual([404, 'not_found']);
    },
  );

  test.each([[{ value: [] }], [{ value: 'x' }], [{ value: null }], [{}], [{ value: {}, other: 1 }]])(
    'of anything but a form: %j is told wrong',
    async (body) => {
      const asked = (await world.as('caseworker')).put('/api/drafts/open', body).set('If-Match', '"0"');
      expect((await asked).status).toBe(422);
    },
  );
});

describe('a draft goes with the right to send it', () => {
  const FORMS = ['note', 'entry', 'correct'] as const;
  async function begun(...names: PersonaName[]): Promise<string> {
    const { id } = await world.aFile();
    for (const name of names)
      for (const form of FORMS) expect((await keep(name, `${form}:${id}`, TYPED)).status).toBe(200);
    return id;
  }
  async function left(id: string): Promise<Record<string, string[]>> {
    const { rows: found } = await world.owner.query<{ account_id: string; form: string }>(
      'select account_id, form from drafts where pathway_id = $1 order by form',
      [id],
    );
    const forms = (name: PersonaName): string[] =>
      found.filter(({ account_id }) => account_id === PERSONAS[name].id).map(({ form }) => form);
    return { caseworker: forms('caseworker'), manager: forms('manager') };
  }
  const ALL = ['correct', 'entry', 'note'];

  test('when the file is sealed away: it is purged, and not there', async () => {
    const id = await begun('caseworker', 'manager');
    const manager = await world.freshAs('manager');
    expect((await manager.post(`/api/pathways/${id}/seal`, { reason: 'Personne recherchée' })).status).toBe(200);
    // Sealed, its referent and whoever sealed it hold every right over it.
    expect(await left(id)).toEqual({ caseworker: ALL, manager: ALL });
    expect((await read('caseworker', `note:${id}`)).body.value).toEqual(TYPED);

    await world.owner.query(
      "delete from seal_rights where pathway_id = $1 and account_id = $2 and right_to = 'LOCATE'",
      [id, PERSONAS.caseworker.id],
    );
    expect(await left(id)).toEqual({ caseworker: ['entry', 'note'], manager: ALL });
    await world.owner.query('delete from seal_rights where pathway_id = $1 and account_id = $2', [
      id,
      PERSONAS.caseworker.id,
    ]);
    expect(await left(id)).toEqual({ caseworker: [], manager: ALL });
    for (const form of FORMS) {
      expect(codes(await read('caseworker', `${form}:${id}`))).toEqual([404, 'not_found']);
      expect(codes(await keep('caseworker', `${form}:${id}`, TYPED))).toEqual([404, 'not_found']);
    }
    expect((await read('manager', `note:${id}`)).body.value).toEqual(TYPED);
  });

  test('sealed by somebody who leaves her no right, in one transaction', async () => {
    const id = await begun('caseworker', 'manager');
    await world.owner.query('begin');
    await world.owner.query('update pathways set sealed = true where id = $1', [id]);
    await world.owner.query(
      `insert into seal_rights (pathway_id, account_id, right_to) select $1, $2, r from unnest(array['SEARCH', 'READ', 'LOCATE']) r
       on conflict do nothing`,
      [id, PERSONAS.manager.id],
    );
    await world.owner.query('delete from seal_rights where pathway_id = $1 and account_id <> $2', [
      id,
      PERSONAS.manager.id,
    ]);
    await world.owner.query('commit');
    expect(await left(id)).toEqual({ caseworker: [], manager: ALL });
  });

  test('when the file is handed over: neither its former structure nor the next has it', async () => {
    const id = await begun('caseworker', 'manager');
    const asked = await (
      await world.as('manager')
    ).post(`/api/pathways/${id}/transfers`, { organisationId: ORGANISATIONS.neighbour.id, reason: 'Déménagement' });
    expect(await left(id)).toEqual({ caseworker: ALL, manager: ALL });
    const { id: transfer } = asked.body as { id: string };
    expect((await (await world.as('neighbourManager')).post(`/api/transfers/${transfer}/accept`, {})).status).toBe(200);
    expect(await left(id)).toEqual({ caseworker: [], manager: [] });
    expect(codes(await read('manager', `note:${id}`))).toEqual([409, 'read_only']);
    expect((await read('neighbourManager', `note:${id}`)).body).toMatchObject({ value: null, version: 0 });
  });

  test('when a colleague follows it from now on', async () => {
    const id = await begun('caseworker', 'manager');
    await (await world.as('manager')).post(`/api/pathways/${id}/assign`, { referentId: PERSONAS.colleague.id });
    expect(await left(id)).toEqual({ caseworker: [], manager: ALL });
    expect(codes(await read('caseworker', `note:${id}`))).toEqual([404, 'not_found']);
    expect((await read('colleague', `note:${id}`)).body.value).toBeNull();
  });

  test.each([
    ['is closed', 'update accounts set disabled_at = now() where id = $1'],
    ['changes structures', `update accounts set organisation_id = '${ORGANISATIONS.neighbour.id}' where id = $1`],
    ['changes roles', "update accounts set role = 'ASSOCIATION_MANAGER' where id = $1"],
  ])('when her account %s', async (_what, sql) => {
    await world.owner.query('begin');
    const typed = `insert into drafts (account_id, form, value, version, saved_at) values ($1, 'open', '\\x00', 1, now())`;
    for (const name of ['colleague', 'manager'] as const) await world.owner.query(typed, [PERSONAS[name].id]);
    await world.owner.query("update accounts set display_name = 'Autre' where id = $1", [PERSONAS.colleague.id]);
    expect(await rows()).toBe(2);
    await world.owner.query(sql, [PERSONAS.colleague.id]);
    expect(await rows()).toBe(1);
    await world.owner.query('rollback');
  });
});
