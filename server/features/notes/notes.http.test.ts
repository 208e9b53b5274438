import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NoteView, NoteWithTexts } from '../../contract/note.ts';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import { PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const WRITTEN = '2026-03-02T08:00:00.000Z';
const LATER = '2026-03-02T09:30:00.000Z';
const clock = testClock(WRITTEN);
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

interface Told<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string };
  readonly headers: Record<string, string>;
}
type Body = object;
async function post<T>(name: PersonaName, path: string, body: Body): Promise<Told<T>> {
  return (await (await world.as(name)).post(path, body)) as unknown as Told<T>;
}
async function get<T>(name: PersonaName, path: string): Promise<Told<T>> {
  return (await (await world.as(name)).get(path)) as unknown as Told<T>;
}
async function put<T = NoteWithTexts>(
  name: PersonaName,
  path: string,
  body: Body,
  version: number | undefined,
): Promise<Told<T>> {
  const asked = (await world.as(name)).put(path, body);
  if (version !== undefined) asked.set('If-Match', `"${version}"`);
  return (await asked) as unknown as Told<T>;
}
const notesOf = (file: string): string => `/api/pathways/${file}/notes`;
const pathOf = ({ id, pathwayId }: NoteView): string => `${notesOf(pathwayId)}/${id}`;

