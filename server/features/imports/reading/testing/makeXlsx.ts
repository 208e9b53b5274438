import { makeZip, type ZipPart } from './makeZip.ts';

/** A cell: text, a number, a number shown as a date, or its XML as it stands. */
export type XlsxCell = string | number | { readonly date: number } | { readonly xml: string } | undefined;

export interface XlsxTab {
  readonly name: string;
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merges?: readonly string[];
  /** Lines hidden in the spreadsheet. */
  readonly hiddenLines?: readonly number[];
}

export interface XlsxOptions {
  readonly date1904?: boolean;
  readonly parts?: readonly ZipPart[];
  /** Prefix of every tag of the sheets, as some libraries write it. */
  readonly prefix?: string;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

function cellXml(cell: XlsxCell, reference: string, p: string): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string')
    return `<${p}c r="${reference}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escape(cell)}</${p}t></${p}is></${p}c>`;
  if (typeof cell === 'number') return `<${p}c r="${reference}"><${p}v>${cell}</${p}v></${p}c>`;
  if ('date' in cell) return `<${p}c r="${reference}" s="1"><${p}v>${cell.date}</${p}v></${p}c>`;
  return cell.xml.replace('REF', reference);
}

export function sheetXml({ rows, merges = [], hiddenLines = [] }: XlsxTab, prefix = ''): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const data = rows.map((cells, index) => {
    const hidden = hiddenLines.includes(index + 1) ? ' hidden="1"' : '';
    return `<${p}row r="${index + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, p)).join('')}</${p}row>`;
  });
  const merged =
    merges.length === 0
      ? ''
      : `<${p}mergeCells>${merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>`;
  return `<?xml version="1.0"?><${p}worksheet xmlns${prefix === '' ? '' : `:${prefix}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${p}sheetData>${data.join('')}</${p}sheetData>${merged}</${p}worksheet>`;
}

const STYLES = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; m&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook, as a spreadsheet would save it; `parts` adds to it or replaces what it has. */
export function makeXlsx(
  tabs: readonly XlsxTab[],
  { date1904 = false, parts = [], prefix = '' }: XlsxOptions = {},
): Buffer {
  const own: ZipPart[] = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${tabs.map(({ name, state }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${index + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="st" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>${tabs.map((_, index) => `<Relationship Id="s${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    },
    { name: 'xl/styles.xml', data: STYLES },
    ...tabs.map((tab, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, data: sheetXml(tab, prefix) })),
  ];
  const replaced = new Set(parts.map(({ name }) => name));
  return makeZip([...own.filter(({ name }) => !replaced.has(name)), ...parts]);
}
