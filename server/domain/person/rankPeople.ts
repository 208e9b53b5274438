import { birthRange, type Birth } from './birth.ts';
import { namesCompared, wordComparison, type Comparison, type Kind, type NamesCompared } from './compareNames.ts';
import type { Match } from './matchWords.ts';
import type { Names } from './person.ts';
import { isPartOf, type BirthAsked } from './searchKeys.ts';
import { hearingsOf, type Hearing, type SearchReading } from './searchReading.ts';

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

const NAMES_SAID: Record<Kind, Match> = {
  SAME: 'mêmes noms',
  BEGINS: 'début du nom',
  WITHIN: 'nom à une particule près',
  SOUNDS: 'même prononciation',
  MAY_SOUND: 'peut se prononcer de même',
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
} as const satisfies Record<string, readonly [cost: number, said: Match]>;
type BirthAgreement = keyof typeof BIRTHS;

export interface Ranked<T> {
  readonly who: T;
  readonly cost: number;
  /** Why she is shown. */
  readonly facts: readonly Match[];
  /** Near enough to be shown when hardly anybody is nearer. */
  readonly isLikely: boolean;
}

/** Between a Mai and somebody born in May, all else being equal, the name that was typed comes first. */
const SAYS_MONTH = 0.2;
const AN_EXACT_NUMBER = -20;
const PART_OF_A_NUMBER = -4;

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
  const heard = namesCompared(who, hearings, compare)
    .map((names) => heardOf(names, who.birth))
    .filter(({ names, born }) => names.asked > 0 || born === 'SAME_MONTH')
    .sort((a, b) => a.cost - b.cost);
  const likely = heard.find(({ names, born }) => isLikely(names, born));
  const nearest = likely ?? heard[0];
  const numbers = numberFacts(who, reading);
  // Figures alone are a birth where they are no number of hers.
  const isBornSo = hearings.length === 0 && reading.birth !== null && !(reading.isBirthOrNumber && numbers.cost < 0);
  const born = nearest?.born ?? (isBornSo ? birthAgreement(reading.birth, who.birth) : null);
  const facts = [
    ...numbers.facts,
    ...(nearest === undefined || nearest.names.asked === 0 ? [] : [NAMES_SAID[nearest.names.worst]]),
    ...(born === null ? [] : [BIRTHS[born][1]]),
  ];
  return {
    who,
    cost: Math.round(((nearest?.cost ?? (born === null ? 0 : BIRTHS[born][0])) + numbers.cost) * 1000) / 1000,
    facts,
    isLikely: likely !== undefined,
  };
}

interface Heard {
  readonly names: NamesCompared;
  readonly born: BirthAgreement | null;
  readonly cost: number;
}

function heardOf(names: NamesCompared, birth: Birth): Heard {
  const { hearing } = names;
  const born = hearing.birth === null ? null : birthAgreement(hearing.birth, birth);
  const cost = names.cost + (born === null ? 0 : BIRTHS[born][0]) + (hearing.saysMonth === true ? SAYS_MONTH : 0);
  return { names, born, cost };
}

function isLikely({ missing, distant, asked }: NamesCompared, born: BirthAgreement | null): boolean {
  if (distant > 1 || (missing > 0 && distant > 0)) return false;
  if (missing === 0) return born !== 'OTHER' || (distant === 0 && asked > 1);
  return missing === 1 && born !== 'OTHER' && (asked > 2 || (asked === 2 && born === 'SAME_DAY'));
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
): { cost: number; facts: Match[] } {
  const exact: Match[] = [];
  const parts: Match[] = [];
  if (who.hasFileNumber && fileNumber !== null) exact.push('même numéro de dossier');
  else if (who.hasFileNumber && fileRank !== null) parts.push('fin du numéro de dossier');
  const alsoPhones = phones.flatMap(({ number }) => number ?? []);
  for (const number of [...numbers, ...alsoPhones]) {
    const [foreigner, ofii] = [who.foreignerNumber?.toLowerCase() ?? '', who.ofiiNumber?.toLowerCase() ?? ''];
    if (foreigner === number) exact.push('même numéro étranger');
    else if (ofii === number) exact.push('même numéro OFII');
    else if (isPartOf(number, foreigner)) parts.push('une partie du numéro étranger');
    else if (isPartOf(number, ofii)) parts.push('une partie du numéro OFII');
  }
  if (who.hasPhone) (phones.length > 0 ? exact : parts).push(phones.length > 0 ? 'même téléphone' : 'fin du téléphone');
  return {
    cost: exact.length > 0 ? AN_EXACT_NUMBER : parts.length > 0 ? PART_OF_A_NUMBER : 0,
    facts: [...exact, ...parts],
  };
}
