import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../contract/person.ts';
import type { PathwayFile, PathwayRow } from '../../contract/pathway.ts';
import { createWorld, type Client, type World } from '../../testing/world.ts';
import { keepSearchKeys } from '../../platform/database/keepSearchKeys.ts';
import type { PersonaName } from '../../testing/personas.ts';

let world: World;
const files = new Map<string, PathwayFile>();
const PEOPLE: Record<string, object> = {
  mohammad: { birthName: 'Hosseini', firstNames: 'Mohammad Jawad', birth: { value: '1990-05-23', precision: 'DAY' } },
  year: { birthName: 'Hosseini', firstNames: 'Mohammad Reza', birth: { value: '1990', precision: 'YEAR' } },
  other: { birthName: 'Hosseini', firstNames: 'Mohammad Karim', birth: { value: '1975-01-20', precision: 'DAY' } },
  ly: { birthName: 'Ly', firstNames: 'Seydou', birth: { value: '1988-11-02', precision: 'DAY' } },
  numbered: {
    birthName: 'Zitouni-Exemple',
    firstNames: 'Baya',
    birth: { value: '1961-03-03', precision: 'DAY' },
    phone: '+33 6 39 98 41 73',
    foreignerNumber: '9912345607',
    ofiiNumber: '59A20250071',
  },
  // A figure away from the one before in everything: numbers are never heard, nor nearly the same.
  neighbour: {
    birthName: 'Ouakrim',
    firstNames: 'Tilelli',
    birth: { value: '1961-03-04', precision: 'DAY' },
    phone: '+33 6 39 98 41 74',
    foreignerNumber: '9912345608',
    ofiiNumber: '59A20250072',
  },
  // Her telephone ends like the one of the first, in another country; her OFII number ends with a foreigner number.
  abroad: {
    birthName: 'Ouakrim',
    firstNames: 'Tafat',
    birth: { value: '1961-03-05', precision: 'DAY' },
    phone: '+212 639 98 41 73',
    foreignerNumber: '0639984173',
    ofiiNumber: '59912345607',
  },
};
beforeAll(async () => {
  world = await createWorld();
  for (const [name, person] of Object.entries(PEOPLE)) files.set(name, await world.aFile({ person }));
});
afterAll(() => world.close());

const nameOf = (id: string): string => [...files].find(([, file]) => file.id === id)?.[0] ?? 'nobody of the test';

async function search(text: string, as: PersonaName = 'caseworker'): Promise<string[]> {
  return (await found(text, as)).map(({ pathwayId }) => nameOf(pathwayId));
}

async function found(text: string, as: PersonaName = 'caseworker'): Promise<Candidate[]> {
  const response = await (await world.as(as)).post('/api/people/search', { text });
  expect([response.status, text]).toEqual([200, text]);
  return response.body as Candidate[];
}

async function listed(client: Client, filter: object): Promise<{ names: string[]; total: string | undefined }> {
  const response = await client.get(
    `/api/pathways?filter=${encodeURIComponent(JSON.stringify(filter))}&sort=["number","ASC"]`,
  );
  expect(response.status).toBe(200);
  return {
    names: (response.body as PathwayRow[]).map(({ id }) => nameOf(id)),
    total: response.get('Content-Range')?.split('/')[1],
  };
}

describe('a search', () => {
  test('finds by two letters, by a name misheard, by its parts in any order', async () => {
    expect(await search('ly')).toEqual(['ly']);
    // Then those who lack one name of the three.
    expect(await search('mohamed djawad houssaini')).toEqual(['mohammad', 'other', 'year']);
    expect(await search('HOSSEINI javad')).toEqual(['mohammad']);
    expect(await search('nobody at all')).toEqual([]);
  });

  test('is raised by a birth that agrees; one that does not is further', async () => {
    expect(await search('mohamad hosein 90')).toEqual(['mohammad', 'year', 'other']);
    expect(await search('hosseini 23/05/1990')).toEqual(['mohammad', 'year']);
    expect(await search('23/05/1990')).toEqual(['mohammad']);
    expect((await found('mohamad hosein 90'))[0]?.matches).toEqual(['même prononciation', 'même année de naissance']);
  });

  test.each([
    ['9912345607', ['numbered']],
    ['N° étranger : 99 12 34 56 07', ['numbered']],
    ['9912345608', ['neighbour']],
    ['9912345609', []],
    ['59912345607', ['abroad']],
    ['59a20250072', ['neighbour']],
    ['59a20250073', []],
    ['+33 6 39 98 41 73', ['numbered']],
    ['00 212 639984173', ['abroad']],
    ['+212 639 98 41 74', []],
    ['06 39 98 41 75', []],
    // Hers by telephone, and the foreigner number of another.
    ['0639984173', ['abroad', 'numbered']],
  ])('by a whole number finds whoever bears it, and none of its neighbours: %s', async (text, names) => {
    expect(await search(text)).toEqual(names);
    expect((await listed(await world.as('caseworker'), { q: text })).names.sort()).toEqual([...names].sort());
  });

  test.each(['59a20250071', '+33639984173', 'baya 99 12 34 56 07', 'zitouni 03/03/1961', 'zitoni exemple'])(
    'finds by a number, a telephone or their ends: %s',
    async (text) => {
      expect(await search(text)).toEqual(['numbered']);
    },
  );

  test.each([
    ['345607', ['abroad', 'numbered'], 'une partie du numéro'],
    ['4173', ['abroad', 'numbered'], 'une partie du numéro étranger'],
    ['984174', ['neighbour'], 'fin du téléphone'],
  ])('by the end of a number finds all whose number ends so, and says it is a part: %s', async (text, names, why) => {
    const candidates = await found(text);
    expect(candidates.map(({ pathwayId }) => nameOf(pathwayId))).toEqual(names);
    expect(candidates[0]?.matches.join()).toContain(why);
  });

  test('finds by the number of the file, however it is written', async () => {
    const number = files.get('ly')?.number ?? '';
    const rank = String(Number(number.split('-')[1]));
    for (const text of [number, number.toLowerCase().replace('-', ' '), `J26 ${rank}`])
      expect([text, await search(text)]).toEqual([text, ['ly']]);
    expect(await search(`J25-${number.split('-')[1] ?? ''}`)).toEqual([]);
    expect((await found(rank.padStart(6, '0')))[0]?.matches).toEqual(['fin du numéro de dossier']);
    expect(await search('J26-999999')).toEqual([]);
  });

  test('of nothing that names somebody finds nobody, without an error', async () => {
    for (const text of ['--', '%%', '__', '12', '…!', "' or true --", '\\\\'])
      expect([text, await search(text)]).toEqual([text, []]);
  });

  test('finds whoever was corrected by her new name, and no more by the former', async () => {
    const file = await world.aFile({ person: { birthName: 'Avantova', firstNames: 'Dilnoza' } });
    files.set('corrected', file);
    const client = await world.as('caseworker');
    const read = await client.get(`/api/pathways/${file.id}`);
    const corrected = await client
      .put(`/api/pathways/${file.id}`, { person: { birthName: 'Apresova', phone: '07 39 98 20 56' } })
      .set('If-Match', read.get('ETag') ?? '');
    expect(corrected.status).toBe(200);
    expect(await search('apresova')).toEqual(['corrected']);
    expect(await search('07 39 98 20 56')).toEqual(['corrected']);
    expect(await search('avantova')).toEqual([]);
  });
});

