import { modelPage, type PageModel } from './pageModel.ts';
import type { DisclosurePolicy } from './policy.ts';
import { suppress } from './suppress.ts';
import { withstandsAttack } from './verdict.ts';
import type { PublishedCell, RawTable, Relation, TableShape } from './table.ts';

/**
 * A table that may leave the server. Only this module can make one: the class is not exported, and its private member
 * makes the type nominal. A symbol as a property would not do: `{ ...table, cells: raw }` copies it, and its type.
 */
class ProtectedTableOf {
  readonly shape: TableShape;
  readonly cells: readonly PublishedCell[];
  readonly #protected = true;

  constructor(shape: TableShape, cells: readonly PublishedCell[]) {
    this.shape = shape;
    this.cells = Object.freeze(cells.map((cell) => Object.freeze(cell)));
    Object.freeze(this);
  }

  static made(table: object): table is ProtectedTableOf {
    return #protected in table && table.#protected;
  }
}

export type ProtectedTable = ProtectedTableOf;

/** A page whose tables were protected together: what one shows cannot undo what another hides. */
export interface ProtectedPage {
  readonly policy: { readonly threshold: number; readonly version: string };
  readonly tables: readonly ProtectedTable[];
}

/** Whether a table was made here, for the last door before the network, where types are gone. */
export function isProtected(table: object): table is ProtectedTable {
  return ProtectedTableOf.made(table);
}

/**
 * Hides what must be on a page of tables, jointly, then has it attacked before letting it out.
 * @param relations what a reader knows between figures, beyond the margins of the axes
 * @throws Error when the figures contradict each other, or when the adversary still learns too much with every figure hidden
 */
export function protectPage(
  tables: readonly RawTable[],
  relations: readonly Relation[],
  policy: DisclosurePolicy,
): ProtectedPage {
  const model = modelPage(tables, relations);
  const everything = new Set(model.value.keys());
  for (const hidden of [suppress(model, policy), everything]) {
    const published = publish(model, hidden);
    if (withstandsAttack(model, published, relations, policy)) {
      return { policy: { threshold: policy.threshold, version: policy.version }, tables: published };
    }
  }
  throw new Error('This page cannot be protected.');
}

function publish({ tables, firstCell }: PageModel, hidden: ReadonlySet<number>): ProtectedTable[] {
  return tables.map(({ shape, cells }, index) => {
    const first = firstCell[index] ?? 0;
    return new ProtectedTableOf(
      shape,
      cells.map(({ at, value }, i) => (hidden.has(first + i) ? { at, suppressed: true } : { at, value })),
    );
  });
}
