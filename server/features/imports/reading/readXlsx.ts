import type { Sheet } from '../../../domain/importing/sheet.ts';
import type { Budget } from './budget.ts';
import { unreadable } from './readingFailure.ts';
import { readWorksheet } from './readWorksheet.ts';
import { readWorkbook } from './workbookParts.ts';
import { WorkbookZip } from './workbookZip.ts';

export interface XlsxSheet {
  readonly sheet: Sheet;
  readonly name: string;
}

/** The sheet of a workbook that bears the header of the list, whatever its name; the first one when none does. */
export async function readXlsx(bytes: Buffer, budget: Budget): Promise<XlsxSheet> {
  const zip = await WorkbookZip.open(bytes, budget);
  const workbook = await readWorkbook(zip, budget);
  let first: XlsxSheet | undefined;
  for (const { name, part } of workbook.sheets) {
    budget.resetRows();
    const { sheet, isList } = await readWorksheet(zip, part, workbook, budget);
    if (isList) return { sheet, name };
    // A cover page may be empty: what is said of the file is said of its first sheet with something in it.
    if (first === undefined || first.sheet.rows.length === 0) first = { sheet, name };
  }
  if (first === undefined) throw unreadable();
  return first;
}
