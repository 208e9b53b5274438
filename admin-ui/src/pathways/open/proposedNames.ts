import type { PersonForm } from '../form/personForm.ts';

const BEFORE_A_BIRTH = /^(?:née?|le|en|vers)$/iu;
const IN_CAPITALS = /^[\p{Lu}\p{M}'’-]{2,}$/u;
const IN_SMALL_LETTERS = /\p{Ll}/u;

/**
 * The names that were looked for, as the form may begin with them: whoever writes « DIALLO Aïcha » says which is which; else
 * all of them in the first field, to be shared out. Of what has figures in it, nothing: a number, a birth.
 */
export function proposedNames(sought: string): Partial<Pick<PersonForm, 'birthName' | 'firstNames'>> {
  const words = sought
    .split(/[\s,;]+/u)
    .filter((word) => /\p{L}/u.test(word) && !/\d/.test(word) && !BEFORE_A_BIRTH.test(word));
  const names = words.filter((word) => IN_CAPITALS.test(word));
  const others = words.filter((word) => !IN_CAPITALS.test(word));
  const isClear = names.length > 0 && others.length > 0 && others.every((word) => IN_SMALL_LETTERS.test(word));
  if (isClear) return { birthName: names.join(' '), firstNames: others.join(' ') };
  return words.length === 0 ? {} : { birthName: words.join(' ') };
}
