import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NoteView, NoteVisibility, NoteWithTexts, PrivateNotes } from '../../contract/note.ts';
import type { TransferView } from '../../contract/rights.ts';
import { actorOf } from '../../testing/actingAs.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const WRITTEN = '2026-03-02T08:00:00.000Z';
const clock = testClock(WRITTEN);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

async function write(by: PersonaName, file: string, visibility: NoteVisibility, text: string): Promise<NoteView> {
  const { status, body } = await (await world.as(by)).post(`/api/pathways/${file}/notes`, { text, visibility });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as NoteView;
}
/** What somebody is told of the notes of a file: their texts, and how many; or the refusal. */
async function told(name: PersonaName, file: string, query = ''): Promise<string[] | number> {
  const { status, body, headers } = await (await world.as(name)).get(`/api/pathways/${file}/notes${query}`);
  if (status !== 200) return status;
  const notes = body as NoteView[];
  expect(headers['content-range']).toMatch(new RegExp(`/${notes.length}$`));
  return notes.map(({ text, withdrawn }) => text ?? `withdrawn: ${withdrawn?.reason ?? ''}`).sort();
}
async function correct(by: PersonaName, { id, pathwayId, version }: NoteView, body: object): Promise<NoteWithTexts> {
  const answer = await (
    await world.as(by)
  )
    .put(`/api/pathways/${pathwayId}/notes/${id}`, body)
    .set('If-Match', `"${version}"`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as NoteWithTexts;
}
async function withdraw(by: PersonaName, { id, pathwayId }: NoteView, reason: string): Promise<number> {
  return (await (await world.as(by)).post(`/api/pathways/${pathwayId}/notes/${id}/withdraw`, { reason })).status;
}
async function transfer(file: string, from: PersonaName, to: PersonaName): Promise<void> {
  const asked = await (
    await world.as(from)
  ).post(`/api/pathways/${file}/transfers`, {
    organisationId: ORGANISATIONS[PERSONAS[to].organisation].id,
    reason: 'La personne a déménagé.',
  });
  const accepted = await (await world.as(to)).post(`/api/transfers/${(asked.body as TransferView).id}/accept`);
  if (accepted.status !== 200) throw new Error(accepted.text);
}
const NAMES = Object.keys(PERSONAS) as PersonaName[];
async function everybody(file: string): Promise<Record<string, string[] | number>> {
  const answers: [string, string[] | number][] = [];
  for (const name of NAMES) answers.push([name, await told(name, file)]);
  return Object.fromEntries(answers);
}
const NO_NOTES = {
  ofii: 403,
  referent: 403,
  referentSomme: 403,
  prefecture: 403,
  region: 403,
  auditor: 403,
  admin: 403,
};

/** A file whose caseworker and manager each wrote one note for each of those whom it may be for. */
async function aNotedFile(): Promise<string> {
  clock.set(WRITTEN);
  const { id } = await world.aFile();
  for (const by of ['caseworker', 'manager'] as const)
    for (const visibility of ['PRIVATE', 'STRUCTURE', 'SHARED'] as const)
      await write(by, id, visibility, `${by} ${visibility}`);
  return id;
}
const OF_THE_STRUCTURE = ['caseworker SHARED', 'caseworker STRUCTURE', 'manager SHARED', 'manager STRUCTURE'];
const and = (mine: string): string[] => [...OF_THE_STRUCTURE, mine].sort();

describe('the notes of a file', () => {
  test('are read by those for whom they were written, among those who read the file', async () => {
    const file = await aNotedFile();
    expect(await everybody(file)).toEqual({
      ...NO_NOTES,
      caseworker: and('caseworker PRIVATE'),
      manager: and('manager PRIVATE'),
      colleague: 404,
      neighbour: 404,
      neighbourManager: 404,
      sommeManager: 404,
    });
  });

  test('follow the file to a colleague, but for what was private', async () => {
    const file = await aNotedFile();
    await (await world.as('manager')).post(`/api/pathways/${file}/assign`, { referentId: PERSONAS.colleague.id });
    expect(await told('colleague', file)).toEqual(OF_THE_STRUCTURE);
    expect(await told('caseworker', file)).toBe(404);
  });

  test('go with it to the next structure where they are shared; the former one keeps its own, as they were, for a time', async () => {
    const file = await aNotedFile();
    const shared = await write('manager', file, 'SHARED', 'à corriger');
    clock.set('2026-03-04T09:00:00.000Z');
    await transfer(file, 'manager', 'neighbourManager');
    const whatWasShared = ['caseworker SHARED', 'manager SHARED', 'à corriger'];
    expect(await told('neighbourManager', file)).toEqual(whatWasShared);

    clock.set('2026-03-05T09:00:00.000Z');
    for (const visibility of ['PRIVATE', 'STRUCTURE', 'SHARED'] as const)
      await write('neighbourManager', file, visibility, `next ${visibility}`);
    expect(await withdraw('neighbourManager', shared, 'Une autre personne y est nommée.')).toBe(200);
    expect(await everybody(file)).toEqual({
      ...NO_NOTES,
      caseworker: [...and('caseworker PRIVATE'), 'à corriger'],
      manager: [...and('manager PRIVATE'), 'à corriger'],
      neighbourManager: [
        'caseworker SHARED',
        'manager SHARED',
        'next PRIVATE',
        'next SHARED',
        'next STRUCTURE',
        'withdrawn: Une autre personne y est nommée.',
      ],
      colleague: 404,
      neighbour: 404,
      sommeManager: 404,
    });
    const { body: read } = await (await world.as('neighbourManager')).get(`/api/pathways/${file}/notes/${shared.id}`);
    expect(read).toMatchObject({ text: null, formerTexts: 0, texts: [] });
    const written = await (
      await world.as('caseworker')
    ).post(`/api/pathways/${file}/notes`, { text: 'Trop tard', visibility: 'SHARED' });
    expect([written.status, (written.body as { code: string }).code]).toEqual([409, 'read_only']);

    for (const [day, isRead] of [
      ['2026-04-02', true],
      ['2026-04-03', true],
      ['2026-04-04', false],
    ] as const) {
      clock.set(`${day}T09:00:00.000Z`);
      const expected = isRead ? [...and('caseworker PRIVATE'), 'à corriger'] : 404;
      expect([day, await told('caseworker', file)]).toEqual([day, expected]);
    }
  });

  test('come back with it: the structure in between keeps what it could read on the day it left', async () => {
    clock.set(WRITTEN);
    const { id: file } = await world.aFile();
    const [shared, hidden] = [
      await write('manager', file, 'SHARED', 'avant'),
      await write('manager', file, 'STRUCTURE', 'restée ici'),
    ];
    clock.set('2026-03-04T09:00:00.000Z');
    await transfer(file, 'manager', 'neighbourManager');
    await write('neighbourManager', file, 'STRUCTURE', 'de la voisine');
    clock.set('2026-03-06T09:00:00.000Z');
    await transfer(file, 'neighbourManager', 'manager');
    clock.set('2026-03-07T09:00:00.000Z');
    await correct('manager', shared, { text: 'après', visibility: 'SHARED' });
    await correct('manager', hidden, { text: 'enfin partagée', visibility: 'SHARED' });
    await write('manager', file, 'SHARED', 'nouvelle');

    expect(await told('neighbourManager', file)).toEqual(['avant', 'de la voisine']);
    expect(await told('manager', file)).toEqual(['après', 'enfin partagée', 'nouvelle']);
  });

  test('are, behind a broken glass, those that are shared, for as long as it is broken', async () => {
    const file = await aNotedFile();
    const opened = `insert into openings (pathway_id, account_id, reason, opened_at, ends_at, number, opened_by)
      values ($1, $2, 'Une urgence, dite en vingt lettres', $3::timestamptz, $3::timestamptz + interval '30 minutes', 'J26-000001', 'Test')`;
    for (const by of ['colleague', 'neighbourManager'] as const)
      await world.owner.query(opened, [file, PERSONAS[by].id, WRITTEN]);
    const shared = ['caseworker SHARED', 'manager SHARED'];
    for (const by of ['colleague', 'neighbourManager'] as const) {
      clock.set(WRITTEN);
      expect(await told(by, file)).toEqual(shared);
      const written = await (
        await world.as(by)
      ).post(`/api/pathways/${file}/notes`, { text: 'Une note', visibility: 'SHARED' });
      expect((written.body as { code: string }).code).toBe('read_only');
      clock.set('2026-03-02T08:29:59.999Z');
      expect(await told(by, file)).toEqual(shared);
      clock.set('2026-03-02T08:30:00.000Z');
      expect(await told(by, file)).toBe(404);
    }
  });

  test('of a sealed file are those of whoever may read it, from her next request', async () => {
    const file = await aNotedFile();
    const manager = await world.as('manager');
    const holders = [{ accountId: PERSONAS.caseworker.id, rights: ['SEARCH'] }];
    expect((await manager.post(`/api/pathways/${file}/seal`, { reason: 'Personne recherchée', holders })).status).toBe(
      200,
    );
    expect(await told('caseworker', file)).toBe(404);
    expect(await told('manager', file)).toEqual(and('manager PRIVATE'));
    const blind = await (
      await world.as('caseworker')
    ).post(`/api/pathways/${file}/notes`, { text: 'Une note', visibility: 'SHARED' });
    expect(blind.status).toBe(404);
  });

  test('are filtered by those whom they are for, and no filter shows more', async () => {
    const file = await aNotedFile();
    const filter = (given: object): string => `?filter=${encodeURIComponent(JSON.stringify(given))}`;
    expect(await told('manager', file, filter({ visibility: 'PRIVATE' }))).toEqual(['manager PRIVATE']);
    expect(await told('manager', file, filter({ visibility: 'STRUCTURE' }))).toEqual([
      'caseworker STRUCTURE',
      'manager STRUCTURE',
    ]);
    expect(await told('manager', file, filter({ author: 'x' }))).toBe(400);
  });
});

describe('a private note', () => {
  const counted = async (name: PersonaName, file: string): Promise<PrivateNotes | number> => {
    const { status, body } = await (await world.as(name)).get(`/api/pathways/${file}/private-notes`);
    return status === 200 ? (body as PrivateNotes) : status;
  };

  test('is counted for the manager who answers to the person, and told to nobody', async () => {
    const file = await aNotedFile();
    expect(await counted('manager', file)).toEqual({ ofColleagues: 1, ofOthers: 0 });
    expect(await counted('neighbourManager', file)).toBe(404);
    expect(await counted('caseworker', file)).toBe(403);
    const own = (await (await world.as('caseworker')).get(`/api/pathways/${file}/notes`)).body as NoteView[];
    const mine = own.find(({ visibility }) => visibility === 'PRIVATE');
    if (mine === undefined) throw new Error('no private note');
    expect(await withdraw('caseworker', mine, 'Écrite par erreur.')).toBe(200);
    expect(await counted('manager', file)).toEqual({ ofColleagues: 0, ofOthers: 0 });
  });

  test('stays unread once its author has left, and is known to be there', async () => {
    const file = await aNotedFile();
    await (await world.as('manager')).post(`/api/pathways/${file}/assign`, { referentId: null });
    await world.owner.query('update accounts set disabled_at = now() where id = $1', [PERSONAS.caseworker.id]);
    try {
      expect(await told('manager', file)).toEqual(and('manager PRIVATE'));
      expect(await counted('manager', file)).toEqual({ ofColleagues: 0, ofOthers: 1 });
    } finally {
      await world.owner.query('update accounts set disabled_at = null where id = $1', [PERSONAS.caseworker.id]);
    }
  });

  test('that is shared later keeps what it said before for its author', async () => {
    clock.set(WRITTEN);
    const { id: file } = await world.aFile();
    const note = await write('caseworker', file, 'PRIVATE', 'pour moi seule');
    await correct('caseworker', note, { text: 'pour tous', visibility: 'SHARED' });
    const read = async (name: PersonaName): Promise<NoteWithTexts> =>
      (await (await world.as(name)).get(`/api/pathways/${file}/notes/${note.id}`)).body as NoteWithTexts;
    expect((await read('caseworker')).texts.map(({ text }) => text)).toEqual(['pour moi seule']);
    expect((await read('manager')).texts).toEqual([]);
    expect((await read('manager')).formerTexts).toBe(0);
  });
});

describe('the two locks', () => {
  test('are two: row policies that let every note through leave the table of rights', async () => {
    const file = await aNotedFile();
    const { rows } = await world.owner.query<{ qual: string }>(
      `select qual from pg_policies where tablename = 'notes' and policyname = 'read_by_jalon_manager'`,
    );
    await world.owner.query('alter policy read_by_jalon_manager on notes using (true)');
    try {
      const seen = await world.composed.database.inActorTransaction(actorOf('manager'), (db) =>
        db.query('select n.text from notes n where n.pathway_id = $1', [file]),
      );
      expect(seen).toHaveLength(6);
      expect(await told('manager', file)).toEqual(and('manager PRIVATE'));
      expect(await told('neighbourManager', file)).toBe(404);
    } finally {
      await world.owner.query(`alter policy read_by_jalon_manager on notes using (${rows[0]?.qual ?? 'false'})`);
    }
  });
});
