import { cellText, compact } from './cells.ts';
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from './columns.ts';
import type { Column } from './column.ts';
import { COLON, quote } from './french.ts';
import type { Failure } from './issues.ts';
import type { LineCells } from './parseRow.ts';
import type { CellValue, SheetRow } from './sheet.ts';

/** The header may follow a title, an address, a line of groups: never further down than this. */
export const ROWS_BEFORE_HEADER = 20;
/** Fewer known headers than this, and the sheet is another document. */
const ENOUGH_HEADERS = 4;

const keyOfHeader = new Map<string, ColumnKey>(
  COLUMN_KEYS.flatMap((key) => {
    const { header, aliases = [] }: Column = COLUMNS[key];
    return [header, ...aliases].map((name) => [compact(name), key] as const);
  }),
);

/** Where each column is, and what was not recognised. */
export interface Header {
  readonly line: number;
  readonly positions: ReadonlyMap<ColumnKey, readonly number[]>;
  /** Texts of the header that are no known column. */
  readonly unknown: readonly string[];
}

function readHeader(row: SheetRow): Header {
  const positions = new Map<ColumnKey, number[]>();
  const unknown: string[] = [];
  row.cells.forEach((cell, position) => {
    const text = cellText(cell);
    if (text === '') return;
    const key = keyOfHeader.get(compact(text));
    if (key === undefined) unknown.push(text);
    else positions.set(key, [...(positions.get(key) ?? []), position]);
  });
  return { line: row.line, positions, unknown };
}

/** How many columns of the list a row of texts names. */
export function headerScore(row: SheetRow): number {
  return readHeader(row).positions.size;
}

/** Whether a row repeats the header, as lists printed by the page do. */
export function isHeaderAgain(row: SheetRow): boolean {
  return headerScore(row) >= ENOUGH_HEADERS;
}

/** The row that names the most columns, among the first ones; undefined when none names enough of them. */
export function findHeader(rows: readonly SheetRow[]): Header | undefined {
  let best: Header | undefined;
  for (const row of rows.slice(0, ROWS_BEFORE_HEADER)) {
    const header = readHeader(row);
    if (header.positions.size >= ENOUGH_HEADERS && header.positions.size > (best?.positions.size ?? 0)) best = header;
  }
  return best;
}

/** The position of each column, or why the header cannot serve. */
export function placeColumns(
  header: Header,
  headerRow: SheetRow,
  dataRows: readonly SheetRow[],
): ReadonlyMap<ColumnKey, number> | Failure {
  const missing = COLUMN_KEYS.filter((key) => (COLUMNS[key] as Column).required === true && !header.positions.has(key));
  if (missing.length > 0) return missingColumns(missing);
  const placed = new Map<ColumnKey, number>();
  for (const [key, positions] of header.positions) {
    const chosen = choosePosition(key, positions, headerRow, dataRows);
    if (chosen === undefined) return duplicateColumn(key);
    placed.set(key, chosen);
  }
  return placed;
}

/** Of columns that bear the same name, the only one written exactly, or the only one that holds something. */
function choosePosition(
  key: ColumnKey,
  positions: readonly number[],
  headerRow: SheetRow,
  dataRows: readonly SheetRow[],
): number | undefined {
  const exact = positions.filter(
    (position) => compact(cellText(headerRow.cells[position])) === compact(COLUMNS[key].header),
  );
  const candidates = exact.length > 0 ? exact : positions;
  if (candidates.length === 1) return candidates[0];
  const filled = candidates.filter((position) => dataRows.some(({ cells }) => cellText(cells[position]) !== ''));
  return filled.length > 1 ? undefined : (filled[0] ?? candidates[0]);
}

/** The cells of a row by column. */
export function cellsByColumn(row: SheetRow, placed: ReadonlyMap<ColumnKey, number>): LineCells {
  const cells: Partial<Record<ColumnKey, CellValue | undefined>> = {};
  for (const [key, position] of placed) cells[key] = row.cells[position];
  return cells;
}

function missingColumns(missing: readonly ColumnKey[]): Failure {
  const names = missing.map((key) => quote(COLUMNS[key].header)).join(', ');
  const message =
    missing.length === 1
      ? `La colonne ${names} manque. Ajoutez-la avec cet en-tête, puis déposez le fichier à nouveau.`
      : `Il manque des colonnes${COLON} ${names}. Ajoutez-les avec ces en-têtes, puis déposez le fichier à nouveau.`;
  return { code: 'missing_column', message };
}

function duplicateColumn(key: ColumnKey): Failure {
  return {
    code: 'duplicate_column',
    message: `La colonne ${quote(COLUMNS[key].header)} apparaît deux fois. Gardez celle qui fait foi, puis déposez le fichier à nouveau.`,
  };
}
