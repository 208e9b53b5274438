import { calendarDay } from '../../calendar/calendarDay.ts';
import type { ColumnKey } from '../columns.ts';
import { parseRow, type ImportedLine, type LineCells, type ParsedRow } from '../parseRow.ts';
import type { CellValue } from '../sheet.ts';

export const TODAY = calendarDay('2026-11-23');
export const HAUTS_DE_FRANCE = ['02', '59', '60', '62', '80'];

/** A plausible line of a fictive protected person; numbers that begin with 99 belong to nobody. */
const A_LINE: Record<ColumnKey, string> = {
  ofiiNumber: '59261000001',
  foreignerNumber: '9912345678',
  sex: 'F',
  birthName: 'Mohammadi',
  usageName: '',
  firstNames: 'Zahra',
  birth: '10/03/1990',
  nationality: 'Afghanistan',
  languages: 'dari',
  enteredFranceOn: '06/03/2025',
  motive: 'Réfugié',
  bpi: 'O',
  protectionGrantedOn: '25/05/2026',
  permit: 'Carte de résident',
  permitStartsOn: '02/07/2026',
  permitEndsOn: '01/07/2036',
  signedOn: '07/10/2026',
  level: 'A1',
  track: 'Licence en ligne',
  employmentReferral: 'O',
  addressLine: '49 allée des Tilleuls',
  postcode: '59000',
  commune: 'Lille',
  phone: '0600000000',
  email: 'zahra@example.org',
  structure: 'Passerelles Nord',
};

export type Texts = Partial<Record<ColumnKey, string | CellValue>>;

/** The cells of a line; a text is a text cell, '' an empty one. */
export function aLine(changes: Texts = {}): LineCells {
  return Object.fromEntries(
    Object.entries({ ...A_LINE, ...changes }).map(([key, cell]) => [
      key,
      typeof cell === 'string' ? { text: cell } : cell,
    ]),
  );
}

export function parsed(changes: Texts = {}, line = 2): ParsedRow {
  return parseRow(aLine(changes), { today: TODAY, territory: HAUTS_DE_FRANCE, line });
}

/** The line of an accepted row; throws, with the faults, when it is refused. */
export function accepted(changes: Texts = {}, line = 2): ImportedLine {
  const row = parsed(changes, line);
  if (row.kind === 'refused') throw new Error(JSON.stringify(row.errors));
  return row.line;
}

/** « column code » of each fault of a row; empty when it is accepted. */
export function faults(changes: Texts = {}): string[] {
  const row = parsed(changes);
  return row.kind === 'accepted' ? [] : row.errors.map(({ column, code }) => `${column} ${code}`);
}
