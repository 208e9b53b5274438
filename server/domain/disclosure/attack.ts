import { readPage } from './readPage.ts';
import { tightenBounds } from './tightenBounds.ts';
import type { Coordinates, PublishedTable, Relation } from './table.ts';

/** What a reader can be sure of, about a cell that is hidden. */
export interface Deduction {
  readonly table: string;
  readonly at: Coordinates;
  readonly low: number;
  readonly high: number;
}

/**
 * The adversary: what the figures shown, taken together over all the tables, say of those that are hidden.
 * It shares nothing with the code that hides but the words of a table: it reads the page as it went out, and what the
 * definitions of the page tell anyone. It narrows the bounds of each unknown until nothing moves, which finds every
 * figure that a patient reader finds with a pencil; the tests add a solver, for what only a solver finds.
 */
export function attack(tables: readonly PublishedTable[], relations: readonly Relation[]): Deduction[] {
  const reading = readPage(tables, relations);
  const bounds = tightenBounds(reading);
  return reading.unknowns.map((unknown, i) => ({
    ...unknown,
    low: bounds.low[i] ?? 0,
    high: bounds.high[i] ?? Infinity,
  }));
}
