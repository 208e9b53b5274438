import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import type { SimulationView, ThresholdsView } from '../../contract/thresholds.ts';
import { plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { loadDemo } from '../../../seeds/demo/load.ts';
import { createWorld, TODAY, type Client, type World } from '../../testing/world.ts';
import { stalledOn } from '../stalls/index.ts';

const TOMORROW = plusDays(TODAY, 1);
const days = (warn: number, limit: number) => ({ warn: { n: warn, unit: 'DAY' }, limit: { n: limit, unit: 'DAY' } });
const reason = 'Décision du comité départemental';

let world: World;
let admin: Client;
let caseworker: Client;
beforeAll(async () => {
  world = await createWorld();
  // Some structures of the demo bear the names of those of the tests.
  await world.owner.query(`update organisations set name = name || ' (essai)'`);
  await loadDemo(world.owner, TODAY, 400);
  [admin, caseworker] = await Promise.all([world.as('admin'), world.as('caseworker')]);
});
afterAll(() => world.close());

async function read(): Promise<ThresholdsView> {
  const response = await admin.get('/api/thresholds');
  expect(response.status).toBe(200);
  return response.body as ThresholdsView;
}

async function publish(given: object): Promise<ThresholdsView> {
  const response = await admin.post('/api/thresholds', { effectiveOn: TODAY, reason, ...given });
  expect([response.status, response.body.code]).toEqual([201, undefined]);
  return response.body as ThresholdsView;
}

/** Files stalled on a day, as `department rule file`: from the stored rows, outside the program. */
async function stalledFiles(on: CalendarDay): Promise<string[]> {
  const { rows } = await world.owner.query<{ stalled: string }>(
    `select s.department || ' ' || s.rule || ' ' || s.pathway_id as stalled from pathway_stalls s where ${stalledOn('s', '$1')} order by 1`,
    [on],
  );
  return rows.map(({ stalled }) => stalled);
}

function countBy(files: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const file of files) {
    const key = file.split(' ').slice(0, 2).join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function derivedRows(): Promise<string> {
  const { rows } = await world.owner.query<{ print: string }>(
    `select md5(string_agg(r::text, '' order by r::text)) as print from (
       select s.pathway_id::text, s.rule, s.spell::text, s::text from pathway_stalls s
       union all select st.pathway_id::text, st.step, st.spell::text, st::text from pathway_steps st) r`,
  );
  return rows[0]?.print ?? '';
}

describe('what is in force', () => {
  test('at first the proposals; what a text sets is shown, and is not a setting', async () => {
    const { rules, lastNumber, published, applied, silenceDays } = await read();
    expect(rules).toHaveLength(21);
    expect(rules.find(({ rule }) => rule === 'NO_CONTACT')).toMatchObject({
      settable: true,
      anchor: 'le dernier contact',
      inForce: days(45, 60),
      proposed: days(45, 60),
    });
    expect(rules.find(({ rule }) => rule === 'BPI_CARD_LATE')).toMatchObject({
      settable: false,
      basis: 'R.424-1 et R.424-7',
    });
    expect({ lastNumber, published, applied, silenceDays }).toEqual({
      lastNumber: 0,
      published: [],
      applied: true,
      silenceDays: { NORMAL: 90, CRITICAL: 15 },
    });
  });

  test.each(['caseworker', 'manager', 'ofii', 'referent', 'prefecture', 'auditor'] as const)(
    'the %s neither reads nor changes them',
    async (who) => {
      const client = await world.as(who);
      const body = { effectiveOn: TODAY, reason, rules: { NO_CONTACT: days(20, 30) } };
      const answers = await Promise.all([
        client.get('/api/thresholds'),
        client.post('/api/thresholds', body),
        client.post('/api/thresholds/simulation', body),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    },
  );
});

describe('what cannot be published', () => {
  test.each([
    [{ rules: { BPI_CARD_LATE: days(10, 20) } }, 422, 'set_by_law', { rules: { BPI_CARD_LATE: expect.any(String) } }],
    [
      { rules: { NO_CONTACT: days(40, 30) } },
      422,
      'warn_after_limit',
      { rules: { NO_CONTACT: { warn: expect.any(String) } } },
    ],
    [
      { effectiveOn: plusDays(TODAY, -1), rules: { NO_CONTACT: days(20, 30) } },
      422,
      'date_in_past',
      { effectiveOn: expect.any(String) },
    ],
    [{ rules: { NO_CONTACT: { ...days(20, 30), colour: 'red' } } }, 422, 'body_does_not_fit', expect.anything()],
    [{ rules: { NO_SUCH_RULE: days(20, 30) } }, 422, 'body_does_not_fit', expect.anything()],
    [{ rules: { NO_CONTACT: days(45, 60) } }, 409, 'nothing_changes', undefined],
    [{ rules: {} }, 409, 'nothing_changes', undefined],
    [{ rules: { NO_CONTACT: days(20, 30) }, basedOn: 7 }, 409, 'thresholds_changed', undefined],
  ])('%j: %i %s', async (given, status, code, errors) => {
    const response = await admin.post('/api/thresholds', { effectiveOn: TODAY, reason, ...given });
    expect([response.status, response.body.code, response.body.errors]).toEqual([status, code, errors]);
    expect((await read()).lastNumber).toBe(0);
  });

  test('a reason is asked', async () => {
    const response = await admin.post('/api/thresholds', { effectiveOn: TODAY, rules: { NO_CONTACT: days(20, 30) } });
    expect([response.status, Object.keys(response.body.errors)]).toEqual([422, ['reason']]);
  });
});

describe('published for tomorrow', () => {
  test('nothing moves today, and tomorrow it has without any job', async () => {
    const [before, tomorrow] = [await stalledFiles(TODAY), await stalledFiles(TOMORROW)];
    const shown = await publish({ effectiveOn: TOMORROW, rules: { NO_CONTACT: days(5, 7) } });
    expect(shown.published[0]).toMatchObject({
      number: 1,
      effectiveOn: TOMORROW,
      publishedBy: 'Test admin',
      reason,
      changes: [{ rule: 'NO_CONTACT', before: days(45, 60), after: days(5, 7) }],
    });
    const { rules, applied } = await read();
    expect(applied).toBe(true);
    expect(rules.find(({ rule }) => rule === 'NO_CONTACT')).toMatchObject({ inForce: days(45, 60) });
    expect(await stalledFiles(TODAY)).toEqual(before);
    expect((await stalledFiles(TOMORROW)).length).toBeGreaterThan(tomorrow.length);
  });

  test('another set for the same day replaces it before it has begun', async () => {
    await publish({ effectiveOn: TOMORROW, rules: { NO_CONTACT: days(45, 60) }, basedOn: 1 });
    const list = await admin.get('/api/thresholds');
    expect(list.body.published).toHaveLength(2);
    const { rows } = await world.owner.query(`select count(*)::int as cut from pathway_stalls where spell < 0`);
    expect(rows).toEqual([{ cut: 0 }]);
  });
});

describe('simulated on the files, then published', () => {
  const proposals: [string, object][] = [
    ['a shorter limit', { rules: { NO_CONTACT: days(10, 20) } }],
    ['a longer limit', { rules: { NO_CONTACT: days(100, 150), CIVIC_ABSENCE: days(200, 300) } }],
    [
      'months, and another limit for people under protection',
      {
        rules: {
          NO_HEALTH_COVER: {
            warn: { n: 1, unit: 'MONTH' },
            limit: { n: 2, unit: 'MONTH' },
            warnByPopulation: { BPI: { n: 5, unit: 'DAY' } },
            limitByPopulation: { BPI: { n: 10, unit: 'DAY' } },
          },
          NO_OUTCOME_12M: { warn: { n: 3, unit: 'MONTH' }, limit: { n: 5, unit: 'MONTH' } },
        },
      },
    ],
    ['limits before their anchor', { rules: { CIR_EXPIRY: days(-200, -100), INCOME_GAP: days(-60, -20) } }],
    ['one absence instead of two', { rules: { PLATFORM_NO_SHOW: { warn: null, limit: null, countLimit: 1 } } }],
    ['from a day to come', { effectiveOn: plusDays(TODAY, 20), rules: { NO_CONTACT: days(3, 5) } }],
  ];

  beforeAll(async () => {
    // Nobody of the demo is unsigned: one file absent once, one absent twice.
    for (const times of [1, 2]) {
      const facts = { cirSignedOn: null, caseOpenedOn: '2025-09-01' };
      const events = Array.from({ length: times }, (_, index) => [
        { contract: 'CONVENED', on: `2025-1${index}-01` },
        { contract: 'ABSENT_AT_PLATFORM', on: `2025-1${index}-15` },
      ]).flat();
      await world.aFile({ facts, events, person: { birthName: `Absent ${times}` } });
    }
  });

  test.each(proposals)('%s: simulated is actual, by department and rule', async (_said, proposal) => {
    const asked = { effectiveOn: TODAY, ...proposal };
    const before = await stalledFiles(asked.effectiveOn);
    const simulation = await admin.post('/api/thresholds/simulation', asked);
    expect(simulation.status).toBe(200);
    const { on, rows } = simulation.body as SimulationView;
    expect(on).toBe(asked.effectiveOn);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => row.newlyStalled + row.noLongerStalled > 0)).toBe(true);
    // Simulating keeps nothing.
    expect(await stalledFiles(asked.effectiveOn)).toEqual(before);

    await publish(proposal);
    const after = await stalledFiles(asked.effectiveOn);
    const counted = {
      before: countBy(before),
      after: countBy(after),
      newly: countBy(after.filter((file) => !before.includes(file))),
      noLonger: countBy(before.filter((file) => !after.includes(file))),
    };
    const keys = new Set(rows.map(({ department, rule }) => `${department} ${rule}`));
    for (const row of rows) {
      const key = `${row.department} ${row.rule}`;
      expect([key, row.stalledBefore, row.stalledAfter, row.newlyStalled, row.noLongerStalled]).toEqual([
        key,
        counted.before[key] ?? 0,
        counted.after[key] ?? 0,
        counted.newly[key] ?? 0,
        counted.noLonger[key] ?? 0,
      ]);
    }
    // And nothing else has moved.
    expect([...Object.keys(counted.newly), ...Object.keys(counted.noLonger)].filter((key) => !keys.has(key))).toEqual(
      [],
    );
  });

  test('the rows are those of computing everything again from zero', async () => {
    const stored = await derivedRows();
    await world.owner.query(`update derived_rows_state set rules = 'of another release'`);
    await world.composed.rowsKeeper.now();
    expect(await derivedRows()).toBe(stored);
    const { rows } = await world.owner.query('select rules from derived_rows_state');
    expect(rows[0].rules).not.toBe('of another release');
  });

  test('a follow-up stays with its stall, whatever is published', async () => {
    const referent = await world.as('referent');
    const list = await referent.get('/api/stalls?filter={"rule":"NO_OUTCOME_12M"}&range=[0,0]');
    const [stall] = list.body;
    await referent.post(`/api/stalls/${stall.id}/actions`, { action: 'CALL_CASEWORKER', note: 'Rappel prévu' });
    await publish({ rules: { NO_OUTCOME_12M: { warn: { n: 2, unit: 'MONTH' }, limit: { n: 4, unit: 'MONTH' } } } });
    const again = await referent.get(`/api/stalls?filter={"pathwayId":"${stall.pathwayId}","rule":"NO_OUTCOME_12M"}`);
    expect(again.body[0]).toMatchObject({ id: stall.id, since: stall.since, followUp: { note: 'Rappel prévu' } });
  });
});

describe('what is written and shown afterwards', () => {
  test('files, plans and silences follow the thresholds of the day', async () => {
    const { published } = await publish({
      rules: {
        NO_HEALTH_COVER: {
          ...days(3, 9),
          warnByPopulation: { BPI: { n: 5, unit: 'DAY' } },
          limitByPopulation: { BPI: { n: 10, unit: 'DAY' } },
        },
      },
      silenceDays: { NORMAL: 10, CRITICAL: 5 },
    });
    expect(published[0]).toMatchObject({
      silenceDaysBefore: { NORMAL: 90, CRITICAL: 15 },
      silenceDays: { NORMAL: 10, CRITICAL: 5 },
    });
    const facts = { caseOpenedOn: plusDays(TODAY, -10), cirSignedOn: plusDays(TODAY, -10) };
    const file: PathwayFile = await world.aFile({ person: { birthName: 'Seuil' }, facts });
    const cover = file.stalls.find(({ rule }) => rule === 'NO_HEALTH_COVER');
    expect(cover).toMatchObject({ state: 'STALLED', limitOn: plusDays(TODAY, -1), since: TODAY });
    expect(cover?.sentence).toContain('limite de 9 jours');

    const plan = await caseworker.post('/api/pathways/plan', { facts, events: [], today: TODAY });
    expect(plan.body.stalls).toContainEqual(cover);
    // The thresholds of the day asked: the day before they begin, those of before.
    const past = await caseworker.post('/api/pathways/plan', { facts, events: [], today: plusDays(TODAY, -1) });
    expect(past.body.stalls.map(({ rule }: { rule: string }) => rule)).not.toContain('NO_HEALTH_COVER');

    const silence = { silence: 'NO_HEALTH_COVER', on: TODAY, reason: 'REQUEST_FILED' };
    const put = (until: CalendarDay) => caseworker.post(`/api/pathways/${file.id}/events`, { ...silence, until });
    expect((await put(plusDays(TODAY, 11))).body.code).toBe('silence_too_long');
    expect((await put(plusDays(TODAY, 10))).status).toBe(201);
  });
});
