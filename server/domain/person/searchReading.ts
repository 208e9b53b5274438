import { cleanText } from './cleanText.ts';
import { foldName } from './foldName.ts';
import { isParticle, isTitle, joinedParts, wordsOf, type NamePart } from './nameWords.ts';
import { SHORTEST_PART, type BirthAsked } from './searchKeys.ts';

/** A text typed to find somebody, as it is understood. Everything in it has to agree with whoever is found. */
export interface SearchReading {
  readonly words: readonly WordAsked[];
  readonly birth: BirthAsked | null;
  /** One of the words, when a year follows it and it may be the month: « mai 1994 » is also a Mai born in 1994. */
  readonly monthOrName: { readonly word: WordAsked; readonly month: number } | null;
  /** Of a foreigner or OFII number, whole or a part of it; its figures may be of a telephone. */
  readonly numbers: readonly string[];
  readonly phones: readonly PhoneAsked[];
  readonly fileNumber: string | null;
  /** Figures alone that may be the rank of a file. */
  readonly fileRank: string | null;
  /** Four figures alone may be a year or the end of a number; six, a day or a part of one. */
  readonly isBirthOrNumber: boolean;
}

/** A whole telephone. */
export interface PhoneAsked {
  /** Its last nine figures, by which it is looked for. */
  readonly end: string;
  /** All its figures, as they may have been written: a number of another country that ends alike is not the same. */
  readonly written: readonly string[];
  /** The same figures as they were typed, when they may be a foreigner number. */
  readonly number: string | null;
}

export interface WordAsked {
  readonly folded: string;
  readonly given: string;
  /** Whether whoever is found may lack it: an article, the « M. » of a form. */
  readonly isOptional: boolean;
  /** Two words, heard as one. */
  readonly isJoined?: true;
}

const MONTHS: readonly RegExp[] = [
  /^janv?(?:ier)?$/,
  /^fevr?(?:ier)?$/,
  /^mars$/,
  /^avr(?:il)?$/,
  /^mai$/,
  /^juin$/,
  /^juil(?:let)?$/,
  /^aout$/,
  /^sept?(?:embre)?$/,
  /^oct(?:obre)?$/,
  /^nov(?:embre)?$/,
  /^dec(?:embre)?$/,
];
const FILE_NUMBER = /(?<![\p{L}\p{N}])(?:j\s?(\d{2})[\s–—-]*(\d{1,6}(?:-\d+)*)|(\d{2})-(\d{6}))(?![\p{L}\p{N}])/iu;
/** Of France: with its 0, or with its country. */
const PHONE =
  /((?:\+|(?<!\d)00)\s?33[\s.()-]*0?[\s.()-]*|(?<![\d+])0|(?<![\d+])33)([1-9](?:[\s.-]?\d{2}){4})(?![\p{L}\p{N}])/u;
/** Of another country: « + » and its figures, or 00 and more of them than a foreigner number has. */
const PHONE_ABROAD = /(?:\+\s?|(?<![\p{L}\p{N}])00\s?(?=[1-9](?:[\s.()-]*\d){9}))([1-9](?:[\s.()-]*\d){7,14})(?!\d)/u;
const OFII_IN_GROUPS = /(?<![\p{L}\p{N}])(\d{2})[\s.-]?(\p{L})[\s.-]?(\d{4})[\s.-]?(\d{4})(?![\p{L}\p{N}])/u;
const NUMERIC_DATE =
  /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)|(?<![\d])(\d{2}) (\d{2}) (\d{4})(?![\d])/;
const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/;
const MONTH_AND_YEAR = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/;
const DAY_AND_MONTH = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/.-])/;
const EIGHT_FIGURES = /(?<![\p{L}\p{N}])(\d{2})(\d{2})((?:19|20)\d{2})(?![\p{L}\p{N}])/u;
/** Figures written in groups are one number, from six of them on beside a name. */
const FEWEST_IN_GROUPS = 6;
const GROUPS = /(?<![\p{L}\p{N}])\d+(?:[ .\u00a0]\d+)+(?![\p{L}\p{N}])/gu;
/** « née le 12 », « vers 1990 »: said of the birth, and no name. */
const BEFORE_A_BIRTH = /(?<![\p{L}\p{N}])(?:n[ée]e?|le|en|du|vers|environ)\s+(?=(?:(?:le|en|vers|environ)\s+)?\d)/giu;
const SAYS_BORN = /(?<![\p{L}\p{N}])(?:n[ée]e?|en|vers|environ)\s+\d/iu;
/** « N° étranger », « tél. »: what a number is, said before it, and no name. */
const BEFORE_A_NUMBER =
  /(?<![\p{L}\p{N}])(?:dossier|n[°º]?|№|num(?:[ée]ro)?|t[ée]l(?:[ée]phone)?|portable|mobile|ofii|agdref|fne|[ée]tranger)\s*[.:°º]?\s*(?=\+|\d|j\s?\d{2})/giu;
