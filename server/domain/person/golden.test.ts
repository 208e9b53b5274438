import { expect, test } from '@jest/globals';
import { readGolden, recallOf, searchAmong } from './testing/golden.ts';
import { GOLDEN_HELD } from './testing/goldenHeld.ts';
import { GOLDEN_SCRIPTS } from './testing/goldenScripts.ts';
import { GOLDEN_TUNED } from './testing/goldenTuned.ts';
import { GOLDEN_UNSEEN } from './testing/goldenUnseen.ts';
import { crowd, withoutHomonyms } from './testing/population.ts';

const TODAY = '2026-11-26';

test('of names of other scripts, and births with a month in words, each is among the first five', () => {
  const golden = readGolden(GOLDEN_SCRIPTS);
  const people = [...golden, ...withoutHomonyms(crowd(1500), golden)];
  const recall = recallOf(golden, searchAmong(people, TODAY));
  expect(recall.asked).toBeGreaterThanOrEqual(70);
  expect(recall.missed).toEqual([]);
});

test.each([
  ['the half that the rules were tuned on', GOLDEN_TUNED],
  ['the half that they were not', GOLDEN_HELD],
  ['names that no rule had seen', GOLDEN_UNSEEN],
])('of %s, at least 97 in 100 are among the first five, in a crowd of their origins', (_, half) => {
  const golden = readGolden(half);
  const people = [...golden, ...withoutHomonyms(crowd(1500), golden)];
  const recall = recallOf(golden, searchAmong(people, TODAY));
  expect(recall.asked).toBeGreaterThan(200);
  expect({ missed: recall.missed, isEnough: recall.found / recall.asked >= 0.97 }).toMatchObject({ isEnough: true });
});
