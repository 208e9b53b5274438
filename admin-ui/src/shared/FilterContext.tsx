import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { useListFilter, type FilterValue, type FilterValues } from './useListFilter.ts';

interface Filters {
  readonly values: FilterValues;
  /** Sets a filter; `dependents` are cleared with it, because they only mean something under the former value. */
  readonly set: (key: string, value: FilterValue | undefined, dependents?: readonly string[]) => void;
}

const FilterContext = createContext<Filters>({ values: {}, set: () => undefined });

/**
 * Holds the filters while they travel to the address and back: a second choice made at once builds on the first instead
 * of erasing it.
 */
export const FilterProvider = ({ children }: { children: ReactNode }) => {
  const { setFilters } = useListContext();
  const { values: told } = useListFilter();
  const [values, setValues] = useState(told);
  useEffect(() => {
    setValues(told);
  }, [told]);

  const set: Filters['set'] = (key, value, dependents = []) => {
    const others = Object.entries(values).filter(([name]) => name !== key && !dependents.includes(name));
    const next = Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
    setValues(next);
    setFilters(next, []);
  };

  return <FilterContext.Provider value={{ values, set }}>{children}</FilterContext.Provider>;
};

export const useFilters = () => useContext(FilterContext);
