import type { PageModel } from './pageModel.ts';
import type { DisclosurePolicy } from './policy.ts';
import { ALL, isAlwaysZero, type Coordinates, type RawTable } from './table.ts';

/** A table of which no population is published, or only some blocks of it. */
export interface ClosedTable {
  readonly table: RawTable;
  readonly axis: string;
  readonly cells: readonly number[];
}

/**
 * The breakdowns that are not published at all. Where a population counts fewer people than the threshold, nearly all
 * its figures are small: hiding them one by one would cost the totals beside them, so the table gives its totals only,
 * and the figures of the populations are hidden, zeros included.
 * @param closePopulations closes, besides, every table whose populations are counted elsewhere on the page, and that count
 */
export function findClosedBreakdowns(
  model: PageModel,
  policy: DisclosurePolicy,
  closePopulations: boolean,
): ClosedTable[] {
  const shared = new Set(model.tables.flatMap(({ shape }) => shape.breakdown?.population ?? []));
  const closed = new Set<string>();
  return model.tables.flatMap((table, index) => {
    const { breakdown, code } = table.shape;
    if (breakdown === undefined) return [];

    const { axis, population = code } = breakdown;
    const whole = closed.has(population) || (closePopulations && shared.has(population));
    const isClosed = (at: Coordinates): boolean => whole || hasSmallPopulation(model, table, at, axis, policy);
    const cells = cellsOf(model, table, index, axis, isClosed);
    if (cells.length > 0) closed.add(code);
    return cells.length > 0 ? [{ table, axis, cells }] : [];
  });
}

function hasSmallPopulation(
  model: PageModel,
  { shape: { code, axes } }: RawTable,
  at: Coordinates,
  axis: string,
  { threshold }: DisclosurePolicy,
): boolean {
  const totals = axes.filter(({ margin }) => margin !== 'NONE').map((other) => [other.code, ALL]);
  const peopleOf = (member: string): number =>
    model.people[model.cellAt(code, { ...at, ...Object.fromEntries(totals), [axis]: member })] ?? 0;

  // When even the total is small, every figure of the block is hidden for itself and its zeros may stay.
  if (peopleOf(ALL) < threshold) return false;
  const members = axes.find((other) => other.code === axis)?.members ?? [];
  return members.some(
    (member) => member.code !== ALL && peopleOf(member.code) > 0 && peopleOf(member.code) < threshold,
  );
}

/** All but the totals, and but the figures that the total alone tells: the reader knows some zeros without being told. */
function cellsOf(
  model: PageModel,
  { shape, cells }: RawTable,
  index: number,
  axis: string,
  isClosed: (at: Coordinates) => boolean,
): number[] {
  const first = model.firstCell[index] ?? 0;
  const members = (shape.axes.find(({ code }) => code === axis)?.members ?? []).filter(({ code }) => code !== ALL);
  return cells.flatMap(({ at }, i) => {
    if (at[axis] === ALL || !isClosed(at)) return [];
    const total = model.value[model.cellAt(shape.code, { ...at, [axis]: ALL })] ?? 0;
    const possible = members.filter(({ code }) => !isAlwaysZero(shape, { ...at, [axis]: code }));
    return total === 0 || possible.length < 2 || isAlwaysZero(shape, at) ? [] : [first + i];
  });
}
