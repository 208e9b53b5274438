import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { csv, failureOf, HEADERS, readAll, texts } from './testing/aList.ts';

const reference = () => readAll(csv());

describe('a list in text is read', () => {
  test.each([
    ['UTF-8', Buffer.from(csv())],
    ['UTF-8', Buffer.from(`\uFEFF${csv()}`)],
    ['Windows-1252', iconv.encode(csv(), 'windows-1252')],
    ['UTF-16LE', iconv.encode(csv(), 'utf-16le', { addBOM: true })],
    ['UTF-16BE', iconv.encode(csv(), 'utf-16be', { addBOM: true })],
    ['UTF-16LE', iconv.encode(csv(), 'utf-16le', { addBOM: false })],
    ['UTF-16BE', iconv.encode(csv(), 'utf-16be', { addBOM: false })],
  ])('in %s', async (encoding, bytes) => {
    const { source, accepted } = await readAll(bytes);
    expect([source, accepted]).toEqual([{ kind: 'csv', encoding, separator: ';' }, (await reference()).accepted]);
  });

  test('in UTF-8 with one damaged byte: the other accents stay', async () => {
    const bytes = Buffer.from(csv([{ commune: 'Li?le' }, { foreignerNumber: '9900000001' }]));
    bytes[bytes.indexOf('Li?le') + 2] = 0xe9;
    const { source, accepted } = await readAll(bytes);
    expect(source).toMatchObject({ encoding: 'UTF-8' });
    expect(accepted.map(({ person }) => [person.address?.commune, person.address?.line])).toEqual([
      ['Li\uFFFDle', '49 allée des Tilleuls'],
      ['Lille', '49 allée des Tilleuls'],
    ]);
  });

  test.each([';', '\t', '|'])('separated by %j', async (separator) => {
    const { source, accepted } = await readAll(csv([{}], separator));
    expect(source).toMatchObject({ separator });
    expect(accepted).toEqual((await reference()).accepted);
  });

  test('separated by commas, with commas inside quotes', async () => {
    const quoted = [HEADERS, texts({ addressLine: '49 allée des Tilleuls, bât. B' })]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\n');
    const { source, accepted } = await readAll(quoted);
    expect([source, accepted[0]?.person.address?.line]).toEqual([
      { kind: 'csv', encoding: 'UTF-8', separator: ',' },
      '49 allée des Tilleuls, bât. B',
    ]);
  });

  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('with lines ended by %s', async (_, end) => {
    const { rows, accepted } = await readAll(csv([{}, { foreignerNumber: '9900000001' }], ';', end));
    expect([rows, accepted.map(({ line }) => line)]).toEqual([2, [2, 3]]);
  });

  test('after a line sep=; that spreadsheets neither show nor count', async () => {
    expect((await readAll(`sep=;\r\n${csv()}`)).accepted).toEqual((await reference()).accepted);
    expect((await readAll(`\uFEFFsep=|\r\n${csv([{}], '|')}`)).source).toMatchObject({ separator: '|' });
  });

  test('with line breaks inside quotes, numbered as a spreadsheet shows them', async () => {
    const { accepted } = await readAll(
      csv([{ addressLine: '"49 allée des Tilleuls\r\nbât. B"' }, { foreignerNumber: '9900000001' }]),
    );
    expect(accepted.map(({ line, person }) => [line, person.address?.line])).toEqual([
      [2, '49 allée des Tilleuls bât. B'],
      [3, '49 allée des Tilleuls'],
    ]);
  });

  test('with blank lines, which count in the numbering only', async () => {
    const { rows, accepted } = await readAll(
      `\r\n${csv()}\r\n;;;;\r\n${texts({ foreignerNumber: '9900000001' }).join(';')}\r\n\r\n`,
    );
    expect([rows, accepted.map(({ line }) => line)]).toEqual([2, [3, 6]]);
  });

  test('with quotation marks inside a name', async () => {
    const { accepted } = await readAll(csv([{ firstNames: 'Zahra "Zouzou" Nour' }]));
    expect(accepted[0]?.person.firstNames).toBe('Zahra "Zouzou" Nour');
  });

  test('with NUL, emoji, right-to-left names, no-break spaces and direction marks', async () => {
    const { accepted } = await readAll(
      csv([
        { birthName: 'Moham\0madi\u202E', usageName: 'محمدی', firstNames: '\u00A0Zahra 🌷 ', commune: 'Lille\u00A0' },
      ]),
    );
    expect(accepted[0]?.person).toMatchObject({
      birthName: 'Mohammadi',
      usageName: 'محمدی',
      firstNames: 'Zahra 🌷',
      address: { commune: 'Lille' },
    });
  });

  test('with formulas, which stay text', async () => {
    const { accepted } = await readAll(
      csv([{ birthName: '=HYPERLINK("http://example.org")', addressLine: '@SUM(A1:A9)', structure: '+33' }]),
    );
    expect(accepted[0]).toMatchObject({
      person: { birthName: '=HYPERLINK("http://example.org")', address: { line: '@SUM(A1:A9)' } },
      structureName: '+33',
    });
  });

  test('with what Excel does to numbers: zeros lost are found again, digits lost are not', async () => {
    const { accepted, refused } = await readAll(
      csv([{ postcode: '2000', phone: '612345678' }, { foreignerNumber: '9,91235E+09' }]),
    );
    expect(accepted[0]).toMatchObject({
      department: '02',
      person: { phone: '0612345678', address: { postcode: '02000' } },
    });
    expect(refused[0]?.errors).toMatchObject([{ line: 3, column: 'N° étranger', code: 'invalid_identifier' }]);
  });
});

describe('a text is refused', () => {
  test('when it is empty, or no list', async () => {
    expect(await failureOf('')).toBe('empty_file');
    expect(await failureOf(' \r\n\r\n;;;\r\n')).toBe('empty_file');
    expect(await failureOf('Bonjour,\nvoici la liste promise.\n')).toBe('not_a_list');
  });

  test('when a column is missing', async () => {
    expect(await failureOf(csv().replace('N° étranger', 'Numéro'))).toBe('missing_column');
  });

  test('when a quotation mark is never closed', async () => {
    expect(await failureOf(csv([{ addressLine: '"49 allée' }]))).toBe('unreadable_file');
    expect(await failureOf(csv([{ addressLine: `"${'x'.repeat(70_000)}` }]))).toBe('too_large');
  });

  test('when it is no text at all', async () => {
    expect(await failureOf(Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7) % 256)))).toBe(
      'unreadable_file',
    );
  });
});
