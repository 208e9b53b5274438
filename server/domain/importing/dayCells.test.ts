import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { CellResult } from './cells.ts';
import { birthCell, dayCell, pastDayCell, serialDay } from './dayCells.ts';
import type { CellValue, DateSystem } from './sheet.ts';
import { TODAY } from './testing/aLine.ts';

const context = { today: TODAY };
const text = (value: string): CellValue => ({ text: value });
const excel = (number: number, isDate = true, dateSystem: DateSystem = 1900): CellValue => ({
  number,
  raw: String(number),
  isDate,
  dateSystem,
});
const outcome = <T>(found: CellResult<T>) =>
  found.kind === 'value' ? found.value : found.kind === 'error' ? found.code : null;
const day = (cell: CellValue | undefined) => outcome(dayCell(cell, context));
const birth = (cell: CellValue | undefined) => {
  const found = birthCell(cell, context);
  return found.kind === 'value' ? `${found.value.precision} ${found.value.value}` : outcome(found);
};

describe('a day', () => {
  test.each([
    ['07/10/2026', '2026-10-07'],
    ['7/1/2026', '2026-01-07'],
    ['07-10-2026', '2026-10-07'],
    ['07.10.2026', '2026-10-07'],
    ['2026-10-07', '2026-10-07'],
    ['2026-10-07T00:00:00Z', '2026-10-07'],
    ['07/10/2026 00:00:00', '2026-10-07'],
    ['07/10/2026 14h30', '2026-10-07'],
    [' 07/10/2026\u00A0', '2026-10-07'],
    ["'07/10/2026", '2026-10-07'],
    ['="07/10/2026"', '2026-10-07'],
    ['7/10/26', '2026-10-07'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', 'invalid_date'],
    ['29/02/2000', '2000-02-29'],
    ['31/04/2026', 'invalid_date'],
    ['00/10/2026', 'invalid_date'],
    ['10/25/2026', 'invalid_date'],
    ['RDV annulé', 'invalid_date'],
    ['2026', 'invalid_date'],
    ['07/10', 'invalid_date'],
    ['07/10/206', 'invalid_date'],
    ['1', 'invalid_date'],
    ['31/12/1929', 'invalid_date'],
    ['01/01/1930', '1930-01-01'],
    ['', null],
    ['   ', null],
  ])('« %s » is read as %s', (written, read) => {
    expect(day(text(written))).toBe(read);
  });

  test('of two digits for its year is of this century, with a warning', () => {
    expect(dayCell(text('7/10/26'), context)).toMatchObject({
      value: '2026-10-07',
      warning: { code: 'two_digit_year' },
    });
    expect(dayCell(text('7/10/2026'), context)).not.toHaveProperty('warning');
  });

  test('written as the digits of a serial is read as Excel shows it, with a warning', () => {
    expect(dayCell(text('46302'), context)).toMatchObject({ value: '2026-10-07', warning: { code: 'serial_date' } });
  });

  test('may have to be past: yesterday and today are, tomorrow is not', () => {
    const french = (on: CalendarDay) => text(on.split('-').reverse().join('/'));
    expect([-1, 0, 1].map((days) => outcome(pastDayCell(french(plusDays(TODAY, days)), context)))).toEqual([
      '2026-11-22',
      '2026-11-23',
      'date_in_future',
    ]);
    expect(day(french(plusDays(TODAY, 1)))).toBe('2026-11-24');
  });

  test('written in French is read back, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const on = plusDays(calendarDay('1930-01-01'), days);
        const [year = '', month = '', number = ''] = on.split('-');
        expect(day(text(`${number}/${month}/${year}`))).toBe(on);
        expect(day(text(`${Number(number)}/${Number(month)}/${year}`))).toBe(on);
        expect(day(text(on))).toBe(on);
      }),
    );
  });
});

describe('an Excel serial', () => {
  test.each([
    [0, null],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [45_351, '2024-02-29'],
    [46_302, '2026-10-07'],
    [-1, null],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [Number.NaN, null],
  ])('%d is %s in the system of 1900, where 29 February 1900 never was', (serial, on) => {
    expect(serialDay(serial, 1900)).toBe(on);
  });

  test.each([
    [0, '1904-01-01'],
    [59, '1904-02-29'],
    [60, '1904-03-01'],
    [44_840, '2026-10-07'],
  ])('%d is %s in the system of 1904', (serial, on) => {
    expect(serialDay(serial, 1904)).toBe(on);
  });

  test('is read in the system of its workbook, without its hour', () => {
    expect(day(excel(46_302.75))).toBe('2026-10-07');
    expect(day(excel(44_840, true, 1904))).toBe('2026-10-07');
    expect(day(excel(60))).toBe('invalid_date');
  });
});

describe('a birth', () => {
  test.each([
    ['10/03/1990', 'DAY 1990-03-10'],
    ['1990-03-10', 'DAY 1990-03-10'],
    ['01/01/1990', 'DAY 1990-01-01'],
    ['1990', 'YEAR 1990'],
    ['00/00/1990', 'YEAR 1990'],
    ['XX/XX/1990', 'YEAR 1990'],
    ['03/1990', 'MONTH 1990-03'],
    ['3/1990', 'MONTH 1990-03'],
    ['00/03/1990', 'MONTH 1990-03'],
    ['13/1990', 'invalid_date'],
    ['00/13/1990', 'invalid_date'],
    ['31/02/1990', 'invalid_date'],
    ['29/02/1900', 'invalid_date'],
    ['10/00/1990', 'invalid_date'],
    ['vers 1990', 'invalid_date'],
    ['1899', 'invalid_date'],
    ['0090', 'invalid_date'],
    ['04/05/2031', 'date_in_future'],
    ['2031', 'date_in_future'],
    ['', null],
  ])('« %s » is read as %s', (written, read) => {
    expect(birth(text(written))).toBe(read);
  });

  test('is in the future from the day, the month, the year after', () => {
    expect(['22/11/2026', '23/11/2026', '24/11/2026'].map((on) => birth(text(on)))).toEqual([
      'DAY 2026-11-22',
      'DAY 2026-11-23',
      'date_in_future',
    ]);
    expect(['10/2026', '11/2026', '12/2026'].map((on) => birth(text(on)))).toEqual([
      'MONTH 2026-10',
      'MONTH 2026-11',
      'date_in_future',
    ]);
    expect(['2025', '2026', '2027'].map((on) => birth(text(on)))).toEqual(['YEAR 2025', 'YEAR 2026', 'date_in_future']);
  });

  test('of two digits for its year makes whoever signs sixteen at least', () => {
    expect(['1/2/09', '1/2/10', '1/2/11', '1/2/90'].map((on) => birth(text(on)))).toEqual([
      'DAY 2009-02-01',
      'DAY 2010-02-01',
      'DAY 1911-02-01',
      'DAY 1990-02-01',
    ]);
  });

  test('is a year alone when the workbook holds the number of a year, a day when it holds a date', () => {
    expect(birth(excel(1994, false))).toBe('YEAR 1994');
    expect(birth(excel(32_367))).toBe('DAY 1988-08-12');
    expect(birth(excel(32_367, false))).toBe('DAY 1988-08-12');
  });

  test('is refused when a year was typed in a cell formatted as a date: Excel made it a day of 1905', () => {
    const found = birthCell(excel(1994), context);
    expect(found).toMatchObject({
      kind: 'error',
      code: 'invalid_date',
      message: expect.stringContaining('16/06/1905') as unknown as string,
    });
  });
});
