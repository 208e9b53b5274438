import type { Actor } from '../../domain/access/actor.ts';
import type { Birth } from '../../domain/person/birth.ts';
import { rankPeople, type Ranked, type Searched } from '../../domain/person/rankPeople.ts';
import { FEW, searchConditions, type Condition } from '../../domain/person/searchConditions.ts';
import { asksNothing, readSearch, type SearchReading } from '../../domain/person/searchReading.ts';
import type { Db } from '../../platform/database/db.ts';
import { inReach, isOneOf, ofFiles, ofPhone, toSql, type Parameter, type PhoneCondition } from './conditionSql.ts';

/** Among those near, how many are compared: the ones whose names are written as typed first. */
const MOST_NEAR = 120;
/** Among those who only resemble. */
const MOST_WIDE = 250;

/** Who is found by what was typed: a condition where they are many, else the people themselves, the likeliest first. */
export type WhoIsFound =
  | {
      readonly condition: (person: string, parameter: Parameter) => string;
      readonly likeliest: readonly Ranked<Searched>[];
    }
  | { readonly condition: null; readonly likeliest: readonly Ranked<Searched>[] };

/**
 * People in reach who are found by a text. A search shows the likeliest, a list filters by all of them: they are the same
 * people. What is lent for reading (a file handed over, an emergency) is not looked for: it would tell where the person
 * went. A sealed person is looked for by whoever holds that right.
 */
export async function whoIsFound(db: Db, actor: Actor, text: string, today: string): Promise<WhoIsFound> {
  const reading = readSearch(text, today);
  if (asksNothing(reading)) return { condition: null, likeliest: [] };
  const { near, wide, births } = searchConditions(reading, today);
  const find = (condition: Condition, order: (parameter: Parameter) => string, limit: number): Promise<Searched[]> =>
    findPeople(db, actor, { condition, order, limit });

  const nearby = await find(near, (parameter) => writtenAlike(reading, parameter), MOST_NEAR);
  if (nearby.length === MOST_NEAR)
    return {
      condition: (person, parameter) => toSql(near, person, parameter),
      likeliest: rankPeople(reading, nearby),
    };
  if (nearby.length >= FEW || wide === null) return { condition: null, likeliest: rankPeople(reading, nearby) };
  const known = new Set(nearby.map(({ id }) => id));
  const resembling = await find(wide, (parameter) => resemblance(reading, births, parameter), MOST_WIDE);
  const others = resembling.filter(({ id }) => !known.has(id));
  const likeliest = rankPeople(reading, [...nearby, ...others]).filter(
    ({ who, isLikely }) => isLikely || known.has(who.id),
  );
  return { condition: null, likeliest };
}

interface Question {
  readonly condition: Condition;
  readonly order: (parameter: Parameter) => string;
  readonly limit: number;
}

interface Line {
  id: string;
  name_sort: string;
  birth_name: string | null;
  usage_name: string | null;
  first_names: string | null;
  birth_value: string | null;
  birth_precision: Birth['precision'];
  foreigner_number: string | null;
  ofii_number: string | null;
  has_file_number: boolean;
  has_phone: boolean;
}

async function findPeople(db: Db, actor: Actor, { condition, order, limit }: Question): Promise<Searched[]> {
  const parameters: unknown[] = [];
  const parameter: Parameter = (value) => `$${parameters.push(value)}`;
  const phones = phonesOf(condition);
  const fileNumbers = fileNumbersOf(condition);
  const lines = await db.query<Line>(
    `select pe.id, pe.name_sort, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.foreigner_number,
       pe.ofii_number,
       ${isOneOf('pe', fileNumbers.length === 0 ? [] : [ofFiles(parameter(fileNumbers))])} as has_file_number,
       ${isOneOf(
         'pe',
         phones.map((phone) => ofPhone(phone, parameter)),
       )} as has_phone
     from people pe
     where ${inReach(actor, parameters)} and ${toSql(condition, 'pe', parameter)}
     order by ${order(parameter)} pe.name_sort, pe.id
     limit ${limit}`,
    parameters,
  );
  return lines.map((line) => ({
    id: line.id,
    nameSort: line.name_sort,
    birthName: line.birth_name,
    usageName: line.usage_name,
    firstNames: line.first_names,
    birth: { value: line.birth_value, precision: line.birth_precision } as Birth,
    foreignerNumber: line.foreigner_number,
    ofiiNumber: line.ofii_number,
    hasFileNumber: line.has_file_number,
    hasPhone: line.has_phone,
  }));
}

/** Each telephone once: the conditions of several hearings repeat them. */
function phonesOf(condition: Condition): PhoneCondition[] {
  if ('all' in condition) return distinct(condition.all.flatMap(phonesOf));
  if ('any' in condition) return distinct(condition.any.flatMap(phonesOf));
  return 'phone' in condition ? [condition] : [];
}

function distinct(phones: readonly PhoneCondition[]): PhoneCondition[] {
  return [...new Map(phones.map((one) => [one.phone, one])).values()];
}

function fileNumbersOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(fileNumbersOf);
  if ('any' in condition) return condition.any.flatMap(fileNumbersOf);
  return 'fileNumbers' in condition ? condition.fileNumbers : [];
}

/** Whole words first, then beginnings: only to look at the likeliest of very many. */
function writtenAlike({ words }: SearchReading, parameter: Parameter): string {
  if (words.length === 0) return '';
  const points = words.map(({ folded }) => {
    const [whole, begun] = [parameter(`% ${folded} %`), parameter(`% ${folded}%`)];
    return `(case when ' ' || pe.search_text || ' ' like ${whole} then 2 when ' ' || pe.search_text like ${begun} then 1 else 0 end)`;
  });
  return `${points.join(' + ')} desc,`;
}

/** Births that agree first, then texts that have the most in common. */
function resemblance({ words }: SearchReading, births: readonly number[], parameter: Parameter): string {
  const born = births.length === 0 ? '' : `pe.search_keys && ${parameter(births)}::bigint[] desc, `;
  return `${born}word_similarity(${parameter(words.map(({ folded }) => folded).join(' '))}, pe.search_text) desc,`;
}