const AGE = /(?<![\p{L}\p{N}])(?:âg[ée]e?\s+de\s+)?(\d{1,3})\s?ans(?![\p{L}\p{N}])/iu;
/** « 6juin90 », « diallo1990 »: typed without the space. */
const GLUED = /(?<![\p{L}\p{N}])(\d{0,2})(\p{L}{2,})((?:19|20)\d{2}|\d{2})?(?![\p{L}\p{N}])/gu;
/** Three groups, or six figures, are a day beside a name; alone they may be of a number. */
const SPACED_DATE = /(?<!\d[\s.]?)(\d{1,2}) (\d{1,2}) (\d{2})(?![\s.]?\d)/;
const SIX_FIGURES = /(?<![\p{L}\p{N}])(\d{2})(\d{2})(\d{2})(?![\p{L}\p{N}])/u;
const MONTH_AND_SHORT_YEAR = /(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](\d{2})(?![\d/.-])/;
/** « née », « veuve »: between the names that one person bears. */
const BETWEEN_NAMES = new Set('ne nee epouse epse ep veuve vve alias dit dite'.split(' '));
const OLDEST = 1900;
const LAST_MONTH = 12;
const LAST_DAY = 31;

/** Reads what was typed: names in any order, a birth as far as it is known, a telephone, a number. */
export function readSearch(typed: string, today: string): SearchReading {
  const thisYear = Number(today.slice(0, 4));
  const clean = withoutLabels(cleanText(typed)).replace(/(?<!\d)1 er(?= )/gi, '1er');
  const saysBorn = SAYS_BORN.test(clean);
  let text = ` ${clean.replace(BEFORE_A_BIRTH, '').replace(GLUED, unglued)} `;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(text);
    if (match !== null) text = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return match;
  };

  const file = take(FILE_NUMBER);
  const fileNumber = file === null ? null : `J${file[1] ?? file[3] ?? ''}-${paddedRank(file[2] ?? file[4] ?? '')}`;
  const phones: PhoneAsked[] = [];
  for (let match = take(PHONE); match !== null; match = take(PHONE)) phones.push(ofFrance(match));
  for (let match = take(PHONE_ABROAD); match !== null; match = take(PHONE_ABROAD))
    phones.push(ofAbroad(match[1] ?? ''));
  const inGroups = take(OFII_IN_GROUPS);
  let month: number | null = null;
  let birth = readBirth();
  // Two groups of two may be years beside a name; alone they end a telephone.
  const fewest = /\p{L}/u.test(text) ? FEWEST_IN_GROUPS : SHORTEST_PART;
  text = text.replace(GROUPS, (groups) => (figures(groups).length >= fewest ? figures(groups) : groups));

  const numbers: string[] = inGroups === null ? [] : [inGroups.slice(1).join('').toLowerCase()];
  const years: number[] = [];
  const words: WordAsked[] = [];
  const tokens = wordsOf(text);
  const hasName = tokens.some(({ folded }) => /\p{L}/u.test(folded) && !/\d/.test(folded));
  for (const { folded, given } of tokens) {
    if (!/\d/.test(folded))
      words.push({
        folded,
        given,
        isOptional: isParticle(folded) || folded === 'm' || BETWEEN_NAMES.has(folded),
      });
    else if (birth === null && isYear(folded)) years.push(...yearsOf(folded, thisYear));
    else if (folded.length >= SHORTEST_PART) numbers.push(folded);
  }
  const alone = tokens[0]?.folded ?? '';
  const isAlone =
    tokens.length === 1 && birth === null && fileNumber === null && phones.length === 0 && inGroups === null;
  const dayOrNumber = isAlone ? readSixFigures(alone) : null;
  const isBirthOrNumber = isAlone && (dayOrNumber !== null || (years.length > 0 && alone.length === 4));
  if (years.length > 0) birth = { years, month: null, day: null };
  const named = words.find(({ folded }) => month !== null && monthOf(folded) === month);
  if (isBirthOrNumber && dayOrNumber === null) numbers.push(alone);
  return {
    words: withoutTitles(words),
    birth: dayOrNumber ?? birth,
    monthOrName: month === null || named === undefined || years.length === 0 ? null : { word: named, month },
    numbers,
    phones,
    fileNumber,
    fileRank: isAlone && /^\d{1,6}$/.test(alone) ? paddedRank(alone) : null,
    isBirthOrNumber,
  };

  function isYear(token: string): boolean {
    if (/^\d{2}$/.test(token)) return hasName || saysBorn;
    return /^(?:19|20)\d{2}$/.test(token) && Number(token) <= thisYear;
  }

  function readBirth(): BirthAsked | null {
    const full = take(NUMERIC_DATE);
    if (full !== null) {
      const [day, month, year] = full.slice(full[1] === undefined ? 4 : 1);
      // « 90-06-12 » begins with the year.
      if (Number(day) > LAST_DAY) return asked(yearsOf(day ?? '', thisYear), Number(month), Number(year));
      return asked(yearsOf(year ?? '', thisYear), Number(month), Number(day));
    }
    const iso = take(ISO_DATE);
    if (iso !== null) return asked([Number(iso[1])], Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
    const month = take(MONTH_AND_YEAR);
    if (month !== null) return asked([Number(month[2])], Number(month[1]), null);
    const eight = EIGHT_FIGURES.exec(text);
    if (eight !== null && isDay(Number(eight[2]), Number(eight[1]))) {
      take(EIGHT_FIGURES);
      return asked([Number(eight[3])], Number(eight[2]), Number(eight[1]));
    }
    return readShortBirth() ?? readWrittenMonth() ?? readAge();
  }

  /** « 06/90 », « 12/06 », « 6 6 90 », « 120690 ». */
  function readShortBirth(): BirthAsked | null {
    const short = MONTH_AND_SHORT_YEAR.exec(text);
    if (short !== null && Number(short[2]) > LAST_MONTH) {
      take(MONTH_AND_SHORT_YEAR);
      return asked(yearsOf(short[2] ?? '', thisYear), Number(short[1]), null);
    }
    const day = take(DAY_AND_MONTH);
    if (day !== null) return asked([], Number(day[2]), Number(day[1]));
    for (const pattern of [SPACED_DATE, SIX_FIGURES]) {
      const match = pattern.exec(text);
      if (match === null || !isDay(Number(match[2]), Number(match[1]))) continue;
      if (figures(match[0]).length === 6 && !/\p{L}{2}/u.test(text)) continue;
      take(pattern);
      return asked(yearsOf(match[3] ?? '', thisYear), Number(match[2]), Number(match[1]));
    }
    return null;
  }

  /** « 210594 » alone. */
  function readSixFigures(alone: string): BirthAsked | null {
    const [, day, month, year = ''] = SIX_FIGURES.exec(alone) ?? [];
    return isDay(Number(month), Number(day)) ? asked(yearsOf(year, thisYear), Number(month), Number(day)) : null;
  }

  /** « 36 ans »: born in one of two years. */
  function readAge(): BirthAsked | null {
    const born = thisYear - Number(take(AGE)?.[1] ?? Number.NaN);
    return born >= OLDEST ? { years: [born, born - 1], month: null, day: null } : null;
  }

  /** « 12 juin 1990 », « le 1er juin », « en mai 94 ». Of « mai 94 », the word is kept: it may be a name. */
  function readWrittenMonth(): BirthAsked | null {
    const tokens = text.trim().split(' ');
    const around = (place: number) => ({
      place,
      month: monthOf(foldName(tokens[place] ?? '')),
      day: /^(\d{1,2})(?:er)?$/i.exec(tokens[place - 1] ?? '')?.[1],
      year: /^(\d{4}|\d{2})$/.exec(tokens[place + 1] ?? '')?.[1],
      isSaid: /^en$/i.test(tokens[place - 1] ?? ''),
    });
    const months = tokens.map((_, place) => around(place)).filter((one) => one.month > 0);
    const certain = months.find(({ day, year, isSaid }) => day !== undefined || (isSaid && year !== undefined));
    if (certain === undefined) {
      month = months.find(({ year }) => year !== undefined)?.month ?? null;
      return null;
    }
    const { place, day, year } = certain;
    const from = day === undefined ? place : place - 1;
    const before = /^(?:le|en|du)$/i.test(tokens[from - 1] ?? '') ? from - 1 : from;
    tokens.splice(before, (year === undefined ? place : place + 1) - before + 1);
    text = ` ${tokens.join(' ')} `;
    return asked(
      year === undefined ? [] : yearsOf(year, thisYear),
      certain.month,
      day === undefined ? null : Number(day),
    );
  }
}

