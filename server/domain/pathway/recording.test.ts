import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import { deepFreeze } from './deepFreeze.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { anyEvent, ORIGIN, WRITTEN } from './testing/histories.ts';
import { isLawful } from './testing/lawfulness.ts';
import { lawfulFollowUp } from './testing/lawfulHistories.ts';

/** Another order of recording: facts of different days are learnt in any order, corrections after what they correct. */
function recordedOtherwise(events: readonly PathwayEvent[], draws: readonly number[]): PathwayEvent[] {
  const left = [...events];
  const recorded: PathwayEvent[] = [];
  const waits = (event: PathwayEvent, place: number): boolean => {
    const target = 'retracts' in event ? event.retracts : event.corrects;
    return left.slice(0, place).some(({ id, on }) => on === event.on || (id !== undefined && id === target));
  };
  while (left.length > 0) {
    const ready = left.filter((event, place) => !waits(event, place));
    const next = ready[(draws[recorded.length % draws.length] ?? 0) % ready.length];
    if (next === undefined) throw new Error('Nothing may be recorded next');
    left.splice(left.indexOf(next), 1);
    recorded.push(next);
  }
  return recorded;
}

describe('the rows stored', () => {
  test('are the same whatever the order of recording, written one by one or rebuilt from zero', () => {
    const draws = fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 61 });
    fc.assert(
      fc.property(lawfulFollowUp, draws, ({ facts, events, origin }, drawn) => {
        const written = plusDays(origin, 900);
        deepFreeze(events);
        const rebuilt = derivePathway({ facts, events }, written);

        const recorded = recordedOtherwise(events, drawn);
        let rows = derivePathway({ facts, events: [] }, written);
        recorded.forEach((_event, index) => {
          rows = derivePathway({ facts, events: recorded.slice(0, index + 1) }, written);
        });
        expect(rows).toEqual(rebuilt);
        // A database gives them in no order: their numbers say it.
        const numbered = recorded.map((event, seq) => ({ ...event, seq })).reverse();
        expect(derivePathway({ facts: structuredClone(facts), events: numbered }, written)).toEqual(rebuilt);
      }),
      { numRuns: 100 },
    );
  });

  test('are those of before, once what was added has been taken back', () => {
    fc.assert(
      fc.property(lawfulFollowUp, anyEvent, ({ facts, events, origin }, added) => {
        const written = plusDays(origin, 900);
        const more: PathwayEvent[] = [...events, { ...added, id: 'added' }, { retracts: 'added' }];
        expect(derivePathway({ facts, events: more }, written)).toEqual(derivePathway({ facts, events }, written));
      }),
      { numRuns: 100 },
    );
  });

  test('keep their stalls when someone is called in vain, and when a pause is written, changed and taken back', () => {
    const pause = fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 60 }), fc.nat({ max: 60 }));
    fc.assert(
      fc.property(lawfulFollowUp, pause, ({ facts, events, origin }, [from, length, longer]) => {
        const written = plusDays(origin, 900);
        const on = plusDays(origin, from);
        const stalls = (more: readonly PathwayEvent[]): unknown =>
          derivePathway({ facts, events: [...events, ...more] }, written).stallSpells;
        const paused: PathwayEvent = { id: 'p1', pause: 'ILLNESS', on, until: plusDays(on, length) };
        const changed: PathwayEvent = { ...paused, id: 'p2', corrects: 'p1', until: plusDays(on, longer) };
        // No rule of today waits for the person by a delay that is not set by law: a pause moves no limit.
        for (const more of [[paused], [paused, changed], [{ contact: 'NO_ANSWER', on }] as const])
          expect(stalls(more)).toEqual(stalls([]));

        const pausesOf = (more: readonly PathwayEvent[]): unknown => derivePathway({ facts, events: more }, written);
        expect(pausesOf([paused, changed, { retracts: 'p2' }])).toEqual(pausesOf([paused]));
        expect(pausesOf([paused, changed])).toEqual(pausesOf([{ ...changed, corrects: undefined } as PathwayEvent]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is accepted', () => {
  const today = WRITTEN;
  const facts: fc.Arbitrary<Partial<Facts>> = fc.record({
    caseOpenedOn: fc.constant(ORIGIN),
    cirSignedOn: fc.constantFrom(null, day('2025-06-20'), day('2025-09-01')),
    extensionMonths: fc.constantFrom(0, 6),
    exemption: fc.constantFrom(null, null, 'HANDICAP'),
    protectionGrantedOn: fc.constantFrom(null, day('2025-05-15')),
  });
  const contractStates = [
    'CONVENED',
    'ABSENT_AT_PLATFORM',
    'SIGNED',
    'EXTENDED',
    'OPINION_ISSUED',
    'TERMINATION_NOTICE',
    'TERMINATED',
    'CLOSED_RESPECTED',
    'EXEMPT_FROM_CIR',
    'DECLINED_OPTIONAL',
  ] as const;
  const contractEvent = fc.record({
    contract: fc.constantFrom(...contractStates),
    on: fc.nat({ max: 500 }).map((later): CalendarDay => plusDays(ORIGIN, later)),
    months: fc.integer({ min: 1, max: 7 }),
  });
  /** Few steps, so that their sequences grow long. */
  const stepEvent = fc.record({
    step: fc.constantFrom(
      ...(['HEALTH_COVER', 'LANGUAGE_END', 'MENTORING', 'CIR_SIGNATURE', 'DRIVING_LICENCE_EXCHANGE'] as const),
      'PERMIT_RENEWAL',
    ),
    status: fc.constantFrom(
      ...(['TO_DO', 'REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'WAITING_THIRD_PARTY', 'DONE'] as const),
      ...(['NOT_APPLICABLE', 'EXEMPT', 'DECLINED', 'REFUSED_BY_BODY', 'ABANDONED', 'PARTIALLY_DONE'] as const),
    ),
    on: fc.nat({ max: 500 }).map((later): CalendarDay => plusDays(ORIGIN, later)),
  });
  const permit = fc
    .tuple(fc.nat({ max: 500 }), fc.integer({ min: -5, max: 400 }))
    .map(([later, length]): PathwayEvent => {
      const on = plusDays(ORIGIN, later);
      return { document: 'CST_SALARIE', on, until: plusDays(on, length) };
    });
  const fresh = fc.oneof(
    { weight: 5, arbitrary: stepEvent },
    { weight: 2, arbitrary: contractEvent },
    { weight: 1, arbitrary: permit },
    anyEvent,
  );
  const tried = fc.record({ event: fresh, mends: fc.constantFrom('', '', '', 'corrects', 'retracts'), of: fc.nat() });

  test('is in the tables of the domain data, corrections and retractions included; what is refused for its order is not', () => {
    const outcomes = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(facts, fc.array(tried, { maxLength: 60, size: 'max' }), (given, tries) => {
        let events: PathwayEvent[] = [];
        tries.forEach(({ event, mends, of }, index) => {
          const target = events[of % Math.max(1, events.length)]?.id;
          const id = `e${index}`;
          const asked = (
            target === undefined || mends === ''
              ? { ...event, id }
              : mends === 'corrects'
                ? { ...event, id, corrects: target }
                : { id, retracts: target }
          ) as PathwayEvent;
          const judged = judgeEvent({ facts: given, events }, asked, today);
          const lawful = isLawful(given, [...events, asked], today);
          if (judged.accepted) {
            expect(lawful).toBe(true);
            events = [...events, asked];
          } else if (/_(move|order)_not_allowed$/.test(judged.code)) expect(lawful).toBe(false);
          outcomes[judged.accepted ? 'accepted' : 'refused'] += 1;
        });
      }),
      { numRuns: 60 },
    );
    expect(outcomes.accepted).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(100);
  });
});
