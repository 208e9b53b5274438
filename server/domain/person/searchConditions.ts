import { withoutArticle } from './nameWords.ts';
import { birthAsked, numberAsked, wordAsked, type WordKeys } from './searchKeys.ts';
import { hearingsOf, type Hearing, type PhoneAsked, type SearchReading, type WordAsked } from './searchReading.ts';

/** What has to be true of whoever is found, in terms that a database answers by its indexes. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** She bears one of these keys. */
  | { readonly keys: readonly number[] }
  /** Her telephone ends with these figures; when it is known whole, it is written in one of these ways. */
  | { readonly phone: string; readonly written?: readonly string[] }
  /** Her file bears one of these numbers. */
  | { readonly fileNumbers: readonly string[] };

export interface SearchConditions {
  /** Those whose names begin or sound as was typed, whose birth and numbers agree. */
  readonly near: Condition;
  /** Those also from whom a name, a letter, a sound or the birth differ; they are compared one by one. Null when no name was typed. */
  readonly wide: Condition | null;
  /** Births that agree, to be looked at first among many. */
  readonly births: readonly number[];
}

/**
 * When fewer people than this are near, the search looks further. Those who are near come first in any case: among the
 * first five nobody is lost, and a list is not filled with names that only resemble.
 */
export const FEW = 5;
/** Files of how many years are looked for by their rank alone. */
const YEARS_OF_FILES = 15;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 && conditions[0] ? conditions[0] : { all: conditions };
const any = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 && conditions[0] ? conditions[0] : { any: conditions };
const keys = (wanted: readonly number[]): Condition => ({ keys: [...new Set(wanted)] });

/** The conditions of a reading, which asks for something. */
export function searchConditions(reading: SearchReading, today: string): SearchConditions {
  const hearings = hearingsOf(reading);
  const births = reading.birth === null ? [] : birthAsked(reading.birth, hearings.length > 0);
  const others = [...numbersOf(reading, today), ...reading.phones.map(phoneAsked)];
  const born = births.length === 0 || reading.isBirthOrNumber ? [] : [keys(births)];
  const names = hearings.length === 0 ? [] : [any(hearings.map(isNear))];
  return {
    near: all([...names, ...born, ...others]),
    wide: hearings.length === 0 ? null : all([any(hearings.flatMap((hearing) => isWide(hearing, reading))), ...others]),
    births,
  };
}

function numbersOf(reading: SearchReading, today: string): Condition[] {
  const { numbers, fileNumber, fileRank, birth } = reading;
  const ofFile = fileNumber === null ? [] : [{ fileNumbers: [fileNumber] }];
  const ranks: Condition[] = fileRank === null ? [] : [{ fileNumbers: numbersOfRank(fileRank, today) }];
  if (numbers.length === 0) return [...ofFile, ...(birth === null ? ranks : [])];
  const year = reading.isBirthOrNumber && birth !== null ? [keys(birthAsked(birth, false))] : [];
  return [
    ...ofFile,
    ...numbers.map((number) => any([keys(numberAsked(number)), ...phoneOf(number), ...ranks, ...year])),
  ];
}

function phoneAsked({ end, written, number }: PhoneAsked): Condition {
  const phone: Condition = { phone: end, written };
  return number === null ? phone : any([phone, keys(numberAsked(number))]);
}

function phoneOf(number: string): Condition[] {
  return /^\d{4,9}$/.test(number) ? [{ phone: number }] : [];
}

function numbersOfRank(rank: string, today: string): string[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS_OF_FILES }, (_, index) => `J${String(year - index).slice(2)}-${rank}`);
}

function isNear(hearing: Hearing): Condition {
  return all(required(hearing).map(({ near }) => keys(near)));
}

function required({ words }: Hearing): WordKeys[] {
  return words.filter(({ isOptional }) => !isOptional).map(keysOf);
}

/** « Elkhatib » is also asked as « Khatib ». */
function keysOf(asked: WordAsked): WordKeys {
  const word = wordAsked(asked);
  const bare = withoutArticle(asked.folded);
  return bare === undefined
    ? word
    : { ...word, near: [...word.near, ...wordAsked({ ...asked, folded: bare, given: bare }).near] };
}

function isWide(hearing: Hearing, { birth }: SearchReading): Condition[] {
  const words = required(hearing);
  const alike = words.map((word) => keys([...word.near, ...word.alike]));
  const allBut = (place: number): Condition[] => alike.filter((_, index) => index !== place);
  const nearly = words.map((word, place) => all([...allBut(place), keys(word.nearly)]));
  return [all(alike), ...(hearing.isJoined ? [] : nearly), ...withOneMissing()];

  function withOneMissing(): Condition[] {
    if (words.length > 2) return words.map((_, place) => all(allBut(place)));
    const isWholeBirth = birth !== null && birth.day !== null && birth.years.length > 0;
    if (words.length < 2 || !isWholeBirth) return [];
    return words.map((_, place) => all([...allBut(place), keys(birthAsked(birth, false))]));
  }
}
