import { findHeader, ROWS_BEFORE_HEADER } from '../../../domain/importing/header.ts';
import type { CellValue, Sheet, SheetRow } from '../../../domain/importing/sheet.ts';
import type { Budget } from './budget.ts';
import { parseXml } from './parseXml.ts';
import { unescapeText, type Workbook } from './workbookParts.ts';
import type { WorkbookZip } from './workbookZip.ts';

/** Columns further right than this are left alone: a list has some thirty. */
const WIDEST = 256;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
}

/** One sheet of a workbook. `isList` is false, and the reading stopped, when its first rows hold no header of the list. */
export async function readWorksheet(
  zip: WorkbookZip,
  part: string,
  workbook: Workbook,
  budget: Budget,
): Promise<{ sheet: Sheet; isList: boolean }> {
  const reader = new WorksheetReader(workbook, budget);
  await parseXml(zip.read(part), reader, () => reader.isSurelyNoList);
  return { sheet: { rows: reader.rows, merges: reader.merges }, isList: findHeader(reader.rows) !== undefined };
}

/** Follows the tags of a worksheet. Formulas are never computed: what was shown when the file was saved is what is read. */
class WorksheetReader {
  readonly rows: SheetRow[] = [];
  readonly merges: { ref: string; fromLine: number; toLine: number }[] = [];
  isSurelyNoList = false;
  readonly #workbook: Workbook;
  readonly #budget: Budget;
  #line = 0;
  #hidden = false;
  #cells: (CellValue | undefined)[] = [];
  #nextColumn = 0;
  #cell: OpenCell | undefined;
  #taking: 'value' | 'inline' | undefined;
  #phonetic = false;

  constructor(workbook: Workbook, budget: Budget) {
    this.#workbook = workbook;
    this.#budget = budget;
  }

  readonly open = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    if (tag === 'row') this.#openRow(attributes);
    else if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'v') this.#taking = 'value';
    else if (tag === 't' && !this.#phonetic) this.#taking = 'inline';
    else if (tag === 'rPh') this.#phonetic = true;
    else if (tag === 'mergeCell') this.#merge(attributes['ref'] ?? '');
  };

  readonly text = (text: string): void => {
    if (this.#cell === undefined || this.#taking === undefined) return;
    this.#cell[this.#taking] += text;
    this.#budget.checkText(this.#cell[this.#taking].length);
  };

  readonly close = (tag: string): void => {
    if (tag === 'v' || tag === 't') this.#taking = undefined;
    else if (tag === 'rPh') this.#phonetic = false;
    else if (tag === 'c') this.#closeCell();
    else if (tag === 'row') this.#closeRow();
  };

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const line = Number(r ?? this.#line + 1);
    this.#line = Number.isSafeInteger(line) ? line : this.#line + 1;
    this.#hidden = /^(?:1|true)$/.test(hidden ?? '');
    this.#cells = [];
    this.#nextColumn = 0;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#budget.addRow(ROWS_BEFORE_HEADER);
    this.rows.push({ line: this.#line, cells: this.#cells, ...(this.#hidden ? { hidden: true } : {}) });
    if (this.rows.length === ROWS_BEFORE_HEADER) this.isSurelyNoList = findHeader(this.rows) === undefined;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#nextColumn : columnOf(r);
    this.#nextColumn = column + 1;
    this.#cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: '', inline: '' };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined || cell.column >= WIDEST) return;
    const found = this.#valueOf(cell);
    if (found === undefined || ('text' in found && found.text === '')) return;
    this.#budget.addCell('text' in found ? found.text.length : found.raw.length);
    this.#cells[cell.column] = found;
  }

  #valueOf({ type, style, value, inline }: OpenCell): CellValue | undefined {
    if (type === 'inlineStr') return { text: unescapeText(inline) };
    if (type === 's') return textOf(value === '' ? undefined : this.#workbook.sharedStrings[Number(value)]);
    if (type === 'b') return { text: value === '1' ? 'VRAI' : 'FAUX' };
    const raw = value.trim();
    if (type === 'str' || type === 'e' || type === 'd') return { text: unescapeText(value) };
    if (raw === '') return undefined;
    const number = Number(raw);
    if (Number.isNaN(number)) return { text: raw };
    return { number, raw, isDate: this.#workbook.isDateStyle[style] ?? false, dateSystem: this.#workbook.dateSystem };
  }

  #merge(ref: string): void {
    const match = /^\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)$/.exec(ref);
    if (match === null) return;
    this.#budget.addText(ref.length);
    this.merges.push({ ref, fromLine: Number(match[1]), toLine: Number(match[2]) });
  }
}

function textOf(text: string | undefined): CellValue | undefined {
  return text === undefined ? undefined : { text };
}

/** « AB12 » → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}
