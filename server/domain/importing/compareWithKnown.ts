import type { Facts } from '../pathway/facts.ts';
import { bornOnFact } from '../person/birth.ts';
import { departmentOfPostcode } from '../person/department.ts';
import { foldName } from '../person/foldName.ts';
import type { Person } from '../person/person.ts';
import type { ImportedPathway } from './becomes.ts';
import { COLUMNS } from './columns.ts';
import { compareFacts, openingDayChange } from './compareFacts.ts';
import { comparePerson, mergeAddress } from './comparePerson.ts';
import { compareSteps, type KeptDays } from './compareSteps.ts';
import { isCorrected, NOTHING, type Difference } from './difference.ts';
import type { Comparison, Conflict, KnownPathway, ProposedChange } from './knownPathway.ts';

/**
 * What a line changes to a person already known. An empty cell changes nothing; a value that a hand has corrected since
 * is kept, and listed as a conflict; everything else that differs is an update.
 */
export function compareWithKnown(known: KnownPathway, imported: ImportedPathway): Comparison {
  const person = split(comparePerson(known, imported));
  const facts = split(compareFacts(known, imported));
  const steps = split(compareSteps(known, imported, keptDays(known.facts, facts.kept)));
  const structure = split(compareStructure(known, imported));

  const personChanges = changesOfPerson(known, person.taken);
  const factChanges = changesOfFacts(known, facts.taken, personChanges);
  const changes = [person, facts, steps, structure].flatMap(({ taken }) => taken.map(toChange));
  return {
    outcome: changes.length === 0 ? 'UNCHANGED' : 'UPDATE',
    personChanges,
    factChanges,
    eventsToAdd: steps.taken.map(({ change }) => change),
    structureChange: structure.taken[0]?.change ?? null,
    departmentChange: departmentChange(known.person, personChanges),
    changes,
    conflicts: [person, facts, steps, structure].flatMap(({ kept }) =>
      kept.map((difference) => toConflict(imported.line, difference)),
    ),
  };
}

function split<T>(differences: readonly Difference<T>[]) {
  return { taken: differences.filter(({ byHand }) => !byHand), kept: differences.filter(({ byHand }) => byHand) };
}

/** The days of a signature or of a card that a hand has corrected: they date the steps, whatever the list says. */
function keptDays({ cirSignedOn, firstPermitOn }: Facts, kept: readonly Difference<unknown>[]): KeptDays {
  const isKept = (path: string) => kept.some((difference) => difference.path === path);
  return {
    ...(cirSignedOn !== null && isKept('facts.cirSignedOn') ? { cirSignedOn } : {}),
    ...(firstPermitOn !== null && isKept('facts.firstPermitOn') ? { firstPermitOn } : {}),
  };
}

/** A file followed by nobody goes to the structure named; another structure than the one named is kept when a hand assigned it. */
function compareStructure(known: KnownPathway, { structureName }: ImportedPathway): Difference<string>[] {
  if (structureName === null || foldName(structureName) === foldName(known.structureName ?? '')) return [];
  return [
    {
      path: 'structure',
      field: COLUMNS.structure.header,
      before: known.structureName,
      after: structureName,
      change: structureName,
      byHand: isCorrected(known, 'structure'),
    },
  ];
}

function changesOfPerson(known: KnownPathway, taken: readonly Difference<Partial<Person>>[]): Partial<Person> {
  const changes: Partial<Person> = merged(taken);
  if (!taken.some(({ path }) => path.startsWith('person.address.'))) return changes;
  return { ...changes, address: mergeAddress(known.person.address, taken) };
}

function changesOfFacts(
  known: KnownPathway,
  taken: readonly Difference<Partial<Facts>>[],
  { birth }: Partial<Person>,
): Partial<Facts> {
  const changes: Partial<Facts> = merged(taken);
  return {
    ...changes,
    ...openingDayChange(known, changes),
    ...(birth === undefined ? {} : { bornOn: bornOnFact(birth) }),
  };
}

function merged<T extends object>(taken: readonly Difference<T>[]): Partial<T> {
  return taken.reduce<Partial<T>>((all, { change }) => ({ ...all, ...change }), {});
}

function departmentChange({ address: before }: Person, { address: after }: Partial<Person>): string | null {
  const department = after ? departmentOfPostcode(after.postcode) : null;
  return department === null || (before !== null && department === departmentOfPostcode(before.postcode))
    ? null
    : department;
}

function toChange({ path, field, before, after }: Difference<unknown>): ProposedChange {
  return { path, field, before, after };
}

function toConflict(line: number, { field, before, after }: Difference<unknown>): Conflict {
  return { line, field, kept: before ?? NOTHING, proposed: after };
}
