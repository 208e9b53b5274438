import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createPlantedDatabase, createTestDatabase } from './templateDatabase.ts';
import type { TestDatabase } from './templateDatabase.ts';

async function ask<Row extends pg.QueryResultRow>(database: TestDatabase, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const HAS_THE_RIGHTS_OF_THE_TEMPLATE = `
select (select array_agg(a::text order by a::text) from pg_database d, aclexplode(d.datacl) a where d.datname = current_database())
  is not distinct from
  (select array_agg(a::text order by a::text) from pg_database d, aclexplode(d.datacl) a where d.datname = 'jalon_template') as same`;

describe('the database of a test', () => {
  const databases: TestDatabase[] = [];

  beforeAll(async () => {
    databases.push(...(await Promise.all([createTestDatabase(), createTestDatabase()])));
  });
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  test('holds what the migrations make', async () => {
    const [database] = databases as [TestDatabase];
    const tables = await ask<{ name: string }>(
      database,
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['people', 'pathways', 'pathway_events']));
  });

  test('shares no row with another', async () => {
    const [one, other] = databases as [TestDatabase, TestDatabase];
    await ask(one, 'create table only_here (id int)');
    expect(await ask(other, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
    expect(await ask(one, "select to_regclass('only_here')::text as found")).toEqual([{ found: 'only_here' }]);
  });

  test('gives the same rights on itself as the template', async () => {
    const [database] = databases as [TestDatabase];
    expect(await ask(database, HAS_THE_RIGHTS_OF_THE_TEMPLATE)).toEqual([{ same: true }]);
  });

  test('sorts in French and stores UTF-8', async () => {
    const [database] = databases as [TestDatabase];
    const words = await ask<{ word: string }>(
      database,
      "select word from unnest(array['Zoé', 'zèbre', 'école', 'Ecole', 'côté', 'cote']) as word order by word",
    );
    expect(words.map(({ word }) => word)).toEqual(['cote', 'côté', 'Ecole', 'école', 'zèbre', 'Zoé']);
    expect(await ask(database, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  });

  test('is gone once dropped', async () => {
    const database = await createTestDatabase();
    await database.drop();
    await expect(ask(database, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});

describe('a database in which something was planted', () => {
  test('is planted once for all who ask, and copied to each with the rights of the template', async () => {
    let planted = 0;
    const plant = async (database: TestDatabase): Promise<void> => {
      planted += 1;
      await ask(database, 'create table rows_of_all as select 1 as row');
    };
    const asked = await Promise.all([0, 1].map(() => createPlantedDatabase('planted_once', plant)));
    const [one, other] = asked as [TestDatabase, TestDatabase];
    try {
      expect(planted).toBe(1);
      await ask(one, 'insert into rows_of_all values (2)');
      const rows = 'select r.row from rows_of_all r order by r.row';
      expect(await ask(one, rows)).toEqual([{ row: 1 }, { row: 2 }]);
      expect(await ask(other, rows)).toEqual([{ row: 1 }]);
      expect(await ask(other, HAS_THE_RIGHTS_OF_THE_TEMPLATE)).toEqual([{ same: true }]);
    } finally {
      await Promise.all(asked.map((database) => database.drop()));
    }
  });

  test('that could not be planted is planted by whoever asks next', async () => {
    const plant = async (database: TestDatabase): Promise<void> => {
      await ask(database, 'create table planted_at_last (id int)');
    };
    await expect(createPlantedDatabase('planted_late', () => Promise.reject(new Error('not today')))).rejects.toThrow(
      'not today',
    );
    const database = await createPlantedDatabase('planted_late', plant);
    try {
      expect(await ask(database, "select to_regclass('planted_at_last')::text as found")).toEqual([
        { found: 'planted_at_last' },
      ]);
    } finally {
      await database.drop();
    }
  });
});
