import { abjadReadings } from './abjad.ts';

/**
 * Letters of other scripts as the Latin letters that are closest to how they are said: enough to compare sounds, not to
 * spell.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ...pairs(
    // Russian, Ukrainian, Serbian, Bulgarian, Macedonian.
    'абвгґѓдђеёєжзѕиіїйјкќлљмнњопрстћуўфхцчџшщъыьэюя',
    'a b v g g ǵ d đ e yo ye ž z dz i i i y y k k l l m n n o p r s t č u u f kh ts č j š šč _ i _ e yu ya',
  ),
  // Kazakh, Kyrgyz, Tajik, Uzbek, Tatar, Chechen.
  ...pairs('әғқңөұүһҳҷӣӯўӏ', 'a gh q n o u u h h j i u u _'),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t i f kh ps o'),
  // Georgian.
  ...pairs(
    'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
    'a b g d e v z t i k l m n o p ž r s t u p k gh q š č ts dz ts č kh j h',
  ),
  // Armenian, as in the east.
  ...pairs(
    'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
    'a b g d e z e e t ž i l kh ts k h dz gh č m y n š o č p j r s v t r ts v p k o f ev',
  ),
  // Letters of Malayalam that no vowel follows.
  ...pairs('ൺൻർൽൾൿ', 'n n r l l k'),
};

function pairs(letters: string, sounds: string): Record<string, string> {
  const all = sounds.split(' ');
  return Object.fromEntries([...letters].map((letter, index) => [letter, (all[index] ?? '').replace('_', '')]));
}

/** Ethiopic writes a syllable by letter: a row for each consonant, a column for each vowel. */
const ETHIOPIC_ROWS = 'h l h m s r s š q q q q b v t č h h n n _ k k kh kh w _ z ž y d d j g g g t č p s s f p'.split(
  ' ',
);
const ETHIOPIC_VOWELS = 'e u i a e _ o wa'.split(' ');
const BARELY = 5;

/** The scripts of India keep one order: the same place of each block is the same sound. */
const INDIC_BLOCKS = [0x0900, 0x0980, 0x0a00, 0x0a80, 0x0b80, 0x0c00, 0x0c80, 0x0d00];
const INDIC_CONSONANTS = 'k kh g gh n č č j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v š š s h'.split(
  ' ',
);
const INDIC_VOWELS: Readonly<Record<number, string>> = {
  ...Object.fromEntries([...'aaiiuuri'].map((vowel, index) => [0x05 + index, vowel])),
  0x0e: 'e',
  0x0f: 'e',
  0x10: 'ai',
  0x12: 'o',
  0x13: 'o',
  0x14: 'au',
  0x3e: 'a',
  0x3f: 'i',
  0x40: 'i',
  0x41: 'u',
  0x42: 'u',
  0x43: 'ri',
  0x46: 'e',
  0x47: 'e',
  0x48: 'ai',
  0x4a: 'o',
  0x4b: 'o',
  0x4c: 'au',
  0x01: 'n',
  0x02: 'n',
  0x70: 'n',
  0x03: '',
  0x4d: '',
};
/** A dot below makes another sound of a consonant: z of j, f of ph. */
const DOT = 0x3c;
const DOTTED: Readonly<Record<string, string>> = { k: 'q', g: 'gh', j: 'z', ph: 'f', s: 'š', d: 'r', dh: 'r' };
const FIRST_OF_THE_SOUTH = 0x0b80;
const BARE = /[a-z0-9\u0300-\u036f ]/;

type Rewriting = readonly [letters: RegExp, others: string];
/** Letters that are one sound together, or another at their place. */
const TOGETHER: readonly Rewriting[] = [
  // Armenian.
  [/ու/g, 'u'],
  [/իւ/g, 'yu'],
  [/եւ/g, 'ev'],
  [/^ո/, 'vo'],
  // Greek.
  [/ου/g, 'u'],
  [/([αε])υ/g, '$1v'],
  [/αι/g, 'e'],
  [/[εο]ι/g, 'i'],
  [/^μπ/, 'b'],
  [/^ντ/, 'd'],
  [/^γκ/, 'g'],
  [/μπ/g, 'mb'],
  [/γ(?=[γκχξ])/g, 'n'],
  [/τζ/g, 'tz'],
  // « Mohammad », as Bengali shortens it.
  [/^মো[ঃ:]?$/, 'mohamed'],
];
/**
 * What the same letters may also be: γ before ι, г at the end of Oleh, য and ৌ of Bengal, श of Shri, क्ष of Lakshmi; where
 * an « a » is not said before p, or an « i » before r.
 */
