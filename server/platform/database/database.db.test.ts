import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf } from '../../testing/actingAs.ts';
import { createWorld, type World } from '../../testing/world.ts';
import type { Db } from './db.ts';
import { openDatabase, type Database } from './database.ts';

let world: World;
let database: Database;
beforeAll(async () => {
  world = await createWorld();
  // Somebody who runs the server may prefer another: what the program counts on does not follow.
  await world.owner.query(
    `do $$ begin execute format('alter database %I set default_transaction_isolation = serializable', current_database()); end $$`,
  );
  database = await openDatabase({ ownerUrl: world.database.url, secretKey: world.database.secretKey });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const isolation = async (db: Db): Promise<string | undefined> =>
  (await db.one<{ transaction_isolation: string }>('show transaction_isolation'))?.transaction_isolation;

test('each transaction sees what others committed; that of a report is of one moment; whatever the server is set to', async () => {
  expect([
    await database.inActorTransaction(actorOf('caseworker'), isolation),
    await database.inRulesTransaction(isolation),
    await database.inReportingTransaction(actorOf('prefecture'), isolation),
  ]).toEqual(['read committed', 'read committed', 'repeatable read']);
});
