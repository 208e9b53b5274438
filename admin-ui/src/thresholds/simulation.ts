import type { SimulationView } from '../../../server/contract/thresholds.ts';

export type SimulationRow = SimulationView['rows'][number];
export type Counts = Pick<SimulationRow, 'stalledBefore' | 'stalledAfter' | 'newlyStalled' | 'noLongerStalled'>;
export type RuleTotal = Pick<SimulationRow, 'rule'> & Counts;

export function totalOf(rows: readonly SimulationRow[]): Counts {
  const sum = (key: keyof Counts): number => rows.reduce((total, row) => total + row[key], 0);
  return {
    stalledBefore: sum('stalledBefore'),
    stalledAfter: sum('stalledAfter'),
    newlyStalled: sum('newlyStalled'),
    noLongerStalled: sum('noLongerStalled'),
  };
}

export const isMoving = ({ newlyStalled, noLongerStalled }: Counts): boolean => newlyStalled + noLongerStalled > 0;

/** All departments together, a rule a row. */
export function totalsByRule(rows: readonly SimulationRow[]): RuleTotal[] {
  const rules = [...new Set(rows.map(({ rule }) => rule))];
  return rules.map((rule) => ({ rule, ...totalOf(rows.filter((row) => row.rule === rule)) }));
}
