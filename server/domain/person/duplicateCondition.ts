import type { Birth } from './birth.ts';
import { partsOf } from './nameWords.ts';
import type { Names } from './person.ts';
import type { Condition } from './searchConditions.ts';
import { birthAsked, wordAsked } from './searchKeys.ts';

/**
 * Who may bear these names and have this birth, by their keys: two of the names at least, or the only one. They are
 * compared afterwards, one by one. Null when one of the two facts lacks: alone it is no hint.
 */
export function duplicateCondition(names: Names, birth: Birth): Condition | null {
  const parts = partsOf(names.usageName, names.birthName, names.firstNames).filter(({ how }) => how !== 'WITHIN');
  const words = [...new Map(parts.map((part) => [part.folded, part])).values()].slice(0, MOST_PARTS);
  if (words.length === 0 || birth.value === null) return null;
  const near = words.map(({ folded, given, how }): Condition => ({
    keys: wordAsked({ folded, given, isJoined: how === 'JOINED' }).near,
  }));
  const pairs = near.flatMap((one, index) => near.slice(index + 1).map((other): Condition => ({ all: [one, other] })));
  return { all: [{ keys: bornAs(birth.value) }, { any: pairs.length === 0 ? near : [...pairs, ...joined()] }] };

  /** A name that the other description writes as one word. */
  function joined(): Condition[] {
    return words.flatMap(({ how }, index) => (how === 'JOINED' && near[index] !== undefined ? [near[index]] : []));
  }
}

const MOST_PARTS = 8;

function bornAs(value: string): number[] {
  const [year, month, day] = value.split('-').map(Number);
  const birth = { years: [year ?? 0], month: month ?? null, day: day ?? null };
  const isFirstDay = month === 1 && day === 1;
  return birthAsked(isFirstDay ? { ...birth, month: null, day: null } : birth, true);
}
