import { isParticle, partsOf, withoutArticle, wordsOf, type NamePart } from './nameWords.ts';
import type { Names } from './person.ts';
import { romanise } from './romanise.ts';
import { hearingsOf, type Hearing, type WordAsked } from './searchReading.ts';
import { soundsOf } from './soundKeys.ts';

/** How a name typed agrees with one that is known, the nearest first. What it costs orders those who are found. */
export const KINDS = [
  'SAME',
  'BEGINS',
  'WITHIN',
  'SOUNDS',
  'MAY_SOUND',
  'ALIKE',
  'LETTER',
  'NEARLY',
  'MISSING',
] as const;
export type Kind = (typeof KINDS)[number];
const COSTS: Record<Kind, number> = {
  SAME: 0,
  BEGINS: 0.7,
  WITHIN: 0.6,
  SOUNDS: 1,
  MAY_SOUND: 1.05,
  ALIKE: 1.5,
  LETTER: 1.8,
  NEARLY: 2.6,
  MISSING: 6,
};
const UNASKED_NAME = 0.12;
const OPTIONAL_MISSING = 0.25;
const OTHER_ORDER = 0.15;
const WRITTEN_APART = 0.1;
/** Of a very long name, the first words are compared. */
const MOST_WORDS = 12;

export interface NamesCompared {
  readonly cost: number;
  readonly worst: Kind;
  readonly missing: number;
  /** Names that differ by a letter or by a sound. */
  readonly distant: number;
  readonly asked: number;
  /** The way in which it was heard. */
  readonly hearing: Hearing;
}

/** Compares what was typed, in each way of hearing it, with the names of somebody: the nearest first. */
export function namesCompared(who: Names, hearings: readonly Hearing[], compare: Comparison): NamesCompared[] {
  const parts = partsOf(who.usageName, who.birthName, who.firstNames).filter(({ covers }) => covers < 1 << MOST_WORDS);
  return hearings.map((hearing) => compareNames(hearing, parts, compare)).sort((a, b) => a.cost - b.cost);
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
    hearing,
  };
}

export type Comparison = (asked: WordAsked, part: NamePart) => { readonly kind: Kind; readonly cost: number } | null;

/** Compares a word with a part of a name. Sounds are worked out once a search: many people share their names. */
export function wordComparison(): Comparison {
  const soundsAs = (isJoined: boolean) =>
    remembered((given: string) => {
      const { asked, known, everywhere, rough, roughButOne } = soundsOf(given, { isJoined });
      const isLong = (one: string): boolean => one.length > 2;
      return {
        asked: new Set(asked),
        known: new Set(known),
        askedEverywhere: new Set(everywhere.asked),
        knownEverywhere: new Set(everywhere.known),
        rough: new Set(rough),
        nearly: new Set([...rough, ...roughButOne].filter(isLong)),
      };
    });
  const [sounds, joinedSounds] = [soundsAs(false), soundsAs(true)];
  /** Two scripts have no letter in common: their letters are compared as they are said. */
  const latin = remembered((folded: string) => romanise(folded)[0] ?? folded);
  const compared = new Map<string, ReturnType<Comparison>>();

  return (word, part) => {
    const key = `${word.given}\n${word.isJoined === true}\n${part.given}\n${part.how}`;
    const before = compared.get(key);
    if (before !== undefined) return before;
    const kind = kindOf(word, part);
    const match =
      kind === null ? null : { kind, cost: COSTS[kind] + distanceCost(latin(word.folded), latin(part.folded), kind) };
    compared.set(key, match);
    return match;
  };

  function kindOf(word: WordAsked, part: NamePart): Kind | null {
    const within = part.how === 'WITHIN';
    if (word.folded === part.folded) return within ? 'WITHIN' : 'SAME';
    const bare = withoutArticle(word.folded);
    if (bare === part.folded) return 'WITHIN';
    if (part.folded.startsWith(word.folded)) return within ? 'WITHIN' : 'BEGINS';
    const soundsTyped = word.isJoined === true ? joinedSounds : sounds;
    const [typed, known] = [soundsTyped(word.given), (part.how === 'JOINED' ? joinedSounds : sounds)(part.given)];
    for (const said of bare === undefined ? [typed] : [typed, soundsTyped(bare)]) {
      if (meet(said.askedEverywhere, known.knownEverywhere)) return 'SOUNDS';
      if (meet(said.asked, known.known)) return 'MAY_SOUND';
    }
    if (within) return null;
    const [written, other] = [latin(word.folded), latin(part.folded)];
    const letters = distance(written, other);
    const longest = Math.max(written.length, other.length);
    const isJoined = word.isJoined === true || part.how === 'JOINED';
    const isAlike = letters <= longest / (isJoined ? 3 : 2);
    if (isAlike && (meet(typed.known, known.known) || meet(typed.rough, known.rough))) return 'ALIKE';
    if (letters <= 1 && Math.min(written.length, other.length) >= (isJoined ? 7 : 4)) return 'LETTER';
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

const min = Math.min;

/** Letters to add, to leave out, to change or to swap with their neighbour. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + changed);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

export type NameAgreement = 'SAME' | 'SOUNDS';

/**
 * Whether two descriptions have their names in common: the words of the shorter all stand in the other, or sound like
 * words of it, and there are at least two (or the whole is one word).
 */
export function namesAgree(a: Names, b: Names): NameAgreement | null {
  const [few, many] = [a, b].map(askedBy).sort((x, y) => x.words.length - y.words.length);
  if (few === undefined || many === undefined || few.words.length === 0) return null;
  const needed = few.words.filter(({ isOptional }) => !isOptional).length;
  if (needed < 2 && many.words.length > few.words.length) return null;
  const [nearest] = namesCompared(many.names, hearingsOf(few), wordComparison());
  if (nearest === undefined || nearest.missing > 0) return null;
  const { worst } = nearest;
  return worst === 'SAME'
    ? 'SAME'
    : worst === 'WITHIN' || worst === 'SOUNDS' || worst === 'MAY_SOUND'
      ? 'SOUNDS'
      : null;
}

function askedBy(names: Names): { readonly names: Names; readonly words: WordAsked[] } {
  const all = [names.usageName, names.birthName, names.firstNames].flatMap((name) => wordsOf(name ?? ''));
  const distinct = new Map(all.map(({ folded, given }) => [folded, { folded, given, isOptional: isParticle(folded) }]));
  return { names, words: [...distinct.values()] };
}
