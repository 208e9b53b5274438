import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import type { OpeningView } from '../../contract/rights.ts';
import { BREAK_GLASS_MINUTES, mayBreakGlass } from '../../domain/access/breakGlass.ts';
import type { PassingRelation } from '../../domain/access/relations.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { FILE_NAMES, isSealed, placeOf, plantFiles, UNKNOWN } from '../../testing/accessRecords.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let now = new Date('2026-03-10T09:00:00Z');
beforeAll(async () => {
  world = await createWorld({ clock: { now: () => now, today: () => calendarDay(now.toISOString().slice(0, 10)) } });
});
afterAll(() => world.close());

const REASON = 'Son enfant est aux urgences, et sa référente est absente.';
const STRANGER = { firstNames: 'Alba', birth: { value: '1990-03-10', precision: 'DAY' as const } };
let rank = 0;
const aFile = (by: PersonaName = 'colleague'): Promise<PathwayFile> =>
  world.aFile({ by, person: { ...STRANGER, birthName: `Urgence${'abcdefghijklmnop'[rank++] ?? ''}` } });

async function breakGlass(name: PersonaName, id: string, given: object = {}) {
  const client = await world.as(name);
  return client.post(`/api/pathways/${id}/break-glass`, { reason: REASON, code: await world.codeOf(name), ...given });
}
async function read(name: PersonaName, id: string) {
  return (await world.as(name)).get(`/api/pathways/${id}`);
}
const openingsSeen = async (name: PersonaName, id: string): Promise<OpeningView[]> =>
  (await (await world.as(name)).get(`/api/openings?filter=${encodeURIComponent(JSON.stringify({ pathwayId: id }))}`))
    .body as OpeningView[];
const at = (minutes: number): void => {
  now = new Date(Date.parse('2026-03-10T09:00:00Z') + minutes * 60_000);
};

