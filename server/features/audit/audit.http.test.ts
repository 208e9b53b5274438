import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccessExtract, AccessRow, AuditRow } from '../../contract/audit.ts';
import type { PathwayFile } from '../../contract/pathway.ts';
import { AUDIT_OPERATION_LABELS } from '../../domain/audit/words.ts';
import { ROUTES } from '../../routes.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, SOMEONE, type Client, type World } from '../../testing/world.ts';

let world: World;
let auditor: Client;
let file: PathwayFile;
beforeAll(async () => {
  world = await createWorld();
  auditor = await world.as('auditor');
  file = await world.aFile({
    person: { birthName: 'Canarinom' },
    events: [{ contact: 'NO_ANSWER', on: '2026-01-05' }],
  });
  for (const name of ['caseworker', 'manager', 'ofii', 'referent'] as const) {
    const client = await world.as(name);
    expect((await client.get(`/api/pathways/${file.id}`)).status).toBe(200);
    expect((await client.get('/api/pathways')).status).toBe(200);
  }
  expect((await (await world.as('neighbour')).get(`/api/pathways/${file.id}`)).status).toBe(404);
});
afterAll(() => world.close());

async function audit(filter: object = {}, more = ''): Promise<AuditRow[]> {
  const answer = await auditor.get(`/api/audit?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`);
  expect(answer.status).toBe(200);
  return answer.body as AuditRow[];
}

