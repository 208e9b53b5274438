import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isThere, type NamedTest } from './namedTests.ts';

const DOCS = join(process.cwd(), 'docs');
const NAMED = /`([\w./]+\.test\.ts)`: “([^”]+)”/g;

const namedIn = (text: string): NamedTest[] =>
  [...text.matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title }));

const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'));

describe('the tests that the documentation names', () => {
  test.each(pages)('those of %s are there, under that title', (page) => {
    expect(namedIn(readFileSync(join(DOCS, page), 'utf8')).filter((named) => !isThere(named))).toEqual([]);
  });

  test.each([
    ['accessibility.md', Array.from({ length: 16 }, (_, index) => `F${index + 1}`)],
    ['scenarios.md', ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C11', 'C12', 'C14', 'C17', 'C18']],
  ])('each row of the table of %s names at least one', (page, expected) => {
    const proven = readFileSync(join(DOCS, page), 'utf8')
      .split('\n')
      .flatMap((row) => {
        const [, code] = /^\| ([A-Z]\d+) /.exec(row) ?? [];
        return code !== undefined && namedIn(row).length > 0 ? [code] : [];
      });
    expect(proven).toEqual(expected);
  });

  test('a title that no test has, or in another file, is told', () => {
    const title = 'a title that no test has, or in another file, is told';
    expect(isThere({ file: 'documentedTests.test.ts', title })).toBe(true);
    expect(isThere({ file: 'boundaries.test.ts', title })).toBe(false);
    expect(isThere({ file: 'documentedTests.test.ts', title: 'a title' })).toBe(false);
    expect(isThere({ file: 'nowhere.test.ts', title })).toBe(false);
  });
});
