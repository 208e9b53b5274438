import { isCalendarDay, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { Birth } from '../person/birth.ts';
import { EMPTY, fault, unforcedText, value, type CellReader, type CellResult, type CellWarning } from './cells.ts';
import { COLON, quote } from './french.ts';
import type { CellValue, DateSystem } from './sheet.ts';

/** What lies before is a slip of the keyboard, or a year typed in a cell formatted as a date (1994 becomes June 1905). */
const EARLIEST_BIRTH = 1900;
const EARLIEST_FACT = 1930;
const OLDEST_SIGNATORY = 120;
const YOUNGEST_SIGNATORY = 16;
const HOW = 'Écrivez le jour sous la forme JJ/MM/AAAA.';
const HOW_BIRTH = 'Écrivez le jour sous la forme JJ/MM/AAAA, ou l’année seule si le jour n’est pas connu.';

const DAY_FIRST = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const TIME_OF_DAY = /[T ]\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?$/;
const SERIAL = /^\d{5}$/;

/**
 * The day of an Excel serial; null when it is none. In the 1900 system 60 is 29 February 1900, a day that never was:
 * Excel copied the mistake of Lotus 1-2-3 and keeps it, so serials after it are one too high.
 */
export function serialDay(serial: number, system: DateSystem): CalendarDay | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (system === 1900 ? 1 : 0) || whole > 2_958_465) return null;
  if (system === 1904) return plusDays('1904-01-01' as CalendarDay, whole);
  if (whole === 60) return null;
  return plusDays('1899-12-31' as CalendarDay, whole > 60 ? whole - 1 : whole);
}

/** A day that a list gives: text (JJ/MM/AAAA, J/M/AA, AAAA-MM-JJ, a time after it is left out), an Excel date, or an Excel serial. */
export const dayCell: CellReader<CalendarDay> = (cell) => {
  const found = readDay(cell, (twoDigits) => 2000 + twoDigits, HOW);
  return found.kind === 'value' && Number(found.value.slice(0, 4)) < EARLIEST_FACT ? tooEarly(cell, HOW) : found;
};

/** A day that must have come: dates of facts after today are refused everywhere. */
export const pastDayCell: CellReader<CalendarDay> = (cell, context) => {
  const found = dayCell(cell, context);
  return found.kind === 'value' && found.value > context.today ? inFuture(cell) : found;
};

/**
 * A birth, as precise as it is known: a day; a month (MM/AAAA, 00/MM/AAAA); a year alone (AAAA, 00/00/AAAA). A year of two digits
 * takes the century that makes the person sixteen or more: a contract is signed from sixteen on (L.413-2).
 */
export const birthCell: CellReader<Birth> = (cell, { today }) => {
  const partial = partialBirth(cell);
  const found = partial ?? toBirth(readDay(cell, (twoDigits) => century(twoDigits, today), HOW_BIRTH));
  if (found.kind !== 'value' || found.value.value === null) return found;
  const born = found.value.value;
  if (born > today.slice(0, born.length)) return inFuture(cell);
  const year = Number(born.slice(0, 4));
  return year < EARLIEST_BIRTH || Number(today.slice(0, 4)) - year > OLDEST_SIGNATORY
    ? tooEarly(cell, HOW_BIRTH)
    : found;
};

function readDay(
  cell: CellValue | undefined,
  fullYear: (twoDigits: number) => number,
  how: string,
): CellResult<CalendarDay> {
  if (cell === undefined) return EMPTY;
  if ('number' in cell) return fromSerial(cell.number, cell.dateSystem, cell.raw, how);
  const text = unforcedText(cell);
  if (text === '') return EMPTY;
  if (SERIAL.test(text)) return fromTextSerial(text, how);
  const day = text.replace(TIME_OF_DAY, '').trim();
  const french = DAY_FIRST.exec(day);
  if (french !== null) return fromParts(french[3] ?? '', french[2] ?? '', french[1] ?? '', fullYear, text, how);
  const iso = YEAR_FIRST.exec(day);
  if (iso !== null) return fromParts(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '', fullYear, text, how);
  return fault('invalid_date', `${quote(text)} n’est pas une date. ${how}`);
}

