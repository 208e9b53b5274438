import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PathwayFile } from '../../contract/pathway.ts';
import { daysBetween, plusDays, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import { HOUSING_CODES } from '../../domain/pathway/codes.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import { planFollowUp } from '../../domain/pathway/plan.ts';
import { anyEvent, anyFacts, ORIGIN } from '../../domain/pathway/testing/histories.ts';
import { aLineOf, aMonthlyList } from '../../testing/monthlyList.ts';
import type { PersonaName } from '../../testing/personas.ts';
import { listSender } from '../../testing/sendList.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-02T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const { send, confirm } = listSender(() => world);

interface Days {
  readonly asOf?: string;
  readonly knownAt?: string;
}

async function ask(name: PersonaName, id: string, days: Days = {}) {
  const query = new URLSearchParams(days as Record<string, string>).toString();
  return (await world.as(name)).get(`/api/pathways/${id}${query === '' ? '' : `?${query}`}`);
}

async function fileOf(name: PersonaName, id: string, days: Days = {}): Promise<PathwayFile> {
  const { status, body } = await ask(name, id, days);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as PathwayFile;
}

async function correct(name: PersonaName, id: string, body: object): Promise<number> {
  const client = await world.as(name);
  const { headers } = await client.get(`/api/pathways/${id}`);
  return (await client.put(`/api/pathways/${id}`, body).set('If-Match', String(headers['etag']))).status;
}

async function record(id: string, event: object): Promise<PathwayFile | undefined> {
  const { status, body } = await (await world.as('caseworker')).post(`/api/pathways/${id}/events`, event);
  return status === 201 ? (body as PathwayFile) : undefined;
}

/** A file opened on 2 March, whose facts were corrected on the 5th and which was told something on the 4th and the 9th. */
async function aFileWithAPast(): Promise<string> {
  clock.set('2026-03-02T08:00:00.000Z');
  const { id } = await world.aFile({
    facts: { cirSignedOn: '2025-09-01', housing: 'CADA' },
    person: { firstNames: 'Alma' },
  });
  clock.set('2026-03-04T08:00:00.000Z');
  await record(id, { step: 'HEALTH_COVER', status: 'DONE', on: '2026-03-03' });
  clock.set('2026-03-05T08:00:00.000Z');
  await correct('caseworker', id, {
    person: { firstNames: 'Alma Rose', birth: { value: '1991', precision: 'YEAR' }, phone: '0639980009' },
    facts: { cirSignedOn: '2025-10-15', housing: 'CPH' },
  });
  clock.set('2026-03-09T08:00:00.000Z');
  await record(id, { contact: 'REACHED', on: '2026-03-08' });
  clock.set('2026-03-10T08:00:00.000Z');
  return id;
}

describe('the file as known on a day', () => {
  test('shows the facts, the person and the events of that day, the day of the recording included', async () => {
    const id = await aFileWithAPast();
    const seen = async (knownAt: string) => {
      const { name, birth, person, facts, contract, events, steps, lastContactOn } = await fileOf('caseworker', id, {
        knownAt,
      });
      return {
        name,
        birth: birth?.value,
        phone: person?.phone,
        bornOn: facts.bornOn,
        signedOn: contract.signedOn,
        endsOn: contract.endsOn,
        events: events.length,
        health: steps.find(({ code }) => code === 'HEALTH_COVER')?.status,
        lastContactOn,
      };
    };
    const first = {
      name: 'EXEMPLE Alma',
      birth: '1990-05-04',
      phone: null,
      bornOn: '1990-05-04',
      signedOn: '2025-09-01',
      endsOn: '2026-09-01',
      events: 0,
      health: 'TO_DO',
      lastContactOn: null,
    };
    const told = { ...first, events: 1, health: 'DONE' };
    const corrected = {
      ...told,
      name: 'EXEMPLE Alma Rose',
      birth: '1991',
      phone: '0639980009',
      bornOn: '1991',
      signedOn: '2025-10-15',
      endsOn: '2026-10-15',
    };
    expect(await seen('2026-03-02')).toEqual(first);
    expect(await seen('2026-03-03')).toEqual(first);
    expect(await seen('2026-03-04')).toEqual(told);
    expect(await seen('2026-03-05T07:59:59.999Z')).toEqual(told);
    expect(await seen('2026-03-05T08:00:00.000Z')).toEqual(corrected);
    expect(await seen('2026-03-08')).toEqual(corrected);
    expect(await seen('2026-03-09')).toEqual({ ...corrected, events: 2, lastContactOn: '2026-03-08' });
  });

  test('a day of the facts is not a day of the knowledge: what was learnt later may tell of before', async () => {
    const id = await aFileWithAPast();
    const health = async (days: Days): Promise<string | undefined> =>
      (await fileOf('caseworker', id, days)).steps.find(({ code }) => code === 'HEALTH_COVER')?.status;
    expect([
      await health({ asOf: '2026-03-02' }),
      await health({ asOf: '2026-03-03' }),
      await health({ asOf: '2026-03-03', knownAt: '2026-03-03' }),
      await health({ asOf: '2026-03-03', knownAt: '2026-03-04' }),
    ]).toEqual(['TO_DO', 'DONE', 'TO_DO', 'DONE']);
  });

  test('offers nothing: no version to save on, no move, no grant, each refusal with its reason', async () => {
    const id = await aFileWithAPast();
    const now = await ask('caseworker', id);
    const past = await ask('caseworker', id, { asOf: '2026-03-04', knownAt: '2026-03-04' });
    const [live, file] = [now.body as PathwayFile, past.body as PathwayFile];
    expect([now.headers['etag'], past.headers['etag']]).toEqual([`"${live.version}"`, undefined]);
    expect(live.asKnownOn).toBeNull();
    expect(file.asKnownOn).toEqual({
      asOf: '2026-03-04',
      knownAt: '2026-03-04',
      asToday: ['department', 'organisation', 'referent'],
    });
    expect(live.moves.some(({ allowed }) => allowed)).toBe(true);
    expect(file.moves.length).toBeGreaterThan(0);
    expect(new Set(file.moves.map(({ allowed, reason }) => `${allowed} ${reason}`))).toEqual(
      new Set(['false Vue d’une date passée\u00a0: rien ne s’y enregistre.']),
    );
    expect(file.contract.moves).toEqual([]);
    expect(Object.values(file.grants)).not.toContain(true);
    const saved = await (
      await world.as('caseworker')
    )
      .put(`/api/pathways/${id}`, { facts: { isParent: true } })
      .set('If-Match', `"${file.version}"`);
    expect(saved.status).toBe(412);
  });

  test('on today, with everything known, it is the file, but for what may be done with it', async () => {
    const id = await aFileWithAPast();
    for (const name of ['caseworker', 'ofii', 'referent'] as const) {
      const [{ moves, grants, version, asKnownOn, contract, ...live }, past] = [
        await fileOf(name, id),
        await fileOf(name, id, { asOf: '2026-03-10' }),
      ];
      expect([asKnownOn, moves.length > 0, Object.keys(grants).length > 0, version > 0]).toEqual([
        null,
        true,
        true,
        true,
      ]);
      expect(past).toMatchObject({ ...live, contract: { ...contract, moves: [] } });
    }
  });

  test('a field of which only words were kept is as today, and said so to whoever may see it', async () => {
    const id = await aFileWithAPast();
    await world.owner.query(
      `update pathway_changes set was = null where pathway_id = $1 and field in ('facts.housing', 'person.phone', 'facts.cirSignedOn')`,
      [id],
    );
    await world.owner.query(
      `update pathway_changes set before = '0600000000' where pathway_id = $1 and field = 'person.phone'`,
      [id],
    );
    const asToday = async (name: PersonaName): Promise<readonly string[]> =>
      (await fileOf(name, id, { knownAt: '2026-03-04' })).asKnownOn?.asToday.slice(3) ?? [];
    expect([...(await asToday('caseworker'))].sort()).toEqual(['facts.cirSignedOn', 'facts.housing', 'person.phone']);
    expect([...(await asToday('ofii'))].sort()).toEqual(['facts.cirSignedOn', 'person.phone']);
    expect([...(await asToday('referent'))].sort()).toEqual(['facts.cirSignedOn', 'facts.housing']);
    const file = await fileOf('caseworker', id, { knownAt: '2026-03-04' });
    expect([file.contract.signedOn, file.person?.phone, file.name]).toEqual([
      '2025-10-15',
      '0639980009',
      'EXEMPLE Alma',
    ]);
  });
});

describe('who reads the past of a file', () => {
  test('whoever reaches it today, with what her role sees', async () => {
    const id = await aFileWithAPast();
    const days = { asOf: '2026-03-04', knownAt: '2026-03-04' };
    const referent = await ask('referent', id, days);
    expect(referent.text).not.toMatch(/alma|exemple|1990-05-04|1991/i);
    expect(referent.body).toMatchObject({ name: null, person: null, birth: null, asKnownOn: { asOf: '2026-03-04' } });
    // The birth is hidden, and yet it is that of the day that the plan was made with.
    expect((referent.body as PathwayFile).facts).not.toHaveProperty('bornOn');
    const ofii = await fileOf('ofii', id, days);
    expect(ofii.facts).not.toHaveProperty('housing');
    expect([...ofii.steps, ...ofii.stalls].map(({ domain }) => domain)).not.toContain('HEALTH');
    expect(ofii.events).toEqual([]);
    expect((await fileOf('caseworker', id, days)).facts.housing).toBe('CADA');
  });

  test('out of reach and absent are one answer, on any day', async () => {
    const id = await aFileWithAPast();
    for (const knownAt of ['2026-03-01', '2026-03-04']) {
      const foreign = await ask('neighbour', id, { knownAt });
      const absent = await ask('neighbour', '00000000-0000-4000-8000-00000000ffff', { knownAt });
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    }
    expect((await ask('prefecture', id, { knownAt: '2026-03-04' })).status).toBe(403);
  });

  test('before it was opened there was nothing to know, and whoever reaches it is told since when', async () => {
    const id = await aFileWithAPast();
    expect((await ask('caseworker', id, { knownAt: '2026-03-01' })).body).toMatchObject({
      status: 404,
      code: 'not_known_yet',
      detail: expect.stringContaining('2 mars 2026'),
    });
    expect((await ask('caseworker', id, { knownAt: '2026-03-02T07:59:59.999Z' })).status).toBe(404);
    expect((await ask('caseworker', id, { knownAt: '2026-03-02' })).status).toBe(200);
  });

  test('the day of the facts may be before Jalon knew the file, not before its follow-up began', async () => {
    clock.set('2026-03-02T08:00:00.000Z');
    const { id } = await world.aFile({ facts: { caseOpenedOn: '2025-09-01', cirSignedOn: '2025-09-15' } });
    expect((await ask('caseworker', id, { asOf: '2025-08-31' })).body).toMatchObject({
      status: 404,
      code: 'not_known_yet',
      detail: 'Ce dossier n’existait pas encore à cette date\u00a0: son suivi a commencé le 1er septembre 2025.',
    });
    const stood = await Promise.all(
      (['2025-09-01', '2025-09-14', '2025-09-15', '2025-09-16'] as const).map(async (asOf) => {
        const { facts, contract, cirSignedOn } = await fileOf('caseworker', id, { asOf });
        return [facts.cirSignedOn, cirSignedOn, contract.ruleSet, contract.state];
      }),
    );
    // What had not happened yet is not among what is known of that day; nor is what was taken back later.
    expect(stood).toEqual([
      [null, null, null, 'NOT_CONVENED'],
      [null, null, null, 'NOT_CONVENED'],
      ['2025-09-15', '2025-09-15', 'CIR-2025', 'SIGNED'],
      ['2025-09-15', '2025-09-15', 'CIR-2025', 'SIGNED'],
    ]);

    const first = await record(id, { contact: 'REACHED', on: '2025-10-01' });
    await record(id, { contact: 'NO_ANSWER', on: '2025-11-01', corrects: first?.events[0]?.id ?? '' });
    const told = await Promise.all(
      (['2025-09-30', '2025-10-01', '2025-10-31', '2025-11-01'] as const).map(async (asOf) =>
        (await fileOf('caseworker', id, { asOf })).events.map(({ on, superseded }) => [on, superseded]),
      ),
    );
    expect(told).toEqual([
      [],
      [['2025-10-01', false]],
      [['2025-10-01', false]],
      [
        ['2025-10-01', true],
        ['2025-11-01', false],
      ],
    ]);
  });

  test.each([
    [{ asOf: '2026-02-30' }, 'malformed_query'],
    [{ asOf: '' }, 'malformed_query'],
    [{ asOf: '2026-03-04T08:00:00Z' }, 'malformed_query'],
    [{ knownAt: 'hier' }, 'malformed_query'],
    [{ knownAt: '2026-03-04T25:00:00Z' }, 'malformed_query'],
    [{ asOf: '2026-03-11' }, 'day_to_come'],
    [{ knownAt: '2026-03-11' }, 'day_to_come'],
    [{ knownAt: '2026-03-10T23:00:00Z' }, 'day_to_come'],
    [{ asof: '2026-03-04' }, 'unknown_parameter'],
  ])('%j is refused: %s', async (days, code) => {
    const id = await aFileWithAPast();
    expect((await ask('caseworker', id, days as Days)).body).toMatchObject({ status: 400, code });
  });
});

test('what a monthly list changed is undone too: dates said in French, the opening day that follows, an address by its parts', async () => {
  const listed = async (instant: string, line: string): Promise<void> => {
    clock.set(instant);
    const view = await send('liste.csv', aMonthlyList(line));
    expect(view.refused).toBe(0);
    expect((await confirm(view.id)).state).toBe('DONE');
  };
  const line = aLineOf({ number: '9900007001', name: 'Liste' });
  await listed('2026-11-02T08:00:00.000Z', line);
  await listed(
    '2026-11-09T08:00:00.000Z',
    line
      .replace('01/10/2026', '05/10/2026')
      .replace('10/03/1990', '11/04/1991')
      .replace('1 rue des Tests;59000;Lille', '2, rue des Essais;59100;Roubaix'),
  );
  clock.set('2026-11-10T08:00:00.000Z');
  const [row] = (await (await world.as('ofii')).get(`/api/pathways?filter=${encodeURIComponent('{"q":"9900007001"}')}`))
    .body as PathwayFile[];
  const known = async (knownAt: string) => {
    const { facts, person } = await fileOf('ofii', row?.id ?? '', { knownAt });
    return [facts.cirSignedOn, facts.caseOpenedOn, facts.bornOn, person?.birth.value, person?.address];
  };
  expect(await known('2026-11-08')).toEqual([
    '2026-10-01',
    '2026-10-01',
    '1990-03-10',
    '1990-03-10',
    { line: '1 rue des Tests', postcode: '59000', commune: 'Lille' },
  ]);
  expect(await known('2026-11-09')).toEqual([
    '2026-10-05',
    '2026-10-05',
    '1991-04-11',
    '1991-04-11',
    { line: '2, rue des Essais', postcode: '59100', commune: 'Roubaix' },
  ]);
});

/** What one does to a file, after some hours. */
type Act =
  | { readonly kind: 'EVENT'; readonly event: PathwayEvent }
  | { readonly kind: 'REPLACE' | 'RETRACT'; readonly which: number }
  | { readonly kind: 'FACTS'; readonly facts: Partial<Facts> };
const anyAct: fc.Arbitrary<{ readonly hours: number; readonly act: Act }> = fc.record({
  hours: fc.integer({ min: 1, max: 700 }),
  act: fc.oneof(
    { weight: 8, arbitrary: anyEvent.map((event): Act => ({ kind: 'EVENT', event })) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('REPLACE' as const, 'RETRACT' as const), which: fc.nat(9) }),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(anyFacts, fc.constantFrom(...HOUSING_CODES, null), fc.subarray(FACTS_CORRECTED()))
        .map(([facts, housing, kept]): Act => {
          const every: Partial<Facts> = { ...facts, housing };
          return { kind: 'FACTS', facts: Object.fromEntries(kept.map((field) => [field, every[field] ?? null])) };
        }),
    },
  ),
});
function FACTS_CORRECTED(): (keyof Facts)[] {
  return [
    'cirSignedOn',
    'permitExpiresOn',
    'protectionGrantedOn',
    'asylumSupportEndedOn',
    'extensionMonths',
    'isParent',
    'housing',
  ];
}

