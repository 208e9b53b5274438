import type { ClosedTable } from './closedBreakdowns.ts';
import { isSound, type PageModel } from './pageModel.ts';
import { ALL, isAlwaysZero } from './table.ts';

/**
 * Pages in which everyone belongs to one population, for the breakdowns that are not published: from them it takes
 * little to show that a figure of a population may be nothing, or may be everything.
 * @returns only pages that a reader could not tell from the true one, given the cells hidden
 */
export function pagesOfOnePopulation(
  model: PageModel,
  closed: readonly ClosedTable[],
  hidden: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const members = new Set(closed.flatMap(({ table, axis }) => populationsOf(table.shape.axes, axis)));
  return [...members]
    .map((member) => pageOf(model, closed, member, hidden))
    .filter(
      (page) => isSound(model, page) && page.every((value, cell) => value === model.value[cell] || hidden.has(cell)),
    );
}

function populationsOf(axes: ClosedTable['table']['shape']['axes'], axis: string): string[] {
  return (axes.find(({ code }) => code === axis)?.members ?? []).map(({ code }) => code).filter((code) => code !== ALL);
}

function pageOf(
  model: PageModel,
  closed: readonly ClosedTable[],
  member: string,
  hidden: ReadonlySet<number>,
): number[] {
  const page = [...model.value];
  for (const { table, axis } of closed) {
    const { shape, cells } = table;
    for (const { at } of cells) {
      if (at[axis] !== ALL) continue;
      const total = model.cellAt(shape.code, at);
      const impossible = isAlwaysZero(shape, { ...at, [axis]: member });
      if (impossible && !hidden.has(total)) continue;

      if (impossible) page[total] = 0;
      for (const population of populationsOf(shape.axes, axis)) {
        page[model.cellAt(shape.code, { ...at, [axis]: population })] = population === member ? (page[total] ?? 0) : 0;
      }
    }
  }
  return page;
}

/**
 * The parts of a page that may all be zero whatever the rest is, by cell: blocks, tables, and the page itself.
 * A reader from whom such a part is hidden cannot exclude that it is empty.
 */
export function partsThatMayBeEmpty(model: PageModel): readonly (readonly (readonly number[])[])[] {
  const whole = model.value.map(() => 'PAGE');
  const parts = [model.blockOf, model.tableOf.map(String), whole].flatMap((nameOf) => {
    const byName = new Map<string, number[]>();
    nameOf.forEach((name, cell) => {
      const part = byName.get(name);
      if (part === undefined) byName.set(name, [cell]);
      else part.push(cell);
    });
    return [...byName.values()];
  });

  const byCell = model.value.map((): (readonly number[])[] => []);
  for (const part of parts) {
    const inside = new Set(part);
    const emptied = model.value.map((value, cell) => (inside.has(cell) ? 0 : value));
    if (!isSound(model, emptied)) continue;
    const counted = part.filter((cell) => model.value[cell] !== 0);
    counted.forEach((cell) => byCell[cell]?.push(counted));
  }
  return byCell;
}
