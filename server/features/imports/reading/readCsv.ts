import { CsvError, parse, type Options } from 'csv-parse/sync';
import { headerScore, ROWS_BEFORE_HEADER } from '../../../domain/importing/header.ts';
import type { CellValue, Sheet, SheetRow } from '../../../domain/importing/sheet.ts';
import type { Budget } from './budget.ts';
import { decodeText, type Encoding } from './decodeText.ts';
import { ReadingFailure, tooLarge, unreadable } from './readingFailure.ts';

const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** `sep=;`: a line for Excel, which does not show it nor count it. */
const SEP_LINE = /^sep=(.)\r?\n/i;
/** A record longer than this is a quotation mark that was never closed. */
const LONGEST_RECORD = 64 * 1024;

export interface CsvSheet {
  readonly sheet: Sheet;
  readonly encoding: Encoding;
  readonly separator: Separator;
}

/** A delimited text as a sheet. Rows are numbered as a spreadsheet shows them: a line break inside quotes opens no row. */
export function readCsv(bytes: Buffer, budget: Budget): CsvSheet {
  const { text, encoding } = decodeText(bytes);
  const announced = SEP_LINE.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const separator = SEPARATORS.find((candidate) => candidate === announced?.[1]) ?? detectSeparator(body);
  return { sheet: { rows: readRows(body, separator, budget), merges: [] }, encoding, separator };
}

const options = (delimiter: Separator): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  // A quotation mark in the middle of a name is a character; rows may be shorter or longer than the header.
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_RECORD,
});

/** Where a header is looked for: far more than twenty rows of a list. */
const HEAD = 1024 * 1024;

/** The separator under which the first rows name the most columns of the list. */
function detectSeparator(text: string): Separator {
  const head = text.slice(0, HEAD);
  const scores = SEPARATORS.map((separator) => ({ separator, score: bestHeader(head, separator) }));
  return scores.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).separator;
}

function bestHeader(text: string, separator: Separator): number {
  try {
    const records: string[][] = parse(text, { ...options(separator), to: ROWS_BEFORE_HEADER });
    return Math.max(
      0,
      ...records.map((record) => headerScore({ line: 1, cells: record.map((cell) => ({ text: cell })) })),
    );
  } catch (error) {
    // Under a wrong separator, quotes may not make sense: another will do better.
    if (error instanceof CsvError) return 0;
    throw error;
  }
}

function readRows(text: string, separator: Separator, budget: Budget): SheetRow[] {
  const rows: SheetRow[] = [];
  let records = 0;
  try {
    parse(text, {
      ...options(separator),
      on_record: (record: string[], { empty_lines: blank }) => {
        records += 1;
        const cells = record.map((cell) => toCell(cell, budget));
        if (cells.some((cell) => cell !== undefined)) {
          budget.addRow(ROWS_BEFORE_HEADER);
          rows.push({ line: records + blank, cells });
        }
        // Nothing is handed back: the rows are kept here, blank ones not at all.
        return undefined;
      },
    });
  } catch (error) {
    throw explain(error);
  }
  return rows;
}

function toCell(cell: string, budget: Budget): CellValue | undefined {
  if (cell === '') return undefined;
  budget.addCell(cell.length);
  return { text: cell };
}

function explain(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ReadingFailure(
      'unreadable_file',
      'Un guillemet ouvert dans ce fichier n’est jamais refermé\u00A0: les lignes qui le suivent ne peuvent pas être séparées. Refermez-le, ou enregistrez la liste sous .xlsx.',
      { cause: error },
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return tooLarge('Une ligne de ce fichier est démesurée. Vérifiez que chaque guillemet ouvert est refermé.');
  return unreadable(error);
}
