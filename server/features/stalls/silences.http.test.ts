import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import type { StallRow } from '../../contract/stall.ts';
import { calendarDay, plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { STALL_RULES, type StallRuleCode } from '../../domain/pathway/codes.ts';
import type { PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const today = (day: string): void => clock.set(`${day}T08:00:00.000Z`);

async function stalls(name: PersonaName, filter: object): Promise<StallRow[]> {
  const { status, body } = await (
    await world.as(name)
  ).get(`/api/stalls?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as StallRow[];
}

async function record(id: string, event: object): Promise<{ status: number; code?: string; file: PathwayFile }> {
  const { status, body } = await (await world.as('caseworker')).post(`/api/pathways/${id}/events`, event);
  return { status, code: (body as { code?: string }).code, file: body as PathwayFile } as never;
}

/** Puts a stall off on each of these days, for that day alone, then comes back to today; gives the ids of the silences. */
async function putOff(id: string, rule: StallRuleCode, days: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  const now = clock.today();
  for (const on of days) {
    today(on);
    const { status, file } = await record(id, { silence: rule, on, until: on, reason: 'REQUEST_FILED' });
    expect(status).toBe(201);
    ids.push(file.events.reduce((last, event) => (event.seq > last.seq ? event : last)).id);
  }
  today(now);
  return ids;
}

const RULE = 'NO_HEALTH_COVER';
const timesOf = async (id: string, filter: object = {}): Promise<number | undefined> =>
  (await stalls('referent', { pathwayId: id, rule: RULE, ...filter }))[0]?.silences;

describe('a stall that is put off again and again', () => {
  test('is counted, and found by the referent from the third time on', async () => {
    today('2026-03-10');
    const { id } = await world.aFile();
    const found = async (wanted: boolean): Promise<number> =>
      (await stalls('referent', { pathwayId: id, rule: RULE, silencedRepeatedly: wanted })).length;
    expect([await timesOf(id), await found(true), await found(false)]).toEqual([0, 0, 1]);
    await putOff(id, RULE, ['2026-03-01', '2026-03-02']);
    expect([await timesOf(id), await found(true), await found(false)]).toEqual([2, 0, 1]);
    // It touches the one before: ranges would melt into one.
    await putOff(id, RULE, ['2026-03-03']);
    expect([await timesOf(id), await found(true), await found(false)]).toEqual([3, 1, 0]);
    await putOff(id, RULE, ['2026-03-04']);
    expect([await timesOf(id), await found(true)]).toEqual([4, 1]);
  });

  test('is found while it is on hold too, where the list of what is stalled does not have it', async () => {
    today('2026-03-10');
    const { id } = await world.aFile();
    await putOff(id, RULE, ['2026-03-01', '2026-03-02', '2026-03-10']);
    expect(await stalls('referent', { pathwayId: id, rule: RULE, silencedRepeatedly: true })).toEqual([]);
    expect(await stalls('referent', { pathwayId: id, state: 'SILENCED', silencedRepeatedly: true })).toMatchObject([
      { rule: RULE, state: 'SILENCED', silences: 3 },
    ]);
  });

  test('counts the silences that stand: neither one retracted, nor one replaced, which counts once', async () => {
    today('2026-03-10');
    const { id } = await world.aFile();
    const [first, second, third] = await putOff(id, RULE, ['2026-03-01', '2026-03-02', '2026-03-03']);
    const again = { silence: RULE, on: '2026-03-02', until: '2026-03-02', reason: 'OTHER', corrects: second };
    expect((await record(id, again)).status).toBe(201);
    expect(await timesOf(id)).toBe(3);
    const { file } = await record(id, { retracts: third });
    expect(await timesOf(id)).toBe(2);
    await record(id, { retracts: file.events.find((event) => event['retracts'] === third)?.id });
    expect(await timesOf(id)).toBe(3);
    await record(id, { contact: 'NO_ANSWER', on: '2026-03-01', corrects: first });
    expect(await timesOf(id)).toBe(2);
  });

  test('is of one rule of one file, and of the day asked', async () => {
    today('2026-03-10');
    const [one, other] = [await world.aFile(), await world.aFile()];
    await putOff(one.id, 'NO_CONTACT', ['2026-03-01']);
    await putOff(one.id, RULE, ['2026-03-01', '2026-03-05', '2026-03-06']);
    await putOff(other.id, RULE, ['2026-03-01']);
    expect((await stalls('referent', { pathwayId: one.id, rule: 'NO_CONTACT' }))[0]?.silences).toBe(1);
    expect(await timesOf(other.id)).toBe(1);
    const asOf = async (day: string): Promise<unknown[]> => [
      await timesOf(one.id, { asOf: day, state: 'SILENCED' }),
      (await stalls('referent', { pathwayId: one.id, state: 'SILENCED', asOf: day, silencedRepeatedly: true })).length,
    ];
    expect([await asOf('2026-03-05'), await asOf('2026-03-06')]).toEqual([
      [2, 0],
      [3, 1],
    ]);
    expect(await timesOf(one.id, { asOf: '2026-03-04' })).toBe(1);
  });

  test('is shown to whoever sees the stall: an office sees those of its domains, a reader of figures none', async () => {
    today('2026-03-10');
    const { id } = await world.aFile();
    await putOff(id, RULE, ['2026-03-01', '2026-03-02', '2026-03-03']);
    await putOff(id, 'NO_CONTACT', ['2026-03-01', '2026-03-02', '2026-03-03']);
    const rules = async (name: PersonaName): Promise<string[]> =>
      (await stalls(name, { pathwayId: id, silencedRepeatedly: true })).map(({ rule }) => rule).sort();
    expect(await rules('referent')).toEqual(['NO_CONTACT', RULE]);
    expect(await rules('caseworker')).toEqual(['NO_CONTACT', RULE]);
    expect(await rules('ofii')).toEqual(['NO_CONTACT']);
    expect(await rules('referentSomme')).toEqual([]);
    for (const name of ['prefecture', 'region'] as const)
      expect((await (await world.as(name)).get('/api/stalls')).status).toBe(403);
    const refused = await (
      await world.as('referent')
    ).get(`/api/stalls?filter=${encodeURIComponent('{"silencedRepeatedly":"oui"}')}`);
    expect(refused.body).toMatchObject({ status: 400, code: 'invalid_filter' });
  });
});

/** In the three groups: the day before, the day, the day after. */
describe('the limits of a silence', () => {
  const OPENED = calendarDay('2025-09-01');
  // Health cover: warned from two months after the opening (pathway.json), stalled from the day after three.
  const WARN = calendarDay('2025-11-01');

  test.each([
    [plusDays(WARN, -1), 409],
    [WARN, 201],
    [plusDays(WARN, 1), 201],
  ])('it begins on or after the day of the warning: on %s, %i', async (on, status) => {
    today('2025-12-20');
    const { id } = await world.aFile({ facts: { caseOpenedOn: OPENED } });
    const answer = await record(id, { silence: RULE, on, until: '2025-12-20', reason: 'OTHER' });
    expect(answer).toMatchObject({ status, ...(status === 409 ? { code: 'nothing_to_silence' } : {}) });
  });

  test.each([
    [RULE, 89, 201],
    [RULE, 90, 201],
    [RULE, 91, 422],
    ['PROOF_OF_STAY_GAP', 14, 201],
    ['PROOF_OF_STAY_GAP', 15, 201],
    ['PROOF_OF_STAY_GAP', 16, 422],
  ] as const)('%s is put off for %i days: %i', async (rule, days, status) => {
    today('2026-03-10');
    const { id } = await world.aFile({ facts: { permitExpiresOn: '2026-03-01' } });
    const until = plusDays(calendarDay('2026-03-10'), days);
    const answer = await record(id, { silence: rule, on: '2026-03-10', until, reason: 'OTHER' });
    expect(answer).toMatchObject({ status, ...(status === 422 ? { code: 'silence_too_long' } : {}) });
  });

  test.each([
    ['2026-03-09', 422],
    ['2026-03-10', 201],
    ['2026-03-11', 201],
  ])('it is not over when it is recorded: until %s on 10 March, %i', async (until, status) => {
    today('2026-03-10');
    const { id } = await world.aFile();
    const answer = await record(id, { silence: RULE, on: '2026-03-01', until, reason: 'OTHER' });
    expect(answer.status).toBe(status);
    if (status === 422)
      expect(answer.file).toMatchObject({
        code: 'silence_already_over',
        errors: { until: 'Cette attente serait déjà finie\u00a0: choisissez aujourd’hui ou un jour à venir.' },
      });
  });

  test('asked again while it runs it is refused, with its days, and counts once; a correction puts it off or lifts it', async () => {
    today('2026-03-10');
    const { id } = await world.aFile();
    const silence = { silence: RULE, on: '2026-03-10', until: '2026-03-20', reason: 'REQUEST_FILED' };
    const first = await record(id, silence);
    for (const until of ['2026-03-20', '2026-04-20'])
      expect(await record(id, { ...silence, until })).toMatchObject({
        status: 409,
        code: 'silence_already_running',
        file: { detail: expect.stringContaining('déjà en attente du 10 mars 2026 au 20 mars 2026') },
      });
    const shown = { state: 'SILENCED' };
    expect(await timesOf(id, shown)).toBe(1);

    today('2026-03-15');
    const corrects = first.file.events.find((event) => 'silence' in event)?.id;
    const longer = await record(id, { ...silence, until: '2026-04-20', corrects });
    expect([longer.status, await timesOf(id, shown)]).toEqual([201, 1]);
    const standing = longer.file.events.find((event) => 'silence' in event && !event.superseded)?.id;
    const lifted = await record(id, { ...silence, until: '2026-03-14', corrects: standing });
    expect(lifted.file.stalls.find(({ rule }) => rule === RULE)).toMatchObject({ state: 'STALLED' });
    expect(await timesOf(id)).toBe(1);
    expect((await record(id, { ...silence, on: '2026-03-15' })).status).toBe(201);
    expect(await timesOf(id, shown)).toBe(2);
  });

  test('of what is only watched leaves it in sight, in the file as in the list, with the day, and flags that its limit will pass unsaid', async () => {
    today('2026-03-10');
    // Watched from two months after the opening, stalled after three.
    const { id } = await world.aFile({ facts: { caseOpenedOn: '2026-01-05', cirSignedOn: '2026-01-05' } });
    const { status, file } = await record(id, {
      silence: RULE,
      on: '2026-03-10',
      until: '2026-04-20',
      reason: 'OTHER',
    });
    expect(status).toBe(201);
    const watched = {
      state: 'WATCH',
      sentence: expect.stringMatching(/En attente jusqu’au 20 avril 2026\.$/),
    };
    expect(file.stalls.find(({ rule }) => rule === RULE)).toMatchObject(watched);
    expect(await stalls('referent', { pathwayId: id, rule: RULE, state: 'WATCH' })).toMatchObject([watched]);
    expect(file.flags).toEqual([`SILENCED_BEYOND_LIMIT:${RULE}`]);
    // Health is not of what an OFII agent reads.
    expect(((await (await world.as('ofii')).get(`/api/pathways/${id}`)).body as PathwayFile).flags).toEqual([]);
  });

  test('it hides through its last day, and the stall is back the day after, with nobody having done anything', async () => {
    today('2026-03-10');
    const { id } = await world.aFile();
    await record(id, { silence: RULE, on: '2026-03-10', until: '2026-03-20', reason: 'REQUEST_FILED' });
    const states = async (day: string): Promise<StallRow['state'][]> => {
      today(day);
      const rows = await Promise.all(
        (['STALLED', 'SILENCED', 'WATCH'] as const).map((state) =>
          stalls('referent', { pathwayId: id, rule: RULE, state }),
        ),
      );
      const file = (await (await world.as('referent')).get(`/api/pathways/${id}`)).body as PathwayFile;
      const inFile = file.stalls.filter(({ rule }) => rule === RULE).map(({ state }) => state);
      expect(rows.flat().map(({ state }) => state)).toEqual(inFile);
      return inFile;
    };
    expect([await states('2026-03-19'), await states('2026-03-20'), await states('2026-03-21')]).toEqual([
      ['SILENCED'],
      ['SILENCED'],
      ['STALLED'],
    ]);
  });

  test('every rule that a file shows can be put off, and its sentence says until when', async () => {
    today('2026-03-10');
    const refugee = {
      protectionGrantedOn: '2025-12-01',
      protectionKind: 'REFUGEE',
      permitType: 'API',
      permitExpiresOn: '2026-03-01',
    };
    const { id, stalls: shown } = await world.aFile({ facts: refugee });
    const stalled = shown.filter(({ state }) => state === 'STALLED').map(({ rule }) => rule);
    expect(stalled.length).toBeGreaterThan(2);
    expect(STALL_RULES).toEqual(expect.arrayContaining(stalled));
    for (const rule of stalled) {
      const until: CalendarDay = plusDays(calendarDay('2026-03-10'), 5);
      const { file } = await record(id, { silence: rule, on: '2026-03-10', until, reason: 'AWAITING_ANSWER' });
      expect(file.stalls.find((stall) => stall.rule === rule)).toMatchObject({
        state: 'SILENCED',
        sentence: expect.stringMatching(/En attente jusqu’au 15 mars 2026\.$/),
      });
    }
  });
});
