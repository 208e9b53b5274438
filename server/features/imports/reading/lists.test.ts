import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../../domain/calendar/calendarDay.ts';
import { readList, type ReadList } from './readList.ts';

const FOLDER = new URL('../../../../seeds/demo/ofii-lists/', import.meta.url);
const context = { today: calendarDay('2026-11-23'), territory: ['02', '59', '60', '62', '80'] };

interface Expected {
  readonly rows: number;
  readonly people: number;
  readonly refused: number;
  readonly repeatedInFile: number;
  readonly errors: readonly { line: number; column: string; code: string }[];
  readonly repeats: readonly { line: number; sameAsLine: number }[];
}

async function readFile(name: string): Promise<ReadList> {
  const result = await readList(readFileSync(new URL(name, FOLDER)), context);
  if (!result.ok) throw new Error(result.failure.message);
  return result;
}

const lists = readdirSync(FOLDER).filter((name) => /\.(?:csv|xlsx)$/.test(name));

describe('the monthly lists', () => {
  test('are all there', () => {
    expect(lists).toHaveLength(8);
  });

  test.each(lists)('%s gives the report that must come out', async (name) => {
    const expected = JSON.parse(
      readFileSync(new URL(name.replace(/\.\w+$/, '.expected.json'), FOLDER), 'utf8'),
    ) as Expected;
    const { rows, accepted, refused, repeated, warnings } = await readFile(name);

    expect({ rows, people: accepted.length, refused: refused.length, repeatedInFile: repeated.length }).toEqual({
      rows: expected.rows,
      people: expected.people,
      refused: expected.refused,
      repeatedInFile: expected.repeatedInFile,
    });
    expect(refused.flatMap(({ errors }) => errors.map(({ line, column, code }) => ({ line, column, code })))).toEqual(
      expected.errors,
    );
    expect(repeated).toEqual(expected.repeats);
    expect(warnings).toEqual([]);
    expect(accepted.flatMap((line) => [...line.warnings, ...line.neededToOpen])).toEqual([]);
  });

  test('the same list in CSV and in Excel makes the same people, pathways and faults', async () => {
    const [csv, xlsx] = [await readFile('2026-10.csv'), await readFile('2026-10.xlsx')];

    expect(xlsx.source).toEqual({ kind: 'xlsx', sheetName: 'CIR signés', otherLists: [] });
    expect(csv.source).toEqual({ kind: 'csv', encoding: 'UTF-8', separator: ';' });
    expect(xlsx.accepted).toEqual(csv.accepted);
    expect(xlsx.refused.map(({ errors }) => errors.map(({ column, code }) => ({ column, code })))).toEqual(
      csv.refused.map(({ errors }) => errors.map(({ column, code }) => ({ column, code }))),
    );
  });

  test('a list in Windows-1252 keeps its accents', async () => {
    const { source, accepted } = await readFile('2026-04.csv');

    expect(source).toMatchObject({ encoding: 'Windows-1252' });
    expect(accepted.some(({ person }) => person.nationality === "Côte d'Ivoire")).toBe(true);
  });
});
