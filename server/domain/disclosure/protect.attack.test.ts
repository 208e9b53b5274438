import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attack } from './attack.ts';
import { findFirstHidden } from './goals.ts';
import { modelPage } from './pageModel.ts';
import { policyFor } from './policy.ts';
import { protectPage } from './protect.ts';
import { suppress } from './suppress.ts';
import { randomPage, type RandomPage } from './testing/population.ts';
import { solveBounds } from './testing/solver.ts';
import { withstandsAttack } from './verdict.ts';
import { ALL, cellKey, type Coordinates, type PublishedTable, type RawTable } from './table.ts';

const policy = policyFor('REPORTS');

const aPage = fc
  .record({
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    size: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 40, max: 400 })),
    groupCount: fc.constantFrom<2 | 3>(2, 3),
    crossed: fc.constantFrom(false, false, false, true),
  })
  .map(({ seed, size, groupCount, crossed }) => randomPage(seed, size, groupCount, crossed));

/** What the true page says of a cell: its figure, and how closely a reader may know it. */
function secretsOf({
  tables,
  relations,
}: RandomPage): (table: string, at: Coordinates) => { value: number; low: number; high: number } {
  const model = modelPage(tables, relations);
  const goals = new Map(findFirstHidden(model, policy).goals.map((goal) => [goal.cell, goal]));
  return (table, at) => {
    const cell = model.cellAt(table, at);
    const { low, high } = goals.get(cell) ?? { low: 1, high: policy.threshold };
    return { value: model.value[cell] ?? 0, low, high };
  };
}

/** The page as the suppression alone makes it, before the adversary of the program has its say. */
function suppressed({ tables, relations }: RandomPage): PublishedTable[] {
  const model = modelPage(tables, relations);
  const hidden = suppress(model, policy);
  return hide(tables, (cell) => hidden.has(cell));
}

function hide(tables: readonly RawTable[], isHidden: (cell: number) => boolean): PublishedTable[] {
  let cell = 0;
  return tables.map(({ shape, cells }) => ({
    shape,
    cells: cells.map(({ at, value }) => (isHidden(cell++) ? { at, suppressed: true } : { at, value })),
  }));
}

/** The page of someone who hides the small counts and stops there. */
function hideSmallCountsOnly({ tables }: RandomPage): PublishedTable[] {
  const people = tables.flatMap((table) => table.cells).map((cell) => cell.people);
  return hide(tables, (cell) => (people[cell] ?? 0) > 0 && (people[cell] ?? 0) < policy.threshold);
}

describe('The suppression of a page', () => {
  test('leaves no hidden cell known more closely than from 1 to the threshold, for an adversary with a solver', () => {
    fc.assert(
      fc.property(aPage, (page) => {
        const secret = secretsOf(page);
        const tables = suppressed(page);

        const learnt = solveBounds(tables, page.relations).filter(({ table, at, low, high }) => {
          const limits = secret(table, at);
          return low > limits.low || high < limits.high;
        });

        expect(learnt).toEqual([]);
      }),
      { numRuns: 200, seed: 20261, endOnFailure: true },
    );
  }, 240_000);

  test('leaves the high counts possible for a reader who reckons that no hidden cell is zero', () => {
    fc.assert(
      fc.property(aPage, (page) => {
        const secret = secretsOf(page);
        const tables = suppressed(page);
        const bounds = solveBounds(tables, page.relations, {
          least: ({ table, at }) => (mayHideZeros(tables, table, at) ? 0 : 1),
        });

        expect(bounds.filter(({ table, at, high }) => high < secret(table, at).high)).toEqual([]);
      }),
      { numRuns: 50, seed: 20262, endOnFailure: true },
    );
  }, 240_000);

  test('stays safe when the adversary knows that people come whole', () => {
    const small = fc
      .record({ seed: fc.integer({ min: 0, max: 0xffffffff }), size: fc.integer({ min: 20, max: 120 }) })
      .map(({ seed, size }) => randomPage(seed, size, 2));
    fc.assert(
      fc.property(small, (page) => {
        const secret = secretsOf(page);
        const tables = suppressed(page);

        const learnt = solveBounds(tables, page.relations, { integer: true }).filter(({ table, at, low, high }) => {
          const limits = secret(table, at);
          return low > limits.low || high < limits.high;
        });

        expect(learnt).toEqual([]);
      }),
      { numRuns: 6, seed: 20263, endOnFailure: true },
    );
  }, 240_000);

  test('resists what the same adversary undoes when only the small counts are hidden', () => {
    const pages = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => randomPage(seed, 100, 3));

    const recovered = pages.map((page) => {
      const secret = secretsOf(page);
      const bounds = solveBounds(hideSmallCountsOnly(page), page.relations);
      return bounds.filter(({ table, at, low, high }) => low === high && low === secret(table, at).value).length;
    });

    expect(recovered.filter((count) => count > 0).length).toBeGreaterThan(5);
  });
});

