import { describe, expect, test } from '@jest/globals';
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from './columns.ts';
import { MAX_ROWS, readLines, type Lines } from './readLines.ts';
import type { CellValue, Sheet, SheetRow } from './sheet.ts';
import { aLine, HAUTS_DE_FRANCE, TODAY, type Texts } from './testing/aLine.ts';

const HEADERS = COLUMN_KEYS.map((key): string => COLUMNS[key].header);
const row = (line: number, texts: readonly string[], more: Partial<SheetRow> = {}): SheetRow => ({
  line,
  cells: texts.map((text): CellValue => ({ text })),
  ...more,
});
const person = (line: number, changes: Texts = {}): SheetRow => ({
  line,
  cells: COLUMN_KEYS.map((key) => aLine(changes)[key]),
});
const sheet = (rows: readonly SheetRow[], merges: Sheet['merges'] = []): Sheet => ({ rows, merges });
const read = (rows: readonly SheetRow[], merges: Sheet['merges'] = []) =>
  readLines(sheet(rows, merges), { today: TODAY, territory: HAUTS_DE_FRANCE });

function lines(rows: readonly SheetRow[]): Lines {
  const result = read(rows);
  if (!result.ok) throw new Error(result.failure.message);
  return result;
}
function failure(rows: readonly SheetRow[], merges: Sheet['merges'] = []) {
  const result = read(rows, merges);
  return result.ok ? null : result.failure;
}
const without = (missing: ColumnKey) => HEADERS.filter((header) => header !== COLUMNS[missing].header);

describe('a list', () => {
  test('keeps the line numbers of the file, and counts the lines about someone', () => {
    const { rows, accepted } = lines([row(1, HEADERS), person(2), person(7, { foreignerNumber: '9900000001' })]);
    expect([rows, accepted.map(({ line }) => line)]).toEqual([2, [2, 7]]);
  });

  test('may be written with other capitals, accents, spaces and apostrophes in its header', () => {
    const shouted = HEADERS.map(
      (header) => ` ${header.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace("'", '’')} `,
    );
    const aliases = HEADERS.map(
      (header) => ({ 'N° étranger': 'Numéro AGDREF', 'Prénom(s)': 'Prénoms', Courriel: 'E-mail' })[header] ?? header,
    );
    expect(lines([row(1, shouted), person(2)]).accepted).toEqual(lines([row(1, HEADERS), person(2)]).accepted);
    expect(lines([row(1, aliases), person(2)]).accepted).toHaveLength(1);
  });

  test('may have its columns in any order, others among them and blank ones', () => {
    const order = [...COLUMN_KEYS].reverse();
    const headers = ['Observations', ...order.map((key): string => COLUMNS[key].header), '', 'Colonne1'];
    const cells = [{ text: 'RAS' }, ...order.map((key) => aLine()[key]), undefined, undefined];
    const { accepted, warnings } = lines([row(1, headers), { line: 2, cells }]);

    expect(accepted).toEqual(lines([row(1, HEADERS), person(2)]).accepted);
    expect(warnings.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'Observations unknown_column',
      'Colonne1 unknown_column',
    ]);
  });

  test('may begin with a title and a line of groups', () => {
    const { rows, accepted } = lines([
      row(1, ['Liste des CIR signés en octobre 2026']),
      row(3, ['Identité', '', '', '', 'Titre']),
      row(4, HEADERS),
      person(5),
    ]);
    expect([rows, accepted[0]?.line]).toEqual([1, 5]);
  });

  test('may end with a total or a note, and repeat its header: none is a person', () => {
    const { rows, accepted, refused, warnings } = lines([
      row(1, HEADERS),
      person(2),
      row(3, HEADERS),
      row(4, ['Total : 1']),
      row(5, ['', 'TOTAL', '1', '', '', '']),
      row(6, ['Édité le 03/11/2026']),
    ]);
    expect({ rows, accepted: accepted.length, refused: refused.length }).toEqual({ rows: 1, accepted: 1, refused: 0 });
    expect(warnings.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 ignored_line',
      '4 ignored_line',
      '5 ignored_line',
      '6 ignored_line',
    ]);
  });

  test('does not take a poor line for a note: someone is missing on it', () => {
    const { rows, refused } = lines([
      row(1, HEADERS),
      { line: 2, cells: COLUMN_KEYS.map((key) => (['birthName', 'birth'].includes(key) ? aLine()[key] : undefined)) },
    ]);
    expect([rows, refused.flatMap(({ errors }) => errors.map(({ code }) => code))]).toEqual([1, ['missing_value']]);
  });

  test('may have blank lines, shorter lines and cells beyond the header', () => {
    const { rows } = lines([
      row(1, HEADERS),
      person(2),
      row(3, ['', '  ', '\u00A0']),
      { line: 4, cells: [...person(4, { foreignerNumber: '9900000001' }).cells, { text: 'à revoir' }] },
    ]);
    expect(rows).toBe(2);
  });

  test('says when rows hidden in the spreadsheet were read', () => {
    expect(lines([row(1, HEADERS), { ...person(2), hidden: true }]).warnings).toMatchObject([
      { line: 2, code: 'hidden_rows' },
    ]);
  });

  test('may lack a column that it can do without, and says so', () => {
    const keys = COLUMN_KEYS.filter((key) => key !== 'phone');
    const { accepted, warnings } = lines([
      row(1, without('phone')),
      { line: 2, cells: keys.map((key) => aLine()[key]) },
    ]);
    expect(accepted).toHaveLength(1);
    expect(warnings).toMatchObject([{ line: 1, column: 'Téléphone', code: 'absent_column' }]);
  });
});

