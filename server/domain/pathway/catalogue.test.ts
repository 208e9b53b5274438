import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plusDays } from '../calendar/calendarDay.ts';
import { catalogueOf } from './catalogue.ts';
import { fold } from './fold.ts';
import { advance, openStanding } from './standing.ts';
import { stepDates } from './stepDates.ts';
import { anyFacts, anyHistory, ORIGIN, SPAN } from './testing/histories.ts';

test('no date moves but by what the catalogue says moves it, or by a signature', () => {
  fc.assert(
    fc.property(anyFacts, anyHistory, (given, events) => {
      const { facts, changes } = fold({ facts: given, events }, plusDays(ORIGIN, SPAN));
      const standing = openStanding(facts, ORIGIN);
      for (const change of changes) {
        const { signedOn } = standing;
        const catalogue = catalogueOf(standing.ruleSet.code, facts);
        const datesNow = (): unknown[] => catalogue.steps.map((step) => stepDates(standing, step));
        const before = datesNow();
        advance(standing, change);
        if (standing.signedOn !== signedOn) continue;
        const { movedBySteps, movedByExtensions, movedByPermits } = catalogue;
        const movable =
          change.kind === 'STATUS'
            ? (movedBySteps[change.step] ?? [])
            : change.kind === 'PERMIT'
              ? movedByPermits
              : movedByExtensions;
        const still = (dates: unknown[]): unknown[] => dates.filter((_, place) => !movable.includes(place));
        expect(still(datesNow())).toEqual(still(before));
      }
    }),
    { numRuns: 150 },
  );
});
