import { withoutArticle } from './nameWords.ts';
import { birthAsked, numberAsked, wordAsked, type BirthAsked, type WordKeys } from './searchKeys.ts';
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
  const others = [...numbersOf(reading, today), ...reading.phones.map(phoneAsked)];
  const born = reading.isBirthOrNumber ? [] : birthsOf(reading.birth, hearings.length > 0);
  if (hearings.length === 0) return { near: all([...bornOf(born), ...others]), wide: null, births: born };
  const byBirth = [false, true]
    .map((saysMonth) => hearings.filter((hearing) => (hearing.saysMonth ?? false) === saysMonth))
    .filter((some) => some.length > 0);
  return {
    near: all([any(byBirth.map(areNear)), ...others]),
    wide: all([any(hearings.flatMap(isWide)), ...others]),
    births: [...new Set(hearings.flatMap(({ words, birth }) => birthsOf(birth, words.length > 0)))],
  };
}

function birthsOf(birth: BirthAsked | null, withName: boolean): number[] {
  return birth === null ? [] : birthAsked(birth, withName);
}

function bornOf(births: readonly number[]): Condition[] {
  return births.length === 0 ? [] : [keys(births)];
}

/** Hearings of one birth. */
function areNear(hearings: readonly Hearing[]): Condition {
  const named = hearings.filter(({ words }) => words.length > 0);
  const names = named.length === 0 ? [] : [any(named.map(isNear))];
  return all([...names, ...bornOf(birthsOf(hearings[0]?.birth ?? null, named.length > 0))]);
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

function isWide(hearing: Hearing): Condition[] {
  const { birth } = hearing;
  if (hearing.words.length === 0) return bornOf(birthsOf(birth, false));
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
