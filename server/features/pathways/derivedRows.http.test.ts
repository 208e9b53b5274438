import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { Facts } from '../../domain/pathway/facts.ts';
import { createWorld, TODAY, type World } from '../../testing/world.ts';
import { multirange, stallRows, stepRows } from './pathways.store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A file whose history has everything: steps, hours, tests, contacts, a correction, a retraction, a pause, a stall on hold, a closure. */
async function aFullHistory(): Promise<PathwayFile> {
  const refugee = { protectionGrantedOn: '2025-06-01', protectionKind: 'REFUGEE', asylumSupportEndedOn: '2025-07-15' };
  const file = await world.aFile({
    facts: refugee,
    events: [
      { step: 'LANGUAGE_DECISION', status: 'DONE', on: '2025-09-01', outcome: 'OFFERED_ACCEPTED', track: '600' },
      { step: 'LANGUAGE_START', status: 'DONE', on: '2025-10-01' },
      {
        step: 'BPI_PERMIT_APPLICATION',
        status: 'WAITING_THIRD_PARTY',
        on: '2025-09-10',
        party: 'PREFECTURE_PERMIT_OFFICE',
      },
      { test: 'LANGUAGE', on: '2025-10-01', score: 10 },
      { attendance: 'LANGUAGE', on: '2025-11-01', attendedHours: 20, plannedHours: 60 },
      { contact: 'REACHED', on: '2025-11-02' },
      { extension: 'DNA_EXIT', on: '2025-12-01' },
      { pause: 'FAMILY', on: '2026-01-10', until: '2026-01-31' },
      { silence: 'NO_HEALTH_COVER', on: '2026-03-01', until: '2026-03-12', reason: 'REQUEST_FILED' },
      { contract: 'EXTENDED', on: '2026-03-01', months: 6 },
    ],
  });
  const client = await world.as('caseworker');
  const id = (kind: string): string | undefined => file.events.find((event) => kind in event)?.id;
  for (const event of [
    { attendance: 'LANGUAGE', on: '2025-11-01', attendedHours: 50, plannedHours: 60, corrects: id('attendance') },
    { retracts: id('test') },
    { closure: 'GOALS_MET', on: '2026-03-09' },
  ])
    expect((await client.post(`/api/pathways/${file.id}/events`, event)).status).toBe(201);
  return file;
}

const sorted = (rows: readonly object[], ...keys: string[]): object[] =>
  [...rows].sort((a, b) => {
    const [x, y] = [a, b].map((row) => keys.map((key) => String((row as Record<string, unknown>)[key])).join(' '));
    return (x ?? '') < (y ?? '') ? -1 : 1;
  });

