/**
 * Names in Arabic and in Hebrew letters, which write few vowels: a letter may be a vowel or a consonant (و is « ou » in
 * يوسف and « w » in وليد), and what is not written is said. Each way of reading a name is given, in Latin letters.
 */
type Said = readonly string[];
interface Script {
  /** Consonants that are always said alike. */
  readonly letters: Readonly<Record<string, string>>;
  /** What a letter may be: a consonant or a vowel, or nothing. « A » is a vowel that is not told. */
  readonly read: (word: readonly string[], place: number) => Said | undefined;
}

function pairs(letters: string, sounds: string): Record<string, string> {
  const all = sounds.split(' ');
  return Object.fromEntries([...letters].map((letter, place) => [letter, all[place] ?? '']));
}

const LONG = /[اآأإٱویيىۆۇۈ]/;

/** Of Arabic, Persian, Pashto, Urdu, Kurdish, Uyghur. */
const ARABIC: Script = {
  letters: {
    ...pairs('بپتثجچحخدذرزژسشصضطظغفقکكگلمنڤۋ', 'b p t th j č h kh d dh r z ž s š s dh t dh gh f q k k g l m n v v'),
    ...pairs('ټډړڼښږځڅګڕڵٹڈڑںڭ', 't d r n š ž dz ts g r l t d r n n'),
    ...pairs('ەێېےۍۆۇۈ', 'e e e e i o u u'),
  },
  read(word, place) {
    const [before, letter = '', next] = [word[place - 1], word[place], word[place + 1]];
    const isFirst = place === 0;
    const isLast = next === undefined;
    if (/[اأٱ]/.test(letter)) return !isFirst ? ['a'] : isLong(next) ? ['', 'a'] : ['A'];
    if (letter === 'آ') return ['a'];
    if (letter === 'إ') return isLong(next) ? ['', 'a'] : ['A', ''];
    if (letter === 'ع') return ofAyn();
    if (letter === 'ؤ') return ['u', 'w', 'ua'];
    if (letter === 'و') {
      if (isFirst || (!isLast && /[اآىةۆێە]/.test(next)) || (next === 'ه' && place === word.length - 2))
        return before === 'خ' ? ['w', ''] : ['w'];
      return ['u', 'w'];
    }
    if (/[يی]/.test(letter)) return isFirst ? ['y'] : ['i'];
    if (letter === 'ى') return isFirst ? ['y'] : isLast ? ['a', 'i'] : ['i'];
    if (letter === 'ئ') return isFirst ? [''] : ['i'];
    if (letter === 'ء') return [''];
    if (/[ةۃ]/.test(letter)) return isLast ? ['a', 'at'] : ['at'];
    if (/[هہ]/.test(letter)) {
      if (isLast) return word.length === 2 ? ['a', 'ha'] : ['a'];
      return letter === 'ہ' && !isFirst ? ['h', ''] : ['h'];
    }
    if (letter === 'ھ') return isFirst || isLong(before) ? ['h'] : [''];
    return undefined;

    function ofAyn(): Said {
      if (isFirst) return isLong(next) ? ['', 'a'] : ['A'];
      if (isLong(before)) return ['a', ''];
      if (isLong(next)) return place === 1 && next === 'ا' ? ['', 'ua', 'o'] : ['', 'a'];
      return before === 'م' && place === 1 ? ['a', 'ua'] : ['a'];
    }
  },
};

const HEBREW: Script = {
  letters: pairs('גדזטךלםמןנסףץצקרת', 'g d z t kh l m m n n s f ts ts k r t'),
  read(word, place) {
    const [letter = '', next] = [word[place], word[place + 1]];
    const [isFirst, isLast] = [place === 0, next === undefined];
    if (/[אע]/.test(letter)) return isFirst ? (/[וי]/.test(next ?? '') ? ['', 'a'] : ['A']) : ['a', ''];
    if (letter === 'ו') return isFirst || isLast ? ['v', 'o'] : ['o', 'v'];
    if (letter === 'י') return isFirst ? ['y', 'i'] : next === 'ה' ? ['i', 'ia'] : ['i'];
    if (letter === 'ח') return word[place - 1] === 'צ' ? ['kh', ''] : ['kh'];
    if (letter === 'ה') return isLast ? ['a'] : ['h'];
    if (letter === 'ב') return isFirst ? ['b'] : ['b', 'v'];
    if (letter === 'כ') return isFirst ? ['k', 'kh'] : ['kh', 'k'];
    if (letter === 'פ') return ['p', 'f'];
    if (letter === 'ש') return ['š', 's'];
    return undefined;
  },
};