describe('the auditor', () => {
  test('reads who did what, on which files, and no content', async () => {
    const [row] = await audit({ pathwayId: file.id, operation: 'readPathway', account: PERSONAS.ofii.id });
    expect(row).toEqual({
      id: expect.stringMatching(/^\d+-\d+$/),
      at: expect.any(String),
      accountId: PERSONAS.ofii.id,
      accountName: 'Test ofii',
      role: 'OFII_AGENT',
      organisationId: ORGANISATIONS.ofii.id,
      organisationName: 'OFII Lille',
      operation: 'readPathway',
      kind: 'READ',
      outcome: 'DONE',
      purpose: 'CONTRACT',
      askedId: file.id,
      pathways: 1,
      pathwayIds: [file.id],
      fields: expect.arrayContaining(['steps', 'person.birthName']),
      requestId: expect.any(String),
    });
    const { text } = await auditor.get('/api/audit?range=[0,99]');
    expect(text).not.toMatch(/canarinom/i);
    expect(text).not.toContain(SOMEONE.firstNames);
  });

  test.each([
    ['role', { role: 'DEPARTMENT_REFERENT' }, (row: AuditRow) => row.role === 'DEPARTMENT_REFERENT'],
    [
      'organisation',
      { organisation: ORGANISATIONS.north.id },
      (row: AuditRow) => row.organisationId === ORGANISATIONS.north.id,
    ],
    ['kind', { kind: 'WRITE' }, (row: AuditRow) => row.kind === 'WRITE'],
    ['outcome', { outcome: 'NOT_FOUND' }, (row: AuditRow) => row.outcome === 'NOT_FOUND'],
    ['operation', { operation: 'signIn' }, (row: AuditRow) => row.operation === 'signIn'],
    ['account', { account: PERSONAS.manager.id }, (row: AuditRow) => row.accountId === PERSONAS.manager.id],
  ])('filters by %s', async (_name, filter, isAsked) => {
    const [rows, all] = [await audit(filter, '&range=[0,99]'), await audit({}, '&range=[0,99]')];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(isAsked)).toHaveLength(rows.length);
    expect(all.filter((row) => !isAsked(row)).length).toBeGreaterThan(0);
  });

  test('finds by file who saw it and who asked for it in vain', async () => {
    const rows = await audit({ pathwayId: file.id }, '&range=[0,99]');
    expect(rows.map(({ outcome, accountId }) => `${outcome} ${accountId}`)).toContain(
      `NOT_FOUND ${PERSONAS.neighbour.id}`,
    );
    expect(rows.some(({ operation, role }) => operation === 'listPathways' && role === 'ASSOCIATION_MANAGER')).toBe(
      true,
    );
    expect(rows.every(({ askedId, pathwayIds }) => askedId === file.id || pathwayIds.includes(file.id))).toBe(true);
    expect(await audit({ pathwayId: randomUUID() })).toEqual([]);
  });

  test('finds by the number of a file what it finds by its identifier, and tells nothing by it', async () => {
    const rows = await audit({ number: file.number }, '&range=[0,99]');
    expect(rows).toEqual(await audit({ pathwayId: file.id }, '&range=[0,99]'));
    expect(rows.length).toBeGreaterThan(0);
    // As it is typed; one that was never given finds nothing, as an identifier that nobody asked for.
    expect(await audit({ number: ` ${file.number.toLowerCase()} ` }, '&range=[0,99]')).toEqual(rows);
    expect(await audit({ number: 'J99-999999' })).toEqual([]);
    const refused = await (await world.as('auditor')).get(`/api/audit?filter=${encodeURIComponent('{"number":"x"}')}`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([400, 'invalid_filter']);
  });

  test('filters by civil day in Paris, both days included', async () => {
    // 23:30 UTC on 28 March is already the 29th in Paris; 22:30 UTC on the 29th, when summer begins, is the 30th.
    const hours: [string, string][] = [
      ['2026-03-28T22:30:00Z', 'dayBefore'],
      ['2026-03-28T23:30:00Z', 'first'],
      ['2026-03-29T21:30:00Z', 'last'],
      ['2026-03-29T22:30:00Z', 'dayAfter'],
    ];
    for (const [index, [at, operation]] of hours.entries())
      await world.owner.query(
        `insert into audit_entries (bucket, seq, at, operation, kind, outcome, purpose, pathway_ids, fields, hash)
         values (63, $1, $2, $3, 'READ', 'DONE', 'SUPPORT', '{}', '{}', '')`,
        [9_000 + index, at, operation],
      );
    expect((await audit({ from: '2026-03-29', to: '2026-03-29' })).map(({ operation }) => operation)).toEqual([
      'last',
      'first',
    ]);
  });

  test('leaves an entry for reading the trail, with what was filtered on', async () => {
    await audit({ account: PERSONAS.manager.id });
    const [row] = await audit({ operation: 'listAudit' });
    expect([row?.accountId, row?.purpose, row?.fields.filter((name) => name.startsWith('filter.'))]).toEqual([
      PERSONAS.auditor.id,
      'CONTROL',
      ['filter.account'],
    ]);
  });

  test('is told of unknown filters and sorts, and gets her pages in a stable order', async () => {
    expect((await auditor.get('/api/audit?filter={"q":"x"}')).body).toMatchObject({
      status: 400,
      code: 'unknown_filter',
    });
    expect((await auditor.get('/api/audit?sort=["account","ASC"]')).body).toMatchObject({
      status: 400,
      code: 'unknown_sort',
    });
    const answer = await auditor.get('/api/audit?range=[0,4]');
    expect(answer.get('Content-Range')).toMatch(/^audit 0-4\/\d+$/);
    const [first, second] = [
      await audit({ kind: 'WRITE' }, '&range=[0,1]'),
      await audit({ kind: 'WRITE' }, '&range=[1,1]'),
    ];
    expect(first[1]).toEqual(second[0]);
  });
});

