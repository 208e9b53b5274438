import { useSentences } from '../i18n/useSentences.ts';
import { Choice, type Option } from './fields/Choice.tsx';
import { useFilters } from './FilterContext.tsx';
import { filterValue, written } from './useListFilter.ts';

interface FilterChoiceProps {
  readonly source: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly emptyLabel?: string;
  readonly dependents?: readonly string[];
}

/** One filter of the list around it: a choice that applies at once. */
export const FilterChoice = ({ source, label, options, emptyLabel, dependents }: FilterChoiceProps) => {
  const say = useSentences();
  const { values, set } = useFilters();
  return (
    <Choice
      label={label}
      value={written(values[source])}
      options={options}
      emptyLabel={emptyLabel ?? say('common.all')}
      onChange={(text) => set(source, filterValue(text), dependents)}
    />
  );
};
