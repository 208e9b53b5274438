import { axesWith, layOut, linesAlong, numberOf, type Layout } from './layout.ts';
import { listSwaps, type Swap } from './swaps.ts';
import {
  ALL,
  type Coordinates,
  type RawCell,
  type RawTable,
  type Relation,
  type TableShape,
  type Term,
} from './table.ts';

/** Σ times[i] × figure of cells[i] >= 0, for every page that could be the true one. */
export interface Inequality {
  readonly cells: readonly number[];
  readonly times: readonly number[];
}

/** All the cells of a page under one numbering, with what binds them. */
export interface PageModel {
  readonly tables: readonly RawTable[];
  /** Number of the first cell of each table. */
  readonly firstCell: readonly number[];
  readonly value: readonly number[];
  readonly people: readonly number[];
  /** How many cells that are not empty, and no totals, the cell is made of. */
  readonly extent: readonly number[];
  /** On how many axes the cell is a total. */
  readonly marginLevel: readonly number[];
  readonly tableOf: readonly number[];
  /** The cells under one total, and that total, have the same block: the axes that do not add up are fixed. */
  readonly blockOf: readonly string[];
  /** The cells that differ by their population only have the same row. */
  readonly rowOf: readonly string[];
  /** The lines along the axes that add up. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
  readonly inequalities: readonly Inequality[];
  readonly inequalitiesOf: readonly (readonly number[])[];
  /** The changes that move a cell up by one, one by choice of a partner on each axis that adds up. */
  swapsOf(cell: number): readonly Swap[];
  cellAt(table: string, at: Coordinates): number;
}

/**
 * Numbers the cells of a page and lists what binds them, from the margins of the axes and the declared relations.
 * @throws Error when the figures themselves break a sum or a relation: they were not counted at the same instant.
 */
export function modelPage(tables: readonly RawTable[], relations: readonly Relation[]): PageModel {
  const layouts = layOut(tables);
  const cells = tables.flatMap((table) => table.cells);
  const value = cells.map((cell) => cell.value);
  const cellAt = (code: string, at: Coordinates): number => numberOf(tables, layouts, code, at);

  const inequalities = [
    ...layouts.flatMap((layout) => unionInequalities(layout)),
    ...relations.map(({ larger, smaller }) => toInequality(larger, smaller, cellAt)),
  ];

  const sums = layouts.flatMap((layout) => axesWith(layout, 'SUM').flatMap((axis) => linesAlong(layout, axis)));
  const swaps = new Map<number, readonly Swap[]>();
  const tableOf = tables.flatMap((table, index) => table.cells.map(() => index));
  const model = {
    tables,
    firstCell: layouts.map(({ first }) => first),
    value,
    people: cells.map((cell) => cell.people),
    extent: extentsOf(layouts, cells),
    marginLevel: cells.map(({ at }) => Object.values(at).filter((member) => member === ALL).length),
    tableOf,
    blockOf: tables.flatMap(({ shape, cells: own }) => own.map(({ at }) => blockOf(shape, at))),
    rowOf: tables.flatMap(({ shape, cells: own }) => own.map(({ at }) => rowOf(shape, at))),
    inequalities,
    inequalitiesOf: indexByCell(cells.length, inequalities),
    sums,
    swapsOf(cell: number) {
      const known = swaps.get(cell);
      if (known !== undefined) return known;
      const layout = layouts[tableOf[cell] ?? -1];
      const listed = layout === undefined ? [] : listSwaps(layout, cell);
      swaps.set(cell, listed);
      return listed;
    },
    cellAt,
  };
  if (!isSound(model, value))
    throw new Error('The figures of this page contradict each other: they were not counted together.');
  return model;
}

function extentsOf(layouts: readonly Layout[], cells: readonly RawCell[]): number[] {
  const extent = cells.map(({ at, value }): number => (value > 0 && !Object.values(at).includes(ALL) ? 1 : 0));
  for (const layout of layouts) {
    // Axis after axis: the totals of the first are parts of the totals of the next.
    for (const axis of [...axesWith(layout, 'SUM'), ...axesWith(layout, 'UNION')]) {
      for (const { total, parts } of linesAlong(layout, axis)) {
        extent[total] = parts.reduce((sum, part) => sum + (extent[part] ?? 0), 0);
      }
    }
  }
  return extent;
}

function blockOf({ code, axes }: TableShape, at: Coordinates): string {
  return [code, ...axes.flatMap((axis) => (axis.margin === 'SUM' ? [] : [at[axis.code]]))].join('|');
}

function rowOf({ code, axes, breakdown }: TableShape, at: Coordinates): string {
  return [code, ...axes.flatMap((axis) => (axis.code === breakdown?.axis ? [] : [at[axis.code]]))].join('|');
}

function unionInequalities(layout: Layout): Inequality[] {
  return axesWith(layout, 'UNION').flatMap((axis) =>
    linesAlong(layout, axis).flatMap(({ total, parts }) => [
      ...parts.map((part) => ({ cells: [total, part], times: [1, -1] })),
      { cells: [...parts, total], times: [...parts.map(() => 1), -1] },
    ]),
  );
}

function toInequality(
  larger: readonly Term[],
  smaller: readonly Term[],
  cellAt: (table: string, at: Coordinates) => number,
): Inequality {
  const terms = [...larger, ...smaller.map((term) => ({ ...term, times: -term.times }))];
  return { cells: terms.map(({ table, at }) => cellAt(table, at)), times: terms.map(({ times }) => times) };
}

function indexByCell(size: number, inequalities: readonly Inequality[]): number[][] {
  const byCell = Array.from({ length: size }, (): number[] => []);
  inequalities.forEach(({ cells }, index) => cells.forEach((cell) => byCell[cell]?.push(index)));
  return byCell;
}

/** How far an inequality is from being broken; negative once it is. */
export function slackOf({ cells, times }: Inequality, value: readonly number[]): number {
  return cells.reduce((sum, cell, i) => sum + (times[i] ?? 0) * (value[cell] ?? 0), 0);
}

/** Whether a page of figures keeps all the sums and relations that any reader knows. */
export function isSound(
  { sums, inequalities }: Pick<PageModel, 'sums' | 'inequalities'>,
  value: readonly number[],
): boolean {
  return (
    sums.every(({ total, parts }) => parts.reduce((all, part) => all + (value[part] ?? 0), 0) === value[total]) &&
    inequalities.every((inequality) => slackOf(inequality, value) >= 0)
  );
}