describe('the rows that follow from a history', () => {
  test('are, in every column, what the history gives when it is computed anew', async () => {
    const { id } = await aFullHistory();
    const rows = async <T extends object>(sql: string): Promise<T[]> =>
      (await world.owner.query<{ row: T }>(`select to_jsonb(t) as row from (${sql}) t`, [id])).rows.map(
        ({ row }) => row,
      );
    const [head] = await rows<{ facts: Partial<Facts> }>(`
      select facts, opened_on, cir_signed_on, contract_rule_set, contract_state, cir_ends_on, closed_on, paused::text, last_contact_on,
        next_due_on, next_due_on_for_ofii
      from pathways where id = $1`);
    const events = (
      await rows<{ id: string; seq: number; recorded_at: string; body: object }>(
        'select id, seq, recorded_at, body from pathway_events where pathway_id = $1 order by seq',
      )
    ).map((row) => ({
      ...row.body,
      id: row.id,
      seq: row.seq,
      recordedAt: row.recorded_at,
    })) as unknown as PathwayEvent[];
    const derived = derivePathway({ facts: head?.facts ?? {}, events }, TODAY);
    const { rows: paused } = await world.owner.query<{ text: string }>('select $1::datemultirange::text as text', [
      multirange(derived.pauses),
    ]);

    expect({ ...head, facts: undefined }).toEqual({
      facts: undefined,
      opened_on: derived.openedOn,
      cir_signed_on: derived.signedOn,
      contract_rule_set: derived.contractRuleSet,
      contract_state: derived.contractState,
      cir_ends_on: derived.cirEndsOn,
      closed_on: derived.closedOn,
      paused: paused[0]?.text,
      last_contact_on: derived.lastContactOn,
      next_due_on: derived.nextDueOn,
      next_due_on_for_ofii: derived.nextDueOnForOfii,
    });
    // What is carried from the file, and is no part of its history.
    const keys = ['department', 'organisation_id', 'referent_id', 'sealed', 'merged'];
    const without = (row: object): object =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
    const steps = (await rows('select * from pathway_steps where pathway_id = $1')).map(without);
    expect(sorted(steps, 'step', 'spell')).toEqual(sorted(stepRows(id, derived), 'step', 'spell'));

    const normalised = await world.owner.query<{ rows: object[] }>(
      `select jsonb_agg(r || jsonb_build_object('silences', (r ->> 'silences')::datemultirange::text)) as rows from jsonb_array_elements($1::jsonb) r`,
      [JSON.stringify(stallRows(id, derived))],
    );
    const stalls = (
      await rows('select s.*, s.silences::text as silences from pathway_stalls s where pathway_id = $1')
    ).map(
      ({ id: _id, third_silence_on, ...row }: { id?: string; third_silence_on?: string; silenced_on?: string[] }) => {
        expect(third_silence_on).toBe(row.silenced_on?.[2] ?? null);
        return without(row);
      },
    );
    expect(sorted(stalls, 'rule', 'spell')).toEqual(sorted(normalised.rows[0]?.rows ?? [], 'rule', 'spell'));
    expect(stalls.length).toBeGreaterThan(3);
  });

  test('keep their stalls, each its own, when she moves house, changes her telephone and does not answer', async () => {
    const file = await world.aFile();
    const client = await world.as('caseworker');
    const stalls = async (): Promise<object[]> =>
      (
        await world.owner.query<object>('select * from pathway_stalls where pathway_id = $1 order by rule, spell', [
          file.id,
        ])
      ).rows;
    const before = await stalls();
    expect(before.length).toBeGreaterThan(3);

    const address = { line: '3 rue des Lilas', postcode: '59100', commune: 'Roubaix' };
    const moved = await client
      .put(`/api/pathways/${file.id}`, { person: { address, phone: '0612345678', email: 'alma@exemple.example' } })
      .set('If-Match', `"${file.version}"`);
    expect(moved.status).toBe(200);
    const called = await client.post(`/api/pathways/${file.id}/events`, { contact: 'NO_ANSWER', on: '2026-03-09' });
    expect(called.status).toBe(201);
    expect(await stalls()).toEqual(before);

    // The control: somebody reached is progress.
    await client.post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-09' });
    expect(await stalls()).not.toEqual(before);
  });
});

describe('the numbers of events', () => {
  test('have no gap and no repeat when ten files are written at once and three times over, refusals undone among them', async () => {
    const client = await world.as('caseworker');
    const files = await Promise.all(Array.from({ length: 30 }, () => world.aFile()));
    const writeAt = (some: readonly { readonly id: string }[]) =>
      Promise.all(
        some.flatMap(({ id }) => [
          client.post(`/api/pathways/${id}/events`, { contact: 'REACHED', on: '2026-03-09' }),
          // Refused by the rules: whatever it had taken is given back.
          client.post(`/api/pathways/${id}/events`, {
            step: 'CIVIC_SESSION_1',
            status: 'PARTIALLY_DONE',
            on: '2026-03-09',
          }),
          client.post(`/api/pathways/${id}/events`, { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-03-09' }),
        ]),
      );
    // By tens: who waits too long for a connection is told to come back, on a machine that is busy elsewhere.
    const answers = [];
    for (const from of [0, 10, 20]) answers.push(...(await writeAt(files.slice(from, from + 10))));
    const statuses = answers.map(({ status }) => status);
    expect([
      statuses.filter((status) => status === 201).length,
      statuses.filter((status) => status === 409).length,
    ]).toEqual([60, 30]);
    const { rows } = await world.owner.query<{ first: number; last: number; count: number; head: number }>(
      'select min(seq)::int as first, max(seq)::int as last, count(*)::int as count, (select seq::int from ledger_head) as head from pathway_events',
    );
    expect(rows[0]).toEqual({ first: 1, last: rows[0]?.count, count: rows[0]?.count, head: rows[0]?.count });
  });

  test('follow the order of the commits: who comes second waits for the first to be there', async () => {
    const [first, second] = await Promise.all([world.aFile(), world.aFile()]);
    const client = await world.as('caseworker');
    await world.owner.query('begin');
    await world.owner.query('select seq from ledger_head for update');
    let isAnswered = false;
    const waiting = client
      .post(`/api/pathways/${second.id}/events`, { contact: 'REACHED', on: '2026-03-09' })
      .then((response) => {
        isAnswered = true;
        return response;
      });
    // Somebody else's read goes on: only numbering waits.
    expect((await client.get(`/api/pathways/${first.id}`)).status).toBe(200);
    expect(isAnswered).toBe(false);
    await world.owner.query('commit');
    expect((await waiting).status).toBe(201);
  });
});