async function aNote(given: object = {}, by: PersonaName = 'caseworker'): Promise<NoteView> {
  clock.set(WRITTEN);
  const { id } = await world.aFile({ by });
  const { status, body } = await post<NoteView>(by, notesOf(id), {
    text: 'Entretien du 2 mars.',
    visibility: 'STRUCTURE',
    ...given,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

describe('a note', () => {
  test('says who wrote it, for which structure and when, and what its reader may do with it', async () => {
    const note = await aNote({ text: '  Deux lignes.\n\nEt une autre.  ' });
    expect(note).toEqual({
      id: note.id,
      pathwayId: note.pathwayId,
      visibility: 'STRUCTURE',
      text: 'Deux lignes.\n\nEt une autre.',
      isOwn: true,
      authorName: 'Test caseworker',
      organisationName: 'Association Nord',
      writtenAt: WRITTEN,
      correctedAt: null,
      withdrawn: null,
      formerTexts: 0,
      version: 1,
      grants: { correct: true, withdraw: true },
    });
    const read = await get<NoteWithTexts>('manager', pathOf(note));
    expect([read.status, read.headers['etag'], read.body]).toEqual([
      200,
      '"1"',
      { ...note, isOwn: false, grants: { correct: false, withdraw: true }, texts: [] },
    ]);
  });

  test('is of 1 to 4,000 characters, for somebody that Jalon knows', async () => {
    const { id } = await world.aFile();
    const write = (given: object): Promise<Told<{ errors: Record<string, string> }>> =>
      post('caseworker', notesOf(id), { text: 'Une note', visibility: 'STRUCTURE', ...given });
    for (const [length, status] of [
      [0, 422],
      [1, 201],
      [2, 201],
      [3_999, 201],
      [4_000, 201],
      [4_001, 422],
    ] as const)
      expect([length, (await write({ text: 'é'.repeat(length) })).status]).toEqual([length, status]);
    // A character of two units of JavaScript counts once, for the database too.
    expect((await write({ text: '🙂'.repeat(4_000) })).status).toBe(201);
    expect((await write({ text: '🙂'.repeat(4_001) })).status).toBe(422);
    expect((await write({ text: ' \n ' })).status).toBe(422);
    expect(Object.keys((await write({ visibility: 'EVERYBODY' })).body.errors)).toEqual(['visibility']);
    expect((await write({ author: PERSONAS.manager.id })).status).toBe(422);
  });

  test('is written once for a key, and answered again to whoever still reads it', async () => {
    const { id } = await world.aFile();
    const key = randomUUID();
    const body = { text: 'Une seule fois', visibility: 'PRIVATE' };
    const write = async (): Promise<Told<NoteView>> =>
      (await (
        await world.as('caseworker')
      )
        .post(notesOf(id), body)
        .set('Idempotency-Key', key)) as unknown as Told<NoteView>;
    const [first, again] = [await write(), await write()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(first.headers['location']).toBe(pathOf(first.body));
    expect((await get<NoteView[]>('caseworker', notesOf(id))).body).toHaveLength(1);
    await post('manager', `/api/pathways/${id}/assign`, { referentId: PERSONAS.colleague.id });
    expect((await write()).status).toBe(404);
  });

  test('is found with its file only', async () => {
    const [note, other] = [await aNote(), await aNote()];
    const elsewhere = `${notesOf(other.pathwayId)}/${note.id}`;
    expect((await get('caseworker', elsewhere)).status).toBe(404);
    expect((await put('caseworker', elsewhere, { text: 'x', visibility: 'SHARED' }, 1)).status).toBe(404);
    expect((await post('caseworker', `${elsewhere}/withdraw`, { reason: 'Par erreur' })).status).toBe(404);
    expect((await get('caseworker', pathOf(note))).status).toBe(200);
  });

  test('is told page by page, the latest first, with the exact count', async () => {
    const { id } = await world.aFile();
    for (const [text, at] of [
      ['première', WRITTEN],
      ['deuxième', LATER],
      ['troisième', '2026-03-03T08:00:00.000Z'],
    ] as const) {
      clock.set(at);
      await post('caseworker', notesOf(id), { text, visibility: 'STRUCTURE' });
    }
    const page = async (query: string): Promise<[string, (string | null)[]]> => {
      const { headers, body } = await get<NoteView[]>('caseworker', `${notesOf(id)}?${query}`);
      return [headers['content-range'] ?? '', body.map(({ text }) => text)];
    };
    expect(await page('range=[0,1]')).toEqual(['notes 0-1/3', ['troisième', 'deuxième']]);
    expect(await page('range=[2,3]')).toEqual(['notes 2-2/3', ['première']]);
    expect(await page(`sort=${encodeURIComponent('["writtenAt","ASC"]')}&range=[0,0]`)).toEqual([
      'notes 0-0/3',
      ['première'],
    ]);
    expect(await page('range=[9,10]')).toEqual(['notes */3', []]);
  });
});

describe('a correction', () => {
  test('gives another text, says when, and keeps the one before for those who could read it', async () => {
    const note = await aNote();
    clock.set(LATER);
    const corrected = await put('caseworker', pathOf(note), { text: 'Entretien du 3 mars.', visibility: 'SHARED' }, 1);
    expect([corrected.status, corrected.headers['etag'], corrected.body]).toEqual([
      200,
      '"2"',
      {
        ...note,
        text: 'Entretien du 3 mars.',
        visibility: 'SHARED',
        correctedAt: LATER,
        formerTexts: 1,
        version: 2,
        texts: [{ text: 'Entretien du 2 mars.', visibility: 'STRUCTURE', at: WRITTEN }],
      },
    ]);
    expect((await get<NoteWithTexts>('manager', pathOf(note))).body.texts).toEqual(corrected.body.texts);
    // Saved again as it is: nothing was corrected.
    const again = await put('caseworker', pathOf(note), { text: 'Entretien du 3 mars.', visibility: 'SHARED' }, 2);
    expect([again.status, again.body.version]).toEqual([200, 2]);
  });

  test('shows the version that was read, and is not saved over one that was not', async () => {
    const note = await aNote();
    const body = { text: 'Autre', visibility: 'STRUCTURE' };
    expect((await put('caseworker', pathOf(note), body, undefined)).status).toBe(428);
    expect((await put('caseworker', pathOf(note), body, 2)).status).toBe(412);
    expect((await put('caseworker', pathOf(note), body, 1)).status).toBe(200);
    expect((await put('caseworker', pathOf(note), { ...body, text: 'Encore' }, 1)).body.code).toBe('stale_version');
  });

  test('of fifty at once, one is saved', async () => {
    const note = await aNote();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, rank) =>
        put('caseworker', pathOf(note), { text: `Texte ${rank}`, visibility: 'STRUCTURE' }, 1),
      ),
    );
    const statuses = answers.map(({ status }) => status).filter((status) => status !== 503);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set([200, 412]));
  });

  test('that another one overtakes after the note was read, and before it is written, is refused as one that read too early', async () => {
    const note = await aNote();
    await world.owner.query('begin');
    // Notes are read meanwhile, and not written.
    await world.owner.query('lock table notes in share row exclusive mode');
    const answer = put('caseworker', pathOf(note), { text: 'Trop tard', visibility: 'STRUCTURE' }, 1);
    let waiting: unknown[] = [];
    while (waiting.length === 0)
      ({ rows: waiting } = await world.owner.query(
        `select 1 from pg_locks l where not l.granted and l.relation = 'notes'::regclass`,
      ));
    await world.owner.query(
      `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, by_account, at)
       select n.note_id, 2, n.pathway_id, n.author_id, n.organisation_id, n.written_at, n.visibility, 'Avant', n.by_account, n.at
       from notes n where n.note_id = $1`,
      [note.id],
    );
    await world.owner.query('commit');
    const { status, body } = await answer;
    expect([status, body.code]).toEqual([412, 'stale_version']);
    expect((await get<NoteWithTexts>('caseworker', pathOf(note))).body.text).toBe('Avant');
  });

  test('is its author’s alone, and takes a note back from nobody', async () => {
    const note = await aNote({ visibility: 'SHARED' });
    expect((await put('manager', pathOf(note), { text: 'Autre', visibility: 'SHARED' }, 1)).body.code).toBe(
      'not_the_author',
    );
    for (const visibility of ['PRIVATE', 'STRUCTURE'])
      expect((await put('caseworker', pathOf(note), { text: 'Autre', visibility }, 1)).body.code).toBe(
        'visibility_narrowed',
      );
    const mine = await aNote({ visibility: 'PRIVATE' });
    expect((await put('manager', pathOf(mine), { text: 'Autre', visibility: 'SHARED' }, 1)).status).toBe(404);
  });

  test('is not made by whoever has gone to another structure, even where she follows the person', async () => {
    const note = await aNote({ visibility: 'SHARED' }, 'manager');
    await world.owner.query('update pathways set organisation_id = $2, referent_id = null where id = $1', [
      note.pathwayId,
      (await organisationOf('neighbour')) ?? '',
    ]);
    await world.owner.query('update accounts set organisation_id = $2 where id = $1', [
      PERSONAS.manager.id,
      await organisationOf('neighbour'),
    ]);
    try {
      expect((await get<NoteView>('manager', pathOf(note))).body.grants).toEqual({ correct: false, withdraw: true });
      expect((await put('manager', pathOf(note), { text: 'Autre', visibility: 'SHARED' }, 1)).body.code).toBe(
        'not_the_author',
      );
    } finally {
      await world.owner.query('update accounts set organisation_id = $2 where id = $1', [
        PERSONAS.manager.id,
        await organisationOf('caseworker'),
      ]);
    }
  });

  async function organisationOf(name: PersonaName): Promise<string | undefined> {
    const { rows } = await world.owner.query<{ id: string }>(
      'select organisation_id as id from accounts where id = $1',
      [PERSONAS[name].id],
    );
    return rows[0]?.id;
  }
});