test('is, for whatever was recorded in whatever order, the plan of what had been recorded by then', async () => {
  const met = { events: 0, replaced: 0, facts: 0, undone: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAct, { minLength: 10, maxLength: 16 }),
      fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.boolean()), { minLength: 6, maxLength: 6 }),
      async (acts, looks) => {
        let now = Date.parse(`${ORIGIN}T09:00:00.000Z`);
        clock.set(new Date(now).toISOString());
        const opened = await world.aFile({ facts: { ...NOTHING_SIGNED, caseOpenedOn: ORIGIN } });
        const facts = [{ at: now, facts: completeFacts(opened.facts as Partial<Facts>) }];
        const events: (PathwayEvent & { recordedAt: string })[] = [];
        for (const { hours, act } of acts) {
          now += hours * 3_600_000;
          clock.set(new Date(now).toISOString());
          const recordedAt = new Date(now).toISOString();
          if (act.kind === 'FACTS') {
            if ((await correct('caseworker', opened.id, { facts: act.facts })) !== 200) continue;
            met.facts += 1;
            facts.push({ at: now, facts: completeFacts({ ...facts.at(-1)?.facts, ...act.facts }) });
            continue;
          }
          const event = eventOf(act, events, dayInParis(new Date(now)));
          const file = event === undefined ? undefined : await record(opened.id, event);
          const isNew = ({ seq }: { seq: number }): boolean => seq > (events.at(-1)?.seq ?? 0);
          const [own, ...followed] = (file?.events ?? []).filter(isNew).sort((a, b) => a.seq - b.seq);
          if (event === undefined || own === undefined) continue;
          met[act.kind === 'EVENT' ? 'events' : 'replaced'] += 1;
          const on = event.on ?? dayInParis(new Date(now));
          events.push({ ...event, on, id: own.id, seq: own.seq, recordedAt });
          // What follows from a decision is recorded with it.
          for (const one of followed) events.push({ ...one, recordedAt } as unknown as (typeof events)[number]);
        }

        const span = Math.floor((now - Date.parse(ORIGIN)) / 86_400_000);
        for (const [known, fact, whole] of looks) {
          const day = plusDays(ORIGIN, Math.floor((span * known) / 100));
          const asOf = plusDays(ORIGIN, Math.floor((span * fact) / 100));
          // A day is meant whole; an instant cuts it.
          const knownAt = whole ? day : `${day}T09:30:00.000Z`;
          const wasKnown = (at: number): boolean =>
            whole ? dayInParis(new Date(at)) <= day : at <= Date.parse(knownAt);
          if (!wasKnown(facts[0]?.at ?? 0)) continue;
          const stood = facts.filter(({ at }) => wasKnown(at)).at(-1)?.facts ?? {};
          met.undone += facts.at(-1)?.facts === stood ? 0 : 1;
          const expected = planFollowUp({
            facts: factsHappenedBy(asOf, stood),
            events: events.filter(({ recordedAt }) => wasKnown(Date.parse(recordedAt))),
            today: asOf,
          });
          expect(planOf(await fileOf('caseworker', opened.id, { asOf, knownAt }))).toEqual(planOf(expected));
        }
      },
    ),
    { numRuns: 12, examples: [[A_DECISION_TAKEN_BACK, LOOKS]] },
  );
  // The histories have something to tell.
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(0);
});

