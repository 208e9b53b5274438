import type { Goal } from './goals.ts';
import type { PageModel } from './pageModel.ts';
import type { DisclosurePolicy } from './policy.ts';
import { findWitness, type Aim, type Concealment } from './witness.ts';

/** Pages that need no search. */
export interface KnownPages {
  /** Pages that a reader cannot tell from the true one, the true one included. */
  readonly starts: readonly (readonly number[])[];
  /** By cell, the parts of the page around it that may all be zero. */
  readonly emptyParts: readonly (readonly (readonly number[])[])[];
}

/** The growing set of hidden cells of one page, and what is still to be proved of them. */
export class Suppression {
  readonly hidden = new Set<number>();
  private readonly model: PageModel;
  private readonly policy: DisclosurePolicy;
  private readonly starts: KnownPages['starts'];
  private readonly emptyParts: KnownPages['emptyParts'];
  private readonly costs: readonly number[];
  private readonly concealment: Concealment;
  private readonly known = new Set<number>();
  private pending: Goal[] = [];

  constructor(model: PageModel, policy: DisclosurePolicy, { starts, emptyParts }: KnownPages) {
    this.model = model;
    this.policy = policy;
    this.starts = starts;
    this.emptyParts = emptyParts;
    this.costs = model.value.map((_, cell) => costOf(model, cell));
    this.concealment = { isHidden: (cell) => this.hidden.has(cell), costOf: (cell) => this.costs[cell] ?? Infinity };
  }

  /** Hides cells of which the policy asks something of their own. */
  require(goals: readonly Goal[]): void {
    goals.forEach((goal) => this.hideFor(goal));
  }

  hide(cells: Iterable<number>): void {
    for (const cell of cells) this.hideFor({ cell, low: 1, high: this.policy.threshold });
  }

  /** Totals first: what they need is larger, and often serves the cells under them. */
  protectAll(): void {
    while (this.pending.length > 0) {
      const goals = this.pending.sort((a, b) => this.levelOf(b) - this.levelOf(a) || a.cell - b.cell);
      this.pending = [];
      goals.forEach((goal) => this.protect(goal));
    }
  }

  /** Hides the zero, among these, that costs the page least; none when one is hidden already. */
  leaveDoubt(zeros: readonly number[]): void {
    if (zeros.some((zero) => this.hidden.has(zero))) return;
    const target = this.policy.threshold;
    const prices = zeros.flatMap((zero) => {
      const concealment: Concealment = {
        isHidden: (cell) => cell === zero || this.hidden.has(cell),
        costOf: this.concealment.costOf,
      };
      const touched = findWitness(this.model, concealment, { cell: zero, target, side: 'HIGH', least: 1 }, this.starts);
      return touched === undefined ? [] : [{ zero, price: this.priceOf(touched) }];
    });
    const [best] = prices.sort((a, b) => a.price - b.price);
    this.hide(best === undefined ? zeros : [best.zero]);
  }

  private hideFor(goal: Goal): void {
    this.hidden.add(goal.cell);
    if (this.known.has(goal.cell)) return;
    this.known.add(goal.cell);
    this.pending.push(goal);
  }

  private levelOf({ cell }: Goal): number {
    return this.model.marginLevel[cell] ?? 0;
  }

  /** What hiding these costs, or `limit` once it costs as much. */
  private priceOf(cells: readonly number[], limit = Infinity): number {
    let price = 0;
    for (const cell of cells) {
      if (!this.hidden.has(cell)) price += this.costs[cell] ?? Infinity;
      if (price >= limit) return limit;
    }
    return price;
  }

  private protect({ cell, low, high }: Goal): void {
    const value = this.model.value[cell] ?? 0;
    if (value > low) this.insist({ cell, target: low, side: 'LOW', least: 0 });
    // Zeros are shown, and readers know it: a high count has to be possible without any hidden cell being zero.
    if (value < high) this.insist({ cell, target: high, side: 'HIGH', least: 1 });
  }

  private insist(aim: Aim): void {
    if (this.makePossible(aim)) return;
    // A page that shows no count proves itself: all its multiples are possible. A zero needs the zeros hidden as well.
    const isZero = this.model.value[aim.cell] === 0;
    this.hide(this.model.value.flatMap((count, cell) => (count > 0 || isZero ? [cell] : [])));
  }

  /** By the page found, or by all of a part being perhaps empty: whichever costs the page less. */
  private makePossible(aim: Aim): boolean {
    let best = findWitness(this.model, this.concealment, aim, this.starts);
    let price = best === undefined ? Infinity : this.priceOf(best);
    for (const part of aim.side === 'LOW' ? (this.emptyParts[aim.cell] ?? []) : []) {
      const partPrice = this.priceOf(part, price);
      if (partPrice < price) [best, price] = [part, partPrice];
    }
    if (best !== undefined) this.hide(best);
    return best !== undefined;
  }
}

/**
 * What hiding a figure to protect another costs. A hidden total may not be known to be large, so that all it is made of
 * has to be hidden with it: totals are kept as long as possible, then large figures, and zeros always.
 */
function costOf({ value, extent }: PageModel, cell: number): number {
  const count = value[cell] ?? 0;
  return count === 0 ? Infinity : 0.5 + 0.5 * (extent[cell] ?? 1) + 0.5 * Math.log2(1 + count);
}
