import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import type { Candidate } from '../../contract/person.ts';
import type { TransferView } from '../../contract/rights.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-02T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

interface Told<T> {
  readonly status: number;
  readonly body: T;
}
async function post<T = { code: string }>(name: PersonaName, path: string, body: object = {}): Promise<Told<T>> {
  const { status, body: told } = await (await world.as(name)).post(path, body);
  return { status, body: told as T };
}
async function get<T>(name: PersonaName, path: string): Promise<Told<T>> {
  const { status, body } = await (await world.as(name)).get(path);
  return { status, body: body as T };
}
const transfersOf = async (name: PersonaName, filter: object = {}): Promise<TransferView[]> =>
  (await get<TransferView[]>(name, `/api/transfers?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`))
    .body;

const REASON = 'La personne a déménagé près de votre structure.';
const toNeighbour = { organisationId: ORGANISATIONS.neighbour.id, reason: REASON };

async function aTransfer(given: Parameters<World['aFile']>[0] = {}): Promise<{ file: PathwayFile; id: string }> {
  clock.set('2026-03-02T08:00:00.000Z');
  const file = await world.aFile(given);
  const asked = await post<TransferView>('manager', `/api/pathways/${file.id}/transfers`, toNeighbour);
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  return { file, id: asked.body.id };
}
async function statusesOf(id: string): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  // One after the other: signing somebody in late looks in the database by the one connection of the owner.
  for (const name of ['caseworker', 'manager', 'neighbour', 'neighbourManager'] as const)
    statuses[name] = (await get(name, `/api/pathways/${id}`)).status;
  return statuses;
}

