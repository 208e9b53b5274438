import type { Sheet } from '../../../domain/importing/sheet.ts';
import type { Budget } from './budget.ts';
import { unreadable } from './readingFailure.ts';
import { readWorksheet } from './readWorksheet.ts';
import { readWorkbook } from './workbookParts.ts';
import { WorkbookZip } from './workbookZip.ts';

export interface XlsxSheet {
  readonly sheet: Sheet;
  readonly name: string;
  /** Other sheets that bear the header of a list too: they are not read, and that has to be said. */
  readonly otherLists: readonly string[];
}

/** The sheet of a workbook that bears the header of the list, whatever its name; the first one when none does. */
export async function readXlsx(bytes: Buffer, budget: Budget): Promise<XlsxSheet> {
  const zip = await WorkbookZip.open(bytes, budget);
  const workbook = await readWorkbook(zip, budget);
  let first: XlsxSheet | undefined;
  let list: XlsxSheet | undefined;
  const otherLists: string[] = [];
  for (const { name, part } of workbook.sheets) {
    budget.resetRows();
    const { sheet, isList } = await readWorksheet(zip, part, workbook, budget);
    if (isList && list !== undefined) otherLists.push(name);
    else if (isList) list = { sheet, name, otherLists };
    // A cover page may be empty: what is said of the file is said of its first sheet with something in it.
    if (first === undefined || first.sheet.rows.length === 0) first = { sheet, name, otherLists };
  }
  const found = list ?? first;
  if (found === undefined) throw unreadable();
  return found;
}
