import { slackOf, type Inequality, type PageModel } from './pageModel.ts';
import type { Swap } from './swaps.ts';

/** What a search may hide, and what each further cell costs the reader. */
export interface Concealment {
  isHidden(cell: number): boolean;
  /** Infinity for a figure that stays shown whatever happens. */
  costOf(cell: number): number;
}

/** The reader is to believe that `cell` may be as low, or as high, as `target`. */
export interface Aim {
  readonly cell: number;
  readonly target: number;
  readonly side: 'LOW' | 'HIGH';
  /** The least figure a hidden cell may take: 1 for the reader who knows that zeros are shown. */
  readonly least: 0 | 1;
}

const SWAPS_TRIED = 6;
const DEPTH = 4;
const MOVES = 300;

/**
 * Looks for another page, all of whole numbers, that no reader could tell from the true one once the returned cells
 * are hidden, and in which `cell` is `target`. Such a page is a proof: the reader cannot exclude `target`.
 * Every change keeps all sums, by moving the same amount round the corners of a box (the hypercube method);
 * a relation broken on the way is repaired by further changes.
 * @param starts pages already known to be possible; the search sets out from each until it succeeds
 * @returns the cells to hide, or undefined when the search finds none, which does not prove that none exists
 */
export function findWitness(
  model: PageModel,
  concealment: Concealment,
  aim: Aim,
  starts: readonly (readonly number[])[],
): readonly number[] | undefined {
  if (starts.some((start) => isReached(aim, start[aim.cell] ?? 0))) return [];

  const found = starts.flatMap((start) => {
    const search = new WitnessSearch(model, concealment, aim.least, start);
    return search.bring(aim.cell, aim.target, DEPTH) ? [search.touched()] : [];
  });
  return found.sort((a, b) => costOfHiding(concealment, a) - costOfHiding(concealment, b))[0];
}

function costOfHiding({ isHidden, costOf }: Concealment, cells: readonly number[]): number {
  return cells.reduce((cost, cell) => cost + (isHidden(cell) ? 0 : costOf(cell)), 0);
}

function isReached({ target, side }: Aim, value: number): boolean {
  return side === 'LOW' ? value <= target : value >= target;
}

interface Change {
  readonly cell: number;
  readonly by: number;
}

class WitnessSearch {
  private readonly model: PageModel;
  private readonly concealment: Concealment;
  private readonly least: 0 | 1;
  private readonly page: number[];
  private readonly log: Change[] = [];
  private readonly pinned: number[] = [];
  private movesLeft = MOVES;

  constructor(model: PageModel, concealment: Concealment, least: 0 | 1, start: readonly number[]) {
    this.model = model;
    this.concealment = concealment;
    this.least = least;
    this.page = [...start];
  }

  touched(): number[] {
    const moved = new Set(this.log.map(({ cell }) => cell));
    return [...moved].filter((cell) => this.page[cell] !== this.model.value[cell]);
  }

  /** Moves a cell to the target, as directly as it can. Leaves the page as it found it when it cannot. */
  bring(cell: number, target: number, depth: number): boolean {
    const start = this.log.length;
    for (;;) {
      const left = target - (this.page[cell] ?? 0);
      if (left === 0) return true;
      if (this.movesLeft-- <= 0 || !this.step(cell, left, depth)) {
        this.undo(start);
        return false;
      }
    }
  }

  private step(cell: number, left: number, depth: number): boolean {
    for (const { swap, by } of this.rank(cell, left)) {
      const start = this.log.length;
      this.apply(swap, by);
      this.pinned.push(cell);
      const sound = this.repair(start, depth);
      this.pinned.pop();
      if (sound) return true;
      this.undo(start);
    }
    return false;
  }

  /** The best swaps first: little to hide for a large part of the way. */
  private rank(cell: number, left: number): { swap: Swap; by: number; score: number }[] {
    const direction = Math.sign(left);
    return this.model
      .swapsOf(cell)
      .flatMap((swap) => {
        const cost = this.costOf(swap);
        if (cost === Infinity) return [];
        const amount = Math.min(Math.abs(left), this.room(swap, direction));
        return amount <= 0 ? [] : [{ swap, by: direction * amount, score: ((cost + 0.01) * Math.abs(left)) / amount }];
      })
      .sort((a, b) => a.score - b.score)
      .slice(0, SWAPS_TRIED);
  }

  private costOf({ cells }: Swap): number {
    let cost = 0;
    for (const cell of cells) {
      if (this.pinned.includes(cell)) return Infinity;
      if (this.concealment.isHidden(cell) || this.page[cell] !== this.model.value[cell]) continue;
      cost += this.concealment.costOf(cell);
      if (cost === Infinity) return Infinity;
    }
    return cost;
  }

  private room({ cells, signs }: Swap, direction: number): number {
    return cells.reduce((room, cell, i) => {
      if ((signs[i] ?? 0) * direction > 0) return room;
      const floor = this.model.value[cell] === 0 ? 0 : this.least;
      return Math.min(room, (this.page[cell] ?? 0) - floor);
    }, Infinity);
  }

  private apply({ cells, signs }: Swap, by: number): void {
    cells.forEach((cell, i) => this.change({ cell, by: (signs[i] ?? 0) * by }));
  }

  private change(change: Change): void {
    this.page[change.cell] = (this.page[change.cell] ?? 0) + change.by;
    this.log.push(change);
  }

  private undo(length: number): void {
    for (const { cell, by } of this.log.splice(length)) this.page[cell] = (this.page[cell] ?? 0) - by;
  }

  /** Mends the relations broken since `start` by moving their other cells. */
  private repair(start: number, depth: number): boolean {
    for (;;) {
      const broken = this.brokenSince(start);
      if (broken === undefined) return true;
      if (depth === 0 || this.movesLeft <= 0 || !this.mend(broken, depth)) return false;
    }
  }

  private brokenSince(start: number): Inequality | undefined {
    for (const { cell } of this.log.slice(start)) {
      for (const index of this.model.inequalitiesOf[cell] ?? []) {
        const inequality = this.model.inequalities[index];
        if (inequality !== undefined && slackOf(inequality, this.page) < 0) return inequality;
      }
    }
    return undefined;
  }

  private mend(inequality: Inequality, depth: number): boolean {
    const missing = -slackOf(inequality, this.page);
    const candidates = inequality.cells
      .map((cell, i) => ({
        cell,
        times: inequality.times[i] ?? 0,
        cost: this.concealment.isHidden(cell) ? 0 : this.concealment.costOf(cell),
      }))
      .filter(({ cell, cost }) => cost < Infinity && !this.pinned.includes(cell))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, SWAPS_TRIED);
    return candidates.some(({ cell, times }) => {
      const by = Math.sign(times) * Math.ceil(missing / Math.abs(times));
      return this.bring(cell, (this.page[cell] ?? 0) + by, depth - 1);
    });
  }
}
