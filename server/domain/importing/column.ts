import type { Facts } from '../pathway/facts.ts';
import type { Person } from '../person/person.ts';
import type { CellReader } from './cells.ts';

type Known<T> = NonNullable<T>;

/** What the reader of a column needs, and where its value goes. */
export interface Column<T = unknown> {
  /** As the list writes it, and as the report quotes it. */
  readonly header: string;
  /** Other ways to write the header; case, accents, spaces, apostrophes and punctuation never count. */
  readonly aliases?: readonly string[];
  /** Without this column the file is not read at all: what it says cannot be guessed. */
  readonly required?: true;
  readonly read: CellReader<T>;
  /** A field of the person, or a fact, that takes the value as it is. Columns without one are put to use in `becomes.ts`. */
  readonly person?: keyof Person;
  readonly fact?: keyof Facts;
}

interface PersonColumn<K extends keyof Person> extends Column<Known<Person[K]>> {
  readonly person: K;
}
interface FactColumn<K extends keyof Facts> extends Column<Known<Facts[K]>> {
  readonly fact: K;
}

/** A column whose value is a field of the person: the reader must give what the field holds. */
export function personColumn<K extends keyof Person>(
  person: K,
  column: Omit<Column<Known<Person[K]>>, 'person' | 'fact'>,
): PersonColumn<K> {
  return { ...column, person };
}

/** A column whose value is a fact of the pathway. */
export function factColumn<K extends keyof Facts>(
  fact: K,
  column: Omit<Column<Known<Facts[K]>>, 'person' | 'fact'>,
): FactColumn<K> {
  return { ...column, fact };
}

export function otherColumn<T>(column: Omit<Column<T>, 'person' | 'fact'>): Column<T> {
  return column;
}
