import { completeFacts, NO_FACTS, type Facts } from '../pathway/facts.ts';
import { birthsCompatible, bornOnFact, type Birth, type BirthPrecision } from '../person/birth.ts';
import type { Person } from '../person/person.ts';
import { PERSON_FIELDS } from '../person/personFields.ts';

/** Which of two files a value is taken from: the one that stays, or the one that goes. */
export const SIDES = ['KEPT', 'OTHER'] as const;
export type Side = (typeof SIDES)[number];

/** One file of two, as they are compared: what it says, and since when it says each field. */
export interface OneOfTwo {
  readonly person: Person;
  readonly facts: Facts;
  /** The instant at which a field was last entered or corrected: `person.phone`, `facts.cirSignedOn`. */
  readonly saidAt: (path: string) => string;
}

export interface FieldOfTwo {
  readonly path: string;
  readonly kept: unknown;
  readonly other: unknown;
  readonly isSame: boolean;
  /** Neither file says anything of it. */
  readonly isSilent: boolean;
  readonly proposed: Side;
}

export type Choices = Readonly<Partial<Record<string, Side>>>;

/** The birth that the facts repeat follows the person's. */
const FACT_FIELDS = (Object.keys(NO_FACTS) as (keyof Facts)[]).filter((fact) => fact !== 'bornOn');

export const MERGED_FIELDS: readonly string[] = [
  ...PERSON_FIELDS.map((field) => `person.${field}`),
  ...FACT_FIELDS.map((fact) => `facts.${fact}`),
];

/** Every field of two files, and which of the two values is proposed. */
export function fieldsOfTwo(kept: OneOfTwo, other: OneOfTwo): FieldOfTwo[] {
  return MERGED_FIELDS.map((path) => {
    const [keptValue, otherValue] = [valueAt(kept, path), valueAt(other, path)];
    const isSame = wordsOf(keptValue) === wordsOf(otherValue);
    const isSilent = isNothing(path, keptValue) && isNothing(path, otherValue);
    return {
      path,
      kept: keptValue,
      other: otherValue,
      isSame,
      isSilent,
      proposed: isSame ? 'KEPT' : propose(path, kept, other),
    };
  });
}

/** A value against nothing; the more precise of two births that agree; the earlier opening; else what was said last. */
function propose(path: string, kept: OneOfTwo, other: OneOfTwo): Side {
  const [keptValue, otherValue] = [valueAt(kept, path), valueAt(other, path)];
  if (isNothing(path, otherValue)) return 'KEPT';
  if (isNothing(path, keptValue)) return 'OTHER';
  if (path === 'person.birth') {
    const [one, two] = [keptValue as Birth, otherValue as Birth];
    if (birthsCompatible(one, two) && PRECISION[one.precision] !== PRECISION[two.precision])
      return PRECISION[one.precision] > PRECISION[two.precision] ? 'KEPT' : 'OTHER';
  }
  // The follow-up began with the first of the two: what was recorded since would come before its own opening.
  if (path === 'facts.caseOpenedOn') return String(otherValue) < String(keptValue) ? 'OTHER' : 'KEPT';
  return other.saidAt(path) > kept.saidAt(path) ? 'OTHER' : 'KEPT';
}

const PRECISION: Record<BirthPrecision, number> = { UNKNOWN: 0, YEAR: 1, MONTH: 2, DAY: 3 };

/** What the file that stays says once merged: of each field the value chosen, or else the one proposed. */
export function mergedFields(kept: OneOfTwo, other: OneOfTwo, choices: Choices): { person: Person; facts: Facts } {
  const person: Record<string, unknown> = { ...kept.person };
  const facts: Record<string, unknown> = { ...kept.facts };
  for (const { path, proposed, other: value } of fieldsOfTwo(kept, other)) {
    if ((choices[path] ?? proposed) === 'KEPT') continue;
    const [kind, field = ''] = path.split('.');
    (kind === 'person' ? person : facts)[field] = value;
  }
  const merged = person as unknown as Person;
  return { person: merged, facts: completeFacts({ ...(facts as Partial<Facts>), bornOn: bornOnFact(merged.birth) }) };
}

function valueAt({ person, facts }: OneOfTwo, path: string): unknown {
  const [kind, field = ''] = path.split('.');
  return ((kind === 'person' ? person : facts) as unknown as Record<string, unknown>)[field] ?? null;
}

/** No, none, zero and « not stated » are what a field says before anybody said anything. */
function isNothing(path: string, value: unknown): boolean {
  if (value === null || value === '' || value === false || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (path === 'person.sex') return value === 'X';
  return path === 'person.birth' && (value as Birth).value === null;
}

function wordsOf(value: unknown): string {
  return value === null || value === '' ? '' : JSON.stringify(value, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
