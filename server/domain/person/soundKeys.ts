import { romanise } from './romanise.ts';

/**
 * What a name sounds like, for names that were heard or that another office spelt its own way. A word is read by each of
 * the conventions by which it may have been spelt: « j » is « dj » in Djamila, « y » in Jovanović, « kh » in Jiménez.
 * Each reading leaves the consonants; the vowels, which every transliteration writes otherwise, stay in the shortest words
 * alone. Two words that share a key may be one name.
 */
type Rule = readonly [pattern: RegExp, sound: string];
interface Convention {
  /** The letters that it reads in its own way: without any of them, the word is read as everywhere. */
  readonly when: RegExp;
  readonly rules: readonly Rule[];
  /** Whether it is of a language, and not of a spelling: names of other scripts are read by it too. */
  readonly ofAnyScript?: true;
}

/**
 * In the order of reading. Capitals are sounds that were read: X (sh, ch), J (j, dj), H and W, which some do not hear,
 * and Y, said at the beginning only. Small letters are still to be read; a, e, i and u are vowels.
 */
const EVERYWHERE: readonly Rule[] = [
  [/tsch|tch|tsh|tč|sch|sh|ch|č|š/g, 'X'],
  [/dzh|dž|dj|zh|jh|ž|j/g, 'J'],
  [/ph/g, 'F'],
  [/kh|ck|cq|cqu/g, 'K'],
  [/gh|ǵ|ğ/g, 'G'],
  [/th|tt/g, 'T'],
  [/dh|đ/g, 'D'],
  [/bh/g, 'B'],
  [/rh/g, 'R'],
  [/lh/g, 'L'],
  [/gn(?=[aeiouy])|nh|ñ/g, 'N'],
  [/ng(?![aeiouy])/g, 'N'],
  [/qu(?=[eiy])/g, 'K'],
  [/gu(?=[eiy])/g, 'G'],
  [/g(?=[eiy])/g, 'J'],
  [/c(?=[eiy])/g, 'S'],
  [/ts|tz/g, 'S'],
  [/dz|ds/g, 'Z'],
  [/[kqc]/g, 'K'],
  [/x/g, 'KS'],
  [/n(?=[bp])/g, 'M'],
  [/ao?u(?![aeiouy])|aw(?=[^aeiouyW])/g, 'aWu'],
  [/oo|ou(?![aeiouy])/g, 'u'],
  [/ou(?=[aeiouy])|^[uo](?=[aei])/g, 'W'],
  [/([A-Zb-df-hj-np-tv-z])u(?=[aeo])/g, '$1W'],
  [/([aeo])w(?![aeiouy])/g, '$1u'],
  [/w/g, 'W'],
  [/^(?:y|i(?=[aeou]))/, 'Y'],
  [/([A-Z])h|h$/g, '$1'],
  [/h/g, 'H'],
  [/[yj]/g, 'i'],
  [/ee|ie$/g, 'i'],
  [/o/g, 'u'],
];

