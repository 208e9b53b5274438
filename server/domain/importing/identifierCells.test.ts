import { describe, expect, test } from '@jest/globals';
import type { CellReader } from './cells.ts';
import { foreignerNumberCell, ofiiNumberCell, phoneCell, postcodeCell } from './identifierCells.ts';
import type { CellValue } from './sheet.ts';
import { TODAY } from './testing/aLine.ts';

const text = (value: string): CellValue => ({ text: value });
const excel = (number: number, raw = String(number)): CellValue => ({ number, raw, isDate: false, dateSystem: 1900 });

function read(reader: CellReader<string>, cell: CellValue | string): string {
  const found = reader(typeof cell === 'string' ? text(cell) : cell, { today: TODAY });
  const warning = found.kind === 'error' ? '' : (found.warning?.code ?? '');
  return [found.kind === 'value' ? found.value : found.kind === 'error' ? found.code : 'empty', warning]
    .filter((part) => part !== '')
    .join(' ');
}

describe('a foreigner number', () => {
  test.each([
    ['9912345678', '9912345678'],
    [' 99 1234\u00A05678 ', '9912345678'],
    ['="0012345678"', '0012345678'],
    ["'0012345678", '0012345678'],
    ['0012345678', '0012345678'],
    ['991234567', 'invalid_identifier'],
    ['99123456789', 'invalid_identifier'],
    ['99514284X', 'invalid_identifier'],
    ['9,91235E+09', 'invalid_identifier'],
    ['9.912345678E+09', 'invalid_identifier'],
    ['9912345678.0', 'invalid_identifier'],
    ['-9912345678', 'invalid_identifier'],
    ['٩٩١٢٣٤٥٦٧٨', 'invalid_identifier'],
    ['', 'empty'],
  ])('« %s » is read as %s: ten digits, and text from end to end', (written, found) => {
    expect(read(foreignerNumberCell, written)).toBe(found);
  });

  test('that a workbook holds as a number is read when it is whole and has its ten digits', () => {
    expect(read(foreignerNumberCell, excel(9912345678))).toBe('9912345678');
    expect(read(foreignerNumberCell, excel(9912345678, '9.912345678E9'))).toBe('9912345678');
    expect(read(foreignerNumberCell, excel(991234567))).toBe('invalid_identifier');
    expect(read(foreignerNumberCell, excel(9912345678.5))).toBe('invalid_identifier');
  });

  test('that a spreadsheet made scientific is refused with what to do', () => {
    const found = foreignerNumberCell(text('9,91E+09'), { today: TODAY });
    expect(found).toMatchObject({ message: expect.stringContaining('format Texte') as unknown as string });
  });
});

describe('an OFII number', () => {
  test.each([
    ['59261000001', '59261000001'],
    ['2a261000001', '2A261000001'],
    ['5926100000', 'invalid_identifier'],
    ['592610000011', 'invalid_identifier'],
    ['2261000001', '02261000001 repaired_identifier'],
    ['2261300001', 'invalid_identifier'],
    ['5,9E+10', 'invalid_identifier'],
  ])('« %s » is read as %s', (written, found) => {
    expect(read(ofiiNumberCell, written)).toBe(found);
  });
});

describe('a postcode', () => {
  test.each([
    ['59000', '59000'],
    ['59 000', '59000'],
    ['2000', '02000 repaired_identifier'],
    ['0200', 'unknown_value'],
    ['200', 'unknown_value'],
    ['590000', 'unknown_value'],
    ['2A004', 'unknown_value'],
    ['Lille', 'unknown_value'],
    ['', 'empty'],
  ])('« %s » is read as %s', (written, found) => {
    expect(read(postcodeCell, written)).toBe(found);
  });

  test('that a workbook holds as a number gets back the zero that its length proves', () => {
    expect([excel(59000), excel(2000), excel(200)].map((cell) => read(postcodeCell, cell))).toEqual([
      '59000',
      '02000 repaired_identifier',
      'unknown_value',
    ]);
  });
});

describe('a telephone number', () => {
  test.each([
    ['06 12\u00A034 56 78', '06 12 34 56 78'],
    ['+33612345678', '+33612345678'],
    ['612345678', '0612345678 repaired_identifier'],
    ['6,12E+08', 'empty ignored_value'],
    ['non communiqué', 'empty ignored_value'],
    ['0612345678 (le soir, demander la voisine)', 'empty ignored_value'],
    ['', 'empty'],
  ])('« %s » is read as %s, and refuses nobody', (written, found) => {
    expect(read(phoneCell(30), written)).toBe(found);
  });
});
