import type { CalendarDay } from '../calendar/calendarDay.ts';
import { cleanText } from '../person/cleanText.ts';
import { foldName } from '../person/foldName.ts';
import { oneOf, quote } from './french.ts';
import type { LineErrorCode, LineWarningCode } from './issues.ts';
import type { CellValue } from './sheet.ts';

/** A cell read: nothing in it, a value (perhaps with a remark), or a fault that refuses the line. */
export type CellResult<T> =
  | { readonly kind: 'empty'; readonly warning?: CellWarning }
  | { readonly kind: 'value'; readonly value: T; readonly warning?: CellWarning }
  | { readonly kind: 'error'; readonly code: LineErrorCode; readonly message: string };

export interface CellWarning {
  readonly code: LineWarningCode;
  readonly message: string;
}

export interface CellContext {
  readonly today: CalendarDay;
}

export type CellReader<T> = (cell: CellValue | undefined, context: CellContext) => CellResult<T>;

export const EMPTY = Object.freeze({ kind: 'empty' }) satisfies CellResult<never>;

export function value<T>(found: T, warning?: CellWarning): CellResult<T> {
  return warning === undefined ? { kind: 'value', value: found } : { kind: 'value', value: found, warning };
}

export function fault(code: LineErrorCode, message: string): CellResult<never> {
  return { kind: 'error', code, message };
}

/** `="0612345678"` and `'0612345678`: how exports force a spreadsheet to keep a number as text. */
const FORCED_TEXT = /^(?:="([^"]*)"|'(.*))$/;

/** What a spreadsheet writes in the place of a value that it could not compute or find. */
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\?|DIV\/0!|NULL!|NUL!|NUM!|NOMBRE!)$/;

/** The text of a cell, cleaned; the digits of the file for a number. Empty when there is nothing. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === undefined) return '';
  return cleanText('text' in cell ? cell.text : cell.raw);
}

/** The same, without what forces a spreadsheet to keep text. */
export function unforcedText(cell: CellValue | undefined): string {
  const text = cellText(cell);
  const forced = FORCED_TEXT.exec(text);
  return forced === null ? text : cleanText(forced[1] ?? forced[2] ?? '');
}

/** Free text, kept as given (a formula too: it is text here), cut at `limit` characters. */
export function textCell(limit: number): CellReader<string> {
  return (cell) => {
    const text = cellText(cell);
    if (text === '') return EMPTY;
    if (SPREADSHEET_ERROR.test(text)) {
      return {
        kind: 'empty',
        warning: {
          code: 'ignored_value',
          message: `${quote(text)} est une erreur du tableur, pas une valeur. La cellule a été lue comme vide.`,
        },
      };
    }
    if (text.length <= limit) return value(text);
    return value(text.slice(0, limit).trim(), {
      code: 'shortened_value',
      message: `Ce texte dépasse ${limit} caractères. Seul le début a été gardé.`,
    });
  };
}

/** A name: free text with at least one letter or digit. « - » and « / » say that there is none. */
export function nameCell(limit: number): CellReader<string> {
  const read = textCell(limit);
  return (cell, context) => (/[\p{L}\p{N}]/u.test(cellText(cell)) ? read(cell, context) : EMPTY);
}

/** Languages, one or several. */
export function languagesCell(limit: number): CellReader<readonly string[]> {
  const read = textCell(limit * 10);
  return (cell, context) => {
    const found = read(cell, context);
    if (found.kind !== 'value') return found;
    const languages = found.value
      .split(/[,;/+]| et /)
      .map((part) => part.trim().slice(0, limit))
      .filter((part) => part !== '');
    return languages.length === 0 ? EMPTY : { ...found, value: [...new Set(languages)].slice(0, 10) };
  };
}

/** Marks that say something of the word: doubt, a comparison, more or less. « <A1 » and « A1 ? » are not A1. */
const QUALIFIED = /[<>≤≥=+?*~!%#&|^]|^\s*-|-\s*$/;

/** A word of a closed list, written with or without accents, capitals, spaces or the punctuation of words. */
export function wordCell<T>(words: Readonly<Record<string, T>>, shown: readonly string[]): CellReader<T> {
  const exact = new Map(Object.entries(words));
  const byKey = new Map(Object.entries(words).map(([word, meaning]) => [compact(word), meaning]));
  return (cell) => {
    const text = unforcedText(cell);
    if (text === '') return EMPTY;
    const meaning = exact.get(text) ?? (QUALIFIED.test(text) ? undefined : byKey.get(compact(text)));
    if (meaning !== undefined) return value(meaning);
    return fault('unknown_value', `${quote(text)} n’est pas une valeur connue. Écrivez ${oneOf(shown)}.`);
  };
}

/** Letters and digits only, folded: « Parent d’enfant français » and « PARENT D'ENFANT FRANCAIS » are one word. */
export function compact(text: string): string {
  return foldName(text).replaceAll(' ', '');
}

const E_MAIL = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/;

/** An e-mail address. One that cannot be is left out with a warning: nobody is refused for an e-mail. */
export function emailCell(limit: number): CellReader<string> {
  return (cell) => {
    const text = unforcedText(cell);
    if (text === '') return EMPTY;
    if (E_MAIL.test(text) && text.length <= limit && isPlainAscii(text)) return value(text);
    return {
      kind: 'empty',
      warning: {
        code: 'ignored_value',
        message: `${quote(text)} n’est pas une adresse électronique. Elle n’a pas été reprise\u202F; corrigez-la dans la liste ou dans le dossier.`,
      },
    };
  };
}

function isPlainAscii(text: string): boolean {
  return /^[!-~]+$/.test(text) && !text.includes('..') && !text.startsWith('.') && !text.includes('.@');
}
