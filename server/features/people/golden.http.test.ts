import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Candidate } from '../../contract/person.ts';
import type { Person } from '../../domain/person/person.ts';
import { birthOf, readGolden, type GoldenPerson } from '../../domain/person/testing/golden.ts';
import { GOLDEN_HELD } from '../../domain/person/testing/goldenHeld.ts';
import { GOLDEN_SCRIPTS } from '../../domain/person/testing/goldenScripts.ts';
import { GOLDEN_TUNED } from '../../domain/person/testing/goldenTuned.ts';
import { GOLDEN_UNSEEN } from '../../domain/person/testing/goldenUnseen.ts';
import { crowd, withoutHomonyms, type Bearer } from '../../domain/person/testing/population.ts';
import { ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { locationRow, personRow } from './index.ts';

/** Asked one by one, over HTTP, by the manager who follows them all. */
const CROWD = 4_000;
const golden = readGolden(`${GOLDEN_TUNED}${GOLDEN_HELD}${GOLDEN_UNSEEN}${GOLDEN_SCRIPTS}`);
let world: World;
let goldenIds: string[];
beforeAll(async () => {
  world = await createWorld();
  goldenIds = await plant(golden);
  await plant(withoutHomonyms(crowd(CROWD), golden));
  await world.owner.query('vacuum (analyze) people, person_locations, pathways');
});
afterAll(() => world.close());

const snake = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );

async function plant(people: readonly (Bearer & Partial<GoldenPerson>)[]): Promise<string[]> {
  const place = { department: '59', organisationId: ORGANISATIONS.north.id, referentId: PERSONAS.caseworker.id };
  const all = people.map((one) => ({ id: randomUUID(), file: randomUUID(), person: personOf(one) }));
  const insert = (table: string, rows: readonly object[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    return world.owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  };
  await insert(
    'people',
    all.map(({ id, person }) => snake(personRow(id, person, place))),
  );
  await insert(
    'person_locations',
    all.map(({ id, person }) => snake(locationRow(id, person))),
  );
  await insert(
    'pathways',
    all.map(({ id, file }) => ({
      id: file,
      number: `J26-${file.slice(0, 8)}`,
      person_id: id,
      ...snake(place),
      facts: {},
      corrected_by_hand: [],
      contract_state: 'NOT_CONVENED',
      paused: '{}',
      version: 1,
      sealed: false,
      listed: false,
    })),
  );
  return all.map(({ id }) => id);
}

function personOf(one: Bearer & Partial<GoldenPerson>): Person {
  return {
    birthName: one.birthName,
    usageName: one.usageName,
    firstNames: one.firstNames,
    birth: birthOf(one.birth),
    sex: 'X',
    nationality: null,
    languages: [],
    phone: one.phone ?? null,
    email: null,
    address: null,
    foreignerNumber: one.foreignerNumber ?? null,
    ofiiNumber: one.ofiiNumber ?? null,
  };
}

test('of the golden set, at least 97 in 100 are among the first five candidates', async () => {
  const client = await world.as('manager');
  const missed: string[] = [];
  let asked = 0;
  for (const [index, { queries }] of golden.entries()) {
    for (const text of queries) {
      const response = await client.post('/api/people/search', { text });
      expect(response.status).toBe(200);
      asked += 1;
      const first = (response.body as Candidate[]).slice(0, 5).map(({ personId }) => personId);
      if (!first.includes(goldenIds[index] ?? '')) missed.push(text);
    }
  }
  expect(asked).toBeGreaterThanOrEqual(720);
  expect({ missed, isEnough: missed.length <= 0.03 * asked }).toMatchObject({ isEnough: true });
});