describe('What a protected page keeps', () => {
  test('is most of its figures that are not small, though groups and states are rare in these pages', () => {
    const counts = Array.from({ length: 60 }, (_, seed) => {
      const { tables, relations } = randomPage(seed, 250, seed % 2 === 0 ? 2 : 3);
      const cells = protectPage(tables, relations, policy).tables.flatMap((table) => table.cells);
      const large = tables.flatMap((table) => table.cells).map(({ people }) => people >= policy.threshold);
      return {
        large: large.filter(Boolean).length,
        shown: cells.filter((cell, i) => large[i] && 'value' in cell).length,
      };
    });

    const sum = (key: 'large' | 'shown'): number => counts.reduce((total, count) => total + count[key], 0);
    expect(sum('shown') / sum('large')).toBeGreaterThan(0.65);
    expect(counts.filter(({ shown }) => shown === 0)).toEqual([]);
  });
});

describe('The adversary that attacks each report before it goes out', () => {
  test('is right: what it excludes, a solver excludes too', () => {
    fc.assert(
      fc.property(aPage, (page) => {
        const published = hideSmallCountsOnly(page);
        const exact = new Map(solveBounds(published, page.relations).map((bound) => [nameOf(published, bound), bound]));

        const wrong = attack(published, page.relations).filter((deduction) => {
          const bound = exact.get(nameOf(published, deduction));
          return bound === undefined || deduction.low > Math.ceil(bound.low) || deduction.high < Math.floor(bound.high);
        });

        expect(wrong).toEqual([]);
      }),
      { numRuns: 50, seed: 20264, endOnFailure: true },
    );
  }, 120_000);

  test('lets no page out where only the small counts are hidden', () => {
    const verdicts = [1, 2, 3, 4].map((seed) => {
      const page = randomPage(seed, 100, 3);
      const model = modelPage(page.tables, page.relations);
      const isOut = (published: readonly PublishedTable[]): boolean =>
        withstandsAttack(model, published, page.relations, policy);
      return [isOut(hideSmallCountsOnly(page)), isOut(page.tables), isOut(suppressed(page))];
    });

    expect(verdicts).toEqual(verdicts.map(() => [false, false, true]));
  });

  test('recovers cells of a page where only the small counts are hidden', () => {
    const page = randomPage(1, 100, 3);
    const secret = secretsOf(page);

    const recovered = attack(hideSmallCountsOnly(page), page.relations).filter(({ low, high }) => low === high);

    expect(recovered.length).toBeGreaterThan(5);
    expect(recovered.filter(({ table, at, low }) => secret(table, at).value !== low)).toEqual([]);
  });
});

/** Where no count of any group is shown, the breakdown may have been given up, zeros included. */
function mayHideZeros(tables: readonly PublishedTable[], code: string, at: Coordinates): boolean {
  const { shape, cells } = tables.find((table) => table.shape.code === code) ?? { shape: { axes: [] }, cells: [] };
  const fixed = shape.axes.filter(({ margin }) => margin === 'NONE').map((axis) => axis.code);
  const block = cells.filter((cell) => fixed.every((axis) => cell.at[axis] === at[axis]));
  return (
    at['group'] !== ALL && block.every((cell) => cell.at['group'] === ALL || !('value' in cell) || cell.value === 0)
  );
}

function nameOf(tables: readonly PublishedTable[], { table, at }: { table: string; at: Coordinates }): string {
  return `${table} ${cellKey(tables.find(({ shape }) => shape.code === table)?.shape.axes ?? [], at)}`;
}
