import {
  ALL,
  cellKey,
  coordinatesOf,
  matches,
  type Coordinates,
  type RawCell,
  type RawTable,
  type TableShape,
} from './table.ts';

/**
 * A table with all its cells from the rows of a `group by cube`, which says nothing of the empty ones.
 * @throws Error when a row is not of the table, comes twice, or counts impossibly: a page is never made of wrong figures.
 */
export function completeTable(shape: TableShape, rows: readonly RawCell[]): RawTable {
  checkAxes(shape);
  const byKey = new Map<string, RawCell>();
  for (const row of rows) {
    const key = cellKey(shape.axes, row.at);
    if (byKey.has(key)) throw new Error(`Table ${shape.code} has the cell ${key} twice.`);
    checkCounts(shape, key, row);
    byKey.set(key, row);
  }

  const cells = coordinatesOf(shape.axes).map((at): RawCell => {
    const key = cellKey(shape.axes, at);
    const row = byKey.get(key);
    byKey.delete(key);
    return { at, value: row?.value ?? 0, people: row?.people ?? 0 };
  });

  const [stranger] = byKey.keys();
  if (stranger !== undefined) throw new Error(`Table ${shape.code} has no cell ${stranger}.`);
  return { shape: { ...shape, alwaysZero: trueZeros(shape, cells) }, cells };
}

/** A zero that goes without saying, but that the figures belie, is nobody's knowledge. */
function trueZeros({ alwaysZero = [] }: TableShape, cells: readonly RawCell[]): readonly Coordinates[] {
  return alwaysZero.filter((fixed) => cells.every(({ at, value }) => value === 0 || !matches(at, fixed)));
}

function checkAxes({ code, axes }: TableShape): void {
  for (const axis of axes) {
    const hasMargin = axis.members.some((member) => member.code === ALL);
    if (hasMargin !== (axis.margin !== 'NONE'))
      throw new Error(`Axis ${axis.code} of ${code}: margin and members disagree.`);
  }
}

function checkCounts({ code }: TableShape, key: string, { value, people }: RawCell): void {
  const sound =
    Number.isInteger(value) && Number.isInteger(people) && people >= 0 && people <= value && people > 0 === value > 0;
  if (!sound) throw new Error(`Table ${code}, cell ${key}: ${value} for ${people} people is not a count.`);
}
