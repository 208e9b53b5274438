import { birthRange, type Birth } from './birth.ts';
import { isParticle, partsOf, withoutArticle, type NamePart } from './nameWords.ts';
import type { Names } from './person.ts';
import type { BirthAsked } from './searchKeys.ts';
import { hearingsOf, type Hearing, type SearchReading, type WordAsked } from './searchReading.ts';
import { soundsOf } from './soundKeys.ts';

/** Somebody who may be the one looked for. The telephone and the number of the file are compared where they are read. */
export interface Searched extends Names {
  readonly id: string;
  readonly nameSort: string;
  readonly birth: Birth;
  readonly foreignerNumber: string | null;
  readonly ofiiNumber: string | null;
  readonly hasFileNumber: boolean;
  readonly hasPhone: boolean;
}

/** How a name typed agrees with one that is known, the nearest first. What it costs orders those who are found. */
const KINDS = ['SAME', 'BEGINS', 'WITHIN', 'SOUNDS', 'ALIKE', 'LETTER', 'NEARLY', 'MISSING'] as const;
type Kind = (typeof KINDS)[number];
const COSTS: Record<Kind, number> = {
  SAME: 0,
  BEGINS: 0.7,
  WITHIN: 0.6,
  SOUNDS: 1,
  ALIKE: 1.5,
  LETTER: 1.8,
  NEARLY: 2.6,
  MISSING: 6,
};
const NAMES_SAID: Record<Kind, string> = {
  SAME: 'mêmes noms',
  BEGINS: 'début du nom',
  WITHIN: 'nom à une particule près',
  SOUNDS: 'même prononciation',
  ALIKE: 'prononciation proche',
  LETTER: 'une lettre de différence',
  NEARLY: 'prononciation voisine',
  MISSING: 'un nom sans correspondance',
};

/** What a birth that was said adds; one that is the same raises. */
const BIRTHS = {
  SAME_DAY: [-1.8, 'même naissance'],
  SAME_MONTH: [-1.3, 'même mois de naissance'],
  SAME_YEAR: [-1, 'même année de naissance'],
  MAY_BE: [0, 'naissance compatible'],
  UNKNOWN: [0.2, 'naissance inconnue'],
  OTHER_DAY: [1.2, 'même année, autre jour de naissance'],
  OTHER: [3.5, 'autre naissance'],
} as const;
type BirthAgreement = keyof typeof BIRTHS;

export interface Ranked<T> {
  readonly who: T;
  readonly cost: number;
  /** Why she is shown, in French. */
  readonly facts: readonly string[];
  /** Near enough to be shown when hardly anybody is nearer. */
  readonly isLikely: boolean;
}

const AN_EXACT_NUMBER = -20;
const PART_OF_A_NUMBER = -4;
const UNASKED_NAME = 0.12;
const OPTIONAL_MISSING = 0.25;
const OTHER_ORDER = 0.15;
const WRITTEN_APART = 0.1;

/** Those who may be the one looked for, the likeliest first; those alike by name, then by identifier. */
export function rankPeople<T extends Searched>(reading: SearchReading, people: readonly T[]): Ranked<T>[] {
  const compare = wordComparison();
  const hearings = hearingsOf(reading);
  return people
    .map((who) => rank(who, reading, hearings, compare))
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        (a.who.nameSort < b.who.nameSort ? -1 : a.who.nameSort > b.who.nameSort ? 1 : a.who.id < b.who.id ? -1 : 1),
    );
}

function rank<T extends Searched>(
  who: T,
  reading: SearchReading,
  hearings: readonly Hearing[],
  compare: Comparison,
): Ranked<T> {
  const names = hearings.length === 0 ? null : bestNames(who, hearings, compare);
  const born = reading.birth === null || reading.isBirthOrNumber ? null : birthAgreement(reading.birth, who.birth);
  const numbers = numberFacts(who, reading);
  const facts = [
    ...numbers.facts,
    ...(names === null ? [] : [NAMES_SAID[names.worst]]),
    ...(born === null ? [] : [BIRTHS[born][1]]),
  ];
  return {
    who,
    cost: Math.round(((names?.cost ?? 0) + (born === null ? 0 : BIRTHS[born][0]) + numbers.cost) * 1000) / 1000,
    facts,
    isLikely: names !== null && isLikely(names, born),
  };
}

