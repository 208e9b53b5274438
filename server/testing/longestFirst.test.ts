import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';

interface Test {
  readonly path: string;
  readonly context: { readonly config: { readonly rootDir: string; readonly cache: boolean } };
}
interface Sequencer {
  sort(tests: Test[]): Test[];
  time(test: Test): number | undefined;
  hasFailed(test: Test): boolean;
}
const ROOT = process.cwd();
const { default: LongestFirst, LONG } = (await import(
  pathToFileURL(join(ROOT, 'server', 'testing', 'longestFirst.mjs')).href
)) as { default: new () => Sequencer; LONG: Record<string, number> };

/** The order in which these suites start, where Jest remembers these milliseconds, and that these failed. */
function order(paths: readonly string[], { took = {}, failed = [] }: Memory = {}): string[] {
  const context = { config: { rootDir: ROOT, cache: false } };
  const nameOf = ({ path }: Test): string => paths.find((name) => path === join(ROOT, name)) ?? '';
  const sequencer = new LongestFirst();
  sequencer.time = (test) => took[nameOf(test)];
  sequencer.hasFailed = (test) => failed.includes(nameOf(test));
  return sequencer.sort(paths.map((path) => ({ path: join(ROOT, path), context }))).map(nameOf);
}
interface Memory {
  readonly took?: Record<string, number>;
  readonly failed?: readonly string[];
}

describe('the longest suites start first', () => {
  const [longest = '', long = ''] = Object.entries(LONG)
    .sort(([, a], [, b]) => b - a)
    .map(([path]) => path);

  test('as they are known, then by what they need, where no run is remembered', () => {
    expect(order(['a.test.ts', 'b.db.test.ts', 'c.http.test.ts', long, 'd.browser.test.ts', longest])).toEqual([
      longest,
      long,
      'd.browser.test.ts',
      'c.http.test.ts',
      'b.db.test.ts',
      'a.test.ts',
    ]);
  });

  test('as long as the last run took, where it is remembered', () => {
    const took = { 'a.test.ts': 900_000, 'b.http.test.ts': 50 };
    expect(order(['b.http.test.ts', longest, 'a.test.ts', 'c.test.ts'], { took })).toEqual([
      'a.test.ts',
      longest,
      'c.test.ts',
      'b.http.test.ts',
    ]);
  });

  test('but for those that failed the last time, which are known at once', () => {
    expect(order([longest, 'a.test.ts'], { failed: ['a.test.ts'] })).toEqual(['a.test.ts', longest]);
  });

  test('and each that is known as long is there', () => {
    expect(Object.keys(LONG).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
