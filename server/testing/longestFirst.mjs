import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';

// Jest brings its sequencer; it is asked of Jest, whatever the layout of node_modules.
const ofJest = createRequire(createRequire(import.meta.url).resolve('jest'));
const { default: TestSequencer } = createRequire(ofJest.resolve('@jest/core'))('@jest/test-sequencer');

/**
 * The longest suites, in seconds on two cores. They need not be exact: they order, where Jest remembers no run, as on a
 * fresh clone. Whoever writes a suite of more than half a minute adds it.
 */
export const LONG = {
  'server/testing/recordMatrix.http.test.ts': 110,
  'server/testing/accessibilityOfRoles.browser.test.ts': 90,
  'server/testing/accessibilityOfAFile.browser.test.ts': 75,
  'server/testing/rights.browser.test.ts': 75,
  'server/testing/accessibilityOfScreens.browser.test.ts': 70,
  'server/features/pathways/asKnown.http.test.ts': 60,
  'server/testing/canaries.http.test.ts': 50,
  'server/features/accounts/accounts.http.test.ts': 50,
  'server/testing/thresholds.browser.test.ts': 48,
  'server/testing/week.browser.test.ts': 45,
  'server/features/rights/transfers.http.test.ts': 45,
  'server/testing/isolation.db.test.ts': 45,
  'server/domain/disclosure/protect.attack.test.ts': 43,
  'server/testing/fileFacts.browser.test.ts': 43,
  'server/testing/notes.browser.test.ts': 41,
  'server/testing/boundaries.test.ts': 33,
};

/** What any other is worth, by what it needs. */
const SECONDS_OF_A_KIND = { browser: 25, launch: 20, http: 10, db: 8, unit: 1 };

/** How long a suite will take: as it took here the last time, or as it is known to. */
export function secondsOf(path, lastMilliseconds) {
  if (lastMilliseconds !== undefined) return lastMilliseconds / 1000;
  const kind = /\.(browser|launch|http|db)\.test\.ts$/.exec(path)?.[1] ?? 'unit';
  return LONG[path] ?? SECONDS_OF_A_KIND[kind];
}

/** The longest first, so that none is left to run alone at the end; before them, those that failed the last time. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const seconds = new Map();
    for (const test of tests) {
      const path = relative(test.context.config.rootDir, test.path).split(sep).join('/');
      test.duration = this.time(test);
      seconds.set(test, secondsOf(path, test.duration));
    }
    const rank = (test) => [this.hasFailed(test) ? 1 : 0, seconds.get(test)];
    return [...tests].sort((a, b) => {
      const [failedA, secondsA] = rank(a);
      const [failedB, secondsB] = rank(b);
      return failedB - failedA || secondsB - secondsA;
    });
  }
}
