import { axesWith, memberIndex, type Layout } from './layout.ts';

/** The smallest change that breaks no sum: each cell goes up (+1) or down (-1) by the same amount. */
export interface Swap {
  readonly cells: readonly number[];
  readonly signs: readonly number[];
}

/**
 * The changes that move a cell up by one, one for each choice of a partner on every axis that adds up:
 * the corners of a box, as in the hypercube method.
 */
export function listSwaps(layout: Layout, cell: number): Swap[] {
  return axesWith(layout, 'SUM').reduce<Swap[]>(
    (swaps, axis) => swaps.flatMap((swap) => partnersOn(layout, cell, axis).map((partner) => extend(swap, partner))),
    [{ cells: [cell], signs: [1] }],
  );
}

interface Partner {
  readonly offset: number;
  readonly sign: number;
}

/** Another member takes what this one gives; a total follows the member it contains. */
function partnersOn(layout: Layout, cell: number, axis: number): Partner[] {
  const own = memberIndex(layout, cell, axis);
  const margin = layout.margins[axis];
  const stride = layout.strides[axis] ?? 1;
  return (layout.axes[axis]?.members ?? []).flatMap((_, i) =>
    i === own ? [] : [{ offset: (i - own) * stride, sign: i === margin || own === margin ? 1 : -1 }],
  );
}

function extend({ cells, signs }: Swap, { offset, sign }: Partner): Swap {
  return {
    cells: [...cells, ...cells.map((cell) => cell + offset)],
    signs: [...signs, ...signs.map((own) => own * sign)],
  };
}
