import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import type { StallRow } from '../../contract/stall.ts';
import type { PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function read<T>(name: PersonaName, path: string): Promise<T> {
  const { status, body } = await (await world.as(name)).get(path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return body as T;
}
const filter = (given: object): string => `filter=${encodeURIComponent(JSON.stringify(given))}`;

/** Everything that a reader can get of a file, as one text. */
async function allOf(name: PersonaName, id: string): Promise<string> {
  const parts = await Promise.all([
    read<PathwayFile>(name, `/api/pathways/${id}`),
    read<PathwayFile>(name, `/api/pathways/${id}?asOf=2026-03-01`),
    read<HistoryEntry[]>(name, `/api/pathways/${id}/history`),
    read<PathwayRow[]>(name, `/api/pathways?${filter({ id: [id] })}`),
    ...['WATCH', 'STALLED', 'SILENCED'].map((state) =>
      read<StallRow[]>(name, `/api/stalls?${filter({ pathwayId: id, state })}`),
    ),
  ]);
  return JSON.stringify(parts);
}

/** The words found in a text: what a failure prints is then short. */
const found = (text: string, words: RegExp): string[] => [...new Set(text.match(new RegExp(words, 'g')))].sort();

describe('an OFII agent', () => {
  const FOR_A_YEAR = {
    enteredFranceOn: '2024-11-04',
    firstPermitOn: '2024-12-02',
    caseOpenedOn: '2025-01-10',
    cirSignedOn: '2025-02-03',
  };
  const NO_OUTCOME = /NO_OUTCOME_12M|Aucune évolution|[Nn]i emploi/;

  test('is told nothing of a stall that a home clears: neither the stall, nor its silence, nor that it is over', async () => {
    const given = { facts: FOR_A_YEAR };
    const stalled = await world.aFile(given);
    const silenced = await world.aFile({
      ...given,
      events: [{ silence: 'NO_OUTCOME_12M', on: '2026-03-01', until: '2026-04-01', reason: 'OTHER' }],
    });
    const housed = await world.aFile({
      ...given,
      events: [{ step: 'HOUSING_ACCESS', status: 'DONE', on: '2026-03-02' }],
    });

    const states = [stalled, silenced, housed].map(
      ({ stalls }) => stalls.find(({ rule }) => rule === 'NO_OUTCOME_12M')?.state,
    );
    expect(states).toEqual(['STALLED', 'SILENCED', undefined]);
    expect(found(await allOf('caseworker', stalled.id), NO_OUTCOME)).not.toEqual([]);

    const seen = await Promise.all(
      [stalled, silenced, housed].map(async ({ id }) => {
        expect(found(await allOf('ofii', id), NO_OUTCOME)).toEqual([]);
        const file = await read<PathwayFile>('ofii', `/api/pathways/${id}`);
        const [row] = await read<PathwayRow[]>('ofii', `/api/pathways?${filter({ id: [id] })}`);
        expect(row?.stalled).toBe(file.stalls.filter(({ state }) => state === 'STALLED').length);
        return { stalls: file.stalls, flags: file.flags, events: file.events.length, timeline: file.timeline };
      }),
    );
    // Whether a home was found or not, the office sees one and the same file.
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('is told nothing of it when the silence is taken back', async () => {
    const file = await world.aFile({
      facts: FOR_A_YEAR,
      events: [{ silence: 'NO_OUTCOME_12M', on: '2026-03-01', until: '2026-03-20', reason: 'OTHER' }],
    });
    const silence = file.events.find((event) => 'silence' in event);
    const recorded = await (
      await world.as('caseworker')
    ).post(`/api/pathways/${file.id}/events`, { retracts: silence?.id ?? '' });
    expect(recorded.status).toBe(201);
    expect(found(await allOf('ofii', file.id), NO_OUTCOME)).toEqual([]);
    expect(found(await allOf('ofii', file.id), /retracts|Retiré/)).toEqual([]);
    expect(found(await allOf('caseworker', file.id), /retracts|Retiré/)).toEqual(['Retiré', 'retracts']);
  });
});

describe('a referent', () => {
  test('is told that there is a pause and a permit, not why nor on what ground', async () => {
    const file = await world.aFile({
      facts: { permitType: 'CST_VPF_SOINS', permitExpiresOn: '2026-09-01', exemption: 'HEALTH', cirSignedOn: null },
      events: [
        { pause: 'ILLNESS', on: '2026-02-01', until: '2026-02-10' },
        { document: 'CST_VPF_SOINS', on: '2026-02-20', until: '2027-02-19' },
        { document: 'RECEPISSE', on: '2026-02-21', until: '2026-06-19' },
      ],
    });
    const healthTold = /SOINS|raison de santé|ILLNESS|Suivi suspendu\u00a0:|exemption/;
    expect(found(await allOf('caseworker', file.id), healthTold)).toEqual([
      'ILLNESS',
      'SOINS',
      'Suivi suspendu\u00a0:',
      'exemption',
      'raison de santé',
    ]);
    expect(found(await allOf('referent', file.id), healthTold)).toEqual([]);

    const seen = await read<PathwayFile>('referent', `/api/pathways/${file.id}`);
    expect(seen.permit).toEqual({
      document: null,
      deliveredOn: '2026-02-20',
      validUntil: '2027-02-19',
      sentence: null,
    });
    expect(seen.facts).not.toHaveProperty('permitType');
    expect(seen.facts.permitExpiresOn).toBe('2026-09-01');
    expect(seen.events.map(({ pause, document }) => pause ?? document)).toEqual(['NOT_TOLD', 'NOT_TOLD', 'RECEPISSE']);
    expect(
      (await read<HistoryEntry[]>('referent', `/api/pathways/${file.id}/history`)).map(({ sentence }) => sentence),
    ).toEqual([
      'Récépissé remis le 21 février 2026, valable jusqu’au 19 juin 2026',
      'Titre remis le 20 février 2026, valable jusqu’au 19 février 2027',
      'Suivi suspendu, jusqu’au 10 février 2026',
    ]);
  });

  test('cannot tell one ground from another: they are all one answer', async () => {
    const seen = await Promise.all(
      (['CST_VPF_SOINS', 'CST_VPF_LIENS', 'CST_SALARIE'] as const).map(async (document, index) => {
        const pause = (['MATERNITY', 'DETENTION', 'WORK'] as const)[index];
        const { id } = await world.aFile({
          facts: { permitType: document },
          events: [
            { document, on: '2026-02-20', until: '2027-02-19' },
            { pause, on: '2026-03-01' },
          ],
        });
        const { facts, permit, events, stalls, steps } = await read<PathwayFile>('referent', `/api/pathways/${id}`);
        return {
          facts,
          permit,
          stalls,
          steps,
          events: events.map(({ id: _id, seq: _seq, recordedAt: _at, ...event }) => event),
        };
      }),
    );
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});
