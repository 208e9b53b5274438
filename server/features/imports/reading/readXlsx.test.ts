import { describe, expect, test } from '@jest/globals';
import { isDateFormat } from './dateFormats.ts';
import { at, csv, failureOf, HEADERS, readAll, texts } from './testing/aList.ts';
import { makeXlsx, type XlsxCell, type XlsxTab } from './testing/makeXlsx.ts';

const list = (...lines: readonly XlsxCell[][]): XlsxTab => ({
  name: 'CIR signés',
  rows: [HEADERS, ...(lines.length === 0 ? [texts()] : lines)],
});
const cells = (changes: Readonly<Record<number, XlsxCell>>): XlsxCell[] =>
  texts().map((text, index) => (index in changes ? changes[index] : text));
const reference = async () => (await readAll(csv())).accepted;

describe('a workbook is read', () => {
  test('like the same list in text', async () => {
    const { source, accepted } = await readAll(makeXlsx([list()]));
    expect([source, accepted]).toEqual([{ kind: 'xlsx', sheetName: 'CIR signés', otherLists: [] }, await reference()]);
  });

  test('from the sheet that bears the header, whatever its name and place', async () => {
    const cover: XlsxTab = { name: 'Lisez-moi', rows: [['Liste des signataires'], ['Direction territoriale']] };
    const empty: XlsxTab = { name: 'Feuil1', rows: [] };
    expect((await readAll(makeXlsx([empty, cover, { ...list(), name: 'Données' }]))).source).toEqual({
      kind: 'xlsx',
      sheetName: 'Données',
      otherLists: [],
    });
    // A second list is not read, and not lost without a word.
    const two = await readAll(makeXlsx([{ ...list(), name: 'Ancienne', state: 'hidden' }, list()]));
    expect(two.source).toMatchObject({ sheetName: 'CIR signés', otherLists: ['Ancienne'] });
    expect(two.warnings.filter(({ code }) => code === 'other_list')).toHaveLength(1);
    expect(await failureOf(makeXlsx([empty, cover]))).toBe('not_a_list');
    expect(await failureOf(makeXlsx([empty]))).toBe('empty_file');
  });

  test('with dates, in the system of 1900 and in that of 1904', async () => {
    const dated = (birth: number, signedOn: number) =>
      list(cells({ [at('birth')]: { date: birth }, [at('signedOn')]: { date: signedOn } }));
    expect((await readAll(makeXlsx([dated(32_942, 46_302)]))).accepted).toEqual(await reference());
    expect((await readAll(makeXlsx([dated(32_942 - 1462, 46_302 - 1462)], { date1904: true }))).accepted).toEqual(
      await reference(),
    );
  });

  test('with a year alone and identifiers held as numbers', async () => {
    const { accepted } = await readAll(
      makeXlsx([
        list(
          cells({
            [at('birth')]: 1990,
            [at('foreignerNumber')]: 9912345678,
            [at('postcode')]: 2000,
            [at('phone')]: 612345678,
            [at('track')]: 600,
          }),
        ),
      ]),
    );
    expect(accepted[0]).toMatchObject({
      person: { birth: { value: '1990', precision: 'YEAR' }, foreignerNumber: '9912345678', phone: '0612345678' },
      department: '02',
      track: '600',
    });
  });

  test('with custom date formats, and formats that only look like dates', async () => {
    const styled = (style: number) => ({ xml: `<c r="REF" s="${style}"><v>1994</v></c>` });
    expect((await readAll(makeXlsx([list(cells({ [at('birth')]: styled(3) }))]))).accepted[0]?.person.birth).toEqual({
      value: '1994',
      precision: 'YEAR',
    });
    expect((await readAll(makeXlsx([list(cells({ [at('birth')]: styled(2) }))]))).refused[0]?.errors).toMatchObject([
      { column: 'Date de naissance', code: 'invalid_date' },
    ]);
  });

  test('with formulas: their cached value, never their computation', async () => {
    const formula = { xml: '<c r="REF" t="str"><f>UPPER("moham"&amp;"madi")</f><v>Mohammadi</v></c>' };
    const neverComputed = { xml: '<c r="REF"><f>TODAY()</f></c>' };
    const { accepted } = await readAll(
      makeXlsx([list(cells({ [at('birthName')]: formula, [at('permitEndsOn')]: neverComputed }))]),
    );
    expect(accepted[0]).toMatchObject({ person: { birthName: 'Mohammadi' }, facts: { permitExpiresOn: null } });
  });

  test('with errors of the spreadsheet: a warning where the cell is free text, a refusal where it is not', async () => {
    const error = { xml: '<c r="REF" t="e"><v>#N/A</v></c>' };
    const { accepted, refused } = await readAll(
      makeXlsx([list(cells({ [at('commune')]: error }), cells({ [at('birth')]: error }))]),
    );
    expect(accepted[0]?.warnings).toMatchObject([{ column: 'Commune', code: 'ignored_value' }]);
    expect(refused[0]?.errors).toMatchObject([{ column: 'Date de naissance', code: 'invalid_date' }]);
  });

  test('with shared, rich and phonetic texts, and the characters that XML cannot hold', async () => {
    const shared = (index: number) => ({ xml: `<c r="REF" t="s"><v>${index}</v></c>` });
    const sharedStrings =
      '<sst><si><t>Moham</t><phoneticPr/></si><si><r><rPr><b/></rPr><t>Moham</t></r><r><t xml:space="preserve">madi </t></r><rPh sb="0" eb="1"><t>モ</t></rPh></si><si><t><![CDATA[Zahra]]>_x000D_\nNour</t></si></sst>';
    const tab = list(
      cells({ [at('birthName')]: shared(1), [at('firstNames')]: shared(2), [at('usageName')]: shared(99) }),
    );
    const { accepted } = await readAll(
      makeXlsx([tab], { parts: [{ name: 'xl/sharedStrings.xml', data: sharedStrings }] }),
    );
    expect(accepted[0]?.person).toMatchObject({ birthName: 'Mohammadi', firstNames: 'Zahra Nour', usageName: null });
  });

  test('with tags under a prefix, sparse cells, rows and cells without reference', async () => {
    expect((await readAll(makeXlsx([list()], { prefix: 'x' }))).accepted).toEqual(await reference());
    const bare = (values: readonly string[]) =>
      `<row>${values.map((value) => `<c t="inlineStr"><is><t>${value.replaceAll("'", '&apos;')}</t></is></c>`).join('')}</row>`;
    const sheet = `<worksheet><sheetData>${bare(HEADERS)}${bare(texts())}</sheetData></worksheet>`;
    expect(
      (await readAll(makeXlsx([list()], { parts: [{ name: 'xl/worksheets/sheet1.xml', data: sheet }] }))).accepted,
    ).toEqual(await reference());
  });

  test('with its lines numbered as in the file, blank and hidden ones included', async () => {
    const { accepted, warnings } = await readAll(
      makeXlsx([{ ...list(texts(), [], texts({ foreignerNumber: '9900000001' })), hiddenLines: [4] }]),
    );
    expect(accepted.map(({ line }) => line)).toEqual([2, 4]);
    expect(warnings).toMatchObject([{ line: 4, code: 'hidden_rows' }]);
  });

  test('unless cells of people are merged', async () => {
    expect(
      await failureOf(makeXlsx([{ ...list(texts(), texts({ foreignerNumber: '9900000001' })), merges: ['Z2:Z3'] }])),
    ).toBe('merged_cells');
    const titled: XlsxTab = { name: 'CIR', rows: [['CIR signés en octobre'], ...list().rows], merges: ['A1:Z1'] };
    expect(await failureOf(makeXlsx([titled]))).toBeNull();
  });

  test('when its sheets are protected against changes: that is no encryption', async () => {
    const workbook = makeXlsx([list()]);
    expect(workbook.includes('sheetProtection')).toBe(false);
    const protectedSheet = `<worksheet><sheetProtection sheet="1" password="CC1A"/><sheetData><row r="1">${HEADERS.map((header) => `<c t="inlineStr"><is><t>${header.replaceAll("'", '&apos;')}</t></is></c>`).join('')}</row></sheetData></worksheet>`;
    expect(
      (await readAll(makeXlsx([list()], { parts: [{ name: 'xl/worksheets/sheet1.xml', data: protectedSheet }] }))).rows,
    ).toBe(0);
  });
});

describe('a number format shows a date', () => {
  test.each([
    ['dd/mm/yyyy', true],
    ['[$-40C]d mmmm yyyy;@', true],
    ['yyyy\\-mm\\-dd', true],
    ['[h]:mm:ss', true],
    ['mm/yy', true],
    ['General', false],
    ['0.00', false],
    ['#,##0.00 [$€-40C]', false],
    ['[Red]0;[Blue]-0', false],
    ['0" m"', false],
    ['0\\d', false],
    ['_-* #,##0_-', false],
    ['@', false],
    ['', false],
  ])('%s: %s', (code, shows) => {
    expect(isDateFormat(code)).toBe(shows);
  });
});
