import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { calendarDay, plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { stallStateOn, type StallSpell, type StallState } from '../../domain/stall/stallSpell.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/templateDatabase.ts';
import { multirange } from '../pathways/forSeeds.ts';
import { silencedOn, stalledOn, watchedOn } from './stallOn.ts';

const DAY = calendarDay('2026-03-10');
let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The day before, the day, the day after, and not known. */
const AROUND: readonly (CalendarDay | null)[] = [plusDays(DAY, -1), DAY, plusDays(DAY, 1), null];
const SILENCES: readonly StallSpell['silences'][] = [
  [],
  [{ from: plusDays(DAY, -5), until: plusDays(DAY, -1) }],
  [{ from: plusDays(DAY, -5), until: DAY }],
  [{ from: DAY, until: plusDays(DAY, 5) }],
  [{ from: plusDays(DAY, 1), until: plusDays(DAY, 5) }],
  [
    { from: plusDays(DAY, -9), until: plusDays(DAY, -2) },
    { from: plusDays(DAY, -1), until: plusDays(DAY, 1) },
  ],
];

/** Every way in which the dates of a spell may stand around a day. */
function everySpell(): StallSpell[] {
  return AROUND.flatMap((warnOn) =>
    AROUND.flatMap((sinceOn) =>
      AROUND.flatMap((clearedOn) =>
        [null, plusDays(DAY, -1)].flatMap((limitOn) =>
          SILENCES.map((silences) => ({ warnOn, sinceOn, clearedOn, limitOn, silences }) as unknown as StallSpell),
        ),
      ),
    ),
  );
}

test('stalled, silenced and watched are in SQL what they are in the domain, for every way dates may stand', async () => {
  const spells = everySpell();
  const { rows } = await client.query<{ state: StallState[] }>(
    `select array_remove(array[case when ${stalledOn('s', '$2')} then 'STALLED' end, case when ${silencedOn('s', '$2')} then 'SILENCED' end,
       case when ${watchedOn('s', '$2')} then 'WATCH' end], null) as state
     from (select r.rank, r.warn_on, r.limit_on, r.since_on, r.cleared_on, r.silences::datemultirange as silences
       from jsonb_to_recordset($1::jsonb) as r(rank int, warn_on date, limit_on date, since_on date, cleared_on date, silences text)) s
     where $2::date is not null
     order by s.rank`,
    [
      JSON.stringify(
        spells.map(({ warnOn, limitOn, sinceOn, clearedOn, silences }, rank) => ({
          rank,
          warn_on: warnOn,
          limit_on: limitOn,
          since_on: sinceOn,
          cleared_on: clearedOn,
          silences: multirange(silences),
        })),
      ),
      DAY,
    ],
  );
  const inDomain = spells.map((spell) => stallStateOn(spell, DAY)).map((state) => (state === null ? [] : [state]));
  expect(rows.map(({ state }) => state)).toEqual(inDomain);
  // The grid meets all three, and nothing.
  expect(new Set(inDomain.flat())).toEqual(new Set(['STALLED', 'SILENCED', 'WATCH']));
});
