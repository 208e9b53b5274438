import { describe, expect, test } from '@jest/globals';
import { completeTable } from './completeTable.ts';
import { policyFor } from './policy.ts';
import { isProtected, protectPage, type ProtectedTable } from './protect.ts';
import { anAxis, aShape, countRows, randomPage } from './testing/population.ts';
import { matches, type Coordinates, type RawTable, type TableShape } from './table.ts';

const policy = policyFor('REPORTS');
const group = anAxis('group', 'SUM', ['A', 'B']);
const people = aShape('PEOPLE', [group], { breakdown: { axis: 'group' } });

/** A table of people by one axis. */
function peopleBy(counts: Readonly<Record<string, number>>, shape: TableShape = people): RawTable {
  const items = Object.entries(counts).flatMap(([member, count], index) =>
    Array.from({ length: count }, (_, i) => ({
      at: { [shape.axes[0]?.code ?? '']: member },
      person: index * 1000 + i,
    })),
  );
  return completeTable(shape, countRows(shape, items, 'PEOPLE'));
}

/** What the page shows of a cell: its figure, or that it is hidden. */
function shown(tables: readonly ProtectedTable[], code: string, at: Coordinates): number | 'hidden' | undefined {
  const cell = tables.find(({ shape }) => shape.code === code)?.cells.find((candidate) => matches(candidate.at, at));
  return cell === undefined ? undefined : 'value' in cell ? cell.value : 'hidden';
}

function shownOf(counts: Readonly<Record<string, number>>): (number | 'hidden' | undefined)[] {
  const { tables } = protectPage([peopleBy(counts)], [], policy);
  return ['ALL', 'A', 'B'].map((member) => shown(tables, 'PEOPLE', { group: member }));
}

describe('A protected page', () => {
  test.each([
    [10, ['hidden', 'hidden', 0]],
    [11, [11, 11, 0]],
    [12, [12, 12, 0]],
  ])('hides or shows a count of %i by the threshold of eleven', (count, expected) => {
    expect(shownOf({ A: count })).toEqual(expected);
  });

  test.each([
    [0, [40, 40, 0]],
    [1, [41, 'hidden', 'hidden']],
  ])('shows zero and hides one: with %i beside forty people', (count, expected) => {
    expect(shownOf({ A: 40, B: count })).toEqual(expected);
  });

  test('shows an empty page whole', () => {
    expect(shownOf({})).toEqual([0, 0, 0]);
  });

  test('hides a second cell where the total would give the first away', () => {
    expect(shownOf({ A: 40, B: 10 })).toEqual([50, 'hidden', 'hidden']);
    expect(shownOf({ A: 40, B: 11 })).toEqual([51, 40, 11]);
  });

  test('hides the same cells of the same figures every time', () => {
    const page = randomPage(7, 120, 3);

    const runs = [1, 2].map(() => JSON.stringify(protectPage(page.tables, page.relations, policy)));

    expect(runs[0]).toBe(runs[1]);
  });

  test('puts one mark on every hidden cell, whatever hid it, and nothing else of the figures', () => {
    const { tables } = protectPage([peopleBy({ A: 40, B: 3 })], [], policy);

    expect(tables[0]?.cells).toEqual([
      { at: { group: 'ALL' }, value: 43 },
      { at: { group: 'A' }, suppressed: true },
      { at: { group: 'B' }, suppressed: true },
    ]);
  });

  test('says under which policy it was made', () => {
    expect(protectPage([], [], policy)).toEqual({ policy: { threshold: 11, version: '2026-1' }, tables: [] });
  });

  test('is not made of figures that do not add up', () => {
    const table = completeTable(people, [
      { at: { group: 'ALL' }, value: 50, people: 50 },
      { at: { group: 'A' }, value: 40, people: 40 },
    ]);

    expect(() => protectPage([table], [], policy)).toThrow('contradict');
  });

  test('is not made of tables that contradict each other', () => {
    const stalled = peopleBy({ A: 41 }, { ...people, code: 'STALLED' });
    const relation = (table: string): { table: string; at: Coordinates; times: number } => ({
      table,
      at: { group: 'A' },
      times: 1,
    });
    const relations = [{ larger: [relation('PEOPLE')], smaller: [relation('STALLED')] }];

    expect(() => protectPage([peopleBy({ A: 40 }), stalled], relations, policy)).toThrow('contradict');
    expect(() => protectPage([peopleBy({ A: 41 }), stalled], relations, policy)).not.toThrow();
  });

  test('judges a cell that counts things on the people behind it', () => {
    const things = aShape('THINGS', [group]);
    const items = (owners: number, each: number): { at: Coordinates; person: number }[] =>
      Array.from({ length: owners * each }, (_, i) => ({ at: { group: 'A' }, person: i % owners }));

    const few = protectPage([completeTable(things, countRows(things, items(4, 15), 'ITEMS'))], [], policy);
    const many = protectPage([completeTable(things, countRows(things, items(15, 4), 'ITEMS'))], [], policy);

    expect(shown(few.tables, 'THINGS', { group: 'A' })).toBe('hidden');
    expect(shown(many.tables, 'THINGS', { group: 'A' })).toBe(60);
  });
});