const isLong = (letter: string | undefined): boolean => letter !== undefined && LONG.test(letter);
const isVowel = (sound: string): boolean => /^[Aaeiou]/.test(sound);
/** Points of vowels, the line that stretches a word. */
const POINTS = /[\u064B-\u065F\u0670\u0640\u0591-\u05C7]/g;
/** The article is said as the letter that follows it: الزهراء is Ezzahra. */
const ARTICLE = /^ال(?=..)/;
const ASSIMILATES = /^ال(?=[تثدذرزسشصضطظلن].)/;
/** « Abd » and the article after it are one: whatever it is said as. */
const ABD = /^عبدال(?=..)/;
const BEGINS_WITH_ABD = /^(?:ع|ئا)بد./;
/** « Allah » ends a name as « ala » does, to the ear. */
const ALLAH = /الله$/;
const MOST_READINGS = 24;

/** The ways of saying a name of these scripts; none of a name of another. */
export function abjadReadings(word: string): string[] {
  const bare = word.normalize('NFKC').replace(POINTS, '').replace(ALLAH, 'اله');
  if (/^[\u05D0-\u05EA]+$/.test(bare)) return said(bare, HEBREW);
  if (!/^[\u0621-\u06D3\u06D5]+$/.test(bare)) return [];
  if (ABD.test(bare)) return said(bare.replace(ABD, ''), ARABIC).map((name) => `abd${name}`);
  if (BEGINS_WITH_ABD.test(bare)) return said(bare, ARABIC).map((name) => name.replace(/^[aiu]ba?d/, 'abd'));
  if (BEGINS_WITH_ABD.test(bare)) return said(bare, ARABIC).map((name) => name.replace(/^[aiu]ba?d/, 'abd'));
  return unique([
    ...said(bare, ARABIC),
    ...(ASSIMILATES.test(bare) ? said(bare.replace(ARTICLE, ''), ARABIC).map((name) => `e${name}`) : []),
    ...(ARTICLE.test(bare) && /[اأإع]/.test(bare[2] ?? '')
      ? said(bare.replace(ARTICLE, ''), ARABIC).map((name) => `l${name}`)
      : []),
  ]);
}

function said(word: string, { letters, read }: Script): string[] {
  const all = [...word];
  const ways = all.reduce<string[][]>(
    (before, letter, place) => {
      const options = read(all, place) ?? [letters[letter] ?? ''];
      const enough = before.length * options.length > MOST_READINGS ? options.slice(0, 1) : options;
      return enough.flatMap((option) => before.map((sounds) => (option === '' ? sounds : [...sounds, option])));
    },
    [[]],
  );
  return unique(ways.flatMap(withVowels));
}

/**
 * With the vowels that are not written. Where consonants are many they tell a name, and any vowel between them does; a
 * short name is told by its vowels: each that it may have is said.
 */
function withVowels(sounds: readonly string[]): string[] {
  const consonants = sounds.filter((sound, place) => !isVowel(sound) && (sound !== 'h' || place < sounds.length - 1));
  const isShort = consonants.length < 3;
  return sounds.reduce<string[]>(
    (ways, sound, place) => {
      const before = sounds[place - 1];
      const isGap = before !== undefined && !isVowel(sound) && !isVowel(before);
      // Ahmadzai, and all who bear such a name, have nothing between their d and their z.
      const gaps =
        !isGap || (before === 'd' && sound === 'z' && place > 2) ? [''] : !isShort ? ['a'] : gapsAt(sounds, place);
      const vowels = sound !== 'A' ? [sound] : isShort ? ['a', 'i', 'u'] : ['a'];
      return ways.flatMap((way) => gaps.flatMap((gap) => vowels.map((vowel) => way + gap + vowel)));
    },
    [''],
  );
}

/** What may be said before a consonant that follows another: after a short vowel hardly « i », which would be written. */
function gapsAt(sounds: readonly string[], place: number): readonly string[] {
  if (sounds[place] === 'w') return ['', 'a', 'u'];
  if (place === 1) return ['a', 'i', 'u'];
  return sounds[place - 2] === 'A' ? ['a', ''] : ['a', 'i', ''];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