describe('a transfer', () => {
  test('is asked with a reason, and shows the other structure nothing of the person until it accepts', async () => {
    const { file, id } = await aTransfer({ person: { birthName: 'Discrète', phone: '0612345678' } });
    const [received] = await transfersOf('neighbourManager', { id: [id] });
    expect(received).toEqual({
      id,
      direction: 'RECEIVED',
      state: 'PENDING',
      pathwayId: null,
      fromOrganisationId: ORGANISATIONS.north.id,
      fromOrganisationName: 'Association Nord',
      toOrganisationId: ORGANISATIONS.neighbour.id,
      toOrganisationName: 'Association Voisine',
      reason: REASON,
      askedAt: '2026-03-02T08:00:00.000Z',
      answeredAt: null,
      answerReason: null,
      readsUntil: null,
      preview: {
        number: file.number,
        department: '59',
        cirSignedOn: file.cirSignedOn,
        nextDueOn: file.nextDueOn,
        overdue: file.overdue,
        stalled: file.stalled,
      },
    });
    expect(await statusesOf(file.id)).toEqual({ caseworker: 200, manager: 200, neighbour: 404, neighbourManager: 404 });
    expect(
      (await transfersOf('manager', { id: [id] })).map(({ direction, pathwayId }) => [direction, pathwayId]),
    ).toEqual([['GIVEN', file.id]]);
    expect(await transfersOf('sommeManager', { id: [id] })).toEqual([]);
    expect(await transfersOf('neighbourManager', { pathwayId: file.id })).toEqual([]);
  });

  test('moves the file whole: who follows it, what runs on it, and nothing between two chairs', async () => {
    const { file, id } = await aTransfer();
    clock.set('2026-03-04T09:00:00.000Z');
    const accepted = await post<PathwayFile>('neighbourManager', `/api/transfers/${id}/accept`);
    expect([accepted.status, accepted.body.organisationId, accepted.body.referentId]).toEqual([
      200,
      ORGANISATIONS.neighbour.id,
      null,
    ]);
    const unassigned = await get<PathwayRow[]>(
      'neighbourManager',
      `/api/pathways?filter=${encodeURIComponent('{"referentId":null}')}&range=[0,99]`,
    );
    expect(unassigned.body.map((row) => row.id)).toContain(file.id);
    // Limits go on as they ran; only the contact to take up again is new.
    const limits = ({ stalls }: PathwayFile): unknown[] =>
      stalls
        .filter(({ rule }) => rule !== 'HANDOVER_NO_CONTACT')
        .map(({ rule, limitOn, since }) => [rule, limitOn, since]);
    clock.set('2026-03-02T08:00:00.000Z');
    const before = limits(file);
    expect(limits(accepted.body)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    const dues = ({ steps }: PathwayFile): unknown[] => steps.map(({ code, dueOn }) => [code, dueOn]);
    expect(dues(accepted.body)).toEqual(dues(file));
    const told = (await get<HistoryEntry[]>('neighbourManager', `/api/pathways/${file.id}/history`)).body;
    expect(told.find(({ kind }) => kind === 'TRANSFER')).toMatchObject({
      before: 'Association Nord',
      after: 'Association Voisine',
      actor: 'Test neighbourManager',
    });
  });

  test('leaves the former structure thirty days of reading, as the file was when it left, and not a day more', async () => {
    const { file, id } = await aTransfer({ person: { birthName: 'Partante', phone: '0600000001' } });
    clock.set('2026-03-04T09:00:00.000Z');
    await post('neighbourManager', `/api/transfers/${id}/accept`);
    clock.set('2026-03-05T09:00:00.000Z');
    const theirs = await get<PathwayFile>('neighbourManager', `/api/pathways/${file.id}`);
    const corrected = await (
      await world.as('neighbourManager')
    )
      .put(`/api/pathways/${file.id}`, { person: { phone: '0600000002' }, facts: { isParent: true } })
      .set('If-Match', `"${theirs.body.version}"`);
    expect(corrected.status).toBe(200);
    await post('neighbourManager', `/api/pathways/${file.id}/events`, {
      step: 'BANK_ACCOUNT',
      status: 'DONE',
      on: '2026-03-05',
    });

    for (const name of ['caseworker', 'manager'] as const) {
      const read = await get<PathwayFile>(name, `/api/pathways/${file.id}`);
      expect([read.status, read.body.person?.phone, read.body.facts.isParent, read.body.version]).toEqual([
        200,
        '0600000001',
        false,
        0,
      ]);
      expect(Object.values(read.body.grants)).toEqual(Object.values(read.body.grants).map(() => false));
      expect(read.body.events.filter((event) => 'step' in event)).toEqual([]);
      // Nor by asking for a later day, nor in its history.
      const later = await get<PathwayFile>(name, `/api/pathways/${file.id}?knownAt=2026-03-05`);
      expect(later.body.person?.phone).toBe('0600000001');
      const history = JSON.stringify((await get<HistoryEntry[]>(name, `/api/pathways/${file.id}/history`)).body);
      expect(history).not.toMatch(/0600000002|bancaire/);
      // It is not hers any more: in no list, no search, and nothing is written on it.
      const listed = await get<PathwayRow[]>(name, '/api/pathways?range=[0,99]');
      expect(listed.body.map((row) => row.id)).not.toContain(file.id);
      expect((await post<Candidate[]>(name, '/api/people/search', { text: 'Partante' })).body).toEqual([]);
      expect(
        (await post(name, `/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-05' })).status,
      ).toBe(409);
    }
    expect((await post('manager', `/api/pathways/${file.id}/assign`, { referentId: null })).body.code).toBe(
      'read_only',
    );
    expect((await get('colleague', `/api/pathways/${file.id}`)).status).toBe(404);

    // Accepted on 4 March: read until 3 April, that day included.
    for (const [day, status] of [
      ['2026-04-02', 200],
      ['2026-04-03', 200],
      ['2026-04-04', 404],
    ] as const) {
      clock.set(`${day}T09:00:00.000Z`);
      expect(await statusesOf(file.id)).toEqual({
        caseworker: status,
        manager: status,
        neighbour: 404,
        neighbourManager: 200,
      });
      expect((await get('manager', `/api/pathways/${file.id}/history`)).status).toBe(status);
    }
  });

  test('that is undone by another leaves nothing to a former referent who is not asked to follow it again', async () => {
    const { file, id } = await aTransfer();
    expect((await post('neighbourManager', `/api/transfers/${id}/accept`)).status).toBe(200);
    expect((await get('caseworker', `/api/pathways/${file.id}`)).status).toBe(200);
    const back = await post<TransferView>('neighbourManager', `/api/pathways/${file.id}/transfers`, {
      organisationId: ORGANISATIONS.north.id,
      reason: REASON,
    });
    expect((await post('manager', `/api/transfers/${back.body.id}/accept`)).status).toBe(200);
    const assigned = await post('manager', `/api/pathways/${file.id}/assign`, { referentId: PERSONAS.colleague.id });
    expect(assigned.status).toBe(200);
    expect((await get('colleague', `/api/pathways/${file.id}`)).status).toBe(200);
    expect((await get('caseworker', `/api/pathways/${file.id}`)).status).toBe(404);
    expect((await get('neighbourManager', `/api/pathways/${file.id}`)).status).toBe(200);
  });

  test('is answered once: of two who accept at once, one wins', async () => {
    const { file, id } = await aTransfer();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post('neighbourManager', `/api/transfers/${id}/accept`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(
      new Set(['transfer_already_answered']),
    );
    const { rows } = await world.owner.query(
      `select (select count(*) from pathway_changes c where c.pathway_id = p.id and c.kind = 'TRANSFER') as moves,
        (select count(*) from pathway_events e where e.pathway_id = p.id and e.kind = 'HANDOVER') as handovers
       from pathways p where p.id = $1`,
      [file.id],
    );
    expect(rows).toEqual([{ moves: 1, handovers: 1 }]);
  });

  test('is refused with a reason that the other reads, or taken back, and may be asked again', async () => {
    const { file, id } = await aTransfer();
    expect((await post('manager', `/api/pathways/${file.id}/transfers`, toNeighbour)).body.code).toBe(
      'transfer_already_asked',
    );
    expect((await post('neighbourManager', `/api/transfers/${id}/refuse`, {})).status).toBe(422);
    expect((await post('manager', `/api/transfers/${id}/refuse`, { reason: 'Plus de place chez nous.' })).status).toBe(
      404,
    );
    expect((await post('manager', `/api/transfers/${id}/accept`)).status).toBe(404);
    const refused = await post<TransferView>('neighbourManager', `/api/transfers/${id}/refuse`, {
      reason: 'Plus de place chez nous.',
    });
    expect([refused.status, refused.body.state]).toEqual([200, 'REFUSED']);
    expect((await transfersOf('manager', { id: [id] }))[0]?.answerReason).toBe('Plus de place chez nous.');
    expect((await post('neighbourManager', `/api/transfers/${id}/accept`)).body.code).toBe('transfer_already_answered');

    const again = await post<TransferView>('manager', `/api/pathways/${file.id}/transfers`, toNeighbour);
    expect((await post('neighbourManager', `/api/transfers/${again.body.id}/cancel`)).status).toBe(404);
    expect((await post<TransferView>('manager', `/api/transfers/${again.body.id}/cancel`)).body.state).toBe(
      'CANCELLED',
    );
    expect(await statusesOf(file.id)).toEqual({ caseworker: 200, manager: 200, neighbour: 404, neighbourManager: 404 });
  });

  test('of a person whom the other structure follows already says so to it, and moves nothing', async () => {
    const person = { birthName: 'Double', foreignerNumber: '2345678901' };
    await world.aFile({ by: 'neighbour', person });
    const { file, id } = await aTransfer({ person });
    expect((await post('neighbourManager', `/api/transfers/${id}/accept`)).body.code).toBe('person_already_followed');
    expect(await statusesOf(file.id)).toEqual({ caseworker: 200, manager: 200, neighbour: 404, neighbourManager: 404 });
    expect((await transfersOf('neighbourManager', { id: [id] }))[0]?.state).toBe('PENDING');
  });

  test('of a sealed file tells nothing of it, and seals it for whoever takes it', async () => {
    clock.set('2026-03-02T08:00:00.000Z');
    const file = await world.aFile({ person: { birthName: 'Cachée' } });
    await post('manager', `/api/pathways/${file.id}/seal`, { reason: 'La personne est recherchée.' });
    const { id } = (await post<TransferView>('manager', `/api/pathways/${file.id}/transfers`, toNeighbour)).body;
    expect((await transfersOf('neighbourManager', { id: [id] }))[0]).toMatchObject({ preview: null, pathwayId: null });
    expect((await post<PathwayFile>('neighbourManager', `/api/transfers/${id}/accept`)).body).toMatchObject({
      sealed: true,
      located: true,
    });
    // Nobody of the former structure keeps reading a sealed file.
    expect(await statusesOf(file.id)).toEqual({ caseworker: 404, manager: 404, neighbour: 404, neighbourManager: 200 });
  });

  test('that waits is over once the file is sealed, and what was answered is hidden with it', async () => {
    const { file, id } = await aTransfer();
    const sealing = await post('manager', `/api/pathways/${file.id}/seal`, { reason: 'La personne est recherchée.' });
    expect(sealing.status).toBe(200);
    const accepted = await post('neighbourManager', `/api/transfers/${id}/accept`);
    expect([accepted.status, accepted.body.code]).toEqual([404, 'not_found']);
    expect(await transfersOf('neighbourManager', { id: [id] })).toEqual([]);
    // Whoever locates her reads how it ended, and may ask again.
    expect(await transfersOf('manager', { id: [id] })).toMatchObject([{ state: 'CANCELLED', pathwayId: file.id }]);
    const again = await post<TransferView>('manager', `/api/pathways/${file.id}/transfers`, toNeighbour);
    expect(again.status).toBe(201);
    expect((await post('manager', `/api/transfers/${again.body.id}/cancel`)).status).toBe(200);
  });

  test('is over for whoever gave the file, once the structure that took it seals it', async () => {
    const { file, id } = await aTransfer();
    expect((await post('neighbourManager', `/api/transfers/${id}/accept`)).status).toBe(200);
    expect(await transfersOf('manager', { id: [id] })).toMatchObject([{ state: 'ACCEPTED' }]);
    await post('neighbourManager', `/api/pathways/${file.id}/seal`, { reason: 'La personne est recherchée.' });
    expect(await transfersOf('manager', { id: [id] })).toEqual([]);
    expect(await transfersOf('neighbourManager', { id: [id] })).toMatchObject([{ state: 'ACCEPTED' }]);
  });

  test('keeps where the person was for as long as it is read, and not once the file is sealed', async () => {
    const person = { phone: '0600000003' };
    const kept = async (id: string): Promise<string[]> =>
      (
        await world.owner.query<{ phone: string }>('select phone from former_locations where transfer_id = $1', [id])
      ).rows.map(({ phone }) => phone);
    const [sealed, read] = [await aTransfer({ person }), await aTransfer({ person })];
    expect(await kept(read.id)).toEqual([]);
    for (const { id } of [sealed, read]) await post('neighbourManager', `/api/transfers/${id}/accept`);
    expect([await kept(sealed.id), await kept(read.id)]).toEqual([[person.phone], [person.phone]]);
    await post('neighbourManager', `/api/pathways/${sealed.file.id}/seal`, { reason: 'La personne est recherchée.' });
    expect([await kept(sealed.id), await kept(read.id)]).toEqual([[], [person.phone]]);
    // Accepted on 2 March: read until 1 April. The next that is accepted sweeps what nobody reads any more.
    for (const [day, left] of [
      ['2026-03-31', 1],
      ['2026-04-01', 1],
      ['2026-04-02', 0],
    ] as const) {
      const { id } = await aTransfer();
      clock.set(`${day}T09:00:00.000Z`);
      expect((await post('neighbourManager', `/api/transfers/${id}/accept`)).status).toBe(200);
      expect((await kept(read.id)).length).toBe(left);
    }
  });

  test('tells whoever gave the file to whom, and not where the person went since', async () => {
    const { file, id } = await aTransfer({ person: { address: { postcode: '59000', commune: 'Exemple' } } });
    await post('neighbourManager', `/api/transfers/${id}/accept`);
    clock.set('2026-03-02T09:00:00.000Z');
    const taken = await (await world.as('neighbourManager')).get(`/api/pathways/${file.id}`);
    const moved = await (
      await world.as('neighbourManager')
    )
      .put(`/api/pathways/${file.id}`, { person: { address: { postcode: '80000', commune: 'Ailleurs' } } })
      .set('If-Match', String(taken.headers['etag']));
    expect(moved.status).toBe(200);
    const on = await post<TransferView>('neighbourManager', `/api/pathways/${file.id}/transfers`, {
      organisationId: ORGANISATIONS.somme.id,
      reason: REASON,
    });
    expect((await post('sommeManager', `/api/transfers/${on.body.id}/accept`)).status).toBe(200);
    for (const name of ['manager', 'caseworker'] as const) {
      const { status, body } = await get<PathwayFile>(name, `/api/pathways/${file.id}`);
      expect([status, body.department, body.organisationId, body.referentId]).toEqual([200, '59', null, null]);
      expect(body.transfer?.organisationName).toBe(ORGANISATIONS.neighbour.name);
      expect(JSON.stringify(body)).not.toMatch(/Somme|80000|Ailleurs/);
    }
  });

  test('of a file that somebody else has been entrusted with meanwhile says so', async () => {
    const { file, id } = await aTransfer();
    await world.owner.query('update pathways set organisation_id = $2, referent_id = null where id = $1', [
      file.id,
      ORGANISATIONS.somme.id,
    ]);
    const accepted = await post('neighbourManager', `/api/transfers/${id}/accept`);
    expect([accepted.status, accepted.body.code]).toEqual([409, 'file_moved_on']);
  });

  test('of a file out of reach, or to nobody, answers as if there were none', async () => {
    const { file, id } = await aTransfer();
    const foreign = await post('neighbourManager', `/api/pathways/${file.id}/transfers`, {
      organisationId: ORGANISATIONS.somme.id,
      reason: REASON,
    });
    const absent = await post('neighbourManager', `/api/pathways/${randomUUID()}/transfers`, {
      organisationId: ORGANISATIONS.somme.id,
      reason: REASON,
    });
    expect([foreign.status, { ...foreign.body, instance: '' }]).toEqual([404, { ...absent.body, instance: '' }]);
    for (const verb of ['accept', 'cancel'])
      expect((await post('sommeManager', `/api/transfers/${id}/${verb}`)).status).toBe(404);
    for (const organisationId of [ORGANISATIONS.north.id, ORGANISATIONS.ofii.id, randomUUID()])
      expect(
        (await post('manager', `/api/pathways/${file.id}/transfers`, { organisationId, reason: REASON })).body.code,
      ).toBe('unknown_organisation');
    expect((await post('caseworker', `/api/pathways/${file.id}/transfers`, toNeighbour)).status).toBe(403);
  });
});

describe('the transfer that runs on a file', () => {
  const told = async (name: PersonaName, id: string): Promise<PathwayFile['transfer']> =>
    (await get<PathwayFile>(name, `/api/pathways/${id}`)).body.transfer;

  test('is told while it waits to whoever may take it back, and to nobody else', async () => {
    const { file, id } = await aTransfer();
    const asked = {
      id,
      state: 'PENDING',
      organisationName: 'Association Voisine',
      at: '2026-03-02T08:00:00.000Z',
      readsUntil: null,
      reason: null,
    };
    expect(await told('manager', file.id)).toEqual(asked);
    for (const name of ['caseworker', 'ofii', 'referent'] as const)
      expect([name, await told(name, file.id)]).toEqual([name, null]);
    // Nor is it lost to the eye by what is recorded meanwhile.
    const recorded = await post<PathwayFile>('manager', `/api/pathways/${file.id}/events`, {
      contact: 'REACHED',
      on: '2026-03-02',
    });
    expect(recorded.body.transfer).toEqual(asked);
    await post('manager', `/api/transfers/${id}/cancel`);
    expect(await told('manager', file.id)).toBeNull();
  });

  test('tells whoever gave the file since when it is elsewhere, and until which day she reads it', async () => {
    const { file, id } = await aTransfer();
    clock.set('2026-03-04T09:00:00.000Z');
    await post('neighbourManager', `/api/transfers/${id}/accept`);
    clock.set('2026-03-05T09:00:00.000Z');
    for (const name of ['caseworker', 'manager'] as const)
      expect([name, await told(name, file.id)]).toEqual([
        name,
        {
          id,
          state: 'ACCEPTED',
          organisationName: 'Association Voisine',
          at: '2026-03-04T09:00:00.000Z',
          readsUntil: '2026-04-03',
          reason: null,
        },
      ]);
    for (const name of ['neighbourManager', 'ofii', 'referent'] as const)
      expect([name, await told(name, file.id)]).toEqual([name, null]);
  });

  test('is in one of two lists: those that wait for an answer, and those that had one', async () => {
    const [waiting, refused] = [await aTransfer(), await aTransfer()];
    await post('neighbourManager', `/api/transfers/${refused.id}/refuse`, { reason: 'Plus de place chez nous.' });
    const found = async (answered: boolean): Promise<string[]> =>
      (await transfersOf('neighbourManager', { answered, id: [waiting.id, refused.id] })).map(({ id }) => id);
    expect([await found(false), await found(true)]).toEqual([[waiting.id], [refused.id]]);
  });
});

describe('a name', () => {
  test('is given to the referent file by file, for her session, with a reason that the structure reads', async () => {
    clock.set('2026-03-02T08:00:00.000Z');
    const [file, other] = await Promise.all([
      world.aFile({ person: { birthName: 'Révélée', firstNames: 'Ada' } }),
      world.aFile({ person: { birthName: 'Tue' } }),
    ]);
    expect((await get<PathwayFile>('referent', `/api/pathways/${file.id}`)).body.name).toBeNull();
    const reason = 'Réunion de situation du comité départemental.';
    const revealed = await post('referent', `/api/pathways/${file.id}/reveal`, { reason });
    expect([revealed.status, revealed.body]).toEqual([
      200,
      {
        id: file.id,
        number: file.number,
        name: 'RÉVÉLÉE Ada',
        birthName: 'Révélée',
        usageName: null,
        firstNames: 'Ada',
      },
    ]);
    expect((await get<PathwayFile>('referent', `/api/pathways/${file.id}`)).body).toMatchObject({
      name: 'RÉVÉLÉE Ada',
      person: null,
    });
    expect((await get<PathwayFile>('referent', `/api/pathways/${other.id}`)).body.name).toBeNull();
    const list = JSON.stringify((await get<PathwayRow[]>('referent', '/api/pathways?range=[0,99]')).body);
    expect(list).not.toMatch(/Révélée/i);

    const told = (await get<HistoryEntry[]>('caseworker', `/api/pathways/${file.id}/history`)).body;
    expect(told.find(({ kind }) => kind === 'REVEAL')).toMatchObject({
      before: 'Test referent, Préfecture du Nord',
      after: reason,
    });
    const office = (await get<HistoryEntry[]>('ofii', `/api/pathways/${file.id}/history`)).body;
    expect(office.map(({ kind }) => kind)).not.toContain('REVEAL');

    // Another session of hers was told nothing.
    const cookie = await world.freshCookieOf('referent');
    const nameBy = async (given: string): Promise<string | null> =>
      ((await request(world.app).get(`/api/pathways/${file.id}`).set('Cookie', given)).body as PathwayFile).name;
    expect(await nameBy(cookie)).toBeNull();
    await request(world.app).post(`/api/pathways/${file.id}/reveal`).set('Cookie', cookie).send({ reason });
    expect(await nameBy(cookie)).toBe('RÉVÉLÉE Ada');
    // A fresh code gives it another identifier: it is the same session, until its end.
    const shown = await request(world.app)
      .post('/api/session/factor')
      .set('Cookie', cookie)
      .send({ code: await world.codeOf('referent') });
    const renewed = shown.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    expect([shown.status, renewed === cookie]).toEqual([200, false]);
    expect(await nameBy(renewed)).toBe('RÉVÉLÉE Ada');
    await request(world.app).delete('/api/session').set('Cookie', renewed);
    expect(await nameBy(await world.freshCookieOf('referent'))).toBeNull();
  });

  test('is not given without a reason, out of the department, nor of a sealed file', async () => {
    clock.set('2026-03-02T08:00:00.000Z');
    const file = await world.aFile();
    const reason = 'Réunion de situation.';
    expect((await post('referent', `/api/pathways/${file.id}/reveal`, {})).status).toBe(422);
    expect((await post('referentSomme', `/api/pathways/${file.id}/reveal`, { reason })).status).toBe(404);
    expect((await post('caseworker', `/api/pathways/${file.id}/reveal`, { reason })).status).toBe(403);
    expect((await post('referent', `/api/pathways/${file.id}/reveal`, { reason })).status).toBe(200);
    await post('manager', `/api/pathways/${file.id}/seal`, { reason: 'La personne est recherchée.' });
    expect((await post('referent', `/api/pathways/${file.id}/reveal`, { reason })).status).toBe(404);
    expect((await get('referent', `/api/pathways/${file.id}`)).status).toBe(404);
    expect((await get('manager', `/api/pathways/${file.id}`)).status).toBe(200);
    expect(PERSONAS.referent.departments).toEqual(['59']);
  });
});
