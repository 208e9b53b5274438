import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { STEP_CODES, type Party } from './codes.ts';
import { derivePathway } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planPathway } from './plan.ts';
import { stepDefinition } from './steps/index.ts';
import { anyFacts, anyHistory, ORIGIN } from './testing/histories.ts';

/** Whose turn one day was, looked at from that day alone. */
function partyOn(facts: Partial<Facts>, events: readonly PathwayEvent[], on: CalendarDay): Party {
  const { pauses, stepSpells } = derivePathway({ facts, events }, on);
  if (pauses.some(({ from, until }) => from <= on && (until === null || on <= until))) return 'PERSON';
  const open = stepSpells.filter(({ isOpen, waitsFor }) => isOpen && waitsFor.length === 0);
  const [first] = open.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  if (first === undefined) return 'ASSOCIATION_CASEWORKER';
  const party = first.status === 'WAITING_THIRD_PARTY' ? first.party : null;
  return party ?? stepDefinition(first.step).actedBy[0];
}

describe('whose turn each day was', () => {
  test('is what was said on that day, and the days add up exactly', () => {
    fc.assert(
      fc.property(anyFacts, anyHistory, fc.integer({ min: 0, max: 120 }), (facts, events, elapsed) => {
        const today = plusDays(ORIGIN, elapsed);
        const counted = new Map<Party, number>();
        for (let on = ORIGIN; on < today; on = plusDays(on, 1)) {
          const party = partyOn(facts, events, on);
          counted.set(party, (counted.get(party) ?? 0) + 1);
        }
        const { turns } = planPathway({ facts, events, today });
        expect(new Map(turns.map(({ party, days }) => [party, days]))).toEqual(counted);
        expect(turns.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween(ORIGIN, today));
      }),
      { numRuns: 60 },
    );
  });

  const facts = { caseOpenedOn: day('2025-09-01'), cirSignedOn: day('2025-09-01') };

  test('belongs to the one that a step waits for, then to the person during a pause', () => {
    const events: PathwayEvent[] = [
      { step: 'DOMICILIATION', status: 'WAITING_THIRD_PARTY', on: day('2025-09-11'), party: 'SIAO' },
      { pause: 'TRAVEL', on: day('2025-09-21'), until: day('2025-09-25') },
    ];
    const { turns } = planPathway({ facts, events, today: day('2025-10-01') });
    expect(turns).toEqual([
      { party: 'PERSON', days: 5 },
      { party: 'ASSOCIATION_CASEWORKER', days: 10 },
      { party: 'SIAO', days: 15 },
    ]);
  });

  test('before the signature, follows the rule set in force that day', () => {
    const left = ['RECEPTION_INTERVIEW', 'LANGUAGE_CERTIFICATION'];
    const events = STEP_CODES.filter((step) => !left.includes(step)).map((step): PathwayEvent => ({
      step,
      status: 'EXEMPT',
      on: day('2025-07-01'),
    }));
    const unsigned = { caseOpenedOn: day('2025-07-08'), permitExpiresOn: day('2026-01-01') };
    // From 18 July 2025 the certificate is due before the renewal of the permit; before, it waited for the training.
    expect(planPathway({ facts: unsigned, events, today: day('2025-07-28') }).turns).toEqual([
      { party: 'PERSON', days: 10 },
      { party: 'OFII_AUDITOR', days: 10 },
    ]);
  });

  test('stops on the day the file is closed', () => {
    const { turns } = planPathway({
      facts,
      events: [{ closure: 'LEFT_FRANCE', on: day('2025-09-11') }],
      today: day('2026-09-01'),
    });
    expect(turns.reduce((sum, { days }) => sum + days, 0)).toBe(10);
  });

  test('is nobody’s before the file is opened', () => {
    expect(planPathway({ facts: {}, events: [], today: day('2025-09-01') }).turns).toEqual([]);
  });
});