/** The end of a permit alone may be to come; a birth is no day of the follow-up. */
function factsHappenedBy(day: CalendarDay, facts: Partial<Facts>): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([field, value]) =>
        !field.endsWith('On') || field === 'permitExpiresOn' || field === 'bornOn' || value === null || value <= day,
    ),
  );
}

const decided: PathwayEvent = { step: 'LANGUAGE_DECISION', status: 'DONE', outcome: 'EXEMPT_LEVEL', on: ORIGIN };
/** What follows from a decision is recorded with it, and taken back with it. */
const A_DECISION_TAKEN_BACK: { readonly hours: number; readonly act: Act }[] = [
  { hours: 100, act: { kind: 'EVENT', event: decided } },
  { hours: 100, act: { kind: 'RETRACT', which: 0 } },
  { hours: 100, act: { kind: 'FACTS', facts: { isParent: true } } },
];
const LOOKS: [number, number, boolean][] = [10, 40, 50, 70, 90, 99].map((known) => [known, 99, true]);

const NOTHING_SIGNED = {
  cirSignedOn: null,
  enteredFranceOn: null,
  firstPermitOn: null,
  permitType: null,
  permitExpiresOn: null,
};

function eventOf(
  act: Exclude<Act, { kind: 'FACTS' }>,
  events: readonly PathwayEvent[],
  today: CalendarDay,
): PathwayEvent | undefined {
  if (act.kind === 'EVENT') return happenedBy(today, act.event);
  const target = events[act.which % Math.max(1, events.length)];
  if (target === undefined || target.id === undefined || 'retracts' in target) return undefined;
  if (act.kind === 'RETRACT') return { retracts: target.id };
  const { id, seq: _seq, recordedAt: _recordedAt, corrects: _corrects, ...body } = target;
  return { ...body, on: plusDays(body.on, -1), corrects: id } as PathwayEvent;
}

