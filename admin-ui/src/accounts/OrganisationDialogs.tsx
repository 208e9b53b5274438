import { ORGANISATION_KINDS } from '../../../server/contract/labels.ts';
import type { OrganisationKind } from '../../../server/contract/account.ts';
import type { OrganisationRow } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { administration } from '../providers/accountQuestions.ts';
import { ChoiceInput } from '../shared/fields/ChoiceInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { useTell } from '../shared/useTell.ts';

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface NewOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly department?: string;
}

export const NewOrganisationDialog = ({ onClose, onDone }: DialogProps) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog<NewOrganisation>
      title={say('organisations.create')}
      defaultValues={{}}
      onSubmit={async ({ name, kind, department }) => {
        await administration.makeOrganisation({
          name,
          kind,
          department: department === undefined || department === '' ? null : department.toUpperCase(),
        });
        tell(say('organisations.saved'));
        onDone();
      }}
      onClose={onClose}
    >
      <TextInput source="name" label={say('organisations.name')} isRequired />
      <ChoiceInput
        source="kind"
        label={say('organisations.kind')}
        options={ORGANISATION_KINDS.map((value) => ({ value, label: say(`organisations.kind_${value}`) }))}
        isRequired
      />
      <TextInput source="department" label={say('organisations.department')} maxLength={3} />
    </FormDialog>
  );
};

/** The name as it stands is asked with its version: two who rename at once do not undo each other. */
export const RenameDialog = ({ organisation, onClose, onDone }: DialogProps & { organisation: OrganisationRow }) => {
  const say = useSentences();
  const tell = useTell();
  const { answer } = useQuestion(organisation.id, (signal) => administration.organisation(organisation.id, signal));
  if (answer === undefined) return null;
  return (
    <FormDialog<{ name: string }>
      title={say('organisations.rename_title', { name: answer.name })}
      defaultValues={{ name: answer.name }}
      onSubmit={async ({ name }) => {
        await administration.renameOrganisation(answer.id, answer.version, { name });
        tell(say('organisations.saved'));
        onDone();
      }}
      onClose={onClose}
    >
      <TextInput source="name" label={say('organisations.name')} isRequired />
    </FormDialog>
  );
};
