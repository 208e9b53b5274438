import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const DOCS = join(process.cwd(), 'docs');
const NAMED = /`([\w./]+\.test\.ts)`: “([^”]+)”/g;

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

const namedIn = (text: string): NamedTest[] =>
  [...text.matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title }));

/** Whether a test of that title stands in that file: the quotes are those of the code. */
function isThere({ file, title }: NamedTest): boolean {
  const path = join(process.cwd(), 'server', 'testing', file);
  return (
    existsSync(path) && new RegExp(`\\btest(\\.each\\(.*\\))?\\('${escaped(title)}',`).test(readFileSync(path, 'utf8'))
  );
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'));

describe('the tests that the documentation names', () => {
  test.each(pages)('those of %s are there, under that title', (page) => {
    expect(namedIn(readFileSync(join(DOCS, page), 'utf8')).filter((named) => !isThere(named))).toEqual([]);
  });

  test('each of the sixteen repairs of react-admin names at least one', () => {
    const rows = readFileSync(join(DOCS, 'accessibility.md'), 'utf8').split('\n');
    const proven = rows.flatMap((row) => {
      const [, repair] = /^\| (F\d+) /.exec(row) ?? [];
      return repair !== undefined && namedIn(row).length > 0 ? [repair] : [];
    });
    expect(proven).toEqual(Array.from({ length: 16 }, (_, index) => `F${index + 1}`));
  });

  test('a title that no test has, or in another file, is told', () => {
    const title = 'a title that no test has, or in another file, is told';
    expect(isThere({ file: 'documentedTests.test.ts', title })).toBe(true);
    expect(isThere({ file: 'boundaries.test.ts', title })).toBe(false);
    expect(isThere({ file: 'documentedTests.test.ts', title: 'a title' })).toBe(false);
    expect(isThere({ file: 'nowhere.test.ts', title })).toBe(false);
  });
});
