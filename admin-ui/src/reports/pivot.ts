import type { ReportView } from '../../../server/contract/report.ts';

export type Table = ReportView['tables'][number];
export type Axis = Table['axes'][number];
export type Cell = Table['cells'][number];
type Member = Axis['members'][number];

export interface PivotRow {
  /** The member of the last row axis; '' for a single figure. */
  readonly label: string;
  readonly cells: readonly (Cell | undefined)[];
  /** True when every figure is known and is zero: a row that says nothing happened. */
  readonly isZero: boolean;
}

export interface PivotGroup {
  /** The members of the first row axes, when there are several; '' else. */
  readonly label: string;
  readonly rows: readonly PivotRow[];
}

export interface Pivot {
  readonly rowHeader: string;
  readonly columns: readonly string[];
  readonly groups: readonly PivotGroup[];
}

/** Lays a table out: its last axis in columns when it has several, the one before in rows, the others as groups of rows. */
export function toPivot(table: Table): Pivot {
  const columnAxis = table.axes.length > 1 ? table.axes.at(-1) : undefined;
  const others = columnAxis === undefined ? table.axes : table.axes.slice(0, -1);
  const rowAxis = others.at(-1);
  const groups = combinations(others.slice(0, -1)).map((place): PivotGroup => ({
    label: place.map(({ member }) => member.label).join(', '),
    rows: combinations(rowAxis === undefined ? [] : [rowAxis]).map((row) =>
      toRow(table, [...place, ...row], columnAxis),
    ),
  }));
  return {
    rowHeader: others.map(({ label }) => label).join(', '),
    columns: columnAxis?.members.map(({ label }) => label) ?? [''],
    groups,
  };
}

type Place = readonly { readonly axis: Axis; readonly member: Member }[];

function toRow(table: Table, place: Place, columnAxis: Axis | undefined): PivotRow {
  const places =
    columnAxis === undefined ? [place] : columnAxis.members.map((member) => [...place, { axis: columnAxis, member }]);
  const cells = places.map((at) => cellAt(table, at));
  return { label: place.at(-1)?.member.label ?? '', cells, isZero: cells.every((cell) => cell?.value === 0) };
}

function cellAt(table: Table, place: Place): Cell | undefined {
  return table.cells.find((cell) => place.every(({ axis, member }) => cell[axis.code] === member.code));
}

function combinations(axes: readonly Axis[]): Place[] {
  return axes.reduce<Place[]>(
    (rows, axis) => rows.flatMap((row) => axis.members.map((member) => [...row, { axis, member }])),
    [[]],
  );
}
