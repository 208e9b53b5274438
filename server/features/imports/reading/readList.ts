import { becomes, type ImportedPathway } from '../../../domain/importing/becomes.ts';
import { COLUMNS } from '../../../domain/importing/columns.ts';
import { COLON, quote } from '../../../domain/importing/french.ts';
import type { Failure, LineWarning } from '../../../domain/importing/issues.ts';
import { readLines, type Lines, type ReadLinesContext } from '../../../domain/importing/readLines.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import { readSheet, type Source } from './readSheet.ts';

export interface ReadList extends Omit<Lines, 'accepted'> {
  readonly accepted: readonly ImportedPathway[];
  readonly source: Source;
}
export type ListResult = ReadList | { readonly ok: false; readonly failure: Failure };

/** Share of the work that is over once the sheet is read: judging the lines is the rest. */
const SHEET_READ = 40;

/** A monthly list: bytes → what its lines become, and why the others cannot be taken. `onProgress` is given percents. */
export async function readList(
  bytes: Buffer,
  { today, territory, onProgress }: ReadLinesContext & { onProgress?: (percent: number) => void },
  limits: ReadingLimits = READING_LIMITS,
): Promise<ListResult> {
  const found = await readSheet(bytes, limits);
  if (!found.ok) return found;
  onProgress?.(SHEET_READ);
  const lines = readLines(found.sheet, {
    today,
    territory,
    onProgress: (done, total) =>
      onProgress?.(Math.round(SHEET_READ + (total === 0 ? 1 : done / total) * (100 - SHEET_READ))),
  });
  if (!lines.ok) return lines;
  const warnings = [...otherLists(found.source), ...lines.warnings];
  return { ...lines, warnings, accepted: lines.accepted.map(becomes), source: found.source };
}

/** One list at a time: a second one in the same workbook is not lost without a word. */
function otherLists(source: Source): LineWarning[] {
  if (source.kind !== 'xlsx') return [];
  return source.otherLists.map((name) => ({
    line: 1,
    column: COLUMNS.ofiiNumber.header,
    code: 'other_list',
    message: `La feuille ${quote(name)} est aussi une liste. Seule la feuille ${quote(source.sheetName)} a été lue${COLON} déposez l’autre à part.`,
  }));
}
