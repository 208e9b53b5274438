import { foldName } from './foldName.ts';

/** Words that go with a name and that one spelling has where another has not, folded. A name may consist of one: Le, Van, De. */
const PARTICLES: ReadonlySet<string> = new Set(
  `el al ul ad ed er es ech ud ur us l d bin ben ibn bint bent binti ould oulad ould ait at abd abdel abdul abdal abdoul
  de da do di du des dos das del della la le los las y e van von der den ter mac mc st ste san
  ال آل بن ابن بنت ولد أولاد اولاد آيت ايت عبد`.split(/\s+/),
);

/** What precedes a name on a form and is no part of it. */
const TITLES: ReadonlySet<string> = new Set('mr mme mlle monsieur madame mademoiselle'.split(' '));

/** What is written with the name that follows it as often as apart. */
const GLUED =
  /^(?:abd(?:[aeiou]*[lrsntdz])??|abd[eaou]+l?|bel|ben|bin|bou|abou|abu|el|al|ould|ait|da|de|dela|della|dos|des|del|di|du|san|saint|mac|von|van|gh?ebre|gebr|guebre|habte|w[eo]lde?|uolde|te[kc]le|haile|okb?uba|nour|noor|sidi|sai[dn]|gul|jean|mohammad|mohamed|ali|عبدال|[أا]بو|ال)(.{3,})$/;
const GLUED_ARTICLE = /^(?:(?:el|al)(.{4,})|ال(.{3,}))$/;

export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** A part of a name: its letters as they are compared, as they were given, and the place of the words that it covers. */
export interface NamePart {
  readonly folded: string;
  /** With its accents: ş and s are not read alike. */
  readonly given: string;
  /** Bits of the words that it covers. */
  readonly covers: number;
  readonly how: 'WORD' | 'JOINED' | 'WITHIN';
}

/** A text as its words, each folded and as given. */
export function wordsOf(text: string): { folded: string; given: string }[] {
  return text.split(/[^\p{L}\p{N}\p{M}'’‘‛`´ʹʻʼʽʾʿˈ＇]+/u).flatMap((given) => {
    const folded = foldName(given).replaceAll(' ', '');
    return folded === '' ? [] : [{ folded, given }];
  });
}

/** As many as there are bits to tell them apart. */
const MOST_WORDS = 30;

/**
 * All the parts by which names may be looked for: each word, two words written as one (« Nour El Houda », « Nourelhouda »),
 * and what follows a particle that was written with its name (« Benali »).
 */
export function partsOf(...names: readonly (string | null | undefined)[]): NamePart[] {
  const parts: NamePart[] = [];
  let place = 0;
  for (const name of names) {
    const words = wordsOf(name ?? '').slice(0, MOST_WORDS - place);
    parts.push(...singleParts(words, place), ...joinedParts(words, place));
    place += words.length;
  }
  return parts;
}

type Word = ReturnType<typeof wordsOf>[number];

function singleParts(words: readonly Word[], place: number): NamePart[] {
  return words.flatMap(({ folded, given }, index) => {
    const covers = 1 << (place + index);
    const within = GLUED.exec(folded)?.[1];
    const whole: NamePart = { folded, given, covers, how: 'WORD' };
    return within === undefined ? [whole] : [whole, { folded: within, given: within, covers, how: 'WITHIN' }];
  });
}

/** Two neighbours as one word; and two names with the particle between them, or without it. */
export function joinedParts(words: readonly Word[], place = 0): NamePart[] {
  return words.flatMap((first, index) => {
    const [second, third] = [words[index + 1], words[index + 2]];
    if (second === undefined) return [];
    const bits = (count: number): number => ((1 << count) - 1) << (place + index);
    const pair: NamePart = { ...joined(first, second), covers: bits(2), how: 'JOINED' };
    if (third === undefined || !isParticle(second.folded)) return [pair];
    return [
      pair,
      { ...joined(first, second, third), covers: bits(3), how: 'JOINED' },
      { ...joined(first, third), covers: bits(3), how: 'JOINED' },
    ];
  });
}

function joined(...words: readonly Word[]): Word {
  return { folded: words.map(({ folded }) => folded).join(''), given: words.map(({ given }) => given).join('') };
}

/** A word asked without the article that is written with it: « Elkhatib » is also looked for as « Khatib ». */
export function withoutArticle(folded: string): string | undefined {
  const [, latin, arabic] = GLUED_ARTICLE.exec(folded) ?? [];
  return latin ?? arabic;
}
