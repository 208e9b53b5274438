import { COLUMN_KEYS, COLUMNS, type ColumnKey } from '../../../../domain/importing/columns.ts';
import { aLine, HAUTS_DE_FRANCE, TODAY, type Texts } from '../../../../domain/importing/testing/aLine.ts';
import { readList, type ReadList } from '../readList.ts';

export const HEADERS: readonly string[] = COLUMN_KEYS.map((key) => COLUMNS[key].header);

/** The texts of a line, in the order of the columns. */
export function texts(changes: Texts = {}): string[] {
  const cells = aLine(changes);
  return COLUMN_KEYS.map((key) => {
    const cell = cells[key];
    return cell !== undefined && 'text' in cell ? cell.text : '';
  });
}

export function at(key: ColumnKey): number {
  return COLUMN_KEYS.indexOf(key);
}

/** A list as a delimited text: the header, then a line for each set of changes. */
export function csv(lines: readonly Texts[] = [{}], separator = ';', end = '\r\n'): string {
  return [HEADERS, ...lines.map(texts)].map((cells) => cells.join(separator) + end).join('');
}

const context = { today: TODAY, territory: HAUTS_DE_FRANCE };

export async function readAll(bytes: Buffer | string): Promise<ReadList> {
  const result = await readList(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, context);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result;
}

/** The code of the failure of a file; null when it is read. */
export async function failureOf(bytes: Buffer | string): Promise<string | null> {
  const result = await readList(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, context);
  return result.ok ? null : result.failure.code;
}
