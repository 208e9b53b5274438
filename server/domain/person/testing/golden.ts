import type { Birth } from '../birth.ts';
import { nameSortKey } from '../displayName.ts';
import { asksNothing, readSearch } from '../searchReading.ts';
import { FEW, searchConditions, type Condition } from '../searchConditions.ts';
import { searchKeys } from '../searchKeys.ts';
import { rankPeople, type Searched } from '../rankPeople.ts';
import type { Bearer } from './population.ts';

export interface GoldenPerson extends Bearer {
  readonly origin: string;
  readonly phone: string | null;
  readonly foreignerNumber: string | null;
  readonly ofiiNumber: string | null;
  readonly queries: readonly string[];
}

/** Reads one half of the golden set. */
export function readGolden(text: string): GoldenPerson[] {
  const people: GoldenPerson[] = [];
  let origin = '';
  let told: Record<string, string> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const number = /^# (phone|foreigner|ofii) (.+)$/.exec(line);
    if (number !== null) told[number[1] ?? ''] = number[2] ?? '';
    else if (line.startsWith('# ')) origin = line.slice(2);
    else if (line.startsWith('  ')) (people.at(-1)?.queries as string[] | undefined)?.push(line.trim());
    else {
      const [family, first, birth, usage] = line.split('|').map((part) => part.trim());
      people.push({
        origin,
        birthName: family || null,
        firstNames: first || null,
        usageName: usage || null,
        birth: birth ?? '',
        phone: told['phone'] ?? null,
        foreignerNumber: told['foreigner'] ?? null,
        ofiiNumber: told['ofii'] ?? null,
        queries: [],
      });
      told = {};
    }
  }
  return people;
}

export function birthOf(value: string): Birth {
  if (value === '') return { value: null, precision: 'UNKNOWN' };
  return { value, precision: value.length === 4 ? 'YEAR' : value.length === 7 ? 'MONTH' : 'DAY' };
}

/** Finds as the database does, in memory and by an index of keys: what the pure part of the search is worth alone. */
export function searchAmong(
  people: readonly (Bearer & Partial<Pick<GoldenPerson, 'phone' | 'foreignerNumber' | 'ofiiNumber'>>)[],
  today: string,
): (text: string) => string[] {
  const bearers = new Map<number, number[]>();
  const phones = people.map(({ phone }) => (phone ?? '').replace(/\D/g, '').slice(-9));
  const searched = people.map((one, place): Searched => {
    const birth = birthOf(one.birth);
    const numbers = { foreignerNumber: one.foreignerNumber ?? null, ofiiNumber: one.ofiiNumber ?? null };
    for (const key of searchKeys({ ...one, ...numbers, birth })) {
      const others = bearers.get(key);
      if (others === undefined) bearers.set(key, [place]);
      else others.push(place);
    }
    const id = String(place);
    return { ...one, ...numbers, id, nameSort: nameSortKey(one), birth, hasFileNumber: false, hasPhone: false };
  });
  const find = (condition: Condition): ReadonlySet<number> => {
    if ('all' in condition)
      return condition.all.map(find).reduce((some, others) => new Set([...some].filter((place) => others.has(place))));
    if ('any' in condition) return new Set(condition.any.flatMap((one) => [...find(one)]));
    if ('keys' in condition) return new Set(condition.keys.flatMap((key) => bearers.get(key) ?? []));
    if (!('phone' in condition)) return new Set();
    return new Set(phones.flatMap((phone, place) => (phone !== '' && phone.endsWith(condition.phone) ? [place] : [])));
  };
  const found = (condition: Condition): Searched[] =>
    [...find(condition)].sort((a, b) => a - b).flatMap((place) => searched[place] ?? []);

  return (text) => {
    const reading = readSearch(text, today);
    if (asksNothing(reading)) return [];
    const { near, wide } = searchConditions(reading, today);
    const nearby = found(near);
    if (nearby.length >= FEW || wide === null) return rankPeople(reading, nearby).map(({ who }) => who.id);
    const known = new Set(nearby.map(({ id }) => id));
    const likely = rankPeople(reading, found(wide)).filter(({ who, isLikely }) => isLikely || known.has(who.id));
    return likely.map(({ who }) => who.id);
  };
}

export interface Recall {
  readonly asked: number;
  /** Those among the first five. */
  readonly found: number;
  readonly missed: readonly string[];
}

/** How many of the golden people, the first of the crowd, are among the first five found. */
export function recallOf(golden: readonly GoldenPerson[], search: (text: string) => readonly string[]): Recall {
  const asks = golden.flatMap(({ queries }, index) => queries.map((text) => ({ text, id: String(index) })));
  const missed = asks.filter(({ text, id }) => !search(text).slice(0, 5).includes(id)).map(({ text }) => text);
  return { asked: asks.length, found: asks.length - missed.length, missed };
}
