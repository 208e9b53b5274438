import { completeTable } from '../completeTable.ts';
import {
  ALL,
  type Axis,
  type Coordinates,
  type RawCell,
  type RawTable,
  type Relation,
  type TableShape,
} from '../table.ts';

/** A sequence of numbers in [0, 1) that a seed decides (mulberry32): tests never draw anything else. */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One thing to count: where it falls, and whose it is. */
export interface Item {
  readonly at: Coordinates;
  readonly person: number;
}

/** Counts a table as `group by cube` does: every combination with the totals of the axes that have one. */
export function countRows(
  { axes }: Pick<TableShape, 'axes'>,
  items: readonly Item[],
  unit: 'PEOPLE' | 'ITEMS',
): RawCell[] {
  const counted = new Map<string, { items: number; people: Set<number> }>();
  for (const { at, person } of items) {
    for (const key of keysWithTotals(axes, at)) {
      const cell = counted.get(key) ?? { items: 0, people: new Set<number>() };
      counted.set(key, cell);
      cell.items++;
      cell.people.add(person);
    }
  }
  return [...counted].map(([key, { items: number, people }]) => ({
    at: Object.fromEntries(key.split('|').map((member, i) => [axes[i]?.code ?? '', member])),
    value: unit === 'PEOPLE' ? people.size : number,
    people: people.size,
  }));
}

function keysWithTotals(axes: readonly Axis[], at: Coordinates): string[] {
  return axes.reduce<string[]>((keys, { code, margin }, i) => {
    const members = margin === 'NONE' ? [at[code] ?? ''] : [at[code] ?? '', ALL];
    return i === 0 ? members : keys.flatMap((key) => members.map((member) => `${key}|${member}`));
  }, []);
}

/** An axis with its total first, when it has one. */
export function anAxis(code: string, margin: Axis['margin'], members: readonly string[]): Axis {
  const codes = margin === 'NONE' ? members : [ALL, ...members];
  return { code, label: code, margin, members: codes.map((member) => ({ code: member, label: member })) };
}

/** A table without figures. */
export function aShape(code: string, axes: readonly Axis[], rules: Partial<TableShape> = {}): TableShape {
  return { code, title: code, definition: { code, version: 1, sentence: code }, axes, ...rules };
}

export interface RandomPage {
  readonly tables: readonly RawTable[];
  readonly relations: readonly Relation[];
}

const GROUPS = ['A', 'B', 'C'];
const STATES = ['todo', 'going', 'done', 'dropped'];
const FAMILIES = { home: 3, work: 2 };
const CAUSES = ['late', 'lost', 'ill', 'onlyB'];
const AGES = ['young', 'adult', 'old'];

/**
 * A page of every kind of table that can be declared, counted on people drawn at random, some groups and states being
 * rare: a population; things of several states; causes that overlap; ages, whose totals are the population again.
 * @param crossed crosses the ages with a third axis that adds up
 */
export function randomPage(seed: number, size: number, groupCount: 2 | 3, crossed = false): RandomPage {
  const draw = drawFrom(seed);
  const groups = GROUPS.slice(0, groupCount);
  const group = anAxis('group', 'SUM', groups);
  const shapes = {
    people: aShape('PEOPLE', [group], { breakdown: { axis: 'group' } }),
    things: aShape('THINGS', [anAxis('family', 'NONE', Object.keys(FAMILIES)), anAxis('state', 'SUM', STATES), group], {
      breakdown: { axis: 'group', population: 'PEOPLE' },
      sensitive: { kind: 'LINE', axis: 'state', members: ['dropped'] },
    }),
    causes: aShape('CAUSES', [anAxis('cause', 'UNION', CAUSES), group], {
      breakdown: { axis: 'group', population: 'PEOPLE' },
      sensitive: { kind: 'WHOLE', table: 'PEOPLE', on: ['group'] },
      alwaysZero: groups.filter((code) => code !== 'B').map((code) => ({ cause: 'onlyB', group: code })),
    }),
    ages: aShape('AGES', [anAxis('age', 'SUM', AGES), ...(crossed ? [anAxis('state', 'SUM', STATES)] : []), group], {
      breakdown: { axis: 'group', population: 'PEOPLE' },
    }),
  };

  const items = drawItems(draw, size, groups);
  const tables = [
    completeTable(shapes.people, countRows(shapes.people, items.people, 'PEOPLE')),
    completeTable(shapes.things, countRows(shapes.things, items.things, 'ITEMS')),
    completeTable(shapes.causes, countRows(shapes.causes, items.causes, 'PEOPLE')),
    completeTable(shapes.ages, countRows(shapes.ages, items.ages, 'PEOPLE')),
  ];
  return { tables, relations: [ALL, ...groups].flatMap((code) => relationsOf(code, crossed)) };
}

function drawItems(
  draw: () => number,
  size: number,
  groups: readonly string[],
): Record<'people' | 'things' | 'causes' | 'ages', Item[]> {
  const skew = 0.5 + 3 * draw();
  const pick = (codes: readonly string[]): string => codes[Math.floor(codes.length * draw() ** skew)] ?? '';
  const chances = CAUSES.map(() => draw() ** 2);
  const items: ReturnType<typeof drawItems> = { people: [], things: [], causes: [], ages: [] };
  for (let person = 0; person < size; person++) {
    const group = pick(groups);
    items.people.push({ at: { group }, person });
    items.ages.push({ at: { age: pick(AGES), state: pick(STATES), group }, person });
    for (const [family, most] of Object.entries(FAMILIES)) {
      const count = Math.floor((most + 1) * draw());
      for (let i = 0; i < count; i++) items.things.push({ at: { family, state: pick(STATES), group }, person });
    }
    CAUSES.forEach((cause, i) => {
      if ((cause !== 'onlyB' || group === 'B') && draw() < (chances[i] ?? 0))
        items.causes.push({ at: { cause, group }, person });
    });
  }
  return items;
}

function relationsOf(group: string, crossed: boolean): Relation[] {
  const people = { table: 'PEOPLE', at: { group }, times: 1 };
  const ages = { table: 'AGES', at: { age: ALL, ...(crossed ? { state: ALL } : {}), group }, times: 1 };
  return [
    { larger: [people], smaller: [ages] },
    { larger: [ages], smaller: [people] },
    { larger: [people], smaller: [{ table: 'CAUSES', at: { cause: ALL, group }, times: 1 }] },
    ...Object.entries(FAMILIES).map(([family, times]) => ({
      larger: [{ ...people, times }],
      smaller: [{ table: 'THINGS', at: { family, state: ALL, group }, times: 1 }],
    })),
  ];
}
