import { useListContext } from 'react-admin';

export type FilterValue = string | boolean;
export type FilterValues = Readonly<Record<string, FilterValue | undefined>>;

/** The filters of the list around it, as the address has them. */
export function useListFilter() {
  const { filterValues } = useListContext();
  const values = filterValues as FilterValues;
  return {
    values,
    hasFilters: Object.values(values).some((value) => value !== undefined && value !== ''),
    /** The value of a filter as a list of choices writes it: '' when it is not set. */
    valueOf: (key: string) => written(values[key]),
  };
}

/** A value as a list of choices writes it. */
export function written(value: FilterValue | undefined): string {
  return value === undefined ? '' : String(value);
}

/** From the words of a choice back to the value that the API filters by. */
export function filterValue(text: string): FilterValue | undefined {
  if (text === '') return undefined;
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