describe('an emergency opening', () => {
  test('shows the file, to read only, for thirty minutes and not one more', async () => {
    at(0);
    const file = await aFile();
    expect((await read('caseworker', file.id)).status).toBe(404);
    const opened = await breakGlass('caseworker', file.id);
    expect([opened.status, opened.body]).toEqual([
      201,
      expect.objectContaining({
        pathwayId: file.id,
        number: file.number,
        isOwn: true,
        isRunning: true,
        reason: REASON,
        openedAt: '2026-03-10T09:00:00.000Z',
        endsAt: '2026-03-10T09:30:00.000Z',
      }),
    ]);

    const shown = (await read('caseworker', file.id)).body as PathwayFile;
    expect(shown.person?.birthName).toBe(file.person?.birthName);
    expect(shown.openUntil).toBe('2026-03-10T09:30:00.000Z');
    expect(Object.values(shown.grants).filter(Boolean)).toEqual([]);
    expect(shown.moves.every(({ allowed, reason }) => !allowed && reason?.includes('jusqu’à 10\u00a0h\u00a030'))).toBe(
      true,
    );
    const written = await (
      await world.as('caseworker')
    ).post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-09' });
    expect([written.status, written.body.code]).toEqual([409, 'read_only']);
    const again = await breakGlass('caseworker', file.id);
    expect([again.status, again.body.code]).toEqual([409, 'already_open']);

    const statuses: number[] = [];
    for (const minutes of [BREAK_GLASS_MINUTES - 1, BREAK_GLASS_MINUTES, BREAK_GLASS_MINUTES + 1]) {
      at(minutes);
      statuses.push((await read('caseworker', file.id)).status);
    }
    expect(statuses).toEqual([200, 404, 404]);
    expect((await breakGlass('caseworker', file.id)).status).toBe(201);
  });

  test('is by its number too, however it is typed', async () => {
    at(100);
    const file = await aFile('neighbour');
    const client = await world.as('manager');
    const opened = await client.post('/api/openings', {
      number: file.number.toLowerCase(),
      reason: REASON,
      code: await world.codeOf('manager'),
    });
    expect([opened.status, (opened.body as OpeningView).pathwayId]).toEqual([201, file.id]);
    expect(opened.headers['location']).toBe(`/api/pathways/${file.id}`);
    expect((await read('manager', file.id)).status).toBe(200);
  });

  test('lists nothing, finds nobody, and tells nobody else', async () => {
    at(150);
    const file = await aFile('neighbour');
    await breakGlass('manager', file.id);
    const client = await world.as('manager');
    const listed = await client.get(`/api/pathways?filter=${encodeURIComponent(JSON.stringify({ id: [file.id] }))}`);
    const found = await client.post('/api/people/search', { text: file.person?.birthName ?? '' });
    expect(JSON.stringify([listed.body, found.body])).not.toContain(file.id);
    expect((await read('caseworker', file.id)).status).toBe(404);
    expect((await read('sommeManager', file.id)).status).toBe(404);
  });

  test('is read by whoever follows the file, its manager and the auditor, in the history and in the list', async () => {
    at(200);
    const file = await aFile('neighbour');
    await breakGlass('manager', file.id);
    const said = `Test manager, ${ORGANISATIONS.north.name}`;
    for (const name of ['neighbour', 'neighbourManager'] as const) {
      const history = (await (await world.as(name)).get(`/api/pathways/${file.id}/history`)).body as HistoryEntry[];
      expect(JSON.stringify(history)).toContain(said);
      expect(JSON.stringify(history)).toContain(REASON);
    }
    for (const name of ['neighbour', 'neighbourManager', 'auditor', 'manager'] as const)
      expect(await openingsSeen(name, file.id)).toEqual([
        expect.objectContaining({ openedBy: said, reason: REASON, isOwn: name === 'manager' }),
      ]);
    for (const name of ['caseworker', 'colleague', 'sommeManager'] as const)
      expect(await openingsSeen(name, file.id)).toEqual([]);
    const { rows } = await world.owner.query(
      `select operation from audit_entries where pathway_ids @> array[$1::uuid] and account_id = $2 order by at`,
      [file.id, PERSONAS.manager.id],
    );
    expect(rows.map(({ operation }: { operation: string }) => operation)).toContain('breakGlass');
  });

  test('is over once the file is sealed, and its list says nothing more of it', async () => {
    at(250);
    const file = await aFile('neighbour');
    await breakGlass('manager', file.id);
    expect((await read('manager', file.id)).status).toBe(200);
    at(255);
    const sealing = await (
      await world.freshAs('neighbourManager')
    ).post(`/api/pathways/${file.id}/seal`, { reason: 'Personne recherchée' });
    expect(sealing.status).toBe(200);
    expect((await read('manager', file.id)).status).toBe(404);
    const again = await breakGlass('manager', file.id);
    expect([again.status, again.body.code]).toEqual([404, 'not_found']);
    expect(await openingsSeen('manager', file.id)).toEqual([]);
    expect(await openingsSeen('neighbourManager', file.id)).toMatchObject([{ isRunning: false }]);
    // Lifted within the half hour, the seal does not give it back.
    await (await world.freshAs('neighbourManager')).post(`/api/pathways/${file.id}/unseal`, {});
    expect((await read('manager', file.id)).status).toBe(404);
    expect(await openingsSeen('manager', file.id)).toHaveLength(1);
  });

  test('is that of a post: whoever changes structure reads it no more, and reads it again if she comes back in time', async () => {
    at(270);
    const file = await aFile();
    expect((await breakGlass('caseworker', file.id)).status).toBe(201);
    const { id, departments } = PERSONAS.caseworker;
    const moveTo = (organisation: 'north' | 'somme', where: readonly string[]) =>
      world.owner.query('update accounts set organisation_id = $2, departments = $3 where id = $1', [
        id,
        ORGANISATIONS[organisation].id,
        where,
      ]);
    const statuses = [(await read('caseworker', file.id)).status];
    await moveTo('somme', ['80']);
    statuses.push((await read('caseworker', file.id)).status);
    await moveTo('north', departments);
    statuses.push((await read('caseworker', file.id)).status);
    expect(statuses).toEqual([200, 404, 200]);
  });

  test('of a file sealed since is read by whoever may open it, and not by whoever may only find it', async () => {
    at(270);
    const file = await aFile('neighbour');
    await breakGlass('manager', file.id);
    at(271);
    await (
      await world.freshAs('neighbourManager')
    ).post(`/api/pathways/${file.id}/seal`, {
      reason: 'Personne recherchée',
      holders: [{ accountId: PERSONAS.neighbour.id, rights: ['SEARCH'] }],
    });
    expect(await openingsSeen('neighbour', file.id)).toEqual([]);
    await world.owner.query(`insert into seal_rights (pathway_id, account_id, right_to) values ($1, $2, 'READ')`, [
      file.id,
      PERSONAS.neighbour.id,
    ]);
    expect(await openingsSeen('neighbour', file.id)).toHaveLength(1);
  });

  test('asks a reason that says something, and a code that serves once', async () => {
    at(300);
    const file = await aFile();
    const outcomes: unknown[] = [];
    for (const given of [
      { reason: 'x'.repeat(19) },
      { reason: ' '.repeat(40) },
      { reason: 'x'.repeat(501) },
      { code: undefined },
      { code: '000000' },
    ]) {
      const { status, body } = await breakGlass('caseworker', file.id, given);
      outcomes.push([status, (body as { code: string }).code]);
    }
    const unfit = [422, 'body_does_not_fit'];
    expect(outcomes).toEqual([unfit, unfit, unfit, unfit, [422, 'wrong_code']]);
    expect((await openingsSeen('manager', file.id)).length).toBe(0);

    const code = await world.codeOf('caseworker');
    const client = await world.as('caseworker');
    const first = await client.post(`/api/pathways/${file.id}/break-glass`, { reason: 'x'.repeat(20), code });
    const other = await aFile();
    const second = await client.post(`/api/pathways/${other.id}/break-glass`, { reason: REASON, code });
    expect([first.status, second.status, second.body.code]).toEqual([201, 422, 'wrong_code']);
  });

  test('a wrong code is told before anything of the file', async () => {
    at(320);
    const file = await aFile();
    const told = [];
    for (const id of [file.id, '00000000-0000-4000-8000-00000000bfff'])
      told.push((await breakGlass('neighbourManager', id, { code: '000000' })).body.code);
    expect(told).toEqual(['wrong_code', 'wrong_code']);
  });
});

