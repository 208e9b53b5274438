import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Db } from '../../platform/database/db.ts';
import { actorOf } from '../../testing/actingAs.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let file: string;
let other: string;
beforeAll(async () => {
  world = await createWorld();
  [file, other] = [(await world.aFile()).id, (await world.aFile()).id];
});
afterAll(() => world.close());

interface Row {
  readonly version: number;
  readonly visibility: string;
  readonly text: string | null;
  readonly pathway?: string;
  readonly author?: PersonaName;
  readonly writtenAt?: string;
}
const WRITTEN = '2026-03-02T08:00:00.000Z';

/** A row of a note, written straight into the table by somebody, as the program would; undefined, or why it was refused. */
async function add(by: PersonaName, id: string, row: Row): Promise<string | undefined> {
  const { author = by, pathway = file, writtenAt = WRITTEN } = row;
  const insert = (db: Db): Promise<unknown> =>
    db.query(
      `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, reason, by_account, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026-03-02T09:00:00Z')`,
      [
        id,
        row.version,
        pathway,
        PERSONAS[author].id,
        ORGANISATIONS[PERSONAS[author].organisation].id,
        writtenAt,
        row.visibility,
        row.text,
        row.text === null ? 'Un motif' : null,
        PERSONAS[by].id,
      ],
    );
  return world.composed.database
    .inActorTransaction(actorOf(by), insert)
    .then(() => undefined)
    .catch((error: Error) => error.message);
}

describe('the database', () => {
  const NOT_ITS_LAST = 'A note follows its last version';
  let id: string;
  beforeEach(async () => {
    id = randomUUID();
    expect(await add('caseworker', id, { version: 1, visibility: 'STRUCTURE', text: 'Une note' })).toBeUndefined();
  });

  test.each<[string, Row]>([
    ['a version that skips one', { version: 3, visibility: 'STRUCTURE', text: 'Autre' }],
    ['fewer readers', { version: 2, visibility: 'PRIVATE', text: 'Autre' }],
    ['another file', { version: 2, visibility: 'STRUCTURE', text: 'Autre', pathway: 'other' }],
    [
      'another day of writing',
      { version: 2, visibility: 'STRUCTURE', text: 'Autre', writtenAt: '2026-03-01T08:00:00Z' },
    ],
    ['a withdrawal of other readers', { version: 2, visibility: 'SHARED', text: null }],
  ])('refuses to a note %s, whatever the program asks', async (_what, row) => {
    const given = row.pathway === 'other' ? { ...row, pathway: other } : row;
    expect(await add('caseworker', id, given)).toBe(NOT_ITS_LAST);
    expect(await add('caseworker', id, { version: 2, visibility: 'SHARED', text: 'Autre' })).toBeUndefined();
  });

  test('refuses the version of somebody else, one that is taken, one of a note that is not there, and says no more', async () => {
    const next = { version: 2, visibility: 'STRUCTURE', text: 'Autre' };
    expect(await add('manager', id, next)).toBe(NOT_ITS_LAST);
    expect(await add('caseworker', randomUUID(), next)).toBe(NOT_ITS_LAST);
    expect(await add('caseworker', id, { ...next, version: 1 })).toMatch(/notes_pkey/);
    expect(await add('manager', id, { ...next, author: 'caseworker' })).toMatch(/row-level security/);
  });

  test('adds nothing to a note that was withdrawn, and changes or removes none', async () => {
    expect(await add('caseworker', id, { version: 2, visibility: 'STRUCTURE', text: null })).toBeUndefined();
    for (const text of ['Autre', null])
      expect(await add('caseworker', id, { version: 3, visibility: 'STRUCTURE', text })).toBe(NOT_ITS_LAST);
    for (const sql of [
      'update notes set withdrawn = false where note_id = $1',
      "update notes set text = 'Autre' where note_id = $1",
      'delete from notes where note_id = $1',
    ])
      for (const by of ['caseworker', 'manager'] as const)
        await expect(
          world.composed.database.inActorTransaction(actorOf(by), (db) => db.query(sql, [id])),
        ).rejects.toThrow(/permission denied/);
  });

  test('counts the private notes of a file for the manager of its structure, and for no other', async () => {
    expect(await add('caseworker', randomUUID(), { version: 1, visibility: 'PRIVATE', text: 'À moi' })).toBeUndefined();
    const counted = (name: PersonaName): Promise<unknown[]> =>
      world.composed.database.inActorTransaction(actorOf(name), (db) =>
        db.query('select k.of_colleagues, k.of_others from sec.count_private_notes($1) k', [file]),
      );
    expect(await counted('manager')).toEqual([{ of_colleagues: 1, of_others: 0 }]);
    expect(await counted('neighbourManager')).toEqual([{ of_colleagues: 0, of_others: 0 }]);
  });

  test('gives no other role a word of it, the engine neither', async () => {
    const read = (db: Db): Promise<unknown[]> => db.query('select 1 from notes n where n.note_id = $1', [id]);
    expect(await world.composed.database.inActorTransaction(actorOf('caseworker'), read)).toHaveLength(1);
    for (const name of ['ofii', 'referent', 'prefecture', 'auditor', 'admin'] as const)
      await expect(world.composed.database.inActorTransaction(actorOf(name), read)).rejects.toThrow(
        /permission denied/,
      );
    await expect(
      world.composed.database.inActorTransaction(actorOf('caseworker'), (db) => db.asEngine(() => read(db))),
    ).rejects.toThrow(/permission denied/);
  });
});

test('a note waits for a file that is being handed over, and is then not written in it', async () => {
  const { id } = await world.aFile();
  const caseworker = await world.as('caseworker');
  const giver = new pg.Client({ connectionString: world.database.url });
  await giver.connect();
  await giver.query('begin');
  await giver.query('update pathways set organisation_id = $2, referent_id = null where id = $1', [
    id,
    ORGANISATIONS.neighbour.id,
  ]);
  let isAnswered = false;
  const answer = caseworker
    .post(`/api/pathways/${id}/notes`, { text: 'Trop tard', visibility: 'SHARED' })
    .then((told) => {
      isAnswered = true;
      return told;
    });
  // Until it waits behind the file; or is written already, in a file that is somebody else’s.
  const isWaiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = $1`;
  while (!isAnswered && (await world.owner.query(isWaiting, [world.database.name])).rowCount === 0);
  await giver.query('commit');
  await giver.end();
  expect((await answer).status).toBe(404);
  expect((await world.owner.query('select 1 from notes n where n.pathway_id = $1', [id])).rows).toEqual([]);
});
