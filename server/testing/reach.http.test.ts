import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StallRow } from '../contract/stall.ts';
import type { Actor } from '../domain/access/actor.ts';
import { openDatabase, type Database } from '../platform/database/database.ts';
import { withinReach } from '../platform/database/withinReach.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let database: Database;
beforeAll(async () => {
  world = await createWorld();
  database = await openDatabase({ ownerUrl: world.database.url, secretKey: world.database.secretKey });
  await world.aFile();
  await world.aFile({ by: 'colleague' });
  await world.aFile({ by: 'manager' });
  await world.aFile({ by: 'neighbour' });
  await world.aFile({ by: 'sommeManager', person: { address: { postcode: '80000', commune: 'Amiens' } } });
  await world.aFile({ by: 'manager', person: { address: { postcode: '80000', commune: 'Amiens' } } });
  // Nobody follows these two yet.
  for (const department of ['59', '80']) {
    const file = await world.aFile({ by: 'manager' });
    await world.owner.query(
      'update pathways set organisation_id = null, referent_id = null, department = $2 where id = $1',
      [file.id, department],
    );
  }
});
afterAll(async () => {
  await database.close();
  await world.close();
});

function actorOf(name: PersonaName): Actor {
  const { id, role, organisation, departments } = PERSONAS[name];
  return { accountId: id, role, organisationId: ORGANISATIONS[organisation].id, departments, displayName: name };
}

describe('the reach and the row policies', () => {
  // No list is open to these two: their roles read no file.
  const readers = (Object.keys(PERSONAS) as PersonaName[]).filter((name) => name !== 'auditor' && name !== 'admin');

  test.each(readers)('are one for %s: what the branches give is all that the policies show, once', async (name) => {
    const seen = await database.inActorTransaction(actorOf(name), async (db) => {
      const byPolicy = await db.query<{ id: string }>('select p.id from pathways p order by p.id');
      const byBranch: { id: string }[] = [];
      const parameters: unknown[] = [];
      const branches = withinReach(actorOf(name), parameters);
      for (const [index, reached] of branches.entries()) {
        const condition = reached('p').replace(/\$\d+/, '$1');
        byBranch.push(
          ...(await db.query<{ id: string }>(`select p.id from pathways p where ${condition}`, [parameters[index]])),
        );
      }
      return { byPolicy: byPolicy.map(({ id }) => id), byBranch: byBranch.map(({ id }) => id).sort() };
    });
    expect(seen.byBranch).toEqual(seen.byPolicy);
    expect(seen.byPolicy.length).toBeGreaterThan(0);
  });
});

describe('pages of a list', () => {
  test('put end to end are the whole list, in its order, whatever the branch a row came by', async () => {
    for (const name of ['manager', 'ofii'] as const) {
      const client = await world.as(name);
      const page = async (path: string, sort: string, range: string): Promise<string[]> =>
        ((await client.get(`${path}?sort=${sort}&range=${range}`)).body as { id: string }[]).map(({ id }) => id);
      for (const [path, sorts] of [
        ['/api/pathways', ['number', 'name', 'cirSignedOn', 'nextDueOn', 'lastContactOn', 'id']],
        ['/api/stalls', ['rank', 'since', 'number', 'id']],
      ] as const) {
        for (const sort of sorts.flatMap((key) => [`["${key}","ASC"]`, `["${key}","DESC"]`])) {
          const whole = await page(path, sort, '[0,99]');
          expect(whole.length).toBeGreaterThan(2);
          const parts = [
            await page(path, sort, '[0,1]'),
            await page(path, sort, '[2,3]'),
            await page(path, sort, '[4,99]'),
          ];
          expect(parts.flat()).toEqual(whole);
        }
      }
    }
  });

  test('a stall put on hold says until when in the list as in the file', async () => {
    const file = await world.aFile({
      events: [{ silence: 'NO_HEALTH_COVER', on: '2026-03-10', until: '2026-03-20', reason: 'REQUEST_FILED' }],
    });
    const filter = encodeURIComponent(JSON.stringify({ pathwayId: file.id, state: 'SILENCED' }));
    const [row] = (await (await world.as('referent')).get(`/api/stalls?filter=${filter}`)).body as StallRow[];
    expect(row?.sentence).toMatch(/En attente jusqu’au 20 mars 2026\.$/);
    expect(row?.sentence).toBe(file.stalls.find(({ rule }) => rule === 'NO_HEALTH_COVER')?.sentence);
  });
});
