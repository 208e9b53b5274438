import { describe, expect, test } from '@jest/globals';
import { READING_LIMITS } from './limits.ts';
import { readSheet } from './readSheet.ts';
import { csv, failureOf, HEADERS, texts } from './testing/aList.ts';
import { columnName, makeXlsx, sheetXml, type XlsxTab } from './testing/makeXlsx.ts';
import { makeZip } from './testing/makeZip.ts';

const list: XlsxTab = { name: 'CIR signés', rows: [HEADERS, texts()] };
const SHEET = 'xl/worksheets/sheet1.xml';
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const withSheet = (data: string | Buffer, declaredSize?: number) =>
  makeXlsx([list], { parts: [{ name: SHEET, data, ...(declaredSize === undefined ? {} : { declaredSize }) }] });

describe('a file is known by its bytes, whatever its name', () => {
  test.each([
    ['an Excel 97 workbook', compound('Workbook'), 'legacy_xls'],
    ['an older Excel workbook', compound('Book'), 'legacy_xls'],
    ['a workbook locked by a password', compound('EncryptedPackage'), 'encrypted_file'],
    ['an old text document', compound('WordDocument'), 'unsupported_format'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'unsupported_format'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'unsupported_format'],
    [
      'a web page saved as .xls',
      Buffer.from('<html><table><tr><td>N° étranger</td></tr></table></html>'),
      'unsupported_format',
    ],
    [
      'an OpenDocument sheet',
      makeZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', data: '<a/>' },
      ]),
      'unsupported_format',
    ],
    [
      'a binary workbook',
      makeZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
      'unsupported_format',
    ],
    [
      'a Word document',
      makeZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<a/>' },
      ]),
      'unsupported_format',
    ],
    ['an archive', makeZip([{ name: 'liste.csv', data: csv() }]), 'unsupported_format'],
    ['an archive cut short', makeXlsx([list]).subarray(0, 400), 'unreadable_file'],
    ['a workbook without its parts', makeZip([{ name: '[Content_Types].xml', data: '<Types/>' }]), 'unreadable_file'],
    ['nothing', Buffer.alloc(0), 'empty_file'],
  ])('%s', async (_, bytes, code) => {
    expect(await failureOf(bytes)).toBe(code);
  });

  test('and a workbook named as a text is still a workbook', async () => {
    expect(await failureOf(makeXlsx([list]))).toBeNull();
  });
});

