import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { Birth } from '../person/birth.ts';
import type { Address, Person } from '../person/person.ts';
import type { AddressParts, ImportedPathway } from './becomes.ts';
import { COLUMN_KEYS, COLUMNS } from './columns.ts';
import type { Column } from './column.ts';
import { isCorrected, type Difference } from './difference.ts';
import type { KnownPathway } from './knownPathway.ts';

const ADDRESS_HEADERS: Record<keyof Address, string> = {
  line: COLUMNS.addressLine.header,
  postcode: COLUMNS.postcode.header,
  commune: COLUMNS.commune.header,
};
const ADDRESS_PARTS = Object.keys(ADDRESS_HEADERS) as (keyof Address)[];

/** What the list says of the person otherwise than what is stored. An empty cell says nothing. */
export function comparePerson(known: KnownPathway, imported: ImportedPathway): Difference<Partial<Person>>[] {
  const fields = COLUMN_KEYS.flatMap((key) => {
    const { person: field, header }: Column = COLUMNS[key];
    return field === undefined ? [] : [{ field, header }];
  });
  return [
    ...fields.flatMap(({ field, header }): Difference<Partial<Person>>[] => {
      const after = said(imported.person, field);
      const before = said(known.person, field);
      if (after === null || after === before) return [];
      const path = `person.${field}`;
      return [
        {
          path,
          field: header,
          before,
          after,
          change: { [field]: imported.person[field] },
          byHand: isCorrected(known, path),
        },
      ];
    }),
    ...compareAddress(known, imported.addressParts),
  ];
}

function compareAddress(known: KnownPathway, parts: AddressParts): Difference<Partial<Person>>[] {
  // A street without a postcode, for someone without an address, has nothing to hang on.
  if (known.person.address === null && parts.postcode === null) return [];
  return ADDRESS_PARTS.flatMap((part): Difference<Partial<Person>>[] => {
    const after = parts[part];
    const before = known.person.address?.[part] ?? null;
    if (after === null || after === before) return [];
    const path = `person.address.${part}`;
    // The parts that change are put together by `mergeAddress`: each carries itself alone.
    return [
      {
        path,
        field: ADDRESS_HEADERS[part],
        before: before || null,
        after,
        change: {},
        byHand: isCorrected(known, path),
      },
    ];
  });
}

/** The stored address with the parts that change; null while no postcode is known. */
export function mergeAddress(address: Address | null, taken: readonly Difference<Partial<Person>>[]): Address | null {
  const parts = Object.fromEntries(
    taken.flatMap(({ path, after }) =>
      path.startsWith('person.address.') ? [[path.slice('person.address.'.length), after]] : [],
    ),
  );
  const merged: AddressParts = { line: null, postcode: null, commune: '', ...address, ...parts };
  return merged.postcode === null
    ? null
    : { line: merged.line, postcode: merged.postcode, commune: merged.commune ?? '' };
}

/** What a person's field says, in French; null when it says nothing: empty, unknown, a sex not stated. */
function said(person: Person, field: keyof Person): string | null {
  const value = person[field];
  if (value === null || value === '' || (field === 'sex' && value === 'X')) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(', ') || null;
  return 'precision' in value ? birthText(value) : null;
}

function birthText({ value, precision }: Birth): string | null {
  if (value === null) return null;
  return precision === 'DAY' ? formatDayFr(value as CalendarDay) : value.split('-').reverse().join('/');
}
