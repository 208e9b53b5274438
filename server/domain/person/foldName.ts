/** Letters that Unicode does not decompose into a plain letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ə: 'e',
};

const LIGATURES = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
/** Accents of the Latin, Greek and Cyrillic scripts, and the vowel points of Arabic; never the vowels of Bengali or Tamil, which are letters of the word. */
const ACCENTS = /[\u0300-\u036F\u064B-\u0652\u0670]/g;
/** An apostrophe joins (N'Dri, M’Barek): it goes without leaving a space, in all its shapes, the modifier letters included. */
const APOSTROPHES = /['’‘‛`´ʹʻʼʽʾʿˈ＇]/g;
const OTHERS = /[^\p{L}\p{N}\p{M}]+/gu;
const INVISIBLE = /[\0\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0640]/g;

/**
 * A name as it is compared: lower case, without accents or punctuation, ligatures undone (œ → oe, ß → ss, ł → l, ı → i),
 * hyphens as spaces, apostrophes gone, particles kept and in their order. The same function for what is stored and
 * for what is asked, so that « Ben Ali-Işık », « BEN ALI ISIK » and a decomposed form meet.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .replace(ACCENTS, '')
    .replace(LIGATURES, (letter) => PLAIN[letter] ?? letter)
    .replace(OTHERS, ' ')
    .normalize('NFC')
    .trim();
}

/** The distinct folded words of several names, in their order: what two spellings of one person have in common. */
export function foldedWords(...names: readonly (string | null | undefined)[]): string[] {
  const words = names.flatMap((name) => foldName(name ?? '').split(' ')).filter((word) => word !== '');
  return [...new Set(words)];
}
