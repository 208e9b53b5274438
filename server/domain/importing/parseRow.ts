import type { CalendarDay } from '../calendar/calendarDay.ts';
import { departmentOfPostcode } from '../person/department.ts';
import { cellText, type CellResult } from './cells.ts';
import { COLUMN_KEYS, COLUMNS, type ColumnKey, type LineValues } from './columns.ts';
import type { LineError, LineWarning } from './issues.ts';
import { headerOf, judgeLine } from './lineRules.ts';
import type { CellValue } from './sheet.ts';

/** The cells of a line by column; a column that the file does not have is absent. */
export type LineCells = { readonly [K in ColumnKey]?: CellValue | undefined };

export interface RowContext {
  readonly today: CalendarDay;
  /** Departments that the importer answers for. */
  readonly territory: readonly string[];
  /** Number of the line in the file: the header is line 1. */
  readonly line: number;
}

/** A line that can be taken. */
export interface ImportedLine {
  readonly line: number;
  readonly values: LineValues;
  /** Where the person lives; null when the postcode is empty. */
  readonly department: string | null;
  readonly warnings: readonly LineWarning[];
  /** What would refuse the line if it were to open a file: an empty cell changes nothing on a file already known, but cannot begin one. */
  readonly neededToOpen: readonly LineError[];
}

/** A line that cannot be taken, with every fault found and what the sender needs to recognise it. */
export interface RefusedLine {
  readonly line: number;
  readonly name: string | null;
  readonly foreignerNumber: string | null;
  readonly errors: readonly LineError[];
}

export type ParsedRow =
  { readonly kind: 'accepted'; readonly line: ImportedLine } | ({ readonly kind: 'refused' } & RefusedLine);

/** Reads one line of a list. Every fault of the line is said, not the first only. */
export function parseRow(cells: LineCells, context: RowContext): ParsedRow {
  const { line, territory } = context;
  const { values, errors: cellErrors, warnings: cellWarnings } = readCells(cells, context);
  const faulty = new Set(cellErrors.map(({ column }) => column));
  const judged = judgeLine(values, { territory, faulty });
  const issue = <Code>({ column, code, message }: { column: ColumnKey; code: Code; message: string }) => ({
    line,
    column: headerOf(column),
    code,
    message,
  });

  const errors = inColumnOrder([...cellErrors, ...judged.errors]).map(issue);
  if (errors.length > 0) return { kind: 'refused', ...whoever(cells, line), errors };
  return {
    kind: 'accepted',
    line: {
      line,
      values,
      department: values.postcode === null ? null : departmentOfPostcode(values.postcode),
      warnings: inColumnOrder([...cellWarnings, ...judged.warnings]).map(issue),
      neededToOpen: judged.neededToOpen.map(issue),
    },
  };
}

type Said<Code> = { column: ColumnKey; code: Code; message: string };

function readCells(cells: LineCells, context: RowContext) {
  const values: Partial<Record<ColumnKey, unknown>> = {};
  const errors: Said<LineError['code']>[] = [];
  const warnings: Said<LineWarning['code']>[] = [];
  for (const column of COLUMN_KEYS) {
    const found: CellResult<unknown> = COLUMNS[column].read(cells[column], context);
    values[column] = found.kind === 'value' ? found.value : null;
    if (found.kind === 'error') errors.push({ column, code: found.code, message: found.message });
    else if (found.warning !== undefined) warnings.push({ column, ...found.warning });
  }
  // Each reader of COLUMNS gave its own column: the table and the type are made from the same entries.
  return { values: values as unknown as LineValues, errors, warnings };
}

function inColumnOrder<T extends { column: ColumnKey }>(said: readonly T[]): T[] {
  return [...said].sort((a, b) => COLUMN_KEYS.indexOf(a.column) - COLUMN_KEYS.indexOf(b.column));
}

function whoever(cells: LineCells, line: number) {
  const family = cellText(cells.usageName) || cellText(cells.birthName);
  const name = [family, cellText(cells.firstNames)].filter((part) => part !== '').join(' ');
  return { line, name: name === '' ? null : name, foreignerNumber: cellText(cells.foreignerNumber) || null };
}
