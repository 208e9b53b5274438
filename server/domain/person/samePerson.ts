import { birthsCompatible, type Birth } from './birth.ts';
import { namesAgree, type NameAgreement } from './compareNames.ts';
import type { Match } from './matchWords.ts';
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
export function matchingFacts(a: Known, b: Known): Match[] {
  const facts: Match[] = [];
  if (a.foreignerNumber && a.foreignerNumber === b.foreignerNumber) facts.push('même numéro étranger');
  if (a.ofiiNumber && a.ofiiNumber === b.ofiiNumber) facts.push('même numéro OFII');
  const born = a.birth && b.birth ? birthsAgree(a.birth, b.birth) : null;
  const names = born === null ? null : namesAgree(namesOf(a), namesOf(b));
  if (names !== null && born !== null) facts.push(`${NAMES[names]}${born}`);
  return facts;
}

const NAMES = { SAME: 'mêmes noms', SOUNDS: 'noms qui se prononcent de même' } as const satisfies Record<
  NameAgreement,
  string
>;

function namesOf({ birthName = null, usageName = null, firstNames = null }: Known): Names {
  return { birthName, usageName, firstNames };
}

/** Both known, and the same or maybe the same; 1 January is what is written where the day is not known. */
function birthsAgree(
  a: Birth,
  b: Birth,
): ' et même naissance' | ', naissance compatible' | ', même année, un 1er janvier' | null {
  if (a.value === null || b.value === null) return null;
  if (a.value === b.value) return ' et même naissance';
  if (birthsCompatible(a, b)) return ', naissance compatible';
  const isFirstDay = [a, b].some(({ value }) => value?.endsWith('-01-01'));
  return isFirstDay && a.value.slice(0, 4) === b.value.slice(0, 4) ? ', même année, un 1er janvier' : null;
}
