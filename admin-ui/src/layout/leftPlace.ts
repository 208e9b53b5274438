/** A row of a list, by the key of what it is about, and the key of the row that it is shown under, if any. */
const ROW = '[data-place]';
/** Where one goes without leaving one’s place in the page: a dialogue or a menu, with all that is around it. */
export const BESIDE = '[role=presentation], [data-beside]';

/** What had the focus when a page was left, told so that it is found again in the same page drawn anew. */
export interface LeftPlace {
  readonly row?: {
    readonly key: string;
    readonly under: string | undefined;
    readonly after: readonly string[];
    readonly before: readonly string[];
  };
  /** Where it leads, or what it is called; and how many of the same are before it. */
  readonly called: string;
  readonly index: number;
}

const keyOf = (row: HTMLElement): string => row.dataset.place ?? '';
const rowsIn = (main: Element): HTMLElement[] => [...main.querySelectorAll<HTMLElement>(ROW)];

function calledOf(element: Element): string {
  const labels = (element as Partial<HTMLInputElement>).labels ?? [];
  const names = [
    element.getAttribute('href'),
    element.getAttribute('aria-label'),
    ...[...labels].map(({ textContent }) => textContent),
    element.textContent,
  ];
  return `${element.tagName} ${names.find((name) => name !== null && name !== '') ?? ''}`;
}

const alike = (called: string, within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(called.split(' ', 1)[0] ?? '')].filter((one) => calledOf(one) === called);

/** The place of an element of the page; none is held on its title, where one is put on arriving. */
export function placeOf(element: Element, main: Element): LeftPlace | undefined {
  if (!main.contains(element) || element === main || element.tagName === 'H1' || element.closest(BESIDE) !== null)
    return undefined;
  const row = element.closest<HTMLElement>(ROW);
  const called = calledOf(element);
  const index = alike(called, row ?? main).indexOf(element as HTMLElement);
  if (row === null) return { called, index };
  const keys = rowsIn(main).map(keyOf);
  const at = rowsIn(main).indexOf(row);
  const { under } = row.dataset;
  return {
    row: { key: keyOf(row), under, after: keys.slice(at + 1), before: keys.slice(0, at).reverse() },
    called,
    index,
  };
}

/** The same, where the page has it. */
export function foundIn(main: Element, { row, called, index }: LeftPlace): HTMLElement | undefined {
  const within = row === undefined ? main : rowsIn(main).find((one) => keyOf(one) === row.key);
  if (within === undefined) return undefined;
  const same = alike(called, within);
  return same[index] ?? same[0] ?? (row === undefined ? undefined : mainOf(within));
}

/**
 * Who takes a place, of those that there are now in their order: the first of those that were after it, where it was; one of
 * them may have gone much further down. Else the one before; those before it are told from the nearest.
 */
export function heirAmong<One>(now: readonly One[], before: readonly One[], after: readonly One[]): One | undefined {
  const prior = before.find((one) => now.includes(one));
  const rest = prior === undefined ? now : now.slice(now.indexOf(prior) + 1);
  return rest.find((one) => after.includes(one)) ?? now.find((one) => after.includes(one)) ?? prior;
}

/** What takes the focus of a row that is gone: the one it was under, else its heir. */
export function heirIn(main: Element, { row }: LeftPlace): HTMLElement | undefined {
  if (row === undefined) return undefined;
  const { under, before, after } = row;
  const rows = new Map(rowsIn(main).map((one) => [keyOf(one), one]));
  const heir = under !== undefined && rows.has(under) ? under : heirAmong([...rows.keys()], before, after);
  return heir === undefined ? undefined : mainOf(rows.get(heir));
}

const mainOf = (row: Element | undefined): HTMLElement | undefined =>
  row?.querySelector<HTMLElement>('[data-main]') ??
  row?.querySelector<HTMLElement>('a[href], button, input, select, textarea') ??
  undefined;
