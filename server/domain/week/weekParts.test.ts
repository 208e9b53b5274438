import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, plusDays } from '../calendar/calendarDay.ts';
import { inOrder, WEEK_BLOCKS, type WeekLine } from './fileWeek.ts';
import { MOST_PEOPLE, weekParts, type LineOf } from './weekParts.ts';

interface File {
  readonly id: string;
}
type Lines = LineOf<File>[];
const TODAY = calendarDay('2026-11-26');

const line = fc
  .record({ block: fc.constantFrom(...WEEK_BLOCKS), late: fc.integer({ min: -9, max: 9 }), isLegal: fc.boolean() })
  .map(({ block, late, isLegal }): WeekLine => {
    const on = plusDays(TODAY, -late);
    return {
      kind: 'STEP',
      block,
      on,
      severity: 'NORMAL',
      isLegal,
      act: 'MOVE_STEP',
      step: 'CAF_RIGHTS',
      stalls: [],
      task: null,
    };
  });
/** However many files, and wherever their lines fall. */
const lines = fc.array(
  fc.record({ file: fc.integer({ min: 0, max: 8 }).map((id): File => ({ id: String(id) })), line }),
  { maxLength: 60 },
);
const most = fc.record(
  {
    LATE: fc.integer({ min: 1, max: 9 }),
    TODAY: fc.integer({ min: 1, max: 9 }),
    THIS_WEEK: fc.integer({ min: 1, max: 9 }),
    TO_WATCH: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [] },
);
const of = (all: Lines, block: string): Lines => all.filter((one) => one.line.block === block);
const people = (all: readonly LineOf<File>[]): string[] => [...new Set(all.map(({ file }) => file.id))];

describe('the parts of a week, however its lines fall', () => {
  test('a part that has lines shows some, and its counts are those of everything', () => {
    fc.assert(
      fc.property(lines, most, (all, asked) => {
        const parts = weekParts(all, asked);
        for (const block of WEEK_BLOCKS) {
          const own = of(all, block);
          expect([parts[block].lines, parts[block].people]).toEqual([own.length, people(own).length]);
          expect(parts[block].shown.length > 0).toBe(own.length > 0);
        }
      }),
    );
  });

  test('it tells as many people as are asked for, each with all her lines, those that wait least first', () => {
    fc.assert(
      fc.property(lines, most, (all, asked) => {
        const parts = weekParts(all, asked);
        for (const block of WEEK_BLOCKS) {
          const { shown } = parts[block];
          expect(people(shown)).toHaveLength(Math.min(asked[block] ?? MOST_PEOPLE, parts[block].people));
          expect(shown).toHaveLength(of(all, block).filter(({ file }) => people(shown).includes(file.id)).length);
          const whole = weekParts(all, { [block]: all.length + 1 })[block].shown;
          expect(people(shown)).toEqual(people(whole).slice(0, people(shown).length));
          for (const [index, one] of shown.slice(1).entries())
            expect(inOrder((shown[index] as LineOf<File>).line, one.line)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('nothing is out of reach: asked for so many more at a time, each line is told', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 4 }), (all, more) => {
        for (const block of WEEK_BLOCKS) {
          let [told, asked] = [weekParts(all, { [block]: more })[block], more];
          while (people(told.shown).length < told.people) {
            const before = told.shown.length;
            told = weekParts(all, { [block]: (asked += more) })[block];
            expect(told.shown.length).toBeGreaterThan(before);
          }
          expect(told.shown).toHaveLength(of(all, block).length);
          expect(new Set(told.shown)).toEqual(new Set(of(all, block)));
        }
      }),
    );
  });
});

test('a caseload of late files takes no place of today’s', () => {
  const on = (block: WeekLine['block'], id: number): LineOf<File> => ({
    file: { id: String(id) },
    line: { kind: 'NOTHING_PLANNED', block, on: null, severity: 'NORMAL', isLegal: false, act: 'PLAN_TASK' },
  });
  const many = Array.from({ length: 400 }, (_one, id) => on('LATE', id));
  const parts = weekParts([...many, on('TODAY', 1_000)]);
  expect([parts.LATE.lines, parts.LATE.shown.length, parts.TODAY.shown.length]).toEqual([400, MOST_PEOPLE, 1]);
});
