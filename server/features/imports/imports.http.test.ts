import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import type { ImportLine } from '../../contract/import.ts';
import type { PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
import { aMonthlyList as csv, aLineOf as line } from '../../testing/monthlyList.ts';
import { listSender } from '../../testing/sendList.ts';
import { createWorld, type Client, type World } from '../../testing/world.ts';

const LISTS = fileURLToPath(new URL('../../../seeds/demo/ofii-lists/', import.meta.url));
const TODAY = calendarDay('2026-11-23');

let world: World;
let ofii: Client;
beforeAll(async () => {
  world = await createWorld({ today: TODAY });
  ofii = await world.as('ofii');
});
afterAll(() => world.close());

const { send, confirm, upload, until } = listSender(() => world);

const found = async (number: string): Promise<PathwayRow[]> =>
  (await ofii.get(`/api/pathways?filter=${encodeURIComponent(JSON.stringify({ q: number }))}`)).body as PathwayRow[];

describe('the lists that offices send', () => {
  const names = readdirSync(LISTS).filter((name) => /\.(csv|xlsx)$/.test(name));

  test.each(names)('%s gives the report expected, and stores nothing before the confirmation', async (name) => {
    const expected = JSON.parse(readFileSync(join(LISTS, name.replace(/\.(csv|xlsx)$/, '.expected.json')), 'utf8')) as {
      rows: number;
      people: number;
      refused: number;
      repeatedInFile: number;
      errors: { line: number; column: string; code: string }[];
      repeats: object[];
    };
    const before = await world.owner.query('select count(*)::int as n from people');
    const view = await send(name, readFileSync(join(LISTS, name)));
    expect(view.state).toBe('READY');
    expect({
      rows: view.rows,
      people: view.toCreate + view.toUpdate + view.unchanged,
      refused: view.refused,
      repeatedInFile: view.repeatedInFile,
    }).toEqual({
      rows: expected.rows,
      people: expected.people,
      refused: expected.refused,
      repeatedInFile: expected.repeatedInFile,
    });
    expect(view.errors).toEqual(expect.arrayContaining(expected.errors.map((error) => expect.objectContaining(error))));
    expect(new Set(view.errors.map((error) => error.line))).toEqual(
      new Set(expected.errors.map((error) => error.line)),
    );
    expect(view.repeats).toEqual(expected.repeats);
    expect(view.errors.every(({ message }) => message.length > 20 && /[.?]$/.test(message))).toBe(true);
    expect(await world.owner.query('select count(*)::int as n from people').then(({ rows }) => rows)).toEqual(
      before.rows,
    );
  });

  test('a list confirmed makes its people; sent again, as it is or as a workbook, it changes nothing', async () => {
    const first = await send('2026-10.csv', readFileSync(join(LISTS, '2026-10.csv')));
    expect(first).toMatchObject({ toCreate: 1164, toUpdate: 0, unchanged: 0 });
    expect(await confirm(first.id)).toMatchObject({ state: 'DONE', progress: 100 });
    const { rows } = await world.owner
      .query(`select (select count(*) from people)::int as people, (select count(*) from pathways)::int as pathways,
      (select count(*) from pathway_events) - (select max(seq) from pathway_events) as gaps, (select seq from ledger_head) - (select max(seq) from pathway_events) as ahead`);
    expect(rows[0]).toMatchObject({ people: 1164, pathways: 1164, gaps: 0, ahead: 0 });
    for (const name of ['2026-10.csv', '2026-10.xlsx']) {
      expect(await send(name, readFileSync(join(LISTS, name)))).toMatchObject({
        toCreate: 0,
        toUpdate: 0,
        unchanged: 1164,
        conflicts: [],
      });
    }
    expect((await ofii.post(`/api/imports/${first.id}/confirm`)).body).toMatchObject({
      status: 409,
      code: 'import_not_ready',
    });
  });
});

describe('what a line becomes', () => {
  test('a file of the structure named, its contract signed, its first steps done', async () => {
    const view = await send('une.csv', csv(line({ number: '9900000101' })));
    expect(view).toMatchObject({ toCreate: 1, unassigned: 0 });
    await confirm(view.id);
    const [row] = await found('9900000101');
    expect(row).toMatchObject({
      name: 'EXEMPLE Alma',
      department: '59',
      organisationId: ORGANISATIONS.north.id,
      referentId: null,
      cirSignedOn: '2026-10-01',
      contractRuleSet: 'CIR-2025',
    });
    const file = (await ofii.get(`/api/pathways/${row?.id}`)).body as PathwayFile;
    expect(file.steps.find(({ code }) => code === 'LANGUAGE_DECISION')).toMatchObject({ status: 'DONE' });
    expect(file.events.find((event) => event['step'] === 'LANGUAGE_DECISION')).toMatchObject({
      outcome: 'OFFERED_ACCEPTED',
      track: 'ONLINE_LICENCE',
      source: 'IMPORT',
    });
    expect(file.facts).toMatchObject({
      permitType: 'CST_VPF_CONJOINT_FR',
      caseOpenedOn: '2026-10-01',
      bornOn: '1990-03-10',
    });
  });

  test('an unknown structure, or none: accepted, and before those who may act at once', async () => {
    const view = await send(
      'deux.csv',
      csv(
        line({ number: '9900000201', structure: 'Inconnue au bataillon' }),
        line({ number: '9900000202', structure: '' }),
      ),
    );
    expect(view).toMatchObject({ toCreate: 2, unassigned: 2 });
    expect(view.warnings).toEqual([
      expect.objectContaining({ line: 2, column: 'Structure référente', code: 'unknown_structure' }),
    ]);
    await confirm(view.id);
    const filter = encodeURIComponent(JSON.stringify({ organisationId: null, q: '99000002' }));
    for (const name of ['ofii', 'manager', 'neighbourManager'] as const)
      expect((await (await world.as(name)).get(`/api/pathways?filter=${filter}`)).body).toHaveLength(2);
    expect((await (await world.as('sommeManager')).get(`/api/pathways?filter=${filter}`)).body).toHaveLength(0);
  });
});

describe('a second list', () => {
  test('updates what differs, keeps what is empty, and keeps what a hand corrected, said as a conflict', async () => {
    await confirm((await send('trois.csv', csv(line({ number: '9900000301' })))).id);
    const [row] = await found('9900000301');
    const manager = await world.as('manager');
    await manager.post(`/api/pathways/${row?.id}/assign`, { referentId: PERSONAS.caseworker.id });
    const caseworker = await world.as('caseworker');
    const file = (await caseworker.get(`/api/pathways/${row?.id}`)).body as PathwayFile;
    await caseworker
      .put(`/api/pathways/${row?.id}`, { person: { phone: '06 39 98 99 99' } })
      .set('If-Match', `"${file.version}"`);

    const view = await send(
      'trois-bis.csv',
      csv(line({ number: '9900000301', name: 'Exemple-Durand', phone: '0639980002', level: '' })),
    );
    expect(view).toMatchObject({ toCreate: 0, toUpdate: 1 });
    expect(view.conflicts).toEqual([expect.objectContaining({ line: 2, field: 'Téléphone', kept: '06 39 98 99 99' })]);
    const [preview] = (await ofii.get(`/api/imports/${view.id}/lines`)).body as ImportLine[];
    expect(preview).toMatchObject({
      outcome: 'UPDATE',
      number: file.number,
      changes: [{ field: 'Nom de naissance', before: 'Exemple', after: 'Exemple-Durand' }],
    });
    await confirm(view.id);
    const after = (await caseworker.get(`/api/pathways/${row?.id}`)).body as PathwayFile;
    expect(after).toMatchObject({
      person: { birthName: 'Exemple-Durand', phone: '06 39 98 99 99' },
      referentId: PERSONAS.caseworker.id,
    });
    expect(after.events.length).toBe(file.events.length);

    // The report told what a hand had written: whoever asks who saw the file is told of it.
    const { rows } = await world.owner.query<{ told: string[] }>(
      `select pathway_ids as told from audit_entries where operation = 'readImport' and asked_id = $1 order by at desc limit 1`,
      [view.id],
    );
    expect(rows[0]?.told).toEqual([row?.id]);
  });

  test('says that a file was meant for another structure, until the one named has taken it in hand', async () => {
    const other = ORGANISATIONS.neighbour;
    const numbers = ['9900000311', '9900000312', '9900000313', '9900000314'];
    const listOf = (structure: string): string => csv(...numbers.map((number) => line({ number, structure })));
    await confirm((await send('premiere.csv', listOf(ORGANISATIONS.north.name))).id);
    const [, named, corrected, recorded] = await Promise.all(numbers.map(async (number) => (await found(number))[0]));
    const manager = await world.as('manager');
    await manager.post(`/api/pathways/${named?.id}/assign`, { referentId: PERSONAS.caseworker.id });
    const { version } = (await manager.get(`/api/pathways/${corrected?.id}`)).body as PathwayFile;
    await manager
      .put(`/api/pathways/${corrected?.id}`, { person: { usageName: 'Corrigée' } })
      .set('If-Match', `"${version}"`);
    const contact = { contact: 'REACHED', on: '2026-11-20' };
    expect((await manager.post(`/api/pathways/${recorded?.id}/events`, contact)).status).toBe(201);

    const view = await send('deuxieme.csv', listOf(other.name));
    expect(view).toMatchObject({ toUpdate: 1, unchanged: 3 });
    expect(view.conflicts.map(({ line: at, field, kept }) => [at, field, kept])).toEqual(
      [3, 4, 5].map((at) => [at, 'Structure référente', ORGANISATIONS.north.name]),
    );
    await confirm(view.id);
    const after = await Promise.all(numbers.map(async (number) => (await found(number))[0]?.organisationId));
    expect(after).toEqual([other.id, ...Array<string>(3).fill(ORGANISATIONS.north.id)]);
  });

  test('does not undo a transfer that was accepted since: a hand moved the file', async () => {
    const lines = csv(line({ number: '9900000302' }));
    await confirm((await send('avant.csv', lines)).id);
    const [row] = await found('9900000302');
    const asked = await (
      await world.as('manager')
    ).post(`/api/pathways/${row?.id}/transfers`, {
      organisationId: ORGANISATIONS.neighbour.id,
      reason: 'Déménagement',
    });
    expect(asked.status).toBe(201);
    const neighbour = await world.as('neighbourManager');
    const { id } = asked.body as { id: string };
    expect((await neighbour.post(`/api/transfers/${id}/accept`)).status).toBe(200);

    const again = await send('apres.csv', lines);
    expect([again.toUpdate, again.unchanged, again.conflicts.map(({ field }) => field)]).toEqual([
      0,
      1,
      ['Structure référente'],
    ]);
    await confirm(again.id);
    expect((await neighbour.get(`/api/pathways/${row?.id}`)).status).toBe(200);
    expect(await found('9900000302')).toMatchObject([{ organisationId: ORGANISATIONS.neighbour.id }]);
  });
});

describe('files that are no list', () => {
  test.each([
    ['vide.csv', '', 'empty_file'],
    ['lettre.csv', 'Bonjour,\nvoici la liste', 'not_a_list'],
    ['scan.pdf', '%PDF-1.7\n', 'unsupported_format'],
  ])('%s fails as one, with a sentence, and leaves nothing', async (name, bytes, code) => {
    const view = await send(name, bytes);
    expect(view).toMatchObject({ state: 'FAILED', failure: { code } });
    expect((await ofii.post(`/api/imports/${view.id}/confirm`)).status).toBe(409);
  });

  test('more than ten megabytes, no file, no key: each is said', async () => {
    const cookie = await world.cookieOf('ofii');
    expect((await upload(cookie, 'gros.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).body).toMatchObject({
      status: 413,
      code: 'too_large',
    });
    expect((await ofii.post('/api/imports', {})).body).toMatchObject({ status: 400, code: 'multipart_expected' });
    expect(
      (
        await requestTo()
          .post('/api/imports')
          .set('Cookie', cookie)
          .attach('file', Buffer.from(csv(line())), 'x.csv')
      ).body,
    ).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
  });

  test('the same key and file give the same import; another role imports nothing and sees none', async () => {
    const cookie = await world.cookieOf('ofii');
    const key = randomUUID();
    const bytes = csv(line({ number: '9900000401' }));
    const [a, b] = [await upload(cookie, 'a.csv', bytes, key), await upload(cookie, 'a.csv', bytes, key)];
    expect(a.body).toEqual(b.body);
    expect((await upload(cookie, 'a.csv', csv(line({ number: '9900000402' })), key)).body).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    const view = await until((a.body as { id: string }).id, ['READY']);
    for (const name of ['manager', 'referent', 'admin'] as const)
      expect((await (await world.as(name)).get(`/api/imports/${view.id}`)).status).toBe(403);
    expect((await ofii.get(`/api/imports/${randomUUID()}`)).status).toBe(404);
  });

  test('what was staged is emptied of identities once it has served', async () => {
    const { rows } = await world.owner.query(
      `select count(*)::int as n from import_rows r join imports i on i.id = r.import_id where i.state = 'DONE' and r.parsed is not null`,
    );
    expect(rows).toEqual([{ n: 0 }]);
    const files = await world.owner.query(
      `select count(*)::int as n from imports i where i.file is not null and i.state <> 'CHECKING'`,
    );
    expect(files.rows).toEqual([{ n: 0 }]);
  });
});

function requestTo() {
  return supertest(world.app);
}