describe('a withdrawal', () => {
  test('says who, when and why; the text is kept for the structure that wrote it', async () => {
    const note = await aNote({ visibility: 'SHARED' });
    clock.set(LATER);
    const reason = 'Notée dans le mauvais dossier.';
    const withdrawn = await post<NoteWithTexts>('manager', `${pathOf(note)}/withdraw`, { reason });
    expect([withdrawn.status, withdrawn.body]).toEqual([
      200,
      {
        ...note,
        text: null,
        isOwn: false,
        withdrawn: { at: LATER, byName: 'Test manager', reason },
        formerTexts: 1,
        version: 2,
        grants: { correct: false, withdraw: false },
        texts: [{ text: 'Entretien du 2 mars.', visibility: 'SHARED', at: WRITTEN }],
      },
    ]);
    for (const [path, body] of [
      [`${pathOf(note)}/withdraw`, { reason }],
      [`${pathOf(note)}/withdraw`, { reason: 'Encore une fois' }],
    ] as const)
      expect((await post('caseworker', path, body)).body.code).toBe('note_withdrawn');
    expect((await put('caseworker', pathOf(note), { text: 'Autre', visibility: 'SHARED' }, 2)).body.code).toBe(
      'note_withdrawn',
    );
  });

  test('asks a reason, and is refused to who has not read the last version', async () => {
    const note = await aNote();
    expect((await post('caseworker', `${pathOf(note)}/withdraw`, {})).status).toBe(422);
    expect((await post('caseworker', `${pathOf(note)}/withdraw`, { reason: 'Bof' })).status).toBe(422);
    const stale = await (
      await world.as('caseworker')
    )
      .post(`${pathOf(note)}/withdraw`, { reason: 'Par erreur' })
      .set('If-Match', '"7"');
    expect(stale.status).toBe(412);
    expect((await get<NoteView>('caseworker', pathOf(note))).body.text).toBe('Entretien du 2 mars.');
  });
});

describe('what is written in a note', () => {
  test('moves nothing that is computed, and is nowhere else: history, lists, search, trail', async () => {
    clock.set(WRITTEN);
    const { id, number } = await world.aFile({ person: { birthName: 'Annotée' } });
    clock.set('2026-06-02T08:00:00.000Z');
    const before = (await get<PathwayFile>('caseworker', `/api/pathways/${id}`)).body;
    expect(before.stalls.length).toBeGreaterThan(0);
    for (const rank of Array.from({ length: 10 }, (_, index) => index))
      await post('caseworker', notesOf(id), { text: `Canarinote ${rank}`, visibility: 'SHARED' });
    expect((await get<PathwayFile>('caseworker', `/api/pathways/${id}`)).body).toEqual(before);

    const elsewhere = [
      await get<HistoryEntry[]>('caseworker', `/api/pathways/${id}/history`),
      await get('caseworker', '/api/pathways?range=[0,99]'),
      await get('caseworker', '/api/stalls?range=[0,99]'),
      await get('auditor', '/api/audit?range=[0,99]'),
      await get('caseworker', `/api/pathways/${id}/accesses`),
      await post('caseworker', '/api/people/search', { text: number }),
      await post('caseworker', '/api/people/search', { text: 'Canarinote' }),
    ];
    expect(elsewhere.map(({ status }) => status)).toEqual(elsewhere.map(() => 200));
    expect(JSON.stringify(elsewhere.map(({ body }) => body))).not.toContain('Canarinote');
    const trail = await world.owner.query<{ entry: string; operation: string }>(
      `select e::text as entry, e.operation from audit_entries e where $1 = any (e.pathway_ids) and e.operation like '%Note%'`,
      [id],
    );
    expect(new Set(trail.rows.map(({ operation }) => operation))).toEqual(new Set(['writeNote']));
    expect(trail.rows.map(({ entry }) => entry).join()).not.toContain('Canarinote');
  });
});
