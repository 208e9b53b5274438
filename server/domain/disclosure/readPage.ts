import { ALL, type Axis, type Coordinates, type PublishedTable, type Relation } from './table.ts';

/** Σ times × figure of each unknown + constant is zero (EQUAL), or is not negative (AT_LEAST). */
export interface Constraint {
  readonly kind: 'EQUAL' | 'AT_LEAST';
  readonly unknowns: readonly number[];
  readonly times: readonly number[];
  readonly constant: number;
}

/** A page as its adversary reads it: the hidden cells are unknowns, all else is arithmetic. */
export interface Reading {
  readonly unknowns: readonly { readonly table: string; readonly at: Coordinates }[];
  readonly constraints: readonly Constraint[];
}

/** The system of equations and inequalities that a page is, to whoever knows its definitions. */
export function readPage(tables: readonly PublishedTable[], relations: readonly Relation[]): Reading {
  const shown = new Map<string, number>();
  const hidden = new Map<string, number>();
  const unknowns: { table: string; at: Coordinates }[] = [];
  for (const { shape, cells } of tables) {
    for (const cell of cells) {
      const name = nameOf(shape.code, cell.at);
      if ('value' in cell) shown.set(name, cell.value);
      else hidden.set(name, unknowns.push({ table: shape.code, at: cell.at }) - 1);
    }
  }

  const statements = [...tables.flatMap(statementsOf), ...relations.map(statementOf)];
  return {
    unknowns,
    constraints: statements.map((statement) => toConstraint(statement, shown, hidden)).filter(saysSomething),
  };
}

interface Statement {
  readonly kind: Constraint['kind'];
  readonly terms: readonly { readonly name: string; readonly times: number }[];
}

function nameOf(table: string, at: Coordinates): string {
  return `${table}:${Object.keys(at)
    .sort()
    .map((axis) => `${axis}=${at[axis]}`)
    .join(',')}`;
}

/** What the margins of a table say: sums where each person is in one member, an overlap where one may be in several. */
function statementsOf({ shape, cells }: PublishedTable): Statement[] {
  return shape.axes
    .filter((axis) => axis.margin !== 'NONE')
    .flatMap((axis) =>
      cells.filter(({ at }) => at[axis.code] === ALL).flatMap(({ at }) => marginStatements(shape.code, axis, at)),
    );
}

function marginStatements(table: string, axis: Axis, at: Coordinates): Statement[] {
  const total = nameOf(table, at);
  const parts = axis.members
    .filter(({ code }) => code !== ALL)
    .map(({ code }) => nameOf(table, { ...at, [axis.code]: code }));
  const sum = [...parts.map((name) => ({ name, times: 1 })), { name: total, times: -1 }];
  if (axis.margin === 'SUM') return [{ kind: 'EQUAL', terms: sum }];

  return [
    { kind: 'AT_LEAST', terms: sum },
    ...parts.map((name): Statement => ({
      kind: 'AT_LEAST',
      terms: [
        { name: total, times: 1 },
        { name, times: -1 },
      ],
    })),
  ];
}

function statementOf({ larger, smaller }: Relation): Statement {
  return {
    kind: 'AT_LEAST',
    terms: [
      ...larger.map(({ table, at, times }) => ({ name: nameOf(table, at), times })),
      ...smaller.map(({ table, at, times }) => ({ name: nameOf(table, at), times: -times })),
    ],
  };
}

function toConstraint(
  { kind, terms }: Statement,
  shown: ReadonlyMap<string, number>,
  hidden: ReadonlyMap<string, number>,
): Constraint {
  const open = terms.flatMap(({ name, times }) => {
    const unknown = hidden.get(name);
    return unknown === undefined ? [] : [{ unknown, times }];
  });
  return {
    kind,
    unknowns: open.map(({ unknown }) => unknown),
    times: open.map(({ times }) => times),
    constant: terms.reduce((sum, { name, times }) => sum + times * (shown.get(name) ?? 0), 0),
  };
}

function saysSomething({ unknowns }: Constraint): boolean {
  return unknowns.length > 0;
}
