import packaged from 'highs';
import { readPage, type Constraint } from '../readPage.ts';
import type { Deduction } from '../attack.ts';
import type { PublishedTable, Relation } from '../table.ts';

// The types of the package describe its CommonJS form, whose loader is one level down; the module exports it at once.
const loadHighs = packaged as unknown as typeof packaged.default;
const highs = await loadHighs();

export interface SolverOptions {
  /** Looks for whole numbers only: the exact bounds of counts, at a much higher price. */
  readonly integer?: boolean;
  /** The least figure of a hidden cell: 0, or 1 for a reader who reckons that a zero would have been shown. */
  readonly least?: (cell: { table: string; at: Readonly<Record<string, string>> }) => number;
}

/** Far above any figure of a test page: what is hidden with all its totals has no greatest value. */
const ENDLESS = 1_000_000;

/** The patient adversary: the exact bounds of every hidden cell, by linear or integer programming over the whole page. */
export function solveBounds(
  tables: readonly PublishedTable[],
  relations: readonly Relation[],
  { integer = false, least = () => 0 }: SolverOptions = {},
): Deduction[] {
  const { unknowns, constraints } = readPage(tables, relations);
  if (unknowns.length === 0) return [];

  const names = unknowns.map((_, i) => `x${i}`);
  const data = [
    `Minimize\n cost: ${names.map((name) => `0 ${name}`).join(' + ')}`,
    `Subject To\n${constraints.map(toRow).join('\n')}`,
    `Bounds\n${unknowns.map((unknown, i) => ` ${least(unknown)} <= x${i} <= ${ENDLESS}`).join('\n')}`,
    ...(integer ? [`General\n ${names.join(' ')}`] : []),
    'End',
  ].join('\n');

  return highs.withModel({ format: 'lp', data }, (model) => {
    model.options.set({ output_flag: false });
    const extreme = (column: number, direction: 1 | -1): number => {
      model.changeColCost(column, direction);
      model.run();
      const value = direction * model.getObjectiveValue();
      model.changeColCost(column, 0);
      return value;
    };
    return unknowns.map((unknown, i) => {
      const column = model.getColByName(`x${i}`);
      return { ...unknown, low: round(extreme(column, 1)), high: round(extreme(column, -1)) };
    });
  });
}

function toRow({ kind, unknowns, times, constant }: Constraint, index: number): string {
  const sum = unknowns
    .map((unknown, i) => `${(times[i] ?? 0) < 0 ? '-' : '+'} ${Math.abs(times[i] ?? 0)} x${unknown}`)
    .join(' ');
  return ` r${index}: ${sum} ${kind === 'EQUAL' ? '=' : '>='} ${-constant}`;
}

/** Solvers answer to a tolerance. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