test('whose keys were written by former rules is found once they have been written again', async () => {
  await world.owner.query(`update people set search_keys = '{1}' where id = $1`, [files.get('ly')?.personId]);
  const known = await world.owner.query<{ count: number }>('select count(*)::int as count from people');
  expect(await keepSearchKeys(world.owner)).toEqual({ read: 0 });
  expect(await search('ly seydou')).toEqual([]);
  await world.owner.query('update derived_rows_state set search_rules = 0');
  expect(await keepSearchKeys(world.owner)).toEqual({ read: known.rows[0]?.count });
  expect(await search('ly seydou')).toEqual(['ly']);
  expect(await keepSearchKeys(world.owner)).toEqual({ read: 0 });
});

describe('the words of the list', () => {
  test.each(['mohamad hosein 90', 'hosseini', 'ly', '4173', '9912345607', 'zitouni', '23/05/1990', 'xyz abc', '--'])(
    'find the same people as a search: %s',
    async (text) => {
      const { names, total } = await listed(await world.as('caseworker'), { q: text });
      expect(names.sort()).toEqual((await search(text)).sort());
      expect(total).toBe(String(names.length));
    },
  );

  test('keep the order and the other filters of the list', async () => {
    const client = await world.as('caseworker');
    expect((await listed(client, { q: 'hosseini' })).names).toEqual(['mohammad', 'year', 'other']);
    expect((await listed(client, { q: 'hosseini', status: 'CLOSED' })).names).toEqual([]);
  });

  test('are the number of the file alone for whoever sees no name', async () => {
    const client = await world.as('referent');
    expect((await listed(client, { q: 'hosseini' })).total).toBe('0');
    const number = files.get('ly')?.number ?? '';
    for (const q of [number, number.toLowerCase().replace('-', ' '), number.slice(-4)])
      expect([q, (await listed(client, { q })).names]).toEqual([q, ['ly']]);
    // The whole number of one is a part of the number of its copy.
    await world.owner.query('update pathways set number = $1 where id = $2', [`${number}-1`, files.get('year')?.id]);
    expect((await listed(client, { q: number })).names).toEqual(['ly']);
    expect((await listed(client, { q: `${number}-1` })).names).toEqual(['year']);
  });
});

describe('a search looks', () => {
  test('only at what one follows', async () => {
    expect(await search('hosseini jawad', 'manager')).toEqual(['mohammad']);
    expect(await search('hosseini jawad', 'ofii')).toEqual(['mohammad']);
    expect(await search('hosseini jawad', 'colleague')).toEqual([]);
    expect(await search('4173', 'neighbourManager')).toEqual([]);
  });

  test('at the telephone of a sealed person for whoever may locate her, and for nobody else', async () => {
    const sealed = await world.aFile({
      person: { birthName: 'Cachette', firstNames: 'Odile', phone: '06 39 98 77 31' },
    });
    files.set('sealed', sealed);
    const manager = await world.freshAs('manager');
    const done = await manager.post(`/api/pathways/${sealed.id}/seal`, { reason: 'Elle est menacée par un proche.' });
    expect(done.status).toBe(200);
    expect(await search('06 39 98 77 31', 'manager')).toEqual(['sealed']);
    expect(await search('7731', 'manager')).toEqual(['sealed']);
    await world.owner.query(`delete from seal_rights where pathway_id = $1 and right_to = 'LOCATE'`, [sealed.id]);
    expect(await search('06 39 98 77 31', 'manager')).toEqual([]);
    expect((await listed(await world.as('manager'), { q: '7731' })).names).toEqual([]);
    expect(await search('cachette', 'manager')).toEqual(['sealed']);
    await world.owner.query(`delete from seal_rights where pathway_id = $1 and right_to = 'SEARCH'`, [sealed.id]);
    for (const who of ['manager', 'caseworker', 'ofii'] as const)
      expect(await search('cachette odile', who)).toEqual([]);
  });
});