describe('who saw a file', () => {
  async function accesses(name: PersonaName, id = file.id): Promise<AccessRow[]> {
    const answer = await (await world.as(name)).get(`/api/pathways/${id}/accesses?range=[0,99]`);
    expect(answer.status).toBe(200);
    return answer.body as AccessRow[];
  }

  test.each(['caseworker', 'manager'] as const)(
    'is told to its %s: who, role, structure, when, what for',
    async (name) => {
      const rows = await accesses(name);
      const said = rows.map(({ by, organisationName, sentence }) => `${by}, ${organisationName}: ${sentence}`);
      expect(said).toEqual(
        expect.arrayContaining([
          'Test caseworker, Association Nord: Dossier créé, pour accompagner la personne.',
          'Test caseworker, Association Nord: Fait noté, pour accompagner la personne.',
          'Test ofii, OFII Lille: Dossier consulté, pour suivre le contrat d’intégration.',
          'Test referent, Préfecture du Nord: Dossier consulté, pour débloquer le parcours.',
          'Test manager, Association Nord: Dossier vu dans une liste, pour accompagner la personne.',
        ]),
      );
      // Whoever asked in vain saw nothing.
      expect(said.filter((line) => line.includes('neighbour'))).toEqual([]);
      expect(rows.map(({ at }) => at)).toEqual(
        rows
          .map(({ at }) => at)
          .sort()
          .reverse(),
      );
    },
  );

  test('is nobody else’s to know, and asking is itself an access', async () => {
    for (const name of ['colleague', 'neighbour', 'neighbourManager', 'sommeManager'] as const) {
      const answer = await (await world.as(name)).get(`/api/pathways/${file.id}/accesses`);
      expect([name, answer.status]).toEqual([name, 404]);
    }
    for (const name of ['ofii', 'referent', 'prefecture', 'auditor', 'admin'] as const)
      expect((await (await world.as(name)).get(`/api/pathways/${file.id}/accesses`)).status).toBe(403);
    await accesses('manager');
    expect((await accesses('manager'))[0]).toMatchObject({ by: 'Test manager', kind: 'READ' });
    expect((await accesses('manager'))[0]?.sentence).toMatch(/^Liste des accès consultée/);
  });

  test('of a file that nobody follows, has to be taken in charge first', async () => {
    const alone = await world.aFile({ by: 'manager' });
    await world.owner.query('update pathways set organisation_id = null, referent_id = null where id = $1', [alone.id]);
    const answer = await (await world.as('manager')).get(`/api/pathways/${alone.id}/accesses`);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'not_taken_in_charge']);
  });

  test('is given to the person by role and structure, without the name of a professional', async () => {
    const answer = await (await world.as('caseworker')).get(`/api/pathways/${file.id}/accesses/extract`);
    const extract = answer.body as AccessExtract;
    expect(extract).toMatchObject({ id: file.id, number: file.number, madeOn: '2026-03-10' });
    expect(extract.accesses.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^Une agente ou un agent de l’OFII \(OFII Lille\) a vu votre dossier 2 fois, le .*, pour suivre votre contrat d’intégration\.$/,
        ),
        expect.stringMatching(
          /^Une intervenante sociale ou un intervenant social \(Association Nord\) a vu .* et l’a modifié 2 fois, /,
        ),
      ]),
    );
    expect(answer.text).not.toMatch(/Test |@/);
    expect((await (await world.as('neighbour')).get(`/api/pathways/${file.id}/accesses/extract`)).status).toBe(404);
  });
});

test('the files of an entry are looked up by their index, under the policy of the owner: a trail of years is not read through', async () => {
  await world.owner.query('begin');
  await world.owner.query('set local role jalon_owner; set local enable_seqscan = off');
  const { rows } = await world.owner.query<{ 'QUERY PLAN': string }>(
    `explain select 1 from audit_entries e where e.pathway_ids @> array['${file.id}'::uuid]`,
  );
  await world.owner.query('rollback');
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('audit_entries_of_pathway');
});

test('every operation that leaves an entry has its words, in the trail and in the list of who saw a file', () => {
  const traced = ROUTES.filter(({ audit: left }) => !('none' in left)).map(({ operationId }) => operationId);
  expect(traced.filter((operation) => !Object.hasOwn(AUDIT_OPERATION_LABELS, operation))).toEqual([]);
});
