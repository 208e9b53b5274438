import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { nameKeys, SEARCH_RULES, searchKeys } from './searchKeys.ts';
import { birthOf, readGolden } from './testing/golden.ts';
import { GOLDEN_HELD } from './testing/goldenHeld.ts';
import { GOLDEN_TUNED } from './testing/goldenTuned.ts';
import { NAMES_IN_SCRIPTS } from './testing/namesInScripts.ts';

/** What the keys of some hundreds of people come to, by rules. Written by hand when the rules are raised. */
const FINGERPRINTS: Readonly<Record<number, string>> = { 2: 'eb7a018d9b3c2a7a' };

test('the keys of many people change with the number of their rules only: whoever is known already is then written again', () => {
  const hash = createHash('sha256');
  for (const { birth, ...person } of [GOLDEN_TUNED, GOLDEN_HELD].flatMap(readGolden))
    hash.update(JSON.stringify(searchKeys({ ...person, birth: birthOf(birth) })));
  hash.update(JSON.stringify(NAMES_IN_SCRIPTS.split(/\s+/).map((name) => nameKeys(name))));
  expect({ [SEARCH_RULES]: hash.digest('hex').slice(0, 16) }).toEqual({ [SEARCH_RULES]: FINGERPRINTS[SEARCH_RULES] });
});
