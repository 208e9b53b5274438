import { describe, expect, test } from '@jest/globals';
import { completeTable } from './completeTable.ts';
import type { Coordinates } from './table.ts';
import { anAxis, aShape } from './testing/population.ts';

const shape = aShape('FILES', [
  anAxis('state', 'SUM', ['open', 'closed']),
  anAxis('place', 'NONE', ['north', 'south']),
]);

describe('A table completed from the rows counted', () => {
  test('has every cell once, the last axis turning fastest, and zero where nothing was counted', () => {
    const { cells } = completeTable(shape, [{ at: { place: 'south', state: 'open' }, value: 3, people: 2 }]);

    expect(cells.map(({ at, value, people }) => [at['state'], at['place'], value, people])).toEqual([
      ['ALL', 'north', 0, 0],
      ['ALL', 'south', 0, 0],
      ['open', 'north', 0, 0],
      ['open', 'south', 3, 2],
      ['closed', 'north', 0, 0],
      ['closed', 'south', 0, 0],
    ]);
  });

  test.each([
    [
      'of a cell that the table does not have',
      [{ at: { state: 'lost', place: 'north' }, value: 1, people: 1 }],
      'no cell',
    ],
    ['without one of the axes', [{ at: { state: 'open' }, value: 1, people: 1 }], 'no cell'],
    [
      'that comes twice',
      [
        { at: { state: 'open', place: 'north' }, value: 1, people: 1 },
        { at: { place: 'north', state: 'open' }, value: 1, people: 1 },
      ],
      'twice',
    ],
    ['with more people than things', [{ at: { state: 'open', place: 'north' }, value: 1, people: 2 }], 'not a count'],
    ['with things of nobody', [{ at: { state: 'open', place: 'north' }, value: 1, people: 0 }], 'not a count'],
    ['that is not a whole number', [{ at: { state: 'open', place: 'north' }, value: 1.5, people: 1 }], 'not a count'],
  ])('refuses a row %s', (_, rows, words) => {
    expect(() => completeTable(shape, rows)).toThrow(words);
  });

  test('forgets a zero that goes without saying when the figures belie it', () => {
    const alwaysZero: Coordinates[] = [{ state: 'closed' }, { state: 'open', place: 'south' }];

    const table = completeTable({ ...shape, alwaysZero }, [
      { at: { state: 'closed', place: 'north' }, value: 1, people: 1 },
    ]);

    expect(table.shape.alwaysZero).toEqual([{ state: 'open', place: 'south' }]);
  });
});
