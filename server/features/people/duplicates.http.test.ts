import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import type { Candidate } from '../../contract/person.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Told<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly errors?: object };
}
async function post<T = object>(name: PersonaName, path: string, body: object): Promise<Told<T>> {
  return (await (await world.as(name)).post(path, body)) as unknown as Told<T>;
}
async function duplicatesOf(file: PathwayFile, name: PersonaName = 'caseworker'): Promise<Candidate[]> {
  const { status, body } = await (await world.as(name)).get(`/api/pathways/${file.id}/duplicates`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Candidate[];
}
const idsOf = async (file: PathwayFile, name?: PersonaName): Promise<string[]> =>
  (await duplicatesOf(file, name)).map(({ pathwayId }) => pathwayId).sort();
const ids = (...files: PathwayFile[]): string[] => files.map(({ id }) => id).sort();

/** Nobody else of this database is called so: each test has a surname of its own, of letters alone. */
function aSurname(): string {
  return `Barwaqo${randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'bcdfglmnpr'[Number(digit)] ?? '')}`;
}
const born = (value: string): object => ({ precision: 'DAY', value });

function named(birthName: string, given: object = {}): object {
  return {
    birthName,
    firstNames: 'Ifrah',
    birth: born('1991-04-09'),
    foreignerNumber: null,
    ofiiNumber: null,
    ...given,
  };
}
async function twins(given: object = {}, by: PersonaName = 'caseworker'): Promise<[PathwayFile, PathwayFile]> {
  const name = aSurname();
  return [await world.aFile({ person: named(name) }), await world.aFile({ person: named(name, given), by })];
}

describe('a possible duplicate', () => {
  test('is told in either file, with what both have in common', async () => {
    const [one, other] = await twins({ birth: { precision: 'YEAR', value: '1991' } });
    expect(await duplicatesOf(one)).toMatchObject([
      { pathwayId: other.id, number: other.number, matches: ['mêmes noms, naissance compatible'], opens: true },
    ]);
    expect(await idsOf(other)).toEqual(ids(one));
  });

  test.each([
    ['the same names and another year of birth', { birth: born('1984-04-09') }],
    ['another first name', { firstNames: 'Sagal' }],
    ['no birth known', { birth: { precision: 'UNKNOWN', value: null } }],
  ])('is not somebody with %s', async (_what, given) => {
    const [one, other] = await twins(given);
    expect([await idsOf(one), await idsOf(other)]).toEqual([[], []]);
  });

  test('is whoever has the same OFII number, whatever her name', async () => {
    const [one] = await twins({ firstNames: 'Sagal' });
    const numbered = await world.aFile({ person: named(aSurname(), { ofiiNumber: 'AZERTYUIOPQ' }) });
    const again = await world.aFile({ person: named(aSurname(), { ofiiNumber: 'AZERTYUIOPQ' }) });
    expect(await duplicatesOf(numbered)).toMatchObject([{ pathwayId: again.id, matches: ['même numéro OFII'] }]);
    expect(await idsOf(one)).toEqual([]);
  });

  test('is looked for within one’s own reach: a colleague’s is the manager’s to see', async () => {
    const [mine, colleagues] = await twins({}, 'colleague');
    expect(await idsOf(mine)).toEqual([]);
    expect(await idsOf(mine, 'manager')).toEqual(ids(colleagues));
    const [ours] = await twins({}, 'neighbour');
    expect(await idsOf(ours, 'manager')).toEqual([]);
  });

  test('is of the structure that follows the file: neither of the office, nor of another structure', async () => {
    const [one] = await twins();
    const told = async (name: PersonaName): Promise<number> =>
      (await (await world.as(name)).get(`/api/pathways/${one.id}/duplicates`)).status;
    expect([await told('manager'), await told('ofii'), await told('referent'), await told('neighbourManager')]).toEqual(
      [200, 403, 403, 404],
    );
  });

  test('somebody sealed is none, and nothing of her is told, to whoever may not find her', async () => {
    const [one, hidden] = await twins();
    await post('manager', `/api/pathways/${hidden.id}/seal`, { reason: 'Personne recherchée' });
    await world.owner.query(`delete from seal_rights r where r.pathway_id = $1 and r.account_id = $2`, [
      hidden.id,
      PERSONAS.caseworker.id,
    ]);
    const asked = await (await world.as('caseworker')).get(`/api/pathways/${one.id}/duplicates`);
    const [lonely] = [await world.aFile({ person: named(aSurname()) })];
    const alone = await (await world.as('caseworker')).get(`/api/pathways/${lonely.id}/duplicates`);
    expect([asked.status, asked.text]).toEqual([alone.status, alone.text]);
    expect(await idsOf(one, 'manager')).toEqual(ids(hidden));
    // Nor does the decision that they are two: named or not, she is answered as somebody who does not exist.
    const tell = (pathwayId: string): Promise<Told<object>> =>
      post('caseworker', `/api/pathways/${one.id}/told-apart`, { pathwayId });
    const [sealed, unknown] = [await tell(hidden.id), await tell(randomUUID())];
    const withoutRequest = ({ body, status }: Told<object>): object => ({ ...body, instance: '', status });
    expect(withoutRequest(sealed)).toEqual(withoutRequest(unknown));
    expect(sealed).toMatchObject({ status: 422, body: { code: 'unknown_file' } });
  });
});

describe('somebody said to be somebody else', () => {
  test('is not told again in either file, to anybody of the structure, and is kept with who said so', async () => {
    const [one, other] = await twins();
    const [, third] = [one, await world.aFile({ person: named(one.person?.birthName ?? '') })];
    const told = await post('caseworker', `/api/pathways/${one.id}/told-apart`, { pathwayId: other.id });
    expect([told.status, told.body]).toEqual([200, { pathwayId: other.id }]);
    expect(await idsOf(one)).toEqual(ids(third));
    expect(await idsOf(other, 'manager')).toEqual(ids(third));
    expect(await idsOf(third)).toEqual(ids(one, other));
    const { rows } = await world.owner.query(
      `select told_by, organisation_id from people_told_apart where one_id = any ($1) and other_id = any ($1)`,
      [[one.person?.id, other.person?.id]],
    );
    expect(rows).toEqual([{ told_by: PERSONAS.caseworker.id, organisation_id: ORGANISATIONS.north.id }]);
  });

  test('said twice, from either side, is said once', async () => {
    const [one, other] = await twins();
    await post('caseworker', `/api/pathways/${one.id}/told-apart`, { pathwayId: other.id });
    const again = await post('manager', `/api/pathways/${other.id}/told-apart`, { pathwayId: one.id });
    expect(again.status).toBe(200);
    expect([await idsOf(one), await idsOf(other)]).toEqual([[], []]);
  });

  test('is nobody out of reach, nor oneself', async () => {
    const [mine, colleagues] = await twins({}, 'colleague');
    for (const pathwayId of [colleagues.id, mine.id, randomUUID()])
      expect((await post('caseworker', `/api/pathways/${mine.id}/told-apart`, { pathwayId })).body.code).toBe(
        'unknown_file',
      );
    expect(await idsOf(mine, 'manager')).toEqual(ids(colleagues));
  });

  test('is still a hint to another structure, which said nothing', async () => {
    const [one, other] = await twins();
    await post('caseworker', `/api/pathways/${one.id}/told-apart`, { pathwayId: other.id });
    await world.owner.query(`update pathways set organisation_id = $2, referent_id = null where id = any ($1)`, [
      ids(one, other),
      ORGANISATIONS.neighbour.id,
    ]);
    expect(await idsOf(one, 'neighbourManager')).toEqual(ids(other));
  });
});

describe('opening a file', () => {
  test('keeps those of whom it was said that they are not her, and the rest is told', async () => {
    const [one, other] = await twins();
    const body = { person: { ...named(one.person?.birthName ?? ''), sex: 'F', languages: [] }, facts: {} };
    const opened = await post<PathwayFile>('caseworker', '/api/pathways', { ...body, toldApartFrom: [one.id] });
    expect(opened.status).toBe(201);
    expect(await idsOf(opened.body)).toEqual(ids(other));
    expect(await idsOf(one)).toEqual(ids(other));
  });

  test('is refused, and nothing is opened, with one that is out of reach or does not exist', async () => {
    const [one, colleagues] = await twins({}, 'colleague');
    const name = aSurname();
    const body = { person: { ...named(name), sex: 'F', languages: [] }, facts: {} };
    for (const unknown of [colleagues.id, randomUUID()])
      expect(await post('caseworker', '/api/pathways', { ...body, toldApartFrom: [one.id, unknown] })).toMatchObject({
        status: 422,
        body: { code: 'unknown_file', errors: { toldApartFrom: expect.any(String) } },
      });
    const { rows } = await world.owner.query('select 1 from people where birth_name = $1', [name]);
    expect(rows).toEqual([]);
  });
});
