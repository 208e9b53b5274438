import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrations } from '../../migrations/index.ts';
import { migrationSource } from '../platform/database/migrate.ts';
import { createWorld, testClock, type World } from './world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
// One for each: what is undone takes sessions and authenticators with it.
beforeEach(async () => {
  clock.set('2026-03-10T08:00:00.000Z');
  world = await createWorld({ clock });
});
afterEach(() => world.close());

/** Undoes the migrations from one on, and runs them again over the rows that are there, as an upgrade does. */
async function upgradeFrom(name: string): Promise<void> {
  const source = await migrationSource(world.database.url).initialize();
  const from = migrations.findIndex((migration) => migration.name === name);
  for (let left = migrations.length - from; left > 0; left -= 1) await source.undoLastMigration();
  expect(await source.runMigrations()).toHaveLength(migrations.length - from);
  await source.destroy();
}

async function rows<T extends object>(sql: string): Promise<T[]> {
  return (await world.owner.query<T>(sql)).rows;
}

test('rows written before the days of silences were kept have them after the upgrade, as the domain counts them', async () => {
  const { id } = await world.aFile();
  const record = async (event: object): Promise<string> => {
    // Days apart by the clock of the program: she signs in again.
    const client = await world.as('caseworker');
    const { status, body } = await client.post(`/api/pathways/${id}/events`, event);
    expect(status).toBe(201);
    const { events } = body as { events: { id: string; seq: number }[] };
    return events.reduce((last, one) => (one.seq > last.seq ? one : last)).id;
  };
  const silence = (on: string, more: object = {}): Promise<string> =>
    record({ silence: 'NO_HEALTH_COVER', on, until: on, reason: 'OTHER', ...more });
  /** Put on hold on a day for that day. */
  const onThatDay = (on: string): Promise<string> => {
    clock.set(`${on}T08:00:00.000Z`);
    return silence(on);
  };
  const [, replaced, retracted, givenBack, gone] = [
    await onThatDay('2026-03-01'),
    await onThatDay('2026-03-02'),
    await onThatDay('2026-03-03'),
    await onThatDay('2026-03-04'),
    await onThatDay('2026-03-05'),
  ];
  clock.set('2026-03-10T08:00:00.000Z');
  await silence('2026-03-06', { corrects: await silence('2026-03-07', { corrects: replaced }) });
  await record({ retracts: retracted });
  await record({ retracts: await record({ retracts: givenBack }) });
  await record({ contact: 'NO_ANSWER', on: '2026-03-05', corrects: gone });

  const kept = (): Promise<object[]> =>
    rows('select s.id, s.rule, s.silenced_on::text, s.third_silence_on::text from pathway_stalls s order by s.id');
  const before = await kept();
  expect(before).toContainEqual(
    expect.objectContaining({ silenced_on: '{2026-03-01,2026-03-04,2026-03-06}', third_silence_on: '2026-03-06' }),
  );
  await upgradeFrom('DaysOfSilences20261125190100');
  expect(await kept()).toEqual(before);
});

test('corrections made by hand before their values were kept are read back, but for what words cannot say', async () => {
  const client = await world.as('caseworker');
  const file = await world.aFile({
    person: { birth: { value: '1990-03', precision: 'MONTH' }, phone: '0639980001', languages: ['arabe'] },
    facts: { isParent: true, extensionMonths: 3, housing: 'CADA' },
  });
  const corrected = await client
    .put(`/api/pathways/${file.id}`, {
      person: {
        birth: { value: '1991', precision: 'YEAR' },
        phone: null,
        languages: ['arabe', 'peul'],
        address: { postcode: '59100', commune: 'Roubaix' },
      },
      facts: { isParent: false, extensionMonths: 0, housing: 'CPH', cirSignedOn: '2025-10-01' },
    })
    .set('If-Match', `"${file.version}"`);
  expect(corrected.status).toBe(200);

  const kept = async (): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (
        await rows<{ field: string; was: unknown }>(
          `select c.field, c.was from pathway_changes c where c.kind = 'CORRECTION'`,
        )
      ).map(({ field, was }) => [field, was]),
    );
  const before = await kept();
  expect(Object.keys(before)).toHaveLength(8);
  await upgradeFrom('FormerValues20261125190000');
  expect(await kept()).toEqual({ ...before, 'person.address': null, 'person.languages': null });
});

test('where people are goes to its own table and back, and nothing of it is lost', async () => {
  await world.aFile({
    person: {
      phone: '0639980002',
      email: 'a@example.org',
      address: { line: '3 rue Neuve', postcode: '59800', commune: 'Lille' },
    },
  });
  await world.aFile({ person: { address: null } });
  const kept = (): Promise<object[]> => rows('select l.* from person_locations l order by l.person_id');
  const before = await kept();
  expect(before).toContainEqual(expect.objectContaining({ phone: '0639980002', address_line: '3 rue Neuve' }));
  expect(before).toHaveLength(Number((await rows<{ n: string }>('select count(*) as n from people'))[0]?.n));
  await upgradeFrom('LocationBehindItsOwnLock20261126160000');
  expect(await kept()).toEqual(before);
});
