import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { fired, situations } from '../stall/testing/situations.ts';
import type { PlanRequest } from './plan.ts';
import { PLAN_CASES } from './testing/planCases.ts';
import { parisDay } from './testing/reckoning/index.ts';

const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Noumea', 'Pacific/Kiritimati', 'Europe/Paris'] as const;
const COMPILED = fileURLToPath(new URL('../../dist/server/domain', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./testing/planDigest.mjs', import.meta.url));

interface Said {
  readonly offset: number;
  readonly plans: readonly string[];
  readonly days: readonly string[];
  readonly words: readonly string[];
}

const atBoundaries = situations.flatMap(({ facts, events = [], warnOn, limitOn, clearedBy }) =>
  [-1, 0, 1].flatMap((shift) =>
    [warnOn, limitOn].map((on): PlanRequest => {
      const today = plusDays(day(on), shift);
      return { facts, events: clearedBy === undefined ? events : [...events, clearedBy], today };
    }),
  ),
);
const whenFired = fired.flatMap(({ facts, events = [] }) =>
  [-1, 0, 1].map((shift): PlanRequest => ({ facts, events, today: plusDays(day('2024-02-29'), shift) })),
);
/** Recorded at the last and first instants of civil days in Paris, and asked for these days. */
const asKnown = PLAN_CASES.slice(0, 40).flatMap(({ facts, events, today }) =>
  ['2026-03-28T22:59:59.999Z', '2026-03-28T23:00:00Z', '2026-10-25T22:59:59.999Z', '2026-10-25T23:00:00Z'].map(
    (recordedAt): PlanRequest => {
      const recorded = [...events, { contact: 'REACHED', on: today } as const].map((event) => ({
        ...event,
        recordedAt,
      }));
      return { facts, events: recorded, today, knownAt: recordedAt < '2026-04' ? '2026-03-28' : '2026-10-25' };
    },
  ),
);
const plans: readonly PlanRequest[] = [...PLAN_CASES, ...atBoundaries, ...whenFired, ...asKnown];

/** Every half hour around the changes of the clocks and the ends of years, and the milliseconds of midnight. */
const instants = [
  '2026-03-28T20:00:00Z',
  '2026-10-24T20:00:00Z',
  '2023-12-31T20:00:00Z',
  '2024-02-28T20:00:00Z',
].flatMap((from) =>
  Array.from({ length: 64 }, (_, half) => Date.parse(from) + half * 1_800_000).flatMap((at) =>
    [at - 1, at, at + 1].map((instant) => new Date(instant).toISOString()),
  ),
);

function saidIn(zone: string, folder = COMPILED): Said {
  const said = execFileSync(process.execPath, [SCRIPT, folder], {
    env: { ...process.env, TZ: zone },
    input: JSON.stringify({ plans, instants }),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(said) as Said;
}

describe('whatever the zone of the server', () => {
  const said = ZONES.map((zone) => saidIn(zone));

  test('each process really was in its own', () => {
    expect(said.map(({ offset }) => offset)).toEqual([0, 480, -660, -840, -60]);
  });

  test('the plans of every case, of every boundary, and as known on a civil day, are the same', () => {
    expect(said[0]?.plans).toHaveLength(plans.length);
    for (const other of said) expect({ ...other, offset: 0 }).toEqual(said[0]);
  });

  test('an instant falls on the day that the clocks of Paris say, through both changes and at midnight', () => {
    for (const { days } of said) expect(days).toEqual(instants.map(parisDay));
  });

  test('one local date in the engine would be seen', () => {
    const planted = mkdtempSync(join(tmpdir(), 'jalon-zones-'));
    try {
      cpSync(COMPILED, join(planted, 'domain'), { recursive: true });
      symlinkSync(join(process.cwd(), 'node_modules'), join(planted, 'node_modules'));
      writeFileSync(join(planted, 'package.json'), '{"type":"module"}');
      const file = join(planted, 'domain/calendar/calendarDay.js');
      const local = 'const at = new Date(`${day}T00:00:00Z`); at.setDate(at.getDate() + count);';
      const text = readFileSync(file, 'utf8').replace(
        /export function plusDays\(day, count\) \{[^}]*\}/,
        `export function plusDays(day, count) { ${local} return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-'); }`,
      );
      expect(text).toContain('getFullYear');
      writeFileSync(file, text);
      const [west, here] = ['America/Los_Angeles', 'Europe/Paris'].map((zone) => saidIn(zone, join(planted, 'domain')));
      expect(west?.plans).not.toEqual(here?.plans);
    } finally {
      rmSync(planted, { recursive: true });
    }
  });
});
