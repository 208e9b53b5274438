import { ACTORS, DOMAINS, STALL_RULES } from '../../../server/contract/labels.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { NOBODY } from '../providers/listQuery.ts';
import { FilterBar } from '../shared/FilterBar.tsx';
import { FilterChoice } from '../shared/FilterChoice.tsx';
import { optionsOf } from '../shared/fields/Choice.tsx';
import { departmentLabel } from '../shared/labels.ts';
import { useStructureChoices } from '../shared/useChoices.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { useMay, useSession } from '../shared/useSession.ts';

const OTHER_STATES = ['WATCH', 'SILENCED'] as const;
const SEVERITIES = ['CRITICAL', 'NORMAL'] as const;

/** The filters of the worklist. Without a choice of state, what is stalled today. */
export const StallFilters = () => {
  const labels = useLabels();
  const say = useSentences();
  const may = useMay();
  const { departments } = useSession();
  const { hasFilters } = useListFilter();
  const seesStructures = may('organisations.list') && !may('pathways.open');
  const structures = useStructureChoices(seesStructures);

  return (
    <FilterBar hasFilters={hasFilters}>
      <FilterChoice
        source="rule"
        emptyLabel={say('common.all_feminine')}
        label={say('stalls.rule')}
        options={optionsOf(STALL_RULES, labels.stallRule)}
      />
      <FilterChoice source="domain" label={say('stalls.domain')} options={optionsOf(DOMAINS, labels.domain)} />
      <FilterChoice source="turn" label={say('stalls.turn')} options={optionsOf(ACTORS, labels.party)} />
      <FilterChoice
        source="severity"
        emptyLabel={say('common.all_feminine')}
        label={say('stalls.severity')}
        options={SEVERITIES.map((value) => ({ value, label: say(`stalls.severity_${value}`) }))}
      />
      <FilterChoice
        source="state"
        label={say('stalls.state')}
        emptyLabel={say('stalls.state_STALLED')}
        options={OTHER_STATES.map((value) => ({ value, label: say(`stalls.state_${value}`) }))}
      />
      <FilterChoice
        source="followedUp"
        emptyLabel={say('common.all_feminine')}
        label={say('stalls.followed')}
        options={[
          { value: 'true', label: say('stalls.followed_yes') },
          { value: 'false', label: say('stalls.followed_no') },
        ]}
      />
      <FilterChoice
        source="silencedRepeatedly"
        emptyLabel={say('common.all_feminine')}
        label={say('stalls.put_off_filter')}
        options={[
          { value: 'true', label: say('stalls.put_off_yes') },
          { value: 'false', label: say('stalls.put_off_no') },
        ]}
      />
      {departments.length > 1 && (
        <FilterChoice
          source="department"
          label={say('pathways.department')}
          options={departments.map((value) => ({ value, label: departmentLabel(value) }))}
        />
      )}
      {seesStructures && (
        <FilterChoice
          source="organisationId"
          emptyLabel={say('common.all_feminine')}
          label={say('stalls.structure')}
          options={[{ value: NOBODY, label: say('pathways.no_structure') }, ...structures]}
        />
      )}
    </FilterBar>
  );
};
