import { findClosedBreakdowns, type ClosedTable } from './closedBreakdowns.ts';
import { findFirstHidden, type FirstHidden } from './goals.ts';
import { pagesOfOnePopulation, partsThatMayBeEmpty } from './otherPages.ts';
import type { PageModel } from './pageModel.ts';
import type { DisclosurePolicy } from './policy.ts';
import { Suppression, type KnownPages } from './suppression.ts';

/**
 * The cells of a page to hide: those that the policy hides for themselves, then as many others as it takes for every
 * hidden cell, those hidden to protect included, to be possibly as low as 1 and possibly as high as the threshold. Each
 * is proved by two whole pages that a reader could not tell from the true one; hiding more afterwards keeps the proofs.
 * Nothing is drawn at random: the same figures hide the same cells.
 * The first cells and those hidden to protect are one set on purpose: telling them apart would say which are small.
 *
 * Made for tables of one or two axes that add up. It holds for more, but hides much: those need a solver.
 */
export function suppress(model: PageModel, policy: DisclosurePolicy): ReadonlySet<number> {
  const first = findFirstHidden(model, policy);
  const emptyParts = partsThatMayBeEmpty(model);
  let best: { hidden: ReadonlySet<number>; loss: number } | undefined;
  for (const beginning of beginnings(model, policy, first)) {
    // What is given up at once may already be more than another beginning loses in the end.
    if (best !== undefined && lossOf(model, beginning.cells) >= best.loss) continue;

    const hidden = suppressFrom(model, policy, first, beginning, emptyParts);
    const loss = lossOf(model, hidden);
    if (best === undefined || loss < best.loss) best = { hidden, loss };
  }
  return best?.hidden ?? new Set();
}

/** What is hidden before anything is searched for: a search that goes cell by cell does not see that lines go together. */
interface Beginning {
  readonly closed: readonly ClosedTable[];
  readonly cells: ReadonlySet<number>;
}

/** Cell by cell; with the whole rows of the small counts; or without the breakdown of the page, to keep its totals. */
function beginnings(model: PageModel, policy: DisclosurePolicy, { goals }: FirstHidden): Beginning[] {
  const small = goals.map(({ cell }) => cell);
  const needed = findClosedBreakdowns(model, policy, false);
  const all = findClosedBreakdowns(model, policy, true);
  const begin = (closed: readonly ClosedTable[], rows: readonly number[]): Beginning => ({
    closed,
    cells: new Set([...small, ...closed.flatMap(({ cells }) => cells), ...rows]),
  });
  return [begin(needed, []), begin(needed, rowsOf(model, small)), begin(all, [])];
}

function rowsOf({ value, rowOf }: PageModel, cells: readonly number[]): number[] {
  const rows = new Set(cells.map((cell) => rowOf[cell]));
  return value.flatMap((count, cell) => (count > 0 && rows.has(rowOf[cell]) ? [cell] : []));
}

function suppressFrom(
  model: PageModel,
  policy: DisclosurePolicy,
  { goals, doubts }: FirstHidden,
  { closed, cells }: Beginning,
  emptyParts: KnownPages['emptyParts'],
): ReadonlySet<number> {
  const starts = [model.value, ...pagesOfOnePopulation(model, closed, cells)];
  const suppression = new Suppression(model, policy, { starts, emptyParts });
  suppression.require(goals);
  suppression.hide(cells);
  suppression.protectAll();
  doubts.forEach((zeros) => suppression.leaveDoubt(zeros));
  suppression.protectAll();

  return suppression.hidden;
}

/** What a page loses with these cells hidden: a report is read for its totals first. A zero given up is no loss. */
function lossOf({ value, marginLevel }: PageModel, cells: Iterable<number>): number {
  return [...cells].reduce((sum, cell) => sum + (value[cell] === 0 ? 0 : 1 + 2 * (marginLevel[cell] ?? 0)), 0);
}
