import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as french from '@zxcvbn-ts/language-fr';
import type { Role } from '../../domain/access/roles.ts';

const SHORTEST = 12;
const SHORTEST_FOR_ADMIN = 16;
const LONGEST = 128;
/** Of four: ten to the eighth guesses at least, at ten per quarter of an hour. */
const LOWEST_SCORE = 3;

/** Made at the first use: the lists of known passwords, words and names take a moment to read. */
let estimator: ZxcvbnFactory | undefined;

export interface PasswordOwner {
  readonly role: Role;
  readonly email: string;
  readonly displayName: string;
  readonly organisation: string;
}

/**
 * Why a new password is refused, in a sentence; undefined when it is good. Length and guessability only: rules of
 * composition make passwords that are hard to remember and easy to guess.
 */
export function passwordFault(password: string, owner: PasswordOwner): string | undefined {
  const shortest = owner.role === 'ADMIN' ? SHORTEST_FOR_ADMIN : SHORTEST;
  const length = [...password].length;
  if (length < shortest) return `Choisissez un mot de passe d’au moins ${shortest}\u00a0caractères.`;
  if (length > LONGEST) return `Choisissez un mot de passe d’au plus ${LONGEST}\u00a0caractères.`;
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    translations: french.translations,
    maxLength: LONGEST,
  });
  const known = wordsAround(owner);
  const { score, feedback } = estimator.check(password, known);
  // A name and the structure together are long, and are what a colleague tries first: they count for nothing.
  const rest = without(password, known);
  if (score >= LOWEST_SCORE && estimator.check(rest).score < LOWEST_SCORE)
    return 'Ce mot de passe est trop facile à deviner. Votre nom, votre adresse et votre structure n’y comptent pas.';
  if (score >= LOWEST_SCORE) return undefined;
  return ['Ce mot de passe est trop facile à deviner.', feedback.warning, ...feedback.suggestions]
    .filter((sentence) => sentence !== null && sentence !== '')
    .map((sentence) => typographic(sentence as string))
    .join(' ');
}

/** What anybody would try first. */
function wordsAround({ email, displayName, organisation }: PasswordOwner): string[] {
  const words = [email, displayName, organisation].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...words, 'Jalon'].filter((word) => word.length > 2).map((word) => word.toLowerCase());
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function without(password: string, words: readonly string[]): string {
  const longestFirst = words.map(folded).sort((a, b) => b.length - a.length);
  const found = longestFirst.filter((word) => folded(password).includes(word));
  return found.length === 0 ? password : found.reduce((rest, word) => rest.replaceAll(word, ' '), folded(password));
}

/** The sentences of the library, with our apostrophes and a full stop. */
function typographic(sentence: string): string {
  const curled = sentence.replace(/(\p{L})'(\p{L})/gu, '$1’$2').replace(/'([^']+)'/g, '«\u00a0$1\u00a0»');
  return /[.!?]$/.test(curled) ? curled : `${curled}.`;
}
