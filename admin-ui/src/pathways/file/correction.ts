import { PERSON_FIELDS } from '../../../../server/contract/labels.ts';
import type { CorrectPathwayInput, FactsInput } from '../../../../server/contract/pathway.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { isPlace } from '../fieldLabels.ts';
import { FACT_KEYS, toFacts, type FactsForm } from '../form/factsForm.ts';
import { toPerson, toPersonForm, type PersonForm } from '../form/personForm.ts';
import type { FieldValue } from '../useFieldText.ts';

export interface CorrectionForm {
  readonly person: PersonForm;
  readonly facts: Partial<FactsForm>;
}

/** One field of a file, by its path (`person.phone`, `facts.cirSignedOn`), and its value. */
export type FieldValues = ReadonlyMap<string, FieldValue>;

const PLACES: ReadonlySet<string> = new Set(PERSON_FIELDS.filter(isPlace).map((key) => `person.${key}`));

/** Every field of a file, normalised the way the form would send it, so that two versions can be compared. */
export function valuesOf(file: FileRecord): FieldValues {
  const person = file.person === null ? [] : entries('person', PERSON_FIELDS, toPerson(toPersonForm(file.person)));
  return new Map([...person, ...entries('facts', FACT_KEYS, file.facts)]);
}

/** The fields that the form changes from what it was opened on. */
export function changedValues(base: FieldValues, form: CorrectionForm): FieldValues {
  const typed = new Map([
    ...entries('person', PERSON_FIELDS, toPerson(form.person)),
    ...entries('facts', FACT_KEYS, toFacts(form.facts)),
  ]);
  return new Map([...typed].filter(([path, value]) => base.has(path) && !isSame(base.get(path), value)));
}

/** Nothing of where the person is, or of what leads to her. */
export function withoutPlaces(values: FieldValues): FieldValues {
  return new Map([...values].filter(([path]) => !PLACES.has(path)));
}

/** The fields that both sides changed, differently: the only ones to choose between. */
export function conflicting(base: FieldValues, mine: FieldValues, theirs: FieldValues): string[] {
  return [...mine.keys()].filter(
    (path) => !isSame(base.get(path), theirs.get(path)) && !isSame(mine.get(path), theirs.get(path)),
  );
}

/** Whether all of it is so already: it was saved, and its answer was lost. */
export function isAlreadyIn(values: FieldValues, now: FieldValues): boolean {
  return [...values].every(([path, value]) => isSame(now.get(path), value));
}

/** What the other one alone changed: it is kept, and told. */
export function changedByTheOther(base: FieldValues, mine: FieldValues, theirs: FieldValues): string[] {
  return [...theirs.keys()].filter((path) => !mine.has(path) && !isSame(base.get(path), theirs.get(path)));
}

/** The body of the correction: only the fields given, shaped like a file. */
export function toPatch(values: FieldValues): CorrectPathwayInput {
  const part = (root: string) =>
    Object.fromEntries(
      [...values]
        .filter(([path]) => path.startsWith(`${root}.`))
        .map(([path, value]) => [path.slice(root.length + 1), value]),
    );
  const person = part('person');
  const facts = part('facts') as FactsInput;
  return {
    ...(Object.keys(person).length > 0 ? { person } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

function entries<Key extends string>(
  root: string,
  keys: readonly Key[],
  values: Partial<Record<Key, FieldValue>>,
): [string, FieldValue][] {
  return keys.map((key) => [`${root}.${key}`, values[key] ?? null]);
}

function isSame(one: FieldValue, other: FieldValue): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
