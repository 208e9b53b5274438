import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { calendarDay, plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import {
  SILENCES_SHOWN,
  silencesBy as inDomain,
  stallStateOn,
  type StallSpell,
  type StallState,
} from '../../domain/stall/stallSpell.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/templateDatabase.ts';
import { multirange } from '../pathways/forSeeds.ts';
import { silencedOn, silencedRepeatedlyBy, silencedSeldomBy, silencesBy, stalledOn, watchedOn } from './stallOn.ts';

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
  const states = spells.map((spell) => stallStateOn(spell, DAY)).map((state) => (state === null ? [] : [state]));
  expect(rows.map(({ state }) => state)).toEqual(states);
  // The grid meets all three, and nothing.
  expect(new Set(states.flat())).toEqual(new Set(['STALLED', 'SILENCED', 'WATCH']));
});

/** Two, three and four silences, their last one the day before, the day, the day after; on one day, and touching. */
const PUT_OFF: readonly (readonly number[])[] = [
  [],
  ...[2, 3, 4].flatMap((count) => [-1, 0, 1].map((last) => Array.from({ length: count }, (_, rank) => last - rank))),
  [0, 0, 0],
  [1, 1, 1],
];

test('how often a stall was put off by a day, and whether the referent is shown it, are in SQL what they are in the domain', async () => {
  const spells = PUT_OFF.map((offsets) => ({
    silences: offsets.map((offset) => ({ from: plusDays(DAY, offset), until: plusDays(DAY, offset) })),
  }));
  const { rows } = await client.query<{ times: number; shown: boolean; seldom: boolean | null }>(
    `select ${silencesBy('s', '$2')} as times, coalesce(${silencedRepeatedlyBy('s', '$2')}, false) as shown, ${silencedSeldomBy('s', '$2')} as seldom
     from (select r.rank, r.days as silenced_on, r.days[3] as third_silence_on
       from jsonb_to_recordset($1::jsonb) as r(rank int, days date[])) s
     where $2::date is not null
     order by s.rank`,
    [
      JSON.stringify(spells.map(({ silences }, rank) => ({ rank, days: silences.map(({ from }) => from).sort() }))),
      DAY,
    ],
  );
  const times = spells.map((spell) => inDomain(spell, DAY));
  expect(rows).toEqual(
    times.map((count) => ({ times: count, shown: count >= SILENCES_SHOWN, seldom: count < SILENCES_SHOWN })),
  );
  expect(new Set(times)).toEqual(new Set([0, 1, 2, 3, 4]));
});
