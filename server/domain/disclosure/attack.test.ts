import { describe, expect, test } from '@jest/globals';
import { attack } from './attack.ts';
import { anAxis, aShape } from './testing/population.ts';
import type { PublishedCell, PublishedTable } from './table.ts';

const group = anAxis('group', 'SUM', ['A', 'B', 'C']);

function cells(axis: string, figures: Readonly<Record<string, number | null>>): PublishedCell[] {
  return Object.entries(figures).map(([member, value]) =>
    value === null ? { at: { [axis]: member }, suppressed: true } : { at: { [axis]: member }, value },
  );
}

/** What the adversary learns, as [low, high] by member. */
function learnt(
  tables: readonly PublishedTable[],
  relations: Parameters<typeof attack>[1] = [],
): Record<string, [number, number]> {
  return Object.fromEntries(
    attack(tables, relations).map(({ table, at, low, high }) => [[table, ...Object.values(at)].join(' '), [low, high]]),
  );
}

describe('The adversary', () => {
  test('recovers the only hidden cell of a line from its total', () => {
    const table = { shape: aShape('T', [group]), cells: cells('group', { ALL: 60, A: 40, B: 15, C: null }) };

    expect(learnt([table])).toEqual({ 'T C': [5, 5] });
  });

  test('learns of two hidden cells only that they share what is left', () => {
    const table = { shape: aShape('T', [group]), cells: cells('group', { ALL: 60, A: 40, B: null, C: null }) };

    expect(learnt([table])).toEqual({ 'T B': [0, 20], 'T C': [0, 20] });
  });

  test('recovers a total from its parts', () => {
    const table = { shape: aShape('T', [group]), cells: cells('group', { ALL: null, A: 40, B: 15, C: 0 }) };

    expect(learnt([table])).toEqual({ 'T ALL': [55, 55] });
  });

  test('knows that causes overlap: the total is between the greatest and the sum', () => {
    const shape = aShape('T', [anAxis('cause', 'UNION', ['late', 'lost'])]);

    expect(learnt([{ shape, cells: cells('cause', { ALL: null, late: 30, lost: 20 }) }])).toEqual({
      'T ALL': [30, 50],
    });
    expect(learnt([{ shape, cells: cells('cause', { ALL: 35, late: 30, lost: null }) }])).toEqual({
      'T lost': [5, 35],
    });
  });

  test('reads the tables of a page together', () => {
    const people = { shape: aShape('P', [group]), cells: cells('group', { ALL: 60, A: 40, B: null, C: null }) };
    const stalled = { shape: aShape('S', [group]), cells: cells('group', { ALL: 20, A: 0, B: 17, C: 3 }) };
    const relations = ['B', 'C'].map((member) => ({
      larger: [{ table: 'P', at: { group: member }, times: 1 }],
      smaller: [{ table: 'S', at: { group: member }, times: 1 }],
    }));

    expect(learnt([people, stalled], relations)).toEqual({ 'P B': [17, 17], 'P C': [3, 3] });
    expect(learnt([people], [])).toEqual({ 'P B': [0, 20], 'P C': [0, 20] });
  });
});
