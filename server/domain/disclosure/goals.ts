import type { PageModel } from './pageModel.ts';
import type { DisclosurePolicy } from './policy.ts';
import { ALL, isAlwaysZero, type RawTable, type Sensitivity } from './table.ts';

/** A cell to hide, and the least that a reader must be left with: it may be `low` or less, and it may be `high` or more. */
export interface Goal {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
}

export interface FirstHidden {
  readonly goals: readonly Goal[];
  /** Of each list, one zero at least is to be hidden, so that nobody can say that a whole group is in one state. */
  readonly doubts: readonly (readonly number[])[];
}

/**
 * The cells that the policy hides for what they say themselves.
 * A cell that counts steps is judged on the people behind it: fifteen steps of four people are four people.
 */
export function findFirstHidden(model: PageModel, policy: DisclosurePolicy): FirstHidden {
  const small = model.people.flatMap((people, cell) => (people > 0 && people < policy.threshold ? [cell] : []));
  const groups = model.tables.map((table, index) => revealingGroups(model, table, index, policy));
  const cells = new Set([...small, ...groups.flatMap(({ revealing }) => revealing)]);
  return {
    goals: [...cells].map((cell) => ({ cell, low: 1, high: highFor(model, cell, policy) })),
    doubts: groups.flatMap(({ doubts }) => doubts),
  };
}

/** As many as `threshold` people would count, if each counted as much as those of the cell do. */
function highFor({ value, people }: PageModel, cell: number, { threshold }: DisclosurePolicy): number {
  return Math.ceil((threshold * (value[cell] ?? 0)) / (people[cell] ?? 1));
}

interface Groups {
  readonly revealing: number[];
  readonly doubts: number[][];
}

function revealingGroups(model: PageModel, table: RawTable, index: number, policy: DisclosurePolicy): Groups {
  const { sensitive } = table.shape;
  if (sensitive === undefined) return { revealing: [], doubts: [] };
  return sensitive.kind === 'LINE'
    ? revealingLines(model, table, index, sensitive, policy)
    : { revealing: revealingWholes(model, table, index, sensitive, policy), doubts: [] };
}

/** Everyone of the line is in one delicate state: the zeros beside would tell it, so one of them has to be in doubt. */
function revealingLines(
  model: PageModel,
  { shape, cells }: RawTable,
  index: number,
  { axis, members }: Extract<Sensitivity, { kind: 'LINE' }>,
  { groupThreshold }: DisclosurePolicy,
): Groups {
  const first = model.firstCell[index] ?? 0;
  const states = (shape.axes.find(({ code }) => code === axis)?.members ?? [])
    .map(({ code }) => code)
    .filter((code) => code !== ALL);
  const found: Groups = { revealing: [], doubts: [] };
  cells.forEach(({ at, value, people }, i) => {
    if (value === 0 || people >= groupThreshold || !members.includes(at[axis] ?? '')) return;
    if (model.value[model.cellAt(shape.code, { ...at, [axis]: ALL })] !== value) return;

    const others = states
      .map((state) => ({ ...at, [axis]: state }))
      .filter((other) => other[axis] !== at[axis] && !isAlwaysZero(shape, other));
    found.revealing.push(first + i);
    found.doubts.push(others.map((other) => model.cellAt(shape.code, other)));
  });
  return found;
}

/** Everyone of a small population is counted in the cell. */
function revealingWholes(
  model: PageModel,
  { cells }: RawTable,
  index: number,
  { table, on }: Extract<Sensitivity, { kind: 'WHOLE' }>,
  { groupThreshold }: DisclosurePolicy,
): number[] {
  const first = model.firstCell[index] ?? 0;
  return cells.flatMap(({ at, value }, i) => {
    const whole = model.cellAt(table, Object.fromEntries(on.map((axis) => [axis, at[axis] ?? ''])));
    return value > 0 && value < groupThreshold && value === model.value[whole] ? [first + i] : [];
  });
}
