import { expect, test } from '@jest/globals';
import { isOfiiStall, STALLS_TELLING_OF_OTHERS } from './ofiiStalls.ts';

test('a stall of the office’s domains that a home clears is not the office’s', () => {
  // The row policies name these rules (migrations, « stalls telling of a home »): another one needs a migration.
  expect(STALLS_TELLING_OF_OTHERS).toEqual(['NO_OUTCOME_12M']);
});

test.each([
  ['INCOME_GAP', true],
  ['PES_NO_REGISTRATION', true],
  ['NO_OUTCOME_12M', false],
  ['NO_HEALTH_COVER', false],
  ['ASYLUM_HOUSING_OVERSTAY', false],
] as const)('%s: %s', (rule, isRead) => {
  expect(isOfiiStall(rule)).toBe(isRead);
});
