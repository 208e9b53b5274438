import { birthsCompatible, type Birth } from './birth.ts';
import { foldedWords } from './foldName.ts';
import type { Names } from './person.ts';

export interface Known extends Partial<Names> {
  readonly birth?: Birth | undefined;
  readonly foreignerNumber?: string | null | undefined;
  readonly ofiiNumber?: string | null | undefined;
}

/**
 * The facts by which two descriptions may be of one person, in French; empty when nothing says so. A hint for a human,
 * never a decision. Names count only together with a birth that agrees.
 */
export function matchingFacts(a: Known, b: Known): string[] {
  const facts: string[] = [];
  if (a.foreignerNumber && a.foreignerNumber === b.foreignerNumber) facts.push('même numéro étranger');
  if (a.ofiiNumber && a.ofiiNumber === b.ofiiNumber) facts.push('même numéro OFII');
  if (
    sameNames(a, b) &&
    a.birth &&
    b.birth &&
    a.birth.precision !== 'UNKNOWN' &&
    b.birth.precision !== 'UNKNOWN' &&
    birthsCompatible(a.birth, b.birth)
  ) {
    facts.push(a.birth.value === b.birth.value ? 'mêmes noms et même naissance' : 'mêmes noms, naissance compatible');
  }
  return facts;
}

/** The words of the shorter description all stand in the other, and there are at least two (or the whole is one word). */
function sameNames(a: Known, b: Known): boolean {
  const [x, y] = [
    foldedWords(a.birthName, a.usageName, a.firstNames),
    foldedWords(b.birthName, b.usageName, b.firstNames),
  ];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  if (few.length === 0 || (few.length < 2 && many.length > 1)) return false;
  return few.every((word) => many.includes(word));
}
