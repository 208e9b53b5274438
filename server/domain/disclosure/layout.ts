import { ALL, cellKey, type Axis, type Coordinates, type RawTable } from './table.ts';

/** Where the cells of one table lie in the numbering of the page. */
export interface Layout {
  readonly axes: readonly Axis[];
  readonly strides: readonly number[];
  readonly margins: readonly number[];
  readonly first: number;
}

/** Numbers the cells of the tables one table after the other. */
export function layOut(tables: readonly RawTable[]): Layout[] {
  let first = 0;
  return tables.map(({ shape: { axes }, cells }) => {
    const layout = {
      axes,
      strides: axes.map((_, i) => axes.slice(i + 1).reduce((product, axis) => product * axis.members.length, 1)),
      margins: axes.map((axis) => axis.members.findIndex((member) => member.code === ALL)),
      first,
    };
    first += cells.length;
    return layout;
  });
}

/**
 * The number of a cell.
 * @throws Error when the page has no such cell.
 */
export function numberOf(
  tables: readonly RawTable[],
  layouts: readonly Layout[],
  code: string,
  at: Coordinates,
): number {
  const layout = layouts[tables.findIndex(({ shape }) => shape.code === code)];
  if (layout === undefined) throw new Error(`No table ${code} on this page.`);

  return layout.axes.reduce((cell, axis, i) => {
    const index = axis.members.findIndex((member) => member.code === at[axis.code]);
    if (index < 0) throw new Error(`Table ${code} has no cell ${cellKey(layout.axes, at)}.`);
    return cell + index * (layout.strides[i] ?? 0);
  }, layout.first);
}

function sizeOf({ axes }: Layout): number {
  return axes.reduce((product, axis) => product * axis.members.length, 1);
}

/** The rank of the member of a cell on an axis. */
export function memberIndex({ first, strides, axes }: Layout, cell: number, axis: number): number {
  return Math.floor((cell - first) / (strides[axis] ?? 1)) % (axes[axis]?.members.length ?? 1);
}

/** Lines along an axis that has a total: the total, and the cells under it. */
export function linesAlong(layout: Layout, axis: number): { total: number; parts: number[] }[] {
  const stride = layout.strides[axis] ?? 1;
  const margin = layout.margins[axis] ?? -1;
  const length = layout.axes[axis]?.members.length ?? 0;
  return Array.from({ length: sizeOf(layout) }, (_, i) => layout.first + i)
    .filter((cell) => memberIndex(layout, cell, axis) === margin)
    .map((total) => ({
      total,
      parts: Array.from({ length }, (_, i) => total + (i - margin) * stride).filter((cell) => cell !== total),
    }));
}

/** The ranks of the axes that have this kind of margin. */
export function axesWith(layout: Layout, margin: Axis['margin']): number[] {
  return layout.axes.flatMap((axis, i) => (axis.margin === margin ? [i] : []));
}
