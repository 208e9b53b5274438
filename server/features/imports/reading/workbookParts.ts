import { posix } from 'node:path';
import type { DateSystem } from '../../../domain/importing/sheet.ts';
import type { Budget } from './budget.ts';
import { dateStyles } from './dateFormats.ts';
import { parseXml } from './parseXml.ts';
import { unreadable } from './readingFailure.ts';
import type { WorkbookZip } from './workbookZip.ts';

export interface Workbook {
  readonly dateSystem: DateSystem;
  /** In the order of the tabs, the hidden ones last. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: readonly string[];
  /** Whether each cell style shows a date, by its index. */
  readonly isDateStyle: readonly boolean[];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** What the sheets of a workbook refer to: names, styles, shared texts. */
export async function readWorkbook(zip: WorkbookZip, budget: Budget): Promise<Workbook> {
  const root = zip.has('_rels/.rels') ? await readRelations(zip, '_rels/.rels', '') : [];
  const main = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const folder = posix.dirname(main);
  const relations = await readRelations(zip, `${folder}/_rels/${posix.basename(main)}.rels`, folder);
  const { dateSystem, tabs } = await readMain(zip, main);
  const part = (type: string) => relations.find((relation) => relation.type === type && zip.has(relation.part))?.part;
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  return {
    dateSystem,
    sheets: [...tabs.filter(({ hidden }) => !hidden), ...tabs.filter(({ hidden }) => hidden)].flatMap(
      ({ name, id }) => {
        const found = relations.find((relation) => relation.id === id && relation.type === 'worksheet');
        return found === undefined ? [] : [{ name, part: found.part }];
      },
    ),
    sharedStrings: strings === undefined ? [] : await readSharedStrings(zip, strings, budget),
    isDateStyle: styles === undefined ? [] : await dateStyles(zip.read(styles)),
  };
}

async function readRelations(zip: WorkbookZip, name: string, folder: string): Promise<Relation[]> {
  if (!zip.has(name)) throw unreadable();
  const relations: Relation[] = [];
  await parseXml(zip.read(name), {
    open: (tag, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (
        tag !== 'Relationship' ||
        id === undefined ||
        type === undefined ||
        target === undefined ||
        mode === 'External'
      )
        return;
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part });
    },
  });
  return relations;
}

interface Tab {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

async function readMain(zip: WorkbookZip, name: string): Promise<{ dateSystem: DateSystem; tabs: Tab[] }> {
  let dateSystem: DateSystem = 1900;
  const tabs: Tab[] = [];
  await parseXml(zip.read(name), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) dateSystem = 1904;
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (id !== undefined)
        tabs.push({ name: attributes['name'] ?? '', id, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  return { dateSystem, tabs };
}

/** Texts stored once and referred to by their rank. A text in several formats is the run of its pieces; its phonetic guide is left out. */
async function readSharedStrings(zip: WorkbookZip, name: string, budget: Budget): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  await parseXml(zip.read(name), {
    open: (tag) => {
      if (tag === 'si') current = '';
      if (tag === 'rPh') phonetic = true;
      if (tag === 't') inText = !phonetic;
    },
    text: (text) => {
      if (!inText) return;
      current += text;
      budget.checkText(current.length);
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      if (tag === 'rPh') phonetic = false;
      if (tag !== 'si') return;
      budget.addSharedText(current.length);
      strings.push(unescapeText(current));
    },
  });
  return strings;
}

/** `_x000D_`: how workbooks write the characters that XML cannot hold. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
