import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, daysBetween, plusDays } from '../calendar/calendarDay.ts';
import { stallStateOn } from '../stall/stallSpell.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planPathway } from './plan.ts';

const origin = day('2025-08-01');
const within = (days: number) => fc.integer({ min: 0, max: days }).map((offset) => plusDays(origin, offset));
const step = fc.constantFrom('HEALTH_COVER', 'CAF_RIGHTS', 'LANGUAGE_DECISION', 'LANGUAGE_START', 'LANGUAGE_END', 'CIVIC_SESSION_1', 'CIVIC_SESSION_2', 'CIVIC_SESSION_3', 'PERMIT_RENEWAL', 'JOB_ENTRY', 'BPI_PERMIT_ISSUED', 'DNA_EXIT');
const anyEvent: fc.Arbitrary<PathwayEvent> = fc.oneof(
  fc.record({ step, status: fc.constantFrom('REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'WAITING_THIRD_PARTY', 'DONE', 'TO_DO'), on: within(400), outcome: fc.constantFrom('PRESCRIBED', 'OFFERED_ACCEPTED', 'EXEMPT_LEVEL') }) as fc.Arbitrary<PathwayEvent>,
  fc.record({ contact: fc.constantFrom('REACHED', 'NO_ANSWER'), on: within(400) }) as fc.Arbitrary<PathwayEvent>,
  fc.record({ attendance: fc.constant('LANGUAGE' as const), on: within(400), attendedHours: fc.integer({ min: 0, max: 20 }), plannedHours: fc.constant(20) }),
  fc.record({ test: fc.constant('LANGUAGE' as const), on: within(400), score: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ handover: fc.constant(true as const), on: within(400) }),
  fc.record({ extension: fc.constantFrom('DNA_EXIT', 'CPH_STAY'), on: within(400) }) as fc.Arbitrary<PathwayEvent>,
  fc.record({ contract: fc.constantFrom('EXTENDED', 'ABSENT_AT_PLATFORM', 'TERMINATED'), on: within(400), months: fc.integer({ min: 1, max: 6 }) }) as fc.Arbitrary<PathwayEvent>,
  fc.tuple(within(400), fc.integer({ min: 0, max: 90 })).map(([on, days]): PathwayEvent => ({ silence: 'NO_HEALTH_COVER', on, until: plusDays(on, days), reason: 'OTHER' })),
  fc.tuple(within(400), fc.integer({ min: 0, max: 30 })).map(([on, days]): PathwayEvent => ({ pause: 'TRAVEL', on, until: plusDays(on, days) })),
);
const anyFacts: fc.Arbitrary<Partial<Facts>> = fc.record({
  cirSignedOn: fc.option(within(60), { nil: null }),
  caseOpenedOn: fc.constant(origin),
  firstPermitOn: within(30),
  permitExpiresOn: within(400),
  protectionGrantedOn: fc.option(within(30), { nil: null }),
  asylumSupportEndedOn: fc.option(within(90), { nil: null }),
  refugeeHousingEnteredOn: fc.option(within(90), { nil: null }),
});

describe('the rows stored are true on any later day', () => {
  test('stalls and overdue steps read from the rows are those of a plan made on the day', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyEvent, { maxLength: 25 }), fc.integer({ min: 0, max: 500 }), (facts, events, later) => {
        const written = plusDays(origin, 400);
        const looked = plusDays(written, later);
        const stored = derivePathway({ facts, events }, written);
        const plan = planPathway({ facts, events, today: looked });

        const read = stored.stallSpells.flatMap((spell) => {
          const state = stallStateOn(spell, looked);
          return state === null ? [] : [`${spell.rule} ${state} ${state === 'WATCH' ? '' : spell.sinceOn}`];
        });
        expect(read).toEqual(plan.stalls.map(({ rule, state, since }) => `${rule} ${state} ${since ?? ''}`));

        const overdue = stored.stepSpells.filter(({ isOpen, waitsFor, dueOn }) => isOpen && waitsFor.length === 0 && dueOn !== null && dueOn < looked);
        expect(overdue.map(({ step: code }) => code)).toEqual(plan.steps.filter(({ state }) => state === 'OVERDUE').map(({ code }) => code));
        expect(stored.nextDueOn === null || stored.nextDueOn >= looked).toBe(overdue.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  test('the days by turn add up exactly to the elapsed days', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyEvent, { maxLength: 25 }), fc.integer({ min: 0, max: 500 }), (facts, events, elapsed) => {
        const today = plusDays(origin, elapsed);
        const { turns } = planPathway({ facts, events, today });
        expect(turns.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween(origin, today));
      }),
      { numRuns: 200 },
    );
  });

  test('a spell that really was is kept, with what ended it', () => {
    const facts = { caseOpenedOn: day('2025-01-10'), cirSignedOn: day('2025-01-10') };
    const events: PathwayEvent[] = [{ id: 'c1', contact: 'REACHED', on: day('2025-04-20') }];
    const spells = derivePathway({ facts, events }, day('2025-05-01')).stallSpells.filter(({ rule }) => rule === 'NO_CONTACT');
    expect(spells.map(({ spell, sinceOn, clearedOn, clearedByEventId }) => ({ spell, sinceOn, clearedOn, clearedByEventId }))).toEqual([
      { spell: 1, sinceOn: '2025-03-12', clearedOn: '2025-04-20', clearedByEventId: 'c1' },
      { spell: 2, sinceOn: '2025-06-20', clearedOn: null, clearedByEventId: null },
    ]);
  });

  test('closing the file ends every stall and every lateness', () => {
    const facts = { caseOpenedOn: day('2025-01-10'), cirSignedOn: day('2025-01-10') };
    const plan = planPathway({ facts, events: [{ closure: 'GOALS_MET', on: day('2025-12-01') }], today: day('2026-03-01') });
    expect(plan.stalls).toEqual([]);
    expect(plan.steps.filter(({ state }) => state === 'OVERDUE' || state === 'DUE_SOON')).toEqual([]);
  });
});
