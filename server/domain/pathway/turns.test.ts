import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { STEP_CODES } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import { planPathway } from './plan.ts';

describe('whose turn each day was', () => {
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
