import type { Birth } from './birth.ts';
import { isParticle, partsOf } from './nameWords.ts';
import type { Person } from './person.ts';
import { soundsOf, withOneLess, type Sounds } from './soundKeys.ts';

/**
 * Raised when the rules of keys change: everybody’s are then written again, at the next start. A test notices when they
 * change without it.
 */
export const SEARCH_RULES = 2;

/** The longest beginning of a word that is kept. */
const LONGEST_BEGINNING = 16;
/** Words of which one letter may be another. */
const [SHORTEST_SLIP, LONGEST_SLIP] = [4, 8];
/** The shortest part of a number that is looked for. */
export const SHORTEST_PART = 4;

const imul = Math.imul;

/**
 * A key as it is stored and asked: 53 bits of it, as many as a number holds. Shorter than words and not to be read as one;
 * two keys meet by chance in less than one search of a million among a million people.
 */
export function hashed(key: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    high = imul(high ^ code, 0x9e3779b1);
    low = imul(low ^ code, 0x5f356495);
  }
  high = imul(high ^ (high >>> 16), 0x85ebca6b) ^ imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = imul(low ^ (low >>> 16), 0x85ebca6b) ^ imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x100000000 * (low & 0x1fffff) + (high >>> 0);
}

const beginning = (text: string): string => `p${text.slice(0, LONGEST_BEGINNING)}`;
const sound = (key: string): string => `s${key}`;
const rough = (key: string): string => `r${key}`;
const roughButOne = (key: string): string => `o${key}`;

type Found = Pick<Person, 'birthName' | 'usageName' | 'firstNames' | 'birth' | 'foreignerNumber' | 'ofiiNumber'>;

/** Everything by which a person is found, to be stored with her. Where she is, and how she is called by telephone, is none of it. */
export function searchKeys(person: Found): number[] {
  const others = [...birthKeys(person.birth), ...numberKeys(person.foreignerNumber), ...numberKeys(person.ofiiNumber)];
  const keys = [...nameKeys(person.usageName, person.birthName, person.firstNames), ...others.map(hashed)];
  return [...new Set(keys)].sort((a, b) => a - b);
}

/** The keys of names alone. */
export function nameKeys(...names: readonly (string | null)[]): number[] {
  return partsOf(...names)
    .flatMap(({ folded, given, how }) => [
      ...beginnings(folded),
      ...soundKeysOf(soundsOf(given, { isJoined: how === 'JOINED' })),
      ...(how === 'WITHIN' || isParticle(folded) ? [] : slips(folded)),
    ])
    .map(hashed);
}

function soundKeysOf({ known, rough: roughly, roughButOne: less }: Sounds): string[] {
  return [...known.map(sound), ...roughly.map(rough), ...less.map(roughButOne)];
}

/** Short words have too few consonants to be told apart by them: they are also kept with a letter less. */
function slips(folded: string): string[] {
  const { length } = folded;
  return length < SHORTEST_SLIP || length > LONGEST_SLIP
    ? []
    : [folded, ...withOneLess(folded)].map((less) => `l${less}`);
}

function beginnings(folded: string): string[] {
  const letters = [...folded].slice(0, LONGEST_BEGINNING);
  return letters.map((_, index) => beginning(letters.slice(0, index + 1).join('')));
}

/** Ten figures are a whole foreigner number: they are no part of another. */
const WHOLE = /^\d{10}$/;

/** A number whole, from four of its last figures on, and from six of its first ones on. */
function numberKeys(number: string | null): string[] {
  const text = number?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? '';
  const keys: string[] = text.length < SHORTEST_PART ? [] : [`e${text}`];
  for (let length = SHORTEST_PART; length < text.length; length += 1) {
    const [end, start] = [text.slice(-length), text.slice(0, length)];
    if (!WHOLE.test(end)) keys.push(`e${end}`);
    if (length >= SHORTEST_PART + 2 && !WHOLE.test(start)) keys.push(`n${start}`);
  }
  return keys;
}

/** Whether a number is a part of another that is known: its end or its beginning. */
export function isPartOf(part: string, number: string): boolean {
  return number !== '' && !WHOLE.test(part) && (number.endsWith(part) || number.startsWith(part));
}

/** What is known of a birth, and how little when it is little: 1 January is what is written where the day is not known. */
function birthKeys({ value, precision }: Birth): string[] {
  if (value === null) return ['b?'];
  const [year = '', month = '', day = ''] = value.split('-');
  if (precision === 'YEAR') return [`b${year}`, `y${year}`];
  if (precision === 'MONTH') return [`b${year}`, `b${year}-${month}`, `m${year}-${month}`];
  return [
    `b${year}`,
    `b${year}-${month}`,
    `b${value}`,
    `a${month}-${day}`,
    ...(month === '01' && day === '01' ? [`y${year}`] : []),
  ];
}

/** A birth as far as it was said: the years that two figures may be, a month, a day. */
export interface BirthAsked {
  readonly years: readonly number[];
  readonly month: number | null;
  readonly day: number | null;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Births that agree with what was said: those known as well, and, with a name, those of which less is known. */
export function birthAsked({ years, month, day }: BirthAsked, withName: boolean): number[] {
  const lesser = (keys: string[]): string[] => (withName ? keys : []);
  const keys =
    month === null
      ? years.map((year) => `b${year}`)
      : years.length === 0
        ? [`a${two(month)}-${two(day ?? 0)}`]
        : years.flatMap((year) =>
            day === null
              ? [`b${year}-${two(month)}`, ...lesser([`y${year}`])]
              : [
                  `b${year}-${two(month)}-${two(day)}`,
                  ...lesser([`m${year}-${two(month)}`, `y${year}`]),
                  ...lesser(month === 1 && day === 1 ? [`b${year}`] : []),
                ],
          );
  return [...keys, ...lesser(['b?'])].map(hashed);
}

/** A word typed, or two of them heard as one. */
interface Word {
  readonly folded: string;
  readonly given: string;
  readonly isJoined?: boolean;
}

/** The keys of a word typed, from those nearest to it to those that only resemble it. */
export interface WordKeys {
  /** What begins like it, or sounds like it. */
  readonly near: readonly number[];
  /** What does to a careless ear. */
  readonly alike: readonly number[];
  /** What differs from it by a letter or a sound. */
  readonly nearly: readonly number[];
}

export function wordAsked({ folded, given, isJoined = false }: Word): WordKeys {
  const { asked, known, rough: roughly, roughButOne: less } = soundsOf(given, { isJoined });
  return {
    near: [beginning(folded), ...asked.map(sound)].map(hashed),
    alike: [...known.map(sound), ...roughly.map(rough)].map(hashed),
    nearly: [...roughly.map(roughButOne), ...less.map(rough), ...less.map(roughButOne), ...slips(folded)].map(hashed),
  };
}

/** A number, or the end or the beginning of one. */
export function numberAsked(number: string): number[] {
  const text = number.toLowerCase();
  return [`e${text}`, ...(text.length >= SHORTEST_PART + 2 ? [`n${text}`] : [])].map(hashed);
}