const CONVENTIONS: readonly Convention[] = [
  // Accents left out by a keyboard: Çelik typed Celik, Şahin typed Sahin.
  {
    when: /[čšžğđ]/,
    rules: [
      [/č/g, 'c'],
      [/š/g, 's'],
      [/ž/g, 'z'],
      [/đ/g, 'd'],
    ],
  },
  // ğ that is not heard, đ of the Serbs, ç of the French and of the Portuguese.
  {
    ofAnyScript: true,
    when: /[čğđ]/,
    rules: [
      [/ğ/g, ''],
      [/đ/g, 'J'],
      [/č/g, 'S'],
    ],
  },
  // Turkish, Kurdish, and every g that stays hard before e and i.
  {
    ofAnyScript: true,
    when: /c|g[eiy]/,
    rules: [
      [/([^kstz]|^)c(?![hkz])/g, '$1J'],
      [/g(?=[eiy])/g, 'G'],
    ],
  },
  // Turkish hardens the end of a word: Mahmut, Recep, Nurettin.
  {
    ofAnyScript: true,
    when: /[tp]$|tt/,
    rules: [
      [/t$|tt/g, 'D'],
      [/p$/g, 'B'],
    ],
  },
  // Bantu and West African names with the nasal that begins them, or without: Mbaye, Ngoma, N’Guessan.
  { when: /^[mn][bdfgjkpstvz]/, rules: [[/^[mn]/g, '']] },
  // « -ng » as it is heard by the French, who write « -ngue ».
  { when: /ngu?e$/, rules: [[/ngu?e$/, 'N']] },
  // Persian, Urdu and Pashto say th as s, dh as z, q as gh; Kurdish writes x for kh, and v for a final w; further east ph is p.
  {
    ofAnyScript: true,
    when: /th|dh|kh|q|x|ph|w$/,
    rules: [
      [/w$/, 'V'],
      [/th/g, 'S'],
      [/dh/g, 'Z'],
      [/kh|x/g, 'H'],
      [/q/g, 'G'],
      [/ph/g, 'P'],
    ],
  },
  // Somali c is not heard and x is h; Egypt says g where others say j; z of Ramazan is d in Ramadan.
  {
    ofAnyScript: true,
    when: /c(?!h)|x|z(?!h)|g|kh|q/,
    rules: [
      [/([^kst]|^)c(?![hkz])/g, '$1'],
      [/kh|x/g, 'H'],
      [/q/g, 'G'],
      [/gh/g, 'G'],
      [/(?<!n)g|g(?=[aeiouy])/g, 'J'],
      [/([^dt]|^)z(?!h)/g, '$1D'],
    ],
  },
  // Russian names as emigrants wrote them: -off, -ow.
  { ofAnyScript: true, when: /[oe](?:ff?|w)$/, rules: [[/([oe])(?:ff?|w)$/, '$1V']] },
  // Albanian: xh and gj are dj, q is tch, c is ts, j is y.
  {
    when: /xh|gj|q|c(?!h)|j/,
    rules: [
      [/xh|gj/g, 'J'],
      [/q|č/g, 'X'],
      [/c(?!h)/g, 'S'],
      [/j/g, 'y'],
    ],
  },
  // Slavic, German: j is y, w is v, c is ts; h of Ukraine is g of Russia.
  {
    when: /[jwch]|sz|rz/,
    rules: [
      [/rz/g, 'J'],
      [/sz|cz/g, 'X'],
      [/tsch|tch|tsh|sch|sh/g, 'X'],
      [/kh|ch/g, 'K'],
      [/zh|dzh/g, 'J'],
      [/([tdpgb])h/g, '$1'],
      [/nj/g, 'N'],
      [/lj/g, 'L'],
      [/j/g, 'y'],
      [/w/g, 'V'],
      [/c/g, 'S'],
      [/h(?!$)/g, 'G'],
    ],
  },
  // Vietnamese: Huynh is « hwin ».
  { when: /uy/, rules: [[/uy/g, 'Wy']] },
  // Chinese, in its present spelling and the former one.
  {
    when: /[xqc]|zh|hs/,
    rules: [
      [/hs|x|q(?!u)|zh/g, 'X'],
      [/c(?!h)/g, 'S'],
    ],
  },
  // Tamil and Malayalam: « zh » is the l of Thamizh, of Yazhini and of Kozhikode, whom others write Tamil, Yalini, Calicut.
  { when: /zh/, rules: [[/zh/g, 'l']] },
  // Spanish and Portuguese.
  {
    when: /[jxzvč]|ll|^hu[aei]|g[ei]/,
    rules: [
      [/ch/g, 'X'],
      [/^hu(?=[aei])/g, 'W'],
      [/j|g(?=[ei])/g, 'H'],
      [/ll/g, 'y'],
      [/[xzč]/g, 'S'],
      [/v/g, 'B'],
    ],
  },
  // West Africa, heard by the French and by the English: Diallo and Jallow, Thierno and Cherno.
  {
    ofAnyScript: true,
    when: /[dt]h?[iy][aeou]/,
    rules: [
      [/d[iy](?=[aeou])/g, 'J'],
      [/th?[iy](?=[aeou])/g, 'X'],
    ],
  },
];

