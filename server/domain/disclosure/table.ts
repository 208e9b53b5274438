/** The member that stands for a whole axis. */
export const ALL = 'ALL';

/**
 * How the ALL member of an axis follows from the others:
 * SUM    each person, or step, is in exactly one member: ALL is their sum;
 * UNION  one person may be in several members: ALL counts each once, so max(members) <= ALL <= sum(members);
 * NONE   the axis has no ALL.
 */
export type Margin = 'SUM' | 'UNION' | 'NONE';

export interface AxisMember {
  readonly code: string;
  readonly label: string;
}

export interface Axis {
  readonly code: string;
  readonly label: string;
  readonly margin: Margin;
  /** In the order shown; contains `ALL` exactly when `margin` is not NONE. */
  readonly members: readonly AxisMember[];
}

/** One member code by axis code. */
export type Coordinates = Readonly<Record<string, string>>;

/**
 * When being counted in a cell says something delicate of everyone in a small group:
 * LINE   the group is a line along `axis`, the delicate states are `members`;
 * WHOLE  the group is the cell of `table` that has the same members on the axes `on`.
 */
export type Sensitivity =
  | { readonly kind: 'LINE'; readonly axis: string; readonly members: readonly string[] }
  | { readonly kind: 'WHOLE'; readonly table: string; readonly on: readonly string[] };

/** The populations that a table sets apart; `population` names the table that counts them, when it is another one. */
export interface Breakdown {
  readonly axis: string;
  readonly population?: string;
}

/** A table as it is published, figures apart. */
export interface TableShape {
  readonly code: string;
  readonly title: string;
  readonly definition: { readonly code: string; readonly version: number; readonly sentence: string };
  readonly axes: readonly Axis[];
  readonly breakdown?: Breakdown;
  readonly sensitive?: Sensitivity;
  /** Cells that are zero by definition, which no reader needs to be told: each entry fixes some axes. */
  readonly alwaysZero?: readonly Coordinates[];
}

/** An unprotected figure: `value` is what the table counts, `people` the number of distinct people behind it. */
export interface RawCell {
  readonly at: Coordinates;
  readonly value: number;
  readonly people: number;
}

/** Unprotected: never leaves the server. `cells` holds every cell, the last axis turning fastest. */
export interface RawTable {
  readonly shape: TableShape;
  readonly cells: readonly RawCell[];
}

/** `times` times the figure of one cell of the page. */
export interface Term {
  readonly table: string;
  readonly at: Coordinates;
  readonly times: number;
}

/** What any reader knows to be true between figures of the page, beyond the margins of its axes: Σ larger >= Σ smaller. */
export interface Relation {
  readonly larger: readonly Term[];
  readonly smaller: readonly Term[];
}

/** Every combination of members of a table, the last axis turning fastest. */
export function coordinatesOf(axes: readonly Axis[]): Coordinates[] {
  return axes.reduce<Coordinates[]>(
    (prefixes, axis) => prefixes.flatMap((at) => axis.members.map((member) => ({ ...at, [axis.code]: member.code }))),
    [{}],
  );
}

/** One text per cell, the same whatever the order of the keys of `at`. */
export function cellKey(axes: readonly Axis[], at: Coordinates): string {
  return axes.map(({ code }) => at[code] ?? '').join('|');
}

/** Whether a cell has these members on the axes that they name. */
export function matches(at: Coordinates, fixed: Coordinates): boolean {
  return Object.entries(fixed).every(([axis, member]) => at[axis] === member);
}

/** Whether any reader knows this cell to be zero. */
export function isAlwaysZero({ alwaysZero = [] }: TableShape, at: Coordinates): boolean {
  return alwaysZero.some((fixed) => matches(at, fixed));
}

/** A figure as it is published. One mark for every hidden cell: nothing says which are small and which protect them. */
export type PublishedCell =
  { readonly at: Coordinates; readonly value: number } | { readonly at: Coordinates; readonly suppressed: true };

/** What a reader holds. */
export interface PublishedTable {
  readonly shape: TableShape;
  readonly cells: readonly PublishedCell[];
}
