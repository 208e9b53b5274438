import { createHash } from 'node:crypto';

/** Random numbers that are the same at each run: the demo of today is the demo of tomorrow. */
export interface Random {
  /** From 0 included to 1 excluded. */
  next(): number;
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  weighted<T>(values: readonly (readonly [T, number])[]): T;
}

/** mulberry32: small, fast, good enough to scatter a demo. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(values: readonly T[]) => values[int(0, values.length - 1)] as T,
    weighted: <T>(values: readonly (readonly [T, number])[]) => {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return (values.at(-1) as readonly [T, number])[0];
    },
  };
}

/** The identifier of a named thing: the same name gives the same UUID (version 8, from SHA-256). */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`jalon demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
