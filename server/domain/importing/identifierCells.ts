import { EMPTY, fault, unforcedText, value, type CellReader, type CellResult, type CellWarning } from './cells.ts';
import { COLON, quote } from './french.ts';
import type { CellValue } from './sheet.ts';

const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d+$/i;
const SPACES = / /g;

/**
 * An identifier without the spaces that people put in it. Text stays text; a number of a workbook is read only when it is
 * whole and exact, so that its digits are those that were typed.
 */
function identifierText(cell: CellValue | undefined): string {
  if (cell !== undefined && 'number' in cell)
    return Number.isSafeInteger(cell.number) && cell.number >= 0 ? String(cell.number) : cell.raw;
  return unforcedText(cell).replace(SPACES, '');
}

/** A spreadsheet that took an identifier for a number has lost digits: they cannot be guessed. */
function mangled(cell: CellValue | undefined): CellResult<never> | null {
  const text = unforcedText(cell);
  if (cell === undefined || 'number' in cell || !SCIENTIFIC.test(text)) return null;
  return fault(
    'invalid_identifier',
    `Le tableur a remplacé ce numéro par ${quote(text)} et des chiffres sont perdus. Mettez la colonne au format Texte, puis saisissez le numéro à nouveau.`,
  );
}

/** N° étranger: exactly ten digits, the identity of a line. A zero is never added: nothing proves where it was lost. */
export const foreignerNumberCell: CellReader<string> = (cell) => {
  const text = identifierText(cell);
  if (text === '') return EMPTY;
  if (/^\d{10}$/.test(text)) return value(text);
  return (
    mangled(cell) ??
    fault(
      'invalid_identifier',
      `${quote(unforcedText(cell))} n’est pas un numéro étranger. Il compte dix chiffres, sans lettre${COLON} vérifiez-le sur le titre de séjour.`,
    )
  );
};

/** N° OFII: eleven letters or digits (department, year, month, rank). */
export const ofiiNumberCell: CellReader<string> = (cell) => {
  const text = identifierText(cell).toUpperCase();
  if (text === '') return EMPTY;
  if (/^[0-9A-Z]{11}$/.test(text)) return value(text);
  // A department from 01 to 09, a year and a month that can be: the first zero is what is missing.
  if (/^[1-9]\d{2}(?:0[1-9]|1[0-2])\d{5}$/.test(text)) return value(`0${text}`, repaired(text, `0${text}`));
  return (
    mangled(cell) ??
    fault(
      'invalid_identifier',
      `${quote(unforcedText(cell))} n’est pas un numéro OFII. Il compte onze caractères${COLON} vérifiez-le sur la convocation.`,
    )
  );
};

/** A postcode: five digits. Four digits are those of a department from 01 to 09 that lost its zero in a spreadsheet. */
export const postcodeCell: CellReader<string> = (cell) => {
  const text = identifierText(cell);
  if (text === '') return EMPTY;
  if (/^\d{5}$/.test(text)) return value(text);
  if (/^[1-9]\d{3}$/.test(text)) return value(`0${text}`, repaired(text, `0${text}`));
  return fault('unknown_value', `${quote(unforcedText(cell))} n’est pas un code postal. Il compte cinq chiffres.`);
};

/** A telephone number: text, spaces as they were. Nine digits are those of a French number that lost its zero. */
export function phoneCell(limit: number): CellReader<string> {
  return (cell) => {
    const text = cell !== undefined && 'number' in cell ? identifierText(cell) : unforcedText(cell);
    if (text === '') return EMPTY;
    if (/^[1-9]\d{8}$/.test(text)) return value(`0${text}`, repaired(text, `0${text}`));
    if (text.length <= limit && /\d/.test(text) && !SCIENTIFIC.test(text)) return value(text);
    return {
      kind: 'empty',
      warning: {
        code: 'ignored_value',
        message: `${quote(text)} n’est pas un numéro de téléphone. Il n’a pas été repris\u202F; corrigez-le dans la liste ou dans le dossier.`,
      },
    };
  };
}

function repaired(from: string, to: string): CellWarning {
  return {
    code: 'repaired_identifier',
    message: `${quote(from)} a perdu son premier zéro dans le tableur et a été lu ${quote(to)}. Mettez la colonne au format Texte.`,
  };
}
