import { parseXml } from './parseXml.ts';

/** Built-in formats that show a day or a time; 27 to 36 and 50 to 58 are those of East Asian editions. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether a custom format shows a day or a time: letters of dates outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/^\s*(?:general|standard|@)?\s*$/i.test(bare) && /[dmyhs]/i.test(bare.replace(/general|standard/gi, ''));
}

/** For each cell style of a styles part, in order, whether it shows a date. */
export async function dateStyles(styles: AsyncIterable<Buffer>): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const shown: boolean[] = [];
  let inCellFormats = false;
  await parseXml(styles, {
    open: (tag, { numFmtId, formatCode }) => {
      if (tag === 'numFmt') custom.set(Number(numFmtId), isDateFormat(formatCode ?? ''));
      if (tag === 'cellXfs') inCellFormats = true;
      if (tag === 'xf' && inCellFormats) {
        const id = Number(numFmtId ?? 0);
        shown.push(custom.get(id) ?? BUILT_IN.some(([from, to]) => id >= from && id <= to));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellFormats = false;
    },
  });
  return shown;
}