/** The month that a folded word says, from 1 on; 0 when it says none. */
function monthOf(folded: string): number {
  return MONTHS.findIndex((month) => month.test(folded)) + 1;
}

function withoutLabels(text: string): string {
  const without = text.replace(BEFORE_A_NUMBER, '');
  return without === text ? text : withoutLabels(without);
}

function unglued(whole: string, day: string, letters: string, year: string | undefined): string {
  const isMonth = monthOf(foldName(letters)) > 0;
  if (day === '' ? year === undefined : !isMonth) return whole;
  return [day, letters, year ?? ''].join(' ').trim();
}

function ofFrance([, before = '', typed = '']: RegExpExecArray): PhoneAsked {
  const end = figures(typed);
  return {
    end,
    written: [`0${end}`, `33${end}`, `0033${end}`, end],
    number: before === '0' || before === '33' ? `${before}${end}` : null,
  };
}

function ofAbroad(typed: string): PhoneAsked {
  const all = figures(typed.replace('(0)', ''));
  return { end: all.slice(-9), written: [all, `00${all}`], number: null };
}

/** A month or a day that no calendar has says nothing: the year is kept. */
function asked(years: readonly number[], month: number, day: number | null): BirthAsked | null {
  if (isDay(month, day ?? 1)) return { years, month, day };
  return years.length === 0 ? null : { years, month: null, day: null };
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();
}