function fromParts(
  year: string,
  month: string,
  day: string,
  fullYear: (twoDigits: number) => number,
  text: string,
  how: string,
): CellResult<CalendarDay> {
  const whole = year.length === 4 ? year : String(fullYear(Number(year)));
  const written = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCalendarDay(written)) return fault('invalid_date', `${quote(text)} n’est pas un jour du calendrier. ${how}`);
  return value(written, year.length === 4 ? undefined : twoDigitYear(text, whole));
}

function twoDigitYear(text: string, year: string): CellWarning {
  return {
    code: 'two_digit_year',
    message: `${quote(text)}${COLON} l’année a été lue ${year}. Écrivez-la avec quatre chiffres pour lever le doute.`,
  };
}

function fromSerial(serial: number, system: DateSystem, raw: string, how: string): CellResult<CalendarDay> {
  const day = serialDay(serial, system);
  return day === null
    ? fault('invalid_date', `Le nombre ${quote(raw)} n’est pas une date d’Excel. ${how}`)
    : value(day);
}

/** A serial that a CSV shows as plain digits: the column was exported without its date format. */
function fromTextSerial(text: string, how: string): CellResult<CalendarDay> {
  const found = fromSerial(Number(text), 1900, text, how);
  if (found.kind !== 'value') return found;
  const [year, month, day] = found.value.split('-');
  return value(found.value, {
    code: 'serial_date',
    message: `${quote(text)} a été lu comme une date d’Excel${COLON} ${day}/${month}/${year}. Mettez la colonne au format Date avant d’exporter.`,
  });
}

/** A birth of which the day or the month is not known; null when the cell is something else. */
function partialBirth(cell: CellValue | undefined): CellResult<Birth> | null {
  if (cell === undefined) return EMPTY;
  if ('number' in cell)
    return !cell.isDate && /^(?:19|20)\d{2}$/.test(cell.raw) ? value({ value: cell.raw, precision: 'YEAR' }) : null;
  const text = unforcedText(cell);
  if (text === '') return EMPTY;
  const year = /^(?:(?:00|0|xx)[/.\- ](?:00|0|xx)[/.\- ])?(\d{4})$/i.exec(text);
  if (year?.[1] !== undefined) return value({ value: year[1], precision: 'YEAR' });
  const month = /^(?:(?:00|0|xx)[/.\- ])?(\d{1,2})[/.\- ](\d{4})$/i.exec(text);
  if (month === null) return null;
  const number = Number(month[1]);
  if (number < 1 || number > 12)
    return fault('invalid_date', `${quote(text)} n’est pas un mois du calendrier. ${HOW_BIRTH}`);
  return value({ value: `${month[2]}-${String(number).padStart(2, '0')}`, precision: 'MONTH' });
}

function toBirth(found: CellResult<CalendarDay>): CellResult<Birth> {
  return found.kind === 'value' ? { ...found, value: { value: found.value, precision: 'DAY' } } : found;
}

function century(twoDigits: number, today: CalendarDay): number {
  return 2000 + twoDigits <= Number(today.slice(0, 4)) - YOUNGEST_SIGNATORY ? 2000 + twoDigits : 1900 + twoDigits;
}

function inFuture(cell: CellValue | undefined): CellResult<never> {
  return fault('date_in_future', `${quote(shown(cell))} est dans l’avenir. Vérifiez l’année, puis corrigez la date.`);
}

function tooEarly(cell: CellValue | undefined, how: string): CellResult<never> {
  return fault('invalid_date', `${quote(shown(cell))} est une date trop ancienne pour être juste. ${how}`);
}

/** The cell as the sender saw it: a day rather than the serial behind it. */
function shown(cell: CellValue | undefined): string {
  if (cell === undefined || 'text' in cell) return unforcedText(cell);
  const day = cell.isDate ? serialDay(cell.number, cell.dateSystem) : null;
  return day === null ? cell.raw : day.split('-').reverse().join('/');
}
