import type { ReactNode } from 'react';

/** One column of a table: the same cell makes the row of the wide table and the line of the narrow card. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names the row: a header of the row, and the title of its card. */
  readonly isRowHeader?: boolean;
  /** The key that the API sorts by; absent when it does not. */
  readonly sortKey?: string;
  readonly align?: 'right';
  readonly width?: string;
  /** A number or a date, never cut over two lines. */
  readonly isShort?: boolean;
  /** Sentences: on a card, they take the whole width under their label. */
  readonly isLong?: boolean;
  /** What another cell says in a sentence: to be scanned down the table, and said twice on a card. */
  readonly isTableOnly?: boolean;
  /** The title of the card, when the cell alone would not say what it is (a line number). */
  readonly cardTitle?: (row: Row) => string;
}

export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

export interface Group<Row> {
  readonly key: string;
  readonly label: string;
  readonly rows: readonly Row[];
}

export const opposite = (order: Sort['order']): Sort['order'] => (order === 'ASC' ? 'DESC' : 'ASC');

/** Rows in the order they come, cut where the group changes: the server's order is kept. */
export function inGroups<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => { key: string; label: string },
): Group<Row>[] {
  return rows.reduce<Group<Row>[]>((groups, row) => {
    const { key, label } = groupOf(row);
    const last = groups.at(-1);
    if (last?.key !== key) return [...groups, { key, label, rows: [row] }];
    return [...groups.slice(0, -1), { ...last, rows: [...last.rows, row] }];
  }, []);
}
