import type { Failure } from '../../../domain/importing/issues.ts';
import type { Sheet } from '../../../domain/importing/sheet.ts';
import { Budget } from './budget.ts';
import type { Encoding } from './decodeText.ts';
import { detectKind } from './detectKind.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import { readCsv, type Separator } from './readCsv.ts';
import { ReadingFailure, tooLarge } from './readingFailure.ts';
import { readXlsx } from './readXlsx.ts';

/** What the file was found to be, whatever its name: shown with the preview, so that a wrong guess is seen. */
export type Source =
  | { readonly kind: 'csv'; readonly encoding: Encoding; readonly separator: Separator }
  | { readonly kind: 'xlsx'; readonly sheetName: string; readonly otherLists: readonly string[] };

export type SheetResult =
  | { readonly ok: true; readonly sheet: Sheet; readonly source: Source }
  | { readonly ok: false; readonly failure: Failure };

/** Bytes → one sheet of cells, or why not. Every refusal of a file is a French sentence; only a fault of the program throws. */
export async function readSheet(bytes: Buffer, limits: ReadingLimits = READING_LIMITS): Promise<SheetResult> {
  try {
    return { ok: true, ...(await read(bytes, limits)) };
  } catch (error) {
    if (error instanceof ReadingFailure) return { ok: false, failure: error.failure };
    throw error;
  }
}

async function read(bytes: Buffer, limits: ReadingLimits): Promise<{ sheet: Sheet; source: Source }> {
  if (bytes.length > limits.fileBytes)
    throw tooLarge(
      'Ce fichier dépasse 10\u00A0Mo. Une liste mensuelle en pèse moins d’un\u202F; vérifiez le fichier choisi, ou partagez-le.',
    );
  const budget = new Budget(limits);
  if (detectKind(bytes) === 'zip') {
    const { sheet, name, otherLists } = await readXlsx(bytes, budget);
    return { sheet, source: { kind: 'xlsx', sheetName: name, otherLists } };
  }
  const { sheet, encoding, separator } = readCsv(bytes, budget);
  return { sheet, source: { kind: 'csv', encoding, separator } };
}
