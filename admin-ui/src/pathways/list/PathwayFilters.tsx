import { STEP_CODES, STEP_STATUSES } from '../../../../server/contract/labels.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { NOBODY } from '../../providers/listQuery.ts';
import { FilterBar } from '../../shared/FilterBar.tsx';
import { FilterChoice } from '../../shared/FilterChoice.tsx';
import { optionsOf } from '../../shared/fields/Choice.tsx';
import { departmentLabel } from '../../shared/labels.ts';
import { useCaseworkerChoices, useStructureChoices } from '../../shared/useChoices.ts';
import { useListFilter } from '../../shared/useListFilter.ts';
import { useSession } from '../../shared/useSession.ts';
import { useListShape } from '../useListShape.ts';

const STATUSES = ['OPEN', 'PAUSED', 'CLOSED'] as const;

/** The filters of the caseload. The state of a step only means something once a step is chosen. */
export const PathwayFilters = () => {
  const labels = useLabels();
  const say = useSentences();
  const { departments } = useSession();
  const shape = useListShape();
  const { hasFilters, valueOf } = useListFilter();
  const structures = useStructureChoices(shape.hasStructures);
  const caseworkers = useCaseworkerChoices(shape.hasManyOfficers);
  const statuses = STATUSES.map((value) => ({ value, label: say(`pathwayStatuses.${value}`) }));
  const yesNo = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ];
  const nobody = (label: string) => ({ value: NOBODY, label });

  return (
    <FilterBar hasFilters={hasFilters}>
      <FilterChoice
        source="status"
        emptyLabel={say('common.all_feminine')}
        label={say('pathways.status')}
        options={statuses}
      />
      <FilterChoice
        source="stalled"
        label={say('pathways.stalled')}
        options={yesNo(say('pathways.only_stalled'), say('pathways.only_not_stalled'))}
      />
      <FilterChoice
        source="overdue"
        label={say('pathways.overdue')}
        options={yesNo(say('pathways.only_overdue'), say('pathways.only_not_overdue'))}
      />
      <FilterChoice
        source="protection"
        emptyLabel={say('common.all_feminine')}
        label={say('pathways.filter_protection')}
        options={[
          { value: 'BPI', label: say('pathways.protection_bpi') },
          { value: 'NON_BPI', label: say('pathways.protection_other') },
        ]}
      />
      <FilterChoice
        source="step"
        emptyLabel={say('common.all_feminine')}
        label={say('pathways.filter_step')}
        options={optionsOf(STEP_CODES, labels.step)}
        dependents={['stepStatus']}
      />
      {valueOf('step') !== '' && (
        <FilterChoice
          source="stepStatus"
          label={say('pathways.filter_step_status')}
          options={optionsOf(STEP_STATUSES, labels.stepStatus)}
        />
      )}
      {departments.length > 1 && (
        <FilterChoice
          source="department"
          label={say('pathways.department')}
          options={departments.map((value) => ({ value, label: departmentLabel(value) }))}
        />
      )}
      {shape.hasStructures && (
        <FilterChoice
          source="organisationId"
          emptyLabel={say('common.all_feminine')}
          label={say('pathways.structure')}
          options={[nobody(say('pathways.no_structure')), ...structures]}
        />
      )}
      {shape.hasManyOfficers && (
        <FilterChoice
          source="referentId"
          label={say('pathways.referent')}
          options={[nobody(say('pathways.no_referent')), ...caseworkers]}
        />
      )}
    </FilterBar>
  );
};