describe('a bomb is refused', () => {
  test('when a part inflates more than a hundred times', async () => {
    const spaces = `<worksheet>${' '.repeat(20 * 1024 * 1024)}</worksheet>`;
    const bomb = withSheet(spaces);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await failureOf(bomb)).toBe('too_large');
  });

  test('when it declares a small size and inflates to a large one', async () => {
    expect(await failureOf(withSheet(sheetXml(list), 10))).toBe('unreadable_file');
    expect(await failureOf(withSheet(`<worksheet>${' '.repeat(20 * 1024 * 1024)}</worksheet>`, 1000))).toMatch(
      /unreadable_file|too_large/,
    );
  });

  test('when its parts inflate to more than allowed together, each below the ratio', async () => {
    const strings = `<sst>${Array.from({ length: 20_000 }, (_, index) => `<si><t>${(index * 7919).toString(36)}</t></si>`).join('')}</sst>`;
    const workbook = makeXlsx([list], { parts: [{ name: 'xl/sharedStrings.xml', data: strings }] });
    expect(await readSheet(workbook, { ...READING_LIMITS, inflatedBytes: 1_000_000 })).toMatchObject({ ok: true });
    expect(await readSheet(workbook, { ...READING_LIMITS, inflatedBytes: 300_000 })).toMatchObject({
      failure: { code: 'too_large' },
    });
  });

  test('but not a part that nobody reads: it is never inflated', async () => {
    expect(
      await failureOf(
        makeXlsx([list], { parts: [{ name: 'xl/theme/theme1.xml', data: Buffer.alloc(20 * 1024 * 1024) }] }),
      ),
    ).toBeNull();
  });

  test('made of entities, of a document type, of depth, of attributes or of a giant one', async () => {
    const lol = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>';
    const outside = '<!DOCTYPE x SYSTEM "file:///etc/hostname"><worksheet/>';
    expect(await failureOf(withSheet(lol))).toBe('unreadable_file');
    expect(await failureOf(withSheet(outside))).toBe('unreadable_file');
    expect(await failureOf(withSheet('<worksheet>&eacute;</worksheet>'))).toBe('unreadable_file');
    expect(await failureOf(withSheet('<a>'.repeat(100_000)))).toBe('unreadable_file');
    expect(await failureOf(withSheet(`<worksheet a="${'x'.repeat(200_000)}"/>`))).toBe('unreadable_file');
    const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}="x"`).join(' ');
    expect(await failureOf(withSheet(`<worksheet ${attributes(64)}/>`))).toBe('empty_file');
    expect(await failureOf(withSheet(`<worksheet ${attributes(65)}/>`))).toBe('unreadable_file');
    expect(await failureOf(withSheet('<worksheet><sheetData>'))).toBe('unreadable_file');
  });

  test('made of cells too long, in a sheet or shared', async () => {
    const long = (length: number) =>
      makeXlsx([{ name: 'CIR', rows: [HEADERS, texts({ addressLine: 'x'.repeat(length) })] }]);
    expect([await failureOf(long(8_191)), await failureOf(long(8_192)), await failureOf(long(8_193))]).toEqual([
      null,
      null,
      'too_large',
    ]);
    expect(await failureOf(csv([{ addressLine: 'x'.repeat(8_193) }]))).toBe('too_large');
    expect(
      await failureOf(
        makeXlsx([list], {
          parts: [{ name: 'xl/sharedStrings.xml', data: `<sst><si><t>${'x'.repeat(9_000)}</t></si></sst>` }],
        }),
      ),
    ).toBe('too_large');
  });

  test('made of too many parts, cells or characters', async () => {
    const parts = Array.from({ length: 1_001 }, (_, index) => ({ name: `xl/media/${index}.png`, data: 'x' }));
    expect(await failureOf(makeXlsx([list], { parts }))).toBe('too_large');
    const small = { ...READING_LIMITS, cells: 52, textLength: 100_000 };
    expect(await readSheet(Buffer.from(csv()), small)).toMatchObject({ ok: true });
    expect(await readSheet(Buffer.from(csv([{}, {}])), small)).toMatchObject({ failure: { code: 'too_large' } });
    const shared = makeXlsx([list], {
      parts: [{ name: 'xl/sharedStrings.xml', data: `<sst>${'<si><t>x</t></si>'.repeat(60)}</sst>` }],
    });
    expect(await readSheet(shared, { ...READING_LIMITS, cells: 60 })).toMatchObject({ ok: true });
    expect(await readSheet(shared, { ...READING_LIMITS, cells: 59 })).toMatchObject({ failure: { code: 'too_large' } });
    expect(await readSheet(Buffer.from(csv()), { ...READING_LIMITS, textLength: 400 })).toMatchObject({
      failure: { code: 'too_large' },
    });
  });

  test('made of lines: the file is stopped while it is read', async () => {
    const limits = { ...READING_LIMITS, rows: 10 };
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ foreignerNumber: String(9_900_000_000 + index) }));
    expect(await readSheet(Buffer.from(csv(lines(100))), limits)).toMatchObject({ failure: { code: 'too_many_rows' } });
    expect(
      await readSheet(makeXlsx([{ name: 'CIR', rows: [HEADERS, ...lines(100).map(texts)] }]), limits),
    ).toMatchObject({ failure: { code: 'too_many_rows' } });
    expect(await readSheet(Buffer.from(csv(lines(10))), limits)).toMatchObject({ ok: true });
  });

  test('made of blank lines: they weigh nothing', async () => {
    expect(await failureOf(csv() + '\r\n'.repeat(1_000_000))).toBeNull();
    expect(await failureOf(csv() + `${';'.repeat(25)}\r\n`.repeat(100_000))).toBeNull();
  });

  test.each([
    [READING_LIMITS.fileBytes - 1, null],
    [READING_LIMITS.fileBytes, null],
    [READING_LIMITS.fileBytes + 1, 'too_large'],
  ])('by its weight: %i bytes', async (size, code) => {
    const start = csv();
    expect(await failureOf(start + '\n'.repeat(size - Buffer.byteLength(start)))).toBe(code);
  });
});

test('a workbook with a locked part is said to be locked', async () => {
  expect(await failureOf(makeXlsx([list], { parts: [{ name: SHEET, data: sheetXml(list), encrypted: true }] }))).toBe(
    'encrypted_file',
  );
});

test('every refusal of a file is a French sentence that says what to do', async () => {
  const files = [
    compound('Workbook'),
    compound('EncryptedPackage'),
    Buffer.from('%PDF-1.7'),
    Buffer.alloc(0),
    withSheet('<a>'),
    withSheet('<!DOCTYPE a><a/>'),
    Buffer.from('a;b'),
    Buffer.alloc(READING_LIMITS.fileBytes + 1, 'x'),
  ];
  for (const file of files) {
    const result = await readSheet(file);
    const message = result.ok ? null : result.failure.message;
    if (message === null) continue;
    expect(message).toMatch(/\.$/);
    expect(message).toMatch(/(?:ez|ez-l[ea])\b/);
    expect(message).not.toMatch(/'| [:;!?»]|« /);
  }
});

test('columns are named as a spreadsheet names them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
