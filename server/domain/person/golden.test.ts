import { expect, test } from '@jest/globals';
import { readGolden, recallOf, searchAmong } from './testing/golden.ts';
import { GOLDEN_TUNED } from './testing/goldenTuned.ts';
import { crowd, withoutHomonyms } from './testing/population.ts';

const TODAY = '2026-11-26';

test('of the half tuned on, at least 97 in 100 are among the first five, in a crowd of their origins', () => {
  const golden = readGolden(GOLDEN_TUNED);
  const people = [...golden, ...withoutHomonyms(crowd(2500), golden)];
  const recall = recallOf(golden, searchAmong(people, TODAY));
  expect(recall.asked).toBeGreaterThan(200);
  expect({ missed: recall.missed, isEnough: recall.found / recall.asked >= 0.97 }).toMatchObject({ isEnough: true });
});