const OTHERWISE: readonly Rewriting[] = [
  [/^γ[ιε](?=[αοω])/, 'y'],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/г$/, 'h'],
  [/^য/, 'জ'],
  [/ਨ(?=[ਪਬ])/g, 'n'],
  [/न(?=[पब])/g, 'n'],
  [/[ৌੌ]/g, 'o'],
  [/[शశಶ](?=[्్್][रరರ])/g, 'স'],
  [/क्ष/g, 'क्स'],
  [/[घঘਘ]$/, 'ग'],
  [/^([கபத])ி(?=ர)/, '$1்'],
];

/** The ways of writing a word of any script, in lower case, in Latin letters; what has none there is left as it is. */
export function romanise(word: string): string[] {
  const lower = word.toLowerCase().normalize('NFC');
  if ([...lower].every((letter) => BARE.test(letter))) return [lower];
  const abjad = abjadReadings(lower);
  if (abjad.length > 0) return abjad;
  const plain = [...lower].map((letter) => (isGreek(letter) ? unaccented(letter) : letter)).join('');
  const others = OTHERWISE.map(([pattern, letters]) => plain.replace(pattern, letters));
  return [...new Set([plain, ...others])].flatMap((one) => [...tamil(one), ...shortEthiopic(one)]).map(inLatin);
}

function inLatin(word: string): string {
  const letters = [...TOGETHER.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word)];
  return letters
    .map((letter, place) => LETTERS[letter] ?? ethiopic(letter, letters[place + 1]) ?? indic(letters, place) ?? letter)
    .join('');
}

const isGreek = (letter: string): boolean => /[\u0370-\u03ff\u1f00-\u1fff]/.test(letter);
const unaccented = (letter: string): string => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** A letter of Ethiopic as its row and its column. */
function ethiopicPlace(letter: string | undefined): readonly [row: string, vowel: number] | undefined {
  const place = (letter?.codePointAt(0) ?? 0) - 0x1200;
  const row = ETHIOPIC_ROWS[place >> 3];
  return place < 0 || row === undefined ? undefined : [row, place & 7];
}

/** The sixth vowel is hardly said: it is where an « h » would be read with the letter before it. */
function ethiopic(letter: string, next: string | undefined): string | undefined {
  const place = ethiopicPlace(letter);
  if (place === undefined) return undefined;
  const [row, vowel] = place;
  const isApart = vowel === BARELY && /[skt]/.test(row) && ethiopicPlace(next)?.[0] === 'h';
  return `${row}${isApart ? 'i' : (ETHIOPIC_VOWELS[vowel] ?? '')}`.replaceAll('_', '');
}

/** In a name of two letters, it tells: ጽጌ is Tsige. */
function shortEthiopic(word: string): string[] {
  const [first = '', ...rest] = word;
  const place = ethiopicPlace(first);
  return rest.length !== 1 || place?.[1] !== BARELY ? [] : [`${place[0]}i${rest.join('')}`];
}

const TAMIL = /[\u0b95-\u0bb9]/;
const VOICED: Readonly<Record<string, string>> = { க: 'ग', ச: 'ज', ட: 'ड', த: 'द', ப: 'ब' };

/** Tamil has one letter for k, g and h, one for t and d, one for p and b: after a nasal it is said softly, elsewhere it may be. */
function tamil(word: string): string[] {
  if (!TAMIL.test(word)) return [word];
  const soft = (text: string, where: RegExp, sounds = VOICED): string =>
    text.replace(where, (letter) => sounds[letter] ?? letter);
  const written = soft(word, /(?<=[ஙஞணநமன]்)[கசடதப]/g);
  const between = /(?<=[^்])[கடதப](?!்)/g;
  const ways = [written, soft(written, between), soft(written, between, { ...VOICED, க: 'ह' })];
  return [...new Set(ways.flatMap((way) => [way, soft(way, /^[கதப]/)]))];
}

function indic(letters: readonly string[], place: number): string | undefined {
  const code = letters[place]?.codePointAt(0) ?? 0;
  const block = INDIC_BLOCKS.find((from) => code >= from && code < from + 0x80);
  if (block === undefined) return undefined;
  const plain = INDIC_CONSONANTS[code - block - 0x15];
  if (plain === undefined) return INDIC_VOWELS[code - block] ?? '';
  const hasDot = letters[place + 1]?.codePointAt(0) === block + DOT;
  const consonant = hasDot ? (DOTTED[plain] ?? plain) : plain;
  const next = letters[place + (hasDot ? 2 : 1)]?.codePointAt(0);
  // A consonant that nothing follows is said with an « a »: in the south at the end of a word too.
  if (next === undefined) return block < FIRST_OF_THE_SOUTH ? consonant : `${consonant}a`;
  return next >= 0x900 && (next & 0x7f) >= 0x3e && (next & 0x7f) <= 0x4d ? consonant : `${consonant}a`;
}