/** The vowels that are said as one. */
const VOWELS: readonly Rule[] = [
  [/[aeiu]*u[aeiu]*/g, 'u'],
  [/[aei]*(?:ai|ei|ae|ea)[aei]*/g, 'e'],
  [/i+([ae])/g, '$1'],
  [/([aei])\1+/g, '$1'],
];

const ABBREVIATED = /^(?:md|mhd|mohd|muhd|mohamd)$/;
const SPECIAL: Readonly<Record<string, string>> = {
  ş: 'š',
  ș: 'š',
  š: 'š',
  ś: 'š',
  ç: 'č',
  č: 'č',
  ć: 'č',
  ž: 'ž',
  ź: 'ž',
  ż: 'ž',
  ğ: 'ğ',
  đ: 'đ',
  ñ: 'ñ',
  ţ: 'ts',
  ț: 'ts',
  ń: 'ñ',
  ł: 'l',
  ø: 'o',
  ə: 'a',
  ı: 'i',
  ß: 's',
  æ: 'e',
  œ: 'e',
  þ: 'th',
  ð: 'd',
  ŋ: 'n',
  ł̣: 'l',
};
const APOSTROPHES = /['’‘‛`´ʹʻʼʽʾʿˈ＇]/g;

/** A word in the letters that the rules read, in each way that it may be. */
function letters(word: string): string[] {
  return romanise(word).map((one) =>
    [...one.normalize('NFC')]
      .map((letter) => SPECIAL[letter] ?? letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
      .join('')
      .replace(APOSTROPHES, '')
      .replace(/[^a-zčšžğđñǵ]/g, '')
      .replace(ABBREVIATED, 'mohamed'),
  );
}

/** What its articles do to « Abd »: Abdel Rahman, Abderrahmane and Abdurrahman are one. */
const ABD = /^abd[aeiouy]+([lrsntdzš])(?=[^aeiouy])/;

function reading(word: string, { rules }: Pick<Convention, 'rules'>): string {
  const spelt = [...rules, ...EVERYWHERE].reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
  return spelt.replace(/[b-df-hj-tv-z]/g, (letter) => letter.toUpperCase());
}

const LATIN = /^[\p{Script=Latin}\P{L}]*$/u;

/** A word as it is read everywhere, and by the conventions that may be those of its spelling. */
function readings(word: string, isJoined: boolean): { readonly everywhere: string[]; readonly all: string[] } {
  const conventions = isJoined ? [] : CONVENTIONS.filter(({ ofAnyScript }) => ofAnyScript || LATIN.test(word));
  const spellings = letters(word).map((one) => one.replace(ABD, 'abd').replace(/([^eolt])\1+/g, '$1'));
  const everywhere = (spelt: string): string => reading(spelt, { rules: [] });
  const all = spellings.flatMap((spelt) => [
    everywhere(spelt),
    ...conventions.filter(({ when }) => when.test(spelt)).map((convention) => reading(spelt, convention)),
  ]);
  return { everywhere: unique(spellings.map(everywhere)), all: unique(all) };
}

/** What is left of a reading to be compared: the consonants, and in short words the vowels. */
function keysOf(reading: string): string[] {
  const skeleton = consonantsOf(reading);
  if (skeleton.length >= 3) return [isVowel(reading.charCodeAt(0)) ? `-${skeleton}` : skeleton];
  if (skeleton.length === 0) return [];
  const one = reading.replace(/(?!^)Y/g, 'i');
  const said = VOWELS.reduce((text, [pattern, vowel]) => text.replace(pattern, vowel), one).replace(
    /([A-Z])\1+/g,
    '$1',
  );
  const spellings = said.endsWith('e') && said.length > 2 ? [said, said.slice(0, -1)] : [said];
  return spellings.flatMap((spelling) =>
    spelling.includes('e') ? [spelling.replaceAll('e', 'a'), spelling.replaceAll('e', 'i')] : [spelling],
  );
}

const isVowel = (code: number): boolean => code >= 97;

/** The consonants of a reading, one where a letter is doubled; Y is one at the beginning only. */
function consonantsOf(reading: string): string {
  let skeleton = '';
  let last = '';
  for (const sound of reading) {
    if (isVowel(sound.charCodeAt(0)) || (sound === 'Y' && skeleton !== '')) last = '';
    else {
      if (sound !== last) skeleton += sound;
      last = sound;
    }
  }
  return skeleton;
}

const heard = (reading: string): string => reading.replaceAll('W', 'V');
const withoutY = (reading: string): string => reading.replace(/^Y(?=.)/, '');
/** H and W at the least: many do not hear them, and many spellings leave them out. */
const unheard = (reading: string): string => withoutY(reading).replace(/[HW]/g, '');
/** Hawa is Awa, of whom nothing would be left without her W. */
const lessHeard = (reading: string): string[] =>
  !/[HW]/.test(reading)
    ? []
    : /H/.test(reading) && /W/.test(reading)
      ? [unheard(reading), heard(reading.replaceAll('H', ''))]
      : [unheard(reading)];

/** Sounds that an ear or a language takes for each other: b and p, d and t, g and k, f and v, s, z, sh and j. */
const ALIKE: Readonly<Record<string, string>> = { P: 'B', D: 'T', G: 'K', F: 'V', Z: 'S', X: 'S', J: 'S' };

/** The consonants as a careless ear takes them, without H, W and Y. */
function rough(reading: string): string {
  return consonantsOf(unheard(reading).replace(/[PDGFZXJ]/g, (sound) => ALIKE[sound] ?? sound)).replace(/Y/g, '');
}

export interface Sounds {
  /** The keys by which a name written down is found: those of every spelling, H and W heard or not. */
  readonly known: readonly string[];
  /** The keys by which a name is asked: what was typed is taken to be heard. */
  readonly asked: readonly string[];
  /** Those of them that no convention made: two words that share one sound the same to anybody. */
  readonly everywhere: { readonly known: readonly string[]; readonly asked: readonly string[] };
  /** Its consonants to a careless ear, two at the least; none where there are fewer. */
  readonly rough: readonly string[];
  /** The same with one less, of four or more: two words that share one of these differ by a sound at most. */
  readonly roughButOne: readonly string[];
}

/**
 * What a word may sound like. Two words heard as one are read as they are everywhere: by a convention of its own each,
 * « joao exemple » would be Exemple alone, and « Đức Anh » Dang.
 */
export function soundsOf(word: string, { isJoined = false } = {}): Sounds {
  const { everywhere, all } = readings(word, isJoined);
  const roughly = unique(all.map(rough).filter((sounds) => sounds.length >= 2));
  return {
    asked: askedOf(all),
    known: knownOf(all),
    everywhere: { asked: askedOf(everywhere), known: knownOf(everywhere) },
    rough: roughly,
    roughButOne: unique(roughly.filter((sounds) => sounds.length > 3).flatMap(withOneLess)),
  };
}

function askedOf(all: readonly string[]): string[] {
  return unique(
    all.map(heard).flatMap((one) => (one.startsWith('Y') ? [...keysOf(one), ...keysOf(withoutY(one))] : keysOf(one))),
  );
}

function knownOf(all: readonly string[]): string[] {
  return unique([...askedOf(all), ...all.flatMap(lessHeard).flatMap(keysOf)]);
}

/** A word with each of its letters left out in turn. */
export function withOneLess(word: string): string[] {
  return [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1));
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