function isLikely({ missing, distant, asked }: NamesCompared, born: BirthAgreement | null): boolean {
  if (distant > 1 || (missing > 0 && distant > 0)) return false;
  if (missing === 0) return born !== 'OTHER' || (distant === 0 && asked > 1);
  return missing === 1 && born !== 'OTHER' && (asked > 2 || (asked === 2 && born === 'SAME_DAY'));
}

interface NamesCompared {
  readonly cost: number;
  readonly worst: Kind;
  readonly missing: number;
  /** Names that differ by a letter or by a sound. */
  readonly distant: number;
  readonly asked: number;
}

function bestNames(who: Names, hearings: readonly Hearing[], compare: Comparison): NamesCompared {
  const parts = partsOf(who.usageName, who.birthName, who.firstNames);
  return hearings
    .map((hearing) => compareNames(hearing, parts, compare))
    .reduce((best, one) => (one.cost < best.cost ? one : best));
}

interface Given {
  readonly cost: number;
  readonly kinds: readonly Kind[];
  readonly covers: readonly number[];
}

/** Gives each word typed a part of the names, none to two words, at the least cost. */
function compareNames(hearing: Hearing, parts: readonly NamePart[], compare: Comparison): NamesCompared {
  const { words } = hearing;
  const known = new Map<string, Given>();
  const give = (index: number, used: number): Given => {
    const word = words[index];
    if (word === undefined) return { cost: 0, kinds: [], covers: [] };
    const key = `${index} ${used}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const without = give(index + 1, used);
    let best: Given = word.isOptional
      ? { ...without, cost: without.cost + OPTIONAL_MISSING }
      : { cost: without.cost + COSTS.MISSING, kinds: ['MISSING', ...without.kinds], covers: without.covers };
    for (const part of parts) {
      if ((part.covers & used) !== 0) continue;
      const match = compare(word, part);
      if (match === null) continue;
      const rest = give(index + 1, used | part.covers);
      const cost = match.cost + rest.cost + (part.how === 'JOINED' ? WRITTEN_APART : 0);
      if (cost < best.cost) best = { cost, kinds: [match.kind, ...rest.kinds], covers: [part.covers, ...rest.covers] };
    }
    known.set(key, best);
    return best;
  };
  const { cost, kinds, covers } = give(0, 0);
  const used = covers.reduce((all, one) => all | one, 0);
  const unasked = parts.filter((part) => part.how === 'WORD' && (part.covers & used) === 0 && !isParticle(part.folded));
  const turns = covers.filter((one, index) => index > 0 && one < (covers[index - 1] ?? 0)).length;
  return {
    cost:
      cost +
      UNASKED_NAME * Math.min(unasked.length, 4) +
      OTHER_ORDER * Math.max(0, turns - 1) +
      (hearing.isJoined ? WRITTEN_APART : 0),
    worst: KINDS[Math.max(0, ...kinds.map((kind) => KINDS.indexOf(kind)))] ?? 'SAME',
    missing: kinds.filter((kind) => kind === 'MISSING').length,
    distant: kinds.filter((kind) => kind === 'LETTER' || kind === 'NEARLY').length,
    asked: words.filter(({ isOptional }) => !isOptional).length,
  };
}

type Comparison = (asked: WordAsked, part: NamePart) => { readonly kind: Kind; readonly cost: number } | null;

/** Compares a word with a part of a name. Sounds are worked out once a search: many people share their names. */
function wordComparison(): Comparison {
  const sounds = remembered((given: string) => {
    const { asked, known, rough, roughButOne } = soundsOf(given);
    const isLong = (one: string): boolean => one.length > 2;
    return {
      asked: new Set(asked),
      known: new Set(known),
      rough: new Set(rough),
      nearly: new Set([...rough, ...roughButOne].filter(isLong)),
    };
  });
  const compared = new Map<string, ReturnType<Comparison>>();

  return (word, part) => {
    const key = `${word.given}\n${part.given}\n${part.how}`;
    const before = compared.get(key);
    if (before !== undefined) return before;
    const kind = kindOf(word, part);
    const match = kind === null ? null : { kind, cost: COSTS[kind] + distanceCost(word.folded, part.folded, kind) };
    compared.set(key, match);
    return match;
  };

  function kindOf(word: WordAsked, part: NamePart): Kind | null {
    const within = part.how === 'WITHIN';
    if (word.folded === part.folded) return within ? 'WITHIN' : 'SAME';
    const bare = withoutArticle(word.folded);
    if (bare === part.folded) return 'WITHIN';
    if (part.folded.startsWith(word.folded)) return within ? 'WITHIN' : 'BEGINS';
    const [typed, known] = [sounds(word.given), sounds(part.given)];
    if (meet(typed.asked, known.known)) return 'SOUNDS';
    if (bare !== undefined && meet(sounds(bare).asked, known.known)) return 'SOUNDS';
    if (within) return null;
    const letters = distance(word.folded, part.folded);
    const longest = Math.max(word.folded.length, part.folded.length);
    const isAlike = letters <= longest / 2;
    if (isAlike && (meet(typed.known, known.known) || meet(typed.rough, known.rough))) return 'ALIKE';
    const isJoined = word.isJoined === true || part.how === 'JOINED';
    if (letters <= 1 && Math.min(word.folded.length, part.folded.length) >= (isJoined ? 7 : 4)) return 'LETTER';
    if (isJoined) return null;
    return letters <= longest * 0.4 && meet(typed.nearly, known.nearly) ? 'NEARLY' : null;
  }
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

function remembered<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = work(word);
    known.set(word, made);
    return made;
  };
}

/** Between two words of one kind, the one that is written the more alike is the nearer. */
function distanceCost(asked: string, known: string, kind: Kind): number {
  if (kind === 'SAME') return 0;
  const longest = Math.max(asked.length, known.length);
  if (kind === 'BEGINS' || kind === 'WITHIN') return (0.3 * (longest - Math.min(asked.length, known.length))) / longest;
  return (0.9 * distance(asked, known)) / longest;
}

/** Letters to add, to leave out, to change or to swap with their neighbour. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + changed);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

function birthAgreement({ years, month, day }: BirthAsked, birth: Birth): BirthAgreement {
  const range = birthRange(birth);
  if (range === null || birth.value === null) return 'UNKNOWN';
  const [year, ofMonth, ofDay] = birth.value.split('-').map(Number);
  const isYear = years.length === 0 || years.includes(year ?? 0);
  if (!isYear) return 'OTHER';
  if (month === null) return 'SAME_YEAR';
  if (ofMonth === undefined) return 'MAY_BE';
  if (ofMonth === month && (day === null || ofDay === day))
    return years.length > 0 && day !== null ? 'SAME_DAY' : 'SAME_MONTH';
  if (ofMonth === month && ofDay === undefined) return 'MAY_BE';
  if (years.length === 0) return 'OTHER';
  // 1 January is written where the day is not known.
  return (ofMonth === 1 && ofDay === 1) || (month === 1 && day === 1) ? 'MAY_BE' : 'OTHER_DAY';
}

function numberFacts(
  who: Searched,
  { numbers, phones, fileNumber, fileRank }: SearchReading,
): { cost: number; facts: string[] } {
  const exact: string[] = [];
  const parts: string[] = [];
  if (who.hasFileNumber && (fileNumber !== null || fileRank !== null)) exact.push('même numéro de dossier');
  for (const number of numbers) {
    const [foreigner, ofii] = [who.foreignerNumber?.toLowerCase() ?? '', who.ofiiNumber?.toLowerCase() ?? ''];
    if (foreigner === number) exact.push('même numéro étranger');
    else if (ofii === number) exact.push('même numéro OFII');
    else if (holds(foreigner, number)) parts.push('une partie du numéro étranger');
    else if (holds(ofii, number)) parts.push('une partie du numéro OFII');
  }
  if (who.hasPhone) (phones.length > 0 ? exact : parts).push(phones.length > 0 ? 'même téléphone' : 'fin du téléphone');
  return {
    cost: exact.length > 0 ? AN_EXACT_NUMBER : parts.length > 0 ? PART_OF_A_NUMBER : 0,
    facts: [...exact, ...parts],
  };
}

function holds(number: string, part: string): boolean {
  return number !== '' && (number.endsWith(part) || number.startsWith(part));
}
