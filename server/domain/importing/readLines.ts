import { foldName } from '../person/foldName.ts';
import { cellText } from './cells.ts';
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from './columns.ts';
import { COLON, quote } from './french.ts';
import { cellsByColumn, findHeader, isHeaderAgain, placeColumns, type Header } from './header.ts';
import type { Failure, LineWarning } from './issues.ts';
import { parseRow, type ImportedLine, type LineCells, type RefusedLine, type RowContext } from './parseRow.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A list longer than this is several months, or another file. */
export const MAX_ROWS = 20_000;

export interface Lines {
  readonly ok: true;
  /** Lines after the header that speak of someone. */
  readonly rows: number;
  /** In their order. Lines that cannot open a file (`neededToOpen`) do not stand for their person: another may follow. */
  readonly accepted: readonly ImportedLine[];
  readonly refused: readonly RefusedLine[];
  /** Lines about a person already accepted higher up, by the foreigner number. */
  readonly repeated: readonly { readonly line: number; readonly sameAsLine: number }[];
  /** Of the file; those of a line are in the line. */
  readonly warnings: readonly LineWarning[];
}
export type ReadLines = Lines | { readonly ok: false; readonly failure: Failure };

export interface ReadLinesContext extends Omit<RowContext, 'line'> {
  /** Called now and then with the lines read and the lines in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

const PROGRESS_EVERY = 250;

/** A whole sheet, line by line. A refused line never blocks the others; only a sheet that is no list fails as one. */
export function readLines(sheet: Sheet, context: ReadLinesContext): ReadLines {
  const filled = sheet.rows.filter(isFilled);
  if (filled.length === 0)
    return failed({
      code: 'empty_file',
      message: 'Ce fichier est vide. Déposez la liste mensuelle des signataires du CIR.',
    });
  const header = findHeader(filled);
  if (header === undefined) return failed(notAList());
  const below = filled.filter(({ line }) => line > header.line);
  const headerRow = filled.find(({ line }) => line === header.line);
  const placed = headerRow === undefined ? notAList() : placeColumns(header, headerRow, below);
  if ('code' in placed) return failed(placed);

  const sorted = sortRows(below, placed);
  if (sorted.people.length > MAX_ROWS) return failed(tooManyRows());
  const merge = sheet.merges.find(({ fromLine, toLine }) =>
    sorted.people.some(({ line }) => line >= fromLine && line <= toLine),
  );
  if (merge !== undefined) return failed(mergedCells(merge.ref));
  return {
    ...readPeople(sorted.people, placed, context),
    warnings: [...headerWarnings(header, placed), ...hiddenRows(sorted.people, header), ...sorted.warnings],
  };
}

function readPeople(
  people: readonly SheetRow[],
  placed: ReadonlyMap<ColumnKey, number>,
  context: ReadLinesContext,
): Omit<Lines, 'warnings'> {
  const accepted: ImportedLine[] = [];
  const refused: RefusedLine[] = [];
  const repeated: { line: number; sameAsLine: number }[] = [];
  const lineOf = new Map<string, number>();
  people.forEach((row, index) => {
    if (index % PROGRESS_EVERY === 0) context.onProgress?.(index, people.length);
    const parsed = parseRow(cellsByColumn(row, placed), { ...context, line: row.line });
    if (parsed.kind === 'refused')
      return void refused.push({
        line: parsed.line,
        name: parsed.name,
        foreignerNumber: parsed.foreignerNumber,
        errors: parsed.errors,
      });
    const number = parsed.line.values.foreignerNumber ?? '';
    const sameAsLine = lineOf.get(number);
    if (sameAsLine !== undefined) return void repeated.push({ line: row.line, sameAsLine });
    if (parsed.line.neededToOpen.length === 0) lineOf.set(number, row.line);
    accepted.push(parsed.line);
  });
  context.onProgress?.(people.length, people.length);
  return { ok: true, rows: people.length, accepted, refused, repeated };
}

function isFilled({ cells }: SheetRow): boolean {
  return cells.some((cell) => cellText(cell) !== '');
}

/** The lines that speak of someone; the others (the header again, a total, a note under the table) are left out. */
function sortRows(
  rows: readonly SheetRow[],
  placed: ReadonlyMap<ColumnKey, number>,
): { people: SheetRow[]; warnings: LineWarning[] } {
  const people: SheetRow[] = [];
  const warnings: LineWarning[] = [];
  for (const row of rows) {
    const cells = cellsByColumn(row, placed);
    if (hasNumber(cells)) {
      people.push(row);
      continue;
    }
    const texts = row.cells.map(cellText).filter((text) => text !== '');
    if (isHeaderAgain(row)) warnings.push(ignored(row, 'Cette ligne répète l’en-tête. Elle n’a pas été comptée.'));
    else if (isNote(cells, texts))
      warnings.push(
        ignored(row, `${quote(texts.join(' '))} n’est pas une personne${COLON} la ligne n’a pas été comptée.`),
      );
    else people.push(row);
  }
  return { people, warnings };
}

const TOTAL = /^(?:sous )?tota(?:l|ux)\b/;
/** A note fills one or two cells; a person's line, even a poor one, many more. */
const CELLS_OF_A_NOTE = 3;

/** Something like a foreigner number: the line is about someone, whatever else it holds. */
function hasNumber({ foreignerNumber }: LineCells): boolean {
  return /\d{6,}/.test(cellText(foreignerNumber).replaceAll(' ', ''));
}

/** A line without number, name nor birth, and with next to nothing in it, is a total or a note. */
function isNote(cells: LineCells, texts: readonly string[]): boolean {
  if (texts.some((text) => TOTAL.test(foldName(text)))) return cellText(cells.birth) === '';
  const identity = [cells.foreignerNumber, cells.birthName, cells.usageName, cells.firstNames, cells.birth];
  return texts.length <= CELLS_OF_A_NOTE && identity.every((cell) => cellText(cell) === '');
}

function ignored({ line }: SheetRow, message: string): LineWarning {
  return { line, column: COLUMNS.ofiiNumber.header, code: 'ignored_line', message };
}

function headerWarnings({ line, unknown }: Header, placed: ReadonlyMap<ColumnKey, number>): LineWarning[] {
  const absent = COLUMN_KEYS.filter((key) => !placed.has(key)).map((key) => COLUMNS[key].header);
  return [
    ...unknown.map((text): LineWarning => ({
      line,
      column: text.slice(0, 60),
      code: 'unknown_column',
      message: `La colonne ${quote(text)} n’est pas de la liste. Elle n’a pas été lue.`,
    })),
    ...absent.map((column): LineWarning => ({
      line,
      column,
      code: 'absent_column',
      message: `La colonne ${quote(column)} manque. Rien de ce qu’elle dit n’a été repris.`,
    })),
  ];
}

function hiddenRows(people: readonly SheetRow[], header: Header): LineWarning[] {
  const lines = people.filter(({ hidden }) => hidden === true).map(({ line }) => line);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 10).join(', ') + (lines.length > 10 ? '…' : '');
  return [
    {
      line: lines[0] ?? header.line,
      column: COLUMNS.ofiiNumber.header,
      code: 'hidden_rows',
      message: `Des lignes masquées dans le tableur ont été lues comme les autres (${lines.length})${COLON} ${shown}.`,
    },
  ];
}

function failed(failure: Failure): ReadLines {
  return { ok: false, failure };
}

function notAList(): Failure {
  return {
    code: 'not_a_list',
    message: `Ce fichier n’est pas une liste de signataires${COLON} sa première ligne devrait porter les en-têtes ${quote(COLUMNS.foreignerNumber.header)}, ${quote(COLUMNS.birthName.header)}, ${quote(COLUMNS.signedOn.header)}… Vérifiez le fichier choisi.`,
  };
}

function tooManyRows(): Failure {
  return {
    code: 'too_many_rows',
    message: 'Cette liste dépasse 20\u202F000 lignes. Partagez-la en plusieurs fichiers.',
  };
}

function mergedCells(ref: string): Failure {
  return {
    code: 'merged_cells',
    message: `Les cellules ${ref} sont fusionnées${COLON} on ne peut pas savoir à quelle personne va leur valeur. Défusionnez-les, puis déposez le fichier à nouveau.`,
  };
}
