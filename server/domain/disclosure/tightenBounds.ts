import type { Constraint, Reading } from './readPage.ts';

/** The least and the greatest that each unknown may be. */
export interface Bounds {
  readonly low: number[];
  readonly high: number[];
}

/** Bounds may creep up on each other one by one through overlapping totals; past this many rounds they tell nothing more. */
const ROUNDS = 200;

/** Narrows the bounds of counts, from [0, infinity), constraint by constraint until none of them moves. */
export function tightenBounds({ unknowns, constraints }: Reading): Bounds {
  const bounds: Bounds = { low: unknowns.map(() => 0), high: unknowns.map(() => Infinity) };
  for (let round = 0; round < ROUNDS; round++) {
    const moved = constraints.map((constraint) => tightenAll(constraint, bounds));
    if (!moved.includes(true)) break;
  }
  return bounds;
}

function tightenAll(constraint: Constraint, bounds: Bounds): boolean {
  const { kind, unknowns, times, constant } = constraint;
  const moved = tighten(unknowns, times, constant, bounds);
  if (kind === 'AT_LEAST') return moved;
  const opposite = times.map((factor) => -factor);
  return tighten(unknowns, opposite, -constant, bounds) || moved;
}

/** From Σ times × unknown + constant >= 0: each unknown has to make up for what the others cannot reach at their best. */
function tighten(
  unknowns: readonly number[],
  times: readonly number[],
  constant: number,
  { low, high }: Bounds,
): boolean {
  const bests = unknowns.map((unknown, i) => {
    const factor = times[i] ?? 0;
    return factor * ((factor > 0 ? high : low)[unknown] ?? 0);
  });
  const endless = bests.filter((best) => best === Infinity).length;
  const finite = bests.reduce((sum, best) => sum + (best === Infinity ? 0 : best), constant);

  let moved = false;
  unknowns.forEach((unknown, i) => {
    const best = bests[i] ?? 0;
    if (endless - (best === Infinity ? 1 : 0) > 0) return;
    const others = best === Infinity ? finite : finite - best;
    const factor = times[i] ?? 0;
    if (factor > 0) {
      const least = Math.ceil(-others / factor);
      if (least > (low[unknown] ?? 0)) [low[unknown], moved] = [least, true];
    } else {
      const most = Math.floor(others / -factor);
      if (most < (high[unknown] ?? Infinity)) [high[unknown], moved] = [most, true];
    }
  });
  return moved;
}
