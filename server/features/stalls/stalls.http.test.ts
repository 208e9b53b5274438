import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StallRow } from '../../contract/stall.ts';
import { createWorld, type World } from '../../testing/world.ts';
import type { PersonaName } from '../../testing/personas.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const stalls = async (name: PersonaName, filter: object = {}): Promise<StallRow[]> =>
  (await (await world.as(name)).get(`/api/stalls?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`))
    .body as StallRow[];

describe('the worklist', () => {
  test('says which rule, since when, whose turn, on what facts, without a name; critical first', async () => {
    const refugee = {
      protectionGrantedOn: '2025-12-01',
      protectionKind: 'REFUGEE',
      permitType: 'API',
      permitExpiresOn: '2026-09-01',
    };
    const file = await world.aFile({ person: { birthName: 'Anonyme' }, facts: refugee });
    const response = await (
      await world.as('referent')
    ).get(`/api/stalls?filter=${encodeURIComponent(JSON.stringify({ pathwayId: file.id }))}`);
    expect(response.text).not.toMatch(/anonyme/i);
    const rows = response.body as StallRow[];
    expect(rows[0]).toMatchObject({
      rule: 'INCOME_GAP',
      severity: 'CRITICAL',
      since: '2026-02-01',
      days: 37,
      turn: 'CAF',
      number: file.number,
      delayIndex: null,
    });
    expect(rows.find(({ rule }) => rule === 'BPI_CARD_LATE')?.sentence).toMatch(
      /^Carte de séjour non remise, protection accordée le 1er décembre 2025.*2 mars 2026 \(R\.424-1 et R\.424-7\)\. C’est au tour du bureau du séjour\.$/,
    );
    expect(rows.map(({ sentence }) => sentence)).toEqual(
      rows.map(({ rule }) => file.stalls.find((stall) => stall.rule === rule)?.sentence),
    );
  });

  test('is by name for whoever sees people, as her other lists are, and by number for whoever does not', async () => {
    const file = await world.aFile({ person: { birthName: 'Nommée', firstNames: 'Toute' } });
    const names = async (name: PersonaName): Promise<unknown[]> => [
      ...new Set((await stalls(name, { pathwayId: file.id, state: 'WATCH' })).map((row) => row.name)),
    ];
    expect([await names('caseworker'), await names('manager'), await names('ofii'), await names('referent')]).toEqual([
      ['NOMMÉE Toute'],
      ['NOMMÉE Toute'],
      ['NOMMÉE Toute'],
      [null],
    ]);
  });

  test('list, count and file agree, day before and day after included', async () => {
    const file = await world.aFile({ facts: { caseOpenedOn: '2026-02-01', cirSignedOn: '2026-02-01' } });
    const on = async (asOf: string): Promise<string[]> =>
      (await stalls('referent', { pathwayId: file.id, rule: 'NO_CONTACT', asOf })).map(({ since }) => since ?? '');
    expect([await on('2026-04-01'), await on('2026-04-02'), await on('2026-04-03')]).toEqual([[], [], ['2026-04-03']]);
  });

  test('a silence hides a stall through its last day and gives it back the day after', async () => {
    const file = await world.aFile({
      events: [{ silence: 'NO_HEALTH_COVER', on: '2026-03-10', until: '2026-03-20', reason: 'REQUEST_FILED' }],
    });
    const stalledOn = async (asOf: string): Promise<number> =>
      (await stalls('referent', { pathwayId: file.id, rule: 'NO_HEALTH_COVER', asOf })).length;
    expect([
      await stalledOn('2026-03-09'),
      await stalledOn('2026-03-10'),
      await stalledOn('2026-03-20'),
      await stalledOn('2026-03-21'),
    ]).toEqual([1, 0, 0, 1]);
    expect((await stalls('referent', { pathwayId: file.id, state: 'SILENCED' })).map(({ rule }) => rule)).toEqual([
      'NO_HEALTH_COVER',
    ]);
  });

  test('each sees the stalls of her own files, the referent those of her department', async () => {
    const file = await world.aFile();
    const count = async (name: PersonaName): Promise<number> => (await stalls(name, { pathwayId: file.id })).length;
    expect(await count('referent')).toBeGreaterThan(0);
    expect(await count('caseworker')).toBe(await count('referent'));
    expect([await count('referentSomme'), await count('neighbour'), await count('neighbourManager')]).toEqual([
      0, 0, 0,
    ]);
    expect((await stalls('ofii', { pathwayId: file.id })).map(({ domain }) => domain)).not.toContain('HEALTH');
  });
});

describe('acting on a stall', () => {
  test('keeps the row, with who follows it and until when; the stall goes when its event is recorded', async () => {
    const file = await world.aFile();
    const [stall] = await stalls('referent', { pathwayId: file.id, rule: 'NO_HEALTH_COVER' });
    const client = await world.as('referent');
    const acted = await client.post(`/api/stalls/${stall?.id}/actions`, {
      action: 'REQUEST_CPAM_CAF_ESCALATION',
      note: 'Relance faite',
      dueOn: '2026-04-01',
    });
    expect(acted.status).toBe(201);
    expect(acted.body).toMatchObject({
      id: stall?.id,
      state: 'STALLED',
      followUp: {
        action: 'REQUEST_CPAM_CAF_ESCALATION',
        note: 'Relance faite',
        dueOn: '2026-04-01',
        by: 'Test referent',
      },
    });
    expect((await stalls('referent', { pathwayId: file.id, followedUp: true })).map(({ id }) => id)).toEqual([
      stall?.id,
    ]);
    // Another event is recorded: rows are computed again, and the follow-up keeps its stall.
    const caseworker = await world.as('caseworker');
    await caseworker.post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-10' });
    expect((await stalls('caseworker', { pathwayId: file.id, rule: 'NO_HEALTH_COVER' }))[0]).toMatchObject({
      id: stall?.id,
      followUp: { by: expect.any(String) },
    });
    await caseworker.post(`/api/pathways/${file.id}/events`, {
      step: 'HEALTH_COVER',
      status: 'DONE',
      on: '2026-03-10',
    });
    expect(await stalls('referent', { pathwayId: file.id, rule: 'NO_HEALTH_COVER' })).toEqual([]);
  });

  test('only the referent of the department acts, on nothing but the stall', async () => {
    const file = await world.aFile();
    const [stall] = await stalls('referent', { pathwayId: file.id });
    const act = async (name: PersonaName): Promise<number> =>
      (await (await world.as(name)).post(`/api/stalls/${stall?.id}/actions`, { action: 'CALL_CASEWORKER' })).status;
    expect([
      await act('referentSomme'),
      await act('caseworker'),
      await act('manager'),
      await act('ofii'),
      await act('prefecture'),
    ]).toEqual([404, 403, 403, 403, 403]);
    expect(await act('referent')).toBe(201);
    const referent = await world.as('referent');
    expect(
      (await referent.post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-10' })).status,
    ).toBe(403);
    expect((await referent.put(`/api/pathways/${file.id}`, {}).set('If-Match', '"1"')).status).toBe(403);
    expect((await referent.post('/api/people/search', { text: 'exemple' })).status).toBe(403);
  });
});