describe('a person repeated in the file', () => {
  test('is taken once, whatever the spelling, and the line above is named', () => {
    const { rows, accepted, repeated } = lines([
      row(1, HEADERS),
      person(2),
      person(3, { foreignerNumber: '9900000001' }),
      person(4, { birthName: 'MOHAMMADI', foreignerNumber: '99 1234 5678' }),
    ]);
    expect({ rows, accepted: accepted.map(({ line }) => line), repeated }).toEqual({
      rows: 3,
      accepted: [2, 3],
      repeated: [{ line: 4, sameAsLine: 2 }],
    });
  });

  test('is not repeated when the line above was refused', () => {
    const { accepted, refused, repeated } = lines([row(1, HEADERS), person(2, { level: 'A3' }), person(3), person(4)]);
    expect([refused.map(({ line }) => line), accepted.map(({ line }) => line), repeated]).toEqual([
      [2],
      [3],
      [{ line: 4, sameAsLine: 3 }],
    ]);
  });

  test('is refused, not passed over, when the line has a fault of its own', () => {
    const { refused, repeated } = lines([row(1, HEADERS), person(2), person(3, { birth: '31/02/1990' })]);
    expect([refused.map(({ line }) => line), repeated]).toEqual([[3], []]);
  });
});

describe('a file is refused as a whole', () => {
  test('when it is empty, or not a list', () => {
    expect(failure([])?.code).toBe('empty_file');
    expect(failure([row(1, ['', ' '])])?.code).toBe('empty_file');
    expect(failure([row(1, ['Nom', 'Prénom', 'Salaire']), row(2, ['Benali', 'Karim', '2000'])])?.code).toBe(
      'not_a_list',
    );
  });

  test('when a column is missing that cannot be guessed, and says which', () => {
    expect(failure([row(1, without('foreignerNumber')), person(2)])).toEqual({
      code: 'missing_column',
      message:
        'La colonne «\u00A0N° étranger\u00A0» manque. Ajoutez-la avec cet en-tête, puis déposez le fichier à nouveau.',
    });
    expect(failure([row(1, HEADERS.slice(0, 10)), person(2)])?.message).toContain(
      '«\u00A0BPI\u00A0», «\u00A0Date de la décision de protection\u00A0»',
    );
  });

  test('when two columns bear the same name and both hold something', () => {
    const twice = (second: string) =>
      failure([row(1, [...HEADERS, 'Code postal']), { line: 2, cells: [...person(2).cells, { text: second }] }]);
    expect(twice('59100')?.code).toBe('duplicate_column');
    expect(twice('')).toBeNull();
  });

  test('when cells of people are merged, with their address', () => {
    const rows = [row(1, HEADERS), person(2), person(3, { foreignerNumber: '9900000001' })];
    expect(failure(rows, [{ ref: 'Z2:Z3', fromLine: 2, toLine: 3 }])).toMatchObject({
      code: 'merged_cells',
      message: expect.stringContaining('Z2:Z3') as unknown as string,
    });
    expect(
      failure(
        [row(1, ['Liste']), ...rows.map((each) => ({ ...each, line: each.line + 1 }))],
        [{ ref: 'A1:Z1', fromLine: 1, toLine: 1 }],
      ),
    ).toBeNull();
  });

  test.each([
    [MAX_ROWS - 1, null],
    [MAX_ROWS, null],
    [MAX_ROWS + 1, 'too_many_rows'],
  ])('from %i lines on: %s', (count, code) => {
    const same = person(2);
    const rows = [row(1, HEADERS), ...Array.from({ length: count }, (_, index) => ({ ...same, line: index + 2 }))];
    expect(failure(rows)?.code ?? null).toBe(code);
  });
});

test('progress goes from nothing to the whole', () => {
  const seen: number[] = [];
  const rows = [row(1, HEADERS), ...Array.from({ length: 600 }, (_, index) => person(index + 2))];
  readLines(sheet(rows), {
    today: TODAY,
    territory: HAUTS_DE_FRANCE,
    onProgress: (done, total) => seen.push(done / total),
  });
  expect(seen).toEqual([0, 250 / 600, 500 / 600, 1]);
});
