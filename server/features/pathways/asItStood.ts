import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import { bornOnFact, UNKNOWN_BIRTH } from '../../domain/person/birth.ts';
import type { Address, Person } from '../../domain/person/person.ts';

/** What a correction says of what it replaced. `field` is `facts.cirSignedOn`, `person.birth`, `person.address.line`. */
export interface Replaced {
  readonly field: string;
  /** In words, for people; null where nothing was known. */
  readonly before: string | null;
  /** As it was stored; null too in corrections older than the values themselves, of which only the words are left. */
  readonly was: unknown;
}

export interface Opening {
  readonly facts: Facts;
  /** Absent for whoever sees files, not people. */
  readonly person?: Person;
}

export interface Stood extends Opening {
  /** Fields whose former value is not known any more: they are as today. */
  readonly asToday: readonly string[];
}

type Fields = Record<string, unknown>;

const NOTHING_KNOWN: Readonly<Record<string, unknown>> = {
  'person.birth': UNKNOWN_BIRTH,
  'person.sex': 'X',
  'person.languages': [],
};
const NO_ADDRESS = { line: null, postcode: null, commune: '' };

/**
 * The opening balance and the person before some corrections, given latest first: each is undone. The birth that the
 * facts repeat follows the person's.
 */
export function asItStood(now: Opening, corrections: readonly Replaced[]): Stood {
  const facts: Fields = { ...now.facts };
  const person: Fields = { ...now.person };
  const asToday = new Set<string>();
  for (const { field, before, was } of corrections) {
    const [kind = '', name = '', part] = field.split('.');
    const [given, into] = kind === 'facts' ? [now.facts, facts] : [now.person, person];
    const path = `${kind}.${name}`;
    if (was === null && before !== null) {
      asToday.add(path);
      into[name] = (given as Fields | undefined)?.[name];
      if (path === 'person.birth') facts['bornOn'] = now.facts.bornOn;
      continue;
    }
    if (part !== undefined) {
      into[name] = {
        ...NO_ADDRESS,
        ...(into[name] as object | null),
        [part]: was ?? NO_ADDRESS[part as keyof Address],
      };
      continue;
    }
    asToday.delete(path);
    into[name] = was ?? NOTHING_KNOWN[path] ?? null;
    if (path === 'person.birth') facts['bornOn'] = bornOnFact(into[name] as Person['birth']);
  }
  return {
    facts: completeFacts(facts as Partial<Facts>),
    ...(now.person === undefined ? {} : { person: withWholeAddress(person as unknown as Person) }),
    asToday: [...asToday],
  };
}

/** A list that brought an address brought its parts one by one: without a postcode there was none. */
function withWholeAddress(person: Person): Person {
  const address = person.address as { readonly postcode: string | null } | null;
  return address === null || address.postcode === null ? { ...person, address: null } : person;
}
