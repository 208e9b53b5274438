import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../domain/calendar/calendarDay.ts';
import { anyFacts } from '../../domain/pathway/testing/histories.ts';
import { completeFacts, NO_FACTS } from '../../domain/pathway/facts.ts';
import { bornOnFact, UNKNOWN_BIRTH, type Birth } from '../../domain/person/birth.ts';
import type { Person } from '../../domain/person/person.ts';
import { asItStood, type Opening, type Replaced } from './asItStood.ts';
import { fieldChanges } from './fieldChanges.ts';

const NOBODY: Person = {
  birthName: 'Exemple',
  usageName: null,
  firstNames: null,
  birth: UNKNOWN_BIRTH,
  sex: 'X',
  nationality: null,
  languages: [],
  phone: null,
  email: null,
  address: null,
  foreignerNumber: null,
  ofiiNumber: null,
};
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const text = fc.string({ minLength: 1, maxLength: 12 });

const anyBirth = fc.constantFrom<Birth>(
  UNKNOWN_BIRTH,
  { value: '1990', precision: 'YEAR' },
  { value: '1990-03', precision: 'MONTH' },
  { value: '1990-03-10', precision: 'DAY' },
);
// Commas on purpose: the words of an address or of languages cannot be cut back into their parts.
const anyPerson = fc.record({
  birthName: text,
  usageName: maybe(text),
  firstNames: maybe(text),
  birth: anyBirth,
  sex: fc.constantFrom('F' as const, 'M' as const, 'X' as const),
  nationality: maybe(text),
  languages: fc.array(fc.constantFrom('arabe', 'arabe, dialectal', 'peul'), { maxLength: 3 }),
  phone: maybe(text),
  email: maybe(text),
  address: maybe(
    fc.record({
      line: maybe(fc.constantFrom('1, rue de la Paix', '59000, Lille')),
      postcode: fc.constantFrom('59000', '80000'),
      commune: fc.constantFrom('Lille', ''),
    }),
  ),
  foreignerNumber: maybe(fc.constantFrom('9900000001', '9900000002')),
  ofiiNumber: fc.constant(null),
}) as fc.Arbitrary<Person>;

const opening = fc.tuple(anyFacts, anyPerson).map(([facts, person]): Opening => ({
  facts: { ...completeFacts(facts), bornOn: bornOnFact(person.birth) },
  person,
}));

/** What the correction from one state to the next leaves behind. */
function corrections(from: Opening, to: Opening): Replaced[] {
  const rows = [
    ...fieldChanges('person', from.person ?? {}, to.person ?? {}),
    ...fieldChanges('facts', { ...from.facts, bornOn: null }, { ...to.facts, bornOn: null }),
  ].map(({ path, before, was }) => ({ field: path, before, was }));
  return JSON.parse(JSON.stringify(rows)) as Replaced[];
}

describe('the opening balance and the person before corrections', () => {
  test('are, whatever was corrected and however many times, exactly what they were', () => {
    fc.assert(
      fc.property(fc.array(opening, { minLength: 2, maxLength: 5 }), (states) => {
        const [now] = states.slice(-1);
        const latestFirst = states
          .slice(1)
          .map((state, index) => corrections(states[index] as Opening, state))
          .reverse()
          .flat();
        expect(asItStood(now as Opening, latestFirst)).toEqual({ ...states[0], asToday: [] });
      }),
    );
  });

  test('an address that a list brought by its parts is undone by its parts', () => {
    const address = { line: '3 rue des Lilas', postcode: '59000', commune: 'Lille' };
    const now = { facts: NO_FACTS, person: { ...NOBODY, address } };
    const part = (name: string, was: unknown): Replaced => ({
      field: `person.address.${name}`,
      before: was === null ? null : String(was),
      was,
    });
    expect(asItStood(now, [part('commune', 'Roubaix'), part('line', null)]).person?.address).toEqual({
      line: null,
      postcode: '59000',
      commune: 'Roubaix',
    });
    expect(
      asItStood(
        now,
        ['line', 'postcode', 'commune'].map((name) => part(name, null)),
      ).person?.address,
    ).toBeNull();
  });

  test('a field of which only words are left is as today, and said so; an earlier value that is known is taken', () => {
    const now = { facts: { ...NO_FACTS, cirSignedOn: calendarDay('2025-09-01') }, person: NOBODY };
    const words = { field: 'facts.cirSignedOn', before: '1er août 2025', was: null };
    const value = { field: 'facts.cirSignedOn', before: '2025-07-01', was: '2025-07-01' };
    expect(asItStood(now, [words])).toMatchObject({ facts: now.facts, asToday: ['facts.cirSignedOn'] });
    expect(asItStood(now, [value, words])).toMatchObject({ facts: now.facts, asToday: ['facts.cirSignedOn'] });
    expect(asItStood(now, [words, value])).toMatchObject({ facts: { cirSignedOn: '2025-07-01' }, asToday: [] });
  });

  test('whoever sees no person still has the facts of that time, the birth among them', () => {
    const born = { ...NO_FACTS, bornOn: '1990-03-10' };
    const was = { field: 'person.birth', before: '1991', was: { value: '1991', precision: 'YEAR' } };
    const stood = asItStood({ facts: born }, [was]);
    expect(stood).toEqual({ facts: { ...NO_FACTS, bornOn: '1991' }, asToday: [] });
  });
});
