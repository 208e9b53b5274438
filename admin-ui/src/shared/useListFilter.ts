import { useListContext } from 'react-admin';

type FilterValue = string | boolean | null;

export interface ListFilter {
  readonly hasFilters: boolean;
  /** The value of a filter as the list of choices writes it: '' when it is not set. */
  readonly valueOf: (key: string) => string;
  /** Sets a filter; `dependents` are cleared with it, because they only mean something under the former value. */
  readonly set: (key: string, value: FilterValue | undefined, dependents?: readonly string[]) => void;
}

const NOBODY = 'null';

/** Reads and sets the filters of the list around it. */
export function useListFilter(): ListFilter {
  const { filterValues, setFilters } = useListContext();
  const values = filterValues as Record<string, FilterValue | undefined>;
  return {
    hasFilters: Object.values(values).some((value) => value !== undefined && value !== ''),
    valueOf: (key) => (values[key] === undefined ? '' : String(values[key])),
    set: (key, value, dependents = []) => {
      const others = Object.fromEntries(
        Object.entries(values).filter(([name]) => name !== key && !dependents.includes(name)),
      );
      setFilters(value === undefined ? others : { ...others, [key]: value }, []);
    },
  };
}

/** From the words of a choice back to the value that the API filters by. */
export function filterValue(text: string): FilterValue | undefined {
  if (text === '') return undefined;
  if (text === NOBODY) return null;
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
