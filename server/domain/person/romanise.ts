/**
 * Letters of other scripts as the Latin letters that are closest to how they are said: enough to compare sounds, not to
 * spell. Vowels that a script does not write are not invented.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ...pairs(
    // Russian, Ukrainian, Serbian, Bulgarian, Macedonian.
    'абвгґѓдђеёєжзѕиіїйјкќлљмнњопрстћуўфхцчџшщъыьэюя',
    'a b v g g ǵ d đ e yo ye ž z dz i i i y y k k l l m n n o p r s t č u u f kh ts č j š šč _ i _ e yu ya',
  ),
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
  // Arabic, Persian, Pashto, Urdu, Kurdish.
  ...pairs(
    'اآأإىبپتةثجچحخدذرزژسشصضطظعغفقکكگلمنوؤهەیيئېۍډړڼښږټڤۆھے',
    'a a a i a b p t a th j č h kh d dh r z ž s š s d t z a gh f q k k g l m n w w h a i i i e e d r n š ž t v o h e',
  ),
  // Hebrew.
  ...pairs('אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'a b g d h w z h t y k k l m m n n s _ p f ts ts k r š t'),
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
const BARE = /[a-z0-9\u0300-\u036f ]/;

/** A word of any script, in lower case, in letters of the Latin script; what has no letter there is left as it is. */
export function romanise(word: string): string {
  const lower = word.toLowerCase().normalize('NFC');
  if ([...lower].every((letter) => BARE.test(letter))) return lower;
  const letters = [...lower];
  return letters
    .map((letter, index) => LETTERS[letter] ?? ethiopic(letter) ?? indic(letter, letters[index + 1]) ?? letter)
    .join('');
}

function ethiopic(letter: string): string | undefined {
  const place = (letter.codePointAt(0) ?? 0) - 0x1200;
  if (place < 0 || place >= ETHIOPIC_ROWS.length * 8) return undefined;
  return `${ETHIOPIC_ROWS[place >> 3] ?? ''}${ETHIOPIC_VOWELS[place & 7] ?? ''}`.replaceAll('_', '');
}

function indic(letter: string, next: string | undefined): string | undefined {
  const code = letter.codePointAt(0) ?? 0;
  const block = INDIC_BLOCKS.find((from) => code >= from && code < from + 0x80);
  if (block === undefined) return undefined;
  const consonant = INDIC_CONSONANTS[code - block - 0x15];
  if (consonant === undefined) return INDIC_VOWELS[code - block] ?? '';
  const after = (next?.codePointAt(0) ?? 0) - block;
  // A consonant that nothing follows is said with an « a », at the end of a word excepted.
  return next === undefined || (after >= 0x3e && after <= 0x4d) ? consonant : `${consonant}a`;
}
