import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { OrganisationRow } from '../../../../server/contract/session.ts';
import { DEPARTMENT_NAMES } from '../../i18n/departments.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { Choice } from '../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../shared/fields/ChoiceInput.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { departmentLabel } from '../../shared/labels.ts';
import { ASK_ONCE } from '../../shared/queries.ts';
import { useSession } from '../../shared/useSession.ts';
import { useSubmissionKey } from '../../shared/useSubmissionKey.ts';
import { useTell } from '../../shared/useTell.ts';
import type { FileDialogProps } from '../file/dialogs/fileDialog.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import { ReasonInput } from './ReasonInput.tsx';

const DEPARTMENTS = Object.keys(DEPARTMENT_NAMES)
  .sort()
  .map((value) => ({ value, label: departmentLabel(value) }));

interface TransferForm {
  readonly reason: string;
  /** One choice for each department looked at: what was chosen in another is not what is sent. */
  readonly of: Readonly<Record<string, string>>;
}

/** Asks another structure to take the file: whom it may be in the department where the person goes, and why. */
export const AskTransferDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(file.id);
  const keyFor = useSubmissionKey();
  const [department, setDepartment] = useState(file.department);
  const { structures, isKnown } = useOtherStructures(department);
  const place = `in${department}`;

  return (
    <FormDialog<TransferForm>
      title={say('transfers.ask_title', { name: file.name ?? file.number })}
      intro={say(file.sealed ? 'transfers.ask_intro_sealed' : 'transfers.ask_intro')}
      submitLabel={say('transfers.ask_submit')}
      defaultValues={{}}
      onSubmit={async ({ reason, of }) => {
        const transfer = { organisationId: of[place] ?? '', reason };
        await change({ kind: 'ASK_TRANSFER', file, transfer, key: keyFor(transfer) });
        tell(say('transfers.ask_done'));
      }}
      onClose={onClose}
    >
      <Choice label={say('transfers.department')} value={department} options={DEPARTMENTS} onChange={setDepartment} />
      {isKnown && structures.length === 0 && <Typography>{say('transfers.no_organisation')}</Typography>}
      <ChoiceInput
        key={place}
        source={`of.${place}`}
        errorPath="organisationId"
        label={say('transfers.organisation')}
        options={structures}
        isRequired
      />
      <ReasonInput hint={say('transfers.ask_reason_hint')} />
    </FormDialog>
  );
};

/** The associations of a department, one's own left out: few enough to be chosen in a list, which all of France is not. */
function useOtherStructures(department: string) {
  const { organisation } = useSession();
  const { data, isFetching } = useGetList<OrganisationRow>(
    'organisations',
    {
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'name', order: 'ASC' },
      filter: { kind: 'ASSOCIATION', department },
    },
    ASK_ONCE,
  );
  const structures = (data ?? []).filter(({ id }) => id !== organisation.id);
  return {
    structures: structures.map(({ id, name }) => ({ value: id, label: name })),
    isKnown: data !== undefined && !isFetching,
  };
}
