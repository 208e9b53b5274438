import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';

const ROOT = process.cwd();
let planted: string;

/** A small tree of the same shape, in which a wall is broken on purpose. */
beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'jalon-walls-'));
  symlinkSync(join(ROOT, 'node_modules'), join(planted, 'node_modules'));
});
afterAll(() => rmSync(planted, { recursive: true }));

function plant(files: Record<string, string>): void {
  for (const folder of ['server', 'admin-ui', 'migrations', 'seeds'])
    rmSync(join(planted, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  }
}

function violations(files: Record<string, string>): string[] {
  plant(files);
  return violationsIn(planted, [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]);
}

function violationsIn(cwd: string, folders: readonly string[]): string[] {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  let report: string;
  try {
    report = execFileSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(report) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

describe('the walls between the rings', () => {
  test('are respected by the tree itself', () => {
    expect(violationsIn(ROOT, ['server', 'migrations', 'seeds', 'admin-ui/src'])).toEqual([]);
  });

  test('a tree that respects them is not blamed', () => {
    expect(
      violations({ 'server/domain/a.ts': "export { b } from './b.ts';", 'server/domain/b.ts': 'export const b = 1;' }),
    ).toEqual([]);
  });

  test.each([
    [
      'domain-decides-alone',
      {
        'server/domain/a.ts': "import { b } from '../platform/b.ts';\nexport const a = b;",
        'server/platform/b.ts': 'export const b = 1;',
      },
    ],
    [
      'domain-decides-alone',
      { 'server/domain/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;" },
    ],
    [
      'contract-has-no-logic-to-borrow',
      { 'server/contract/a.ts': "import express from 'express';\nexport const a = express;" },
    ],
    [
      'platform-knows-no-feature',
      {
        'server/platform/a.ts': "import { b } from '../features/x/b.ts';\nexport const a = b;",
        'server/features/x/b.ts': 'export const b = 1;',
      },
    ],
    [
      'features-meet-at-their-index',
      {
        'server/features/x/a.ts': "import { b } from '../y/b.ts';\nexport const a = b;",
        'server/features/y/b.ts': 'export const b = 1;',
      },
    ],
    ['one-door-to-the-data', { 'server/features/x/a.ts': "import pg from 'pg';\nexport const a = pg;" }],
    [
      'interface-knows-the-contract-only',
      {
        'admin-ui/src/a.ts': "import { b } from '../../server/domain/b.ts';\nexport const a = b;",
        'server/domain/b.ts': 'export const b = 1;',
      },
    ],
    [
      'interface-carries-no-schema',
      {
        'admin-ui/src/a.ts': "import { b } from '../../server/contract/b.ts';\nexport const a = b;",
        'server/contract/b.ts': 'export const b = 1;',
      },
    ],
    [
      'migrations-know-nothing',
      {
        'migrations/a.ts': "import { b } from '../server/domain/b.ts';\nexport const a = b;",
        'server/domain/b.ts': 'export const b = 1;',
      },
    ],
    [
      'tests-stay-out-of-the-program',
      {
        'server/features/x/a.ts': "import { b } from '../../testing/b.ts';\nexport const a = b;",
        'server/testing/b.ts': 'export const b = 1;',
      },
    ],
    [
      'no-circles',
      {
        'server/domain/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;",
        'server/domain/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;",
      },
    ],
  ])('%s: a breach is found', (rule, files) => expect(violations(files)).toContain(rule));
});

/** The rules that a planted text breaks. */
async function messages(text: string, path = 'server/domain/planted.ts'): Promise<string[]> {
  const eslint = new ESLint({ overrideConfigFile: join(ROOT, 'server/eslint.config.mjs'), cwd: ROOT });
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? '');
}

describe('the purity of the domain', () => {
  test.each([
    'new Date()',
    'Date()',
    'Date.now()',
    "Date['now']()",
    'Math.random()',
    "Math['random']()",
    'process.env',
    "fetch('x')",
    "globalThis.fetch('x')",
    'performance.now()',
    'crypto.randomUUID()',
    'new Intl.DateTimeFormat().format()',
    'setTimeout(() => undefined)',
  ])('%s is refused in the domain, and allowed elsewhere', async (expression) => {
    const refused = await messages(`export const x = ${expression};\n`);
    expect(refused.filter((rule) => /^no-restricted-(syntax|globals)$/.test(rule))).not.toEqual([]);
    expect(await messages(`export const x = ${expression};\n`, 'server/platform/planted.ts')).toEqual([]);
  });

  test.each([
    'const Clock = Date;',
    'const { random } = Math;',
    "import { isPast } from 'date-fns';",
    "import { startOfToday } from 'date-fns';",
  ])('%s is another name for the same', async (line) => {
    expect((await messages(`${line}\n`)).some((rule) => rule.startsWith('no-restricted-'))).toBe(true);
    expect(await messages("import { addMonths } from 'date-fns';\nexport const x = addMonths;\n")).toEqual([]);
  });

  test('a date made from what was given is allowed', async () => {
    expect(await messages('export const x = (at: number): Date => new Date(at);\n')).toEqual([]);
  });
});

describe('the one clock of the use cases', () => {
  const USE_CASE = 'server/features/pathways/planted.ts';

  test.each([
    'export const x = new Date();',
    'export const x = Date();',
    'export const x = Date.now();',
    "export const x = Date['now']();",
    'const Clock = Date;\nexport const x = new Clock();',
    "import { startOfToday } from 'date-fns';\nexport const x = startOfToday();",
    "import { systemClock } from '../../platform/clock.ts';\nexport const x = systemClock();",
  ])('%s is refused in a use case, and allowed to its tests', async (text) => {
    expect((await messages(`${text}\n`, USE_CASE)).some((rule) => rule.startsWith('no-restricted-'))).toBe(true);
    expect(await messages(`${text}\n`, 'server/features/pathways/planted.http.test.ts')).toEqual([]);
  });

  test('the clock that is passed in, and an instant that was read, are allowed', async () => {
    const text = [
      "import type { Clock } from '../../platform/clock.ts';",
      'export const x = (clock: Clock, at: string): Date[] => [clock.now(), new Date(at)];',
    ].join('\n');
    expect(await messages(`${text}\n`, USE_CASE)).toEqual([]);
  });
});