/** The years that four or two figures say: « 90 » is 1990; « 08 » is 2008, or 1908. */
function yearsOf(text: string, thisYear: number): number[] {
  if (text.length === 4) return [Number(text)];
  return [2000 + Number(text), 1900 + Number(text)].filter((year) => year <= thisYear && year >= OLDEST);
}

function figures(text: string): string {
  return text.replace(/\D/g, '');
}

function paddedRank(rank: string): string {
  const [first = '', ...copies] = rank.split('-');
  return [first.padStart(6, '0'), ...copies].join('-');
}

function withoutTitles(words: readonly WordAsked[]): WordAsked[] {
  const names = words.filter(({ folded }) => !isTitle(folded));
  return names.length === 0 ? [...words] : names;
}

/** One way of hearing what was typed: each word alone, or two of them as one name; a month as a name, or as a birth. */
export interface Hearing {
  readonly words: readonly WordAsked[];
  readonly isJoined: boolean;
  readonly birth: BirthAsked | null;
  /** Whether a word was heard as the month of birth. */
  readonly saysMonth?: true;
}

const MOST_WORDS = 8;

type Heard = Pick<SearchReading, 'words'> & Partial<Pick<SearchReading, 'birth' | 'monthOrName' | 'isBirthOrNumber'>>;

/** The ways of hearing what was typed, the one typed first; none without a name. Where all words may lack, none may. */
export function hearingsOf(reading: Heard): Hearing[] {
  const { words, birth = null, monthOrName = null, isBirthOrNumber = false } = reading;
  const asNames = hearingsOfWords(words, isBirthOrNumber ? null : birth);
  if (birth === null || monthOrName === null) return asNames;
  const others = words.filter((word) => word !== monthOrName.word);
  const born = { ...birth, month: monthOrName.month };
  const asMonth = others.length === 0 ? [{ words: [], isJoined: false, birth: born }] : hearingsOfWords(others, born);
  return [...asNames, ...asMonth.map((hearing) => ({ ...hearing, saysMonth: true as const }))];
}

function hearingsOfWords(typed: readonly WordAsked[], birth: BirthAsked | null): Hearing[] {
  const words = typed.slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const joined = joinedParts(words).map(({ folded, given, covers }: NamePart) => {
    const first = 31 - Math.clz32(covers & -covers);
    const count = 32 - Math.clz32(covers) - first;
    return {
      words: [
        ...words.slice(0, first),
        { folded, given, isOptional: false, isJoined: true as const },
        ...words.slice(first + count),
      ],
      isJoined: true,
      birth,
    };
  });
  return [{ words, isJoined: false, birth }, ...joined].map(required);
}

function required(hearing: Hearing): Hearing {
  if (hearing.words.some(({ isOptional }) => !isOptional)) return hearing;
  return { ...hearing, words: hearing.words.map((word) => ({ ...word, isOptional: false })) };
}

/** Whether anything was typed by which somebody may be found. */
export function asksNothing({ words, birth, numbers, phones, fileNumber, fileRank }: SearchReading): boolean {
  return (
    words.length === 0 &&
    birth === null &&
    numbers.length === 0 &&
    phones.length === 0 &&
    fileNumber === null &&
    fileRank === null
  );
}