/** The same event, dated within the days gone by: what has not happened yet is refused. */
function happenedBy(today: CalendarDay, event: PathwayEvent): PathwayEvent {
  const on = event.on ?? today;
  const earlier = plusDays(ORIGIN, daysBetween(ORIGIN, on) % (daysBetween(ORIGIN, today) + 1));
  const until = 'until' in event && event.until ? { until: plusDays(earlier, daysBetween(on, event.until)) } : {};
  return { ...event, on: earlier, ...until };
}

interface Planned {
  readonly status: string;
  readonly lastContactOn: CalendarDay | null;
  readonly nextDueOn: CalendarDay | null;
  readonly contractRuleSet: string | null;
  readonly steps: readonly object[];
  readonly stalls: readonly object[];
  readonly turns: readonly object[];
}

function planOf({
  status,
  lastContactOn,
  nextDueOn,
  contractRuleSet,
  steps,
  stalls,
  turns,
  ...more
}: Planned & object): object {
  const { contract, contractState, cirEndsOn } = more as Partial<PathwayFile> & {
    contractState?: string;
    cirEndsOn?: string | null;
  };
  return {
    ...{ status, lastContactOn, nextDueOn, contractRuleSet, steps, stalls, turns },
    contractState: contractState ?? contract?.state,
    cirEndsOn: cirEndsOn === undefined ? contract?.endsOn : cirEndsOn,
  };
}
