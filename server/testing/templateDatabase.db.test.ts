import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './templateDatabase.ts';
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
    const [rights] = await ask<{ same: boolean }>(
      database,
      `select (select array_agg(a::text order by a::text) from pg_database d, aclexplode(d.datacl) a where d.datname = current_database())
         is not distinct from
         (select array_agg(a::text order by a::text) from pg_database d, aclexplode(d.datacl) a where d.datname = 'jalon_template') as same`,
    );
    expect(rights).toEqual({ same: true });
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