describe('who may open which file in an emergency', () => {
  test('is what the table says, in the program and in the database', async () => {
    at(600);
    const files = await plantFiles(world);
    const differing: unknown[] = [];
    let opened = 0;
    for (const asker of [
      'caseworker',
      'colleague',
      'manager',
      'neighbour',
      'neighbourManager',
      'sommeManager',
    ] as const)
      for (const file of FILE_NAMES) {
        const { status } = await breakGlass(asker, files[file].id);
        const { rows } = await world.owner.query(
          'select p.department, p.organisation_id, p.referent_id, p.sealed from pathways p where p.id = $1',
          [files[file].id],
        );
        const { id: accountId, role, departments, organisation } = PERSONAS[asker];
        const { id: organisationId } = ORGANISATIONS[organisation];
        const actor = { accountId, role, organisationId, departments, displayName: '' };
        const facts = rows[0] as { department: string; organisation_id: string; referent_id: string } | undefined;
        const may =
          facts !== undefined &&
          mayBreakGlass(actor, {
            department: facts.department,
            organisationId: facts.organisation_id,
            referentId: facts.referent_id,
            ...(isSealed(file) ? { sealed: [] } : {}),
            passing: PASSING[placeOf(file)?.partly?.[asker] ?? ''],
          });
        const isRead = (await reachedBefore(asker, files[file].id, status)) && !may;
        const expected = may ? 201 : isRead ? 409 : 404;
        if (may) opened++;
        if (status !== expected) differing.push([asker, file, status, expected]);
      }
    expect(differing).toEqual([]);
    expect(opened).toBeGreaterThan(10);
    expect((await breakGlass('manager', files[UNKNOWN].id)).status).toBe(404);
  });

  test('no other role opens anything', async () => {
    const file = await aFile();
    for (const name of ['ofii', 'referent', 'prefecture', 'region', 'auditor', 'admin'] as const) {
      const { status, body } = await breakGlass(name, file.id);
      expect([name, status, body.code]).toEqual([name, 403, 'not_allowed_for_role']);
    }
  });
});

/** What an act gave her for a time, of the files that are planted. */
const PASSING: Readonly<Record<string, PassingRelation>> = {
  AS_IT_LEFT: 'TRANSFERRED_OUT',
  IN_AN_EMERGENCY: 'BROKEN_GLASS',
};

/** Whether she reads the file without any opening. */
async function reachedBefore(asker: PersonaName, id: string, status: number): Promise<boolean> {
  return status !== 201 && (await read(asker, id)).status === 200;
}
