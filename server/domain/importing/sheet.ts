/** Excel counts days from 1900 (Windows, the default) or from 1904 (old Macintosh workbooks). */
export type DateSystem = 1900 | 1904;

/**
 * A cell as the file holds it, before anyone decides what it means. A number keeps the digits written in the file
 * (`raw`): an identifier is read from those, never from the number.
 */
export type CellValue =
  | { readonly text: string }
  | { readonly number: number; readonly raw: string; readonly isDate: boolean; readonly dateSystem: DateSystem };

export interface SheetRow {
  /** As a spreadsheet numbers it: the first row of the file is 1, blank rows count. */
  readonly line: number;
  /** By position, from 0; holes and undefined are empty cells. */
  readonly cells: readonly (CellValue | undefined)[];
  readonly hidden?: boolean;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Merged ranges, such as `A5:A7`. */
  readonly merges: readonly { readonly ref: string; readonly fromLine: number; readonly toLine: number }[];
}
