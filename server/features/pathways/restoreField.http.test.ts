import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import { PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const HERE = { line: '3 rue des Essais', postcode: '59000', commune: 'Lille' };
const THERE = { line: '7 rue des Lilas', postcode: '80000', commune: 'Amiens' };
const REASON = 'Saisi sur le dossier d’une autre personne';

async function fileOf(id: string, name: PersonaName = 'caseworker'): Promise<PathwayFile> {
  return (await (await world.as(name)).get(`/api/pathways/${id}`)).body as PathwayFile;
}
async function historyOf(id: string, name: PersonaName = 'caseworker'): Promise<HistoryEntry[]> {
  return (await (await world.as(name)).get(`/api/pathways/${id}/history`)).body as HistoryEntry[];
}
async function correct(id: string, body: object, name: PersonaName = 'caseworker'): Promise<void> {
  const { version } = await fileOf(id, name);
  const { status, body: told } = await (
    await world.as(name)
  )
    .put(`/api/pathways/${id}`, body)
    .set('If-Match', `"${version}"`);
  if (status !== 200) throw new Error(JSON.stringify(told));
}
/** The latest correction of a field. */
async function changeOf(id: string, field: string): Promise<HistoryEntry> {
  const entry = (await historyOf(id, 'manager')).find((one) => one.field === field);
  if (entry === undefined) throw new Error(`${field} was not corrected`);
  return entry;
}
interface Restoring {
  readonly as?: PersonaName;
  readonly version?: number | null;
  readonly reason?: string;
}
async function restore(
  id: string,
  changeId: string | null,
  { as = 'caseworker', version, reason = REASON }: Restoring = {},
) {
  const current = version ?? (await fileOf(id, 'manager')).version;
  const asked = (await world.as(as)).post(`/api/pathways/${id}/restore`, { changeId, reason });
  if (version !== null) asked.set('If-Match', `"${current}"`);
  return asked;
}
/** A file of which some fields were corrected once. */
async function corrected(body: object, given: object = {}): Promise<string> {
  const { id } = await world.aFile(given);
  await correct(id, body);
  return id;
}

describe('the value that a correction replaced', () => {
  test.each([
    ['a text', { person: { nationality: 'Érythréenne' } }, 'person.nationality'],
    ['a birth', { person: { birth: { value: '1991', precision: 'YEAR' } } }, 'person.birth'],
    ['a list', { person: { languages: ['tigrigna', 'arabe'] } }, 'person.languages'],
    ['an address', { person: { address: THERE } }, 'person.address'],
    ['a phone', { person: { phone: '06 39 98 00 01' } }, 'person.phone'],
    ['a day', { facts: { enteredFranceOn: '2025-05-11' } }, 'facts.enteredFranceOn'],
    ['a yes or no', { facts: { isParent: true } }, 'facts.isParent'],
    ['a code', { facts: { housing: 'STREET' } }, 'facts.housing'],
  ])('is restored: %s', async (_what, body, field) => {
    const { id } = await world.aFile({ person: { address: HERE } });
    const before = await fileOf(id);
    await correct(id, body);
    const between = await fileOf(id);
    expect([between.person, between.facts]).not.toEqual([before.person, before.facts]);
    const { status, body: told } = await restore(id, (await changeOf(id, field)).changeId);
    expect(status).toBe(200);
    const after = await fileOf(id);
    expect(told).toEqual(after);
    expect([after.person, after.facts, after.department]).toEqual([before.person, before.facts, before.department]);
    expect(after.version).toBeGreaterThan(between.version);
  });

  test('is a correction of its own, with its reason, and may be undone in its turn', async () => {
    const id = await corrected({ person: { nationality: 'Érythréenne' } });
    const first = await changeOf(id, 'person.nationality');
    await restore(id, first.changeId);
    const [last] = await historyOf(id);
    expect(last).toMatchObject({
      kind: 'CORRECTION',
      actor: 'Test caseworker',
      sentence: 'Valeur rétablie',
      field: 'person.nationality',
      before: first.after,
      after: first.before,
      reason: REASON,
    });
    expect(last?.changeId).not.toBe(first.changeId);
    await restore(id, last?.changeId ?? null);
    expect((await fileOf(id)).person?.nationality).toBe('Érythréenne');
  });

  test('is that of the correction named, whatever was corrected since; other fields stay', async () => {
    const id = await corrected({ person: { phone: '01' } });
    const first = await changeOf(id, 'person.phone');
    await correct(id, { person: { phone: '02', nationality: 'Afghane' } });
    const second = await changeOf(id, 'person.phone');
    await correct(id, { person: { phone: '03' } });
    await restore(id, second.changeId);
    expect((await fileOf(id)).person).toMatchObject({ phone: '01', nationality: 'Afghane' });
    await restore(id, first.changeId);
    expect((await fileOf(id)).person?.phone ?? null).toBe(first.before);
  });

  test('is computed with: a day restored moves what depends on it', async () => {
    const { id } = await world.aFile();
    const before = await fileOf(id);
    await correct(id, { facts: { cirSignedOn: '2025-10-01' } });
    expect((await fileOf(id)).contract.endsOn).not.toBe(before.contract.endsOn);
    await restore(id, (await changeOf(id, 'facts.cirSignedOn')).changeId);
    expect((await fileOf(id)).contract).toEqual(before.contract);
  });

  test('of an address that a list brought in parts, is the whole address of before', async () => {
    const { id, person } = await world.aFile({ person: { address: HERE } });
    await correct(id, { person: { address: THERE } });
    // As a list writes it: each part by itself, at once.
    await world.owner.query(`delete from pathway_changes where pathway_id = $1 and field = 'person.address'`, [id]);
    await world.owner.query(
      `insert into pathway_changes (pathway_id, actor_id, kind, source, field, before, after, was, at)
       select $1, $2, 'CORRECTION', 'IMPORT', 'person.address.' || part, was, now_is, to_jsonb(was), '2026-03-10T08:00:00Z'
       from (values ('line', $3, $4), ('postcode', '59000', '80000'), ('commune', 'Lille', 'Amiens')) as p(part, was, now_is)`,
      [id, PERSONAS.ofii.id, HERE.line, THERE.line],
    );
    expect(person?.address).toEqual(HERE);
    const { status } = await restore(id, (await changeOf(id, 'person.address.postcode')).changeId);
    expect(status).toBe(200);
    expect(await fileOf(id)).toMatchObject({ person: { address: HERE }, department: '59' });
  });

  test('leaves one entry in the trail, which names the field and not the value', async () => {
    const id = await corrected({ person: { phone: '06 39 98 00 02' } });
    const answer = await restore(id, (await changeOf(id, 'person.phone')).changeId);
    const { rows } = await world.owner.query(
      'select e.operation, e.kind, e.outcome, e.pathway_ids, e.fields from audit_entries e where e.request_id = $1',
      [answer.get('X-Request-Id')],
    );
    expect(rows).toEqual([
      {
        operation: 'restoreField',
        kind: 'WRITE',
        outcome: 'DONE',
        pathway_ids: [id],
        fields: ['changeId', 'reason', 'person.phone'],
      },
    ]);
  });
});

describe('is refused', () => {
  test('without the version that was read (428), on another (412); nothing changes', async () => {
    const id = await corrected({ person: { phone: '01' } });
    const { changeId } = await changeOf(id, 'person.phone');
    const { version } = await fileOf(id);
    expect((await restore(id, changeId, { version: null })).status).toBe(428);
    expect((await restore(id, changeId, { version: version - 1 })).status).toBe(412);
    expect((await fileOf(id)).person?.phone).toBe('01');
    const answers = await Promise.all([1, 2].map(() => restore(id, changeId, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test.each([[''], [' '], ['x'.repeat(501)]])('with the reason « %s »', async (reason) => {
    const id = await corrected({ person: { phone: '01' } });
    const { status, body } = await restore(id, (await changeOf(id, 'person.phone')).changeId, { reason });
    expect([status, Object.keys((body as { errors: object }).errors)]).toEqual([422, ['reason']]);
  });

  test('when it is already so', async () => {
    const id = await corrected({ person: { phone: '01' } });
    const { changeId } = await changeOf(id, 'person.phone');
    await correct(id, { person: { phone: null } });
    expect((await restore(id, changeId)).body).toMatchObject({ status: 409, code: 'already_so' });
  });

  test('when the rules would not accept it any more, and says why', async () => {
    const id = await corrected({ person: { birth: { value: '1991', precision: 'YEAR' } } });
    const { changeId } = await changeOf(id, 'person.birth');
    await world.owner.query(
      `update pathway_changes set was = '{"value": "2031", "precision": "YEAR"}' where change_id = $1`,
      [changeId],
    );
    expect((await restore(id, changeId)).body).toMatchObject({
      status: 409,
      code: 'invalid_birth',
      message: 'La valeur d’avant ne peut pas être rétablie\u00a0: la naissance ne peut pas être dans l’avenir.',
    });
    await world.owner.query(`update pathway_changes set was = '{"value": "1e3"}' where change_id = $1`, [changeId]);
    expect((await restore(id, changeId)).body).toMatchObject({ status: 409, code: 'value_does_not_fit' });
    expect((await fileOf(id)).person?.birth).toEqual({ value: '1991', precision: 'YEAR' });
  });

  test('when a number has become that of somebody else whom the structure follows', async () => {
    const id = await corrected(
      { person: { foreignerNumber: '9900000072' } },
      { person: { foreignerNumber: '9900000071' } },
    );
    await world.aFile({ person: { foreignerNumber: '9900000071' } });
    const told = await restore(id, (await changeOf(id, 'person.foreignerNumber')).changeId);
    expect(told.body).toMatchObject({ status: 409, code: 'person_already_followed' });
  });

  test('of a correction older than the values themselves, which is not proposed either', async () => {
    const id = await corrected({ person: { phone: '02' } }, { person: { phone: '01' } });
    const { changeId } = await changeOf(id, 'person.phone');
    await world.owner.query('update pathway_changes set was = null where change_id = $1', [changeId]);
    expect((await changeOf(id, 'person.phone')).changeId).toBeNull();
    expect((await restore(id, changeId)).body).toMatchObject({ status: 409, code: 'former_value_lost' });
  });

  test('of what is no correction, and of a correction of another file: not found', async () => {
    const id = await corrected({ person: { phone: '01' } });
    const { changeId } = await changeOf(id, 'person.phone');
    const other = await world.aFile();
    const { rows } = await world.owner.query<{ change_id: string }>(
      `select c.change_id from pathway_changes c where c.pathway_id = $1 and c.kind = 'OPENED'`,
      [id],
    );
    expect((await restore(id, rows[0]?.change_id ?? null)).status).toBe(404);
    expect((await restore(other.id, changeId)).status).toBe(404);
    expect((await restore(id, changeId)).status).toBe(200);
  });
});

describe('who', () => {
  test('restores is who corrects; the office reads the correction, neither its name nor the reason', async () => {
    const id = await corrected({ person: { nationality: 'Érythréenne' } });
    const { changeId } = await changeOf(id, 'person.nationality');
    expect((await restore(id, changeId, { as: 'ofii' })).status).toBe(403);
    expect((await restore(id, changeId, { as: 'colleague' })).status).toBe(404);
    expect((await restore(id, changeId, { as: 'manager' })).status).toBe(200);
    const told = (await historyOf(id, 'ofii')).filter(({ field }) => field === 'person.nationality');
    expect(told).toHaveLength(2);
    expect(told.map(({ changeId: named, reason }) => [named, reason])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect((await historyOf(id, 'manager')).filter(({ reason }) => reason !== null)).toHaveLength(1);
  });

  test('is not told where she is does not restore it', async () => {
    const id = await corrected({ person: { phone: '02', nationality: 'Érythréenne' } }, { person: { phone: '01' } });
    const phone = (await changeOf(id, 'person.phone')).changeId;
    const nationality = (await changeOf(id, 'person.nationality')).changeId;
    const sealed = await (
      await world.freshAs('manager')
    ).post(`/api/pathways/${id}/seal`, {
      reason: 'Personne recherchée',
      holders: [
        { accountId: PERSONAS.caseworker.id, rights: ['SEARCH', 'READ'] },
        { accountId: PERSONAS.manager.id, rights: ['SEARCH', 'READ', 'LOCATE'] },
      ],
    });
    expect(sealed.status).toBe(200);
    expect((await restore(id, phone)).status).toBe(404);
    expect((await restore(id, nationality)).status).toBe(200);
    expect((await restore(id, phone, { as: 'manager' })).status).toBe(200);
  });
});