describe('A small group all in one sensitive state', () => {
  const states = anAxis('state', 'SUM', ['going', 'dropped']);
  const shape = aShape('STATES', [states, group], {
    breakdown: { axis: 'group' },
    sensitive: { kind: 'LINE', axis: 'state', members: ['dropped'] },
  });
  const page = (dropped: number, state: string): ProtectedTable[] => {
    const others = Array.from({ length: 200 }, (_, person) => ({
      at: { state: person % 2 ? 'going' : 'dropped', group: 'B' },
      person,
    }));
    const small = Array.from({ length: dropped }, (_, i) => ({ at: { state, group: 'A' }, person: 1000 + i }));
    return [
      ...protectPage([completeTable(shape, countRows(shape, [...others, ...small], 'PEOPLE'))], [], policy).tables,
    ];
  };

  test.each([
    [29, 'hidden', 'hidden'],
    [30, 30, 0],
    [31, 31, 0],
  ])('is hidden, with a zero that would tell it, when it counts %i people', (count, state, zero) => {
    const tables = page(count, 'dropped');

    expect(shown(tables, 'STATES', { group: 'A', state: 'dropped' })).toBe(state);
    expect(shown(tables, 'STATES', { group: 'A', state: 'going' })).toBe(zero);
  });

  test('is shown when the state is not a sensitive one', () => {
    expect(shown(page(20, 'going'), 'STATES', { group: 'A', state: 'going' })).toBe(20);
  });

  test('is hidden where it is the whole of a population counted in another table', () => {
    const stalled = aShape('STALLED', [group], { sensitive: { kind: 'WHOLE', table: 'PEOPLE', on: ['group'] } });
    const stalledOf = (total: number, among: number): number | 'hidden' | undefined => {
      const tables = [peopleBy({ A: among, B: 100 }), peopleBy({ A: total, B: 60 }, stalled)];
      return shown(protectPage(tables, [], policy).tables, 'STALLED', { group: 'A' });
    };

    expect(stalledOf(20, 20)).toBe('hidden');
    expect(stalledOf(20, 21)).toBe(20);
    expect(stalledOf(30, 30)).toBe(30);
  });
});

describe('The breakdown of a population under the threshold', () => {
  const state = anAxis('state', 'SUM', ['todo', 'done']);
  const shape = aShape('STATES', [state, group], { breakdown: { axis: 'group', population: 'PEOPLE' } });
  const page = (small: number): readonly ProtectedTable[] => {
    const items = [
      ...Array.from({ length: 200 }, (_, person) => ({
        at: { state: person % 2 ? 'todo' : 'done', group: 'A' },
        person,
      })),
      ...Array.from({ length: small }, (_, i) => ({ at: { state: 'todo', group: 'B' }, person: 1000 + i })),
    ];
    const tables = [
      completeTable(
        people,
        countRows(
          people,
          items.map(({ at, person }) => ({ at: { group: at.group }, person })),
          'PEOPLE',
        ),
      ),
      completeTable(shape, countRows(shape, items, 'PEOPLE')),
    ];
    return protectPage(tables, [], policy).tables;
  };

  test('is not published, zeros included, so that the totals beside it can be', () => {
    const tables = page(5);

    expect(['ALL', 'A', 'B'].map((code) => shown(tables, 'STATES', { state: 'done', group: code }))).toEqual([
      100,
      'hidden',
      'hidden',
    ]);
    expect(['ALL', 'A', 'B'].map((code) => shown(tables, 'STATES', { state: 'todo', group: code }))).toEqual([
      105,
      'hidden',
      'hidden',
    ]);
  });

  test('is published from the threshold on', () => {
    expect(['ALL', 'A', 'B'].map((code) => shown(page(11), 'STATES', { state: 'done', group: code }))).toEqual([
      100, 100, 0,
    ]);
  });
});

describe('The type of a protected table', () => {
  const [table] = protectPage([peopleBy({ A: 40 })], [], policy).tables;
  if (table === undefined) throw new Error('no table');
  const present = (protectedTable: ProtectedTable): boolean => isProtected(protectedTable);

  test('is that of what protectPage makes', () => {
    expect(present(table)).toBe(true);
  });

  test('cannot be had by writing the same fields', () => {
    const imitation = { shape: table.shape, cells: table.cells };

    // @ts-expect-error a private member of a class that is not exported is missing
    expect(present(imitation)).toBe(false);
  });

  test('is lost by a copy, into which other cells could be put', () => {
    const copy = { ...table, cells: [{ at: { group: 'B' }, value: 3 }] };

    // @ts-expect-error a copy does not carry the private member
    expect(present(copy)).toBe(false);
  });

  test('cannot be had from a raw table', () => {
    // @ts-expect-error raw figures are not protected
    expect(present(peopleBy({ A: 3 }))).toBe(false);
  });

  test('does not let its cells be changed afterwards', () => {
    expect(Object.isFrozen(table)).toBe(true);
    expect(Object.isFrozen(table.cells)).toBe(true);
    expect(table.cells.every((cell) => Object.isFrozen(cell))).toBe(true);
  });
});
