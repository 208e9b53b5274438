import { useListContext } from 'react-admin';
import type { SaveViewInput, ViewList } from '../../../server/contract/view.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { NOBODY } from '../providers/listQuery.ts';
import { viewQuestions } from '../providers/viewQuestions.ts';
import { ChoiceInput } from '../shared/fields/ChoiceInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useListFilter } from '../shared/useListFilter.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { useTell } from '../shared/useTell.ts';

interface SaveViewDialogProps {
  readonly list: ViewList;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Names the filters and the order that are on screen. */
export const SaveViewDialog = ({ list, onDone, onClose }: SaveViewDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const keyFor = useSubmissionKey();
  const { values } = useListFilter();
  const { sort } = useListContext();
  return (
    <FormDialog<{ readonly name: string; readonly isShared: string }>
      title={say('views.save_title')}
      intro={say('views.save_intro')}
      defaultValues={{ name: '', isShared: 'false' }}
      onSubmit={async ({ name, isShared }) => {
        const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
        const view = {
          list,
          name,
          isShared: isShared === 'true',
          filter: Object.fromEntries(set.map(([key, value]) => [key, value === NOBODY ? null : value])),
          sort: [sort.field, sort.order],
        } as SaveViewInput;
        await viewQuestions.save(view, keyFor(view));
        tell(say('views.saved', { name }));
        onDone();
      }}
      onClose={onClose}
    >
      <TextInput source="name" label={say('views.name')} hint={say('views.name_hint')} maxLength={60} isRequired />
      <ChoiceInput
        source="isShared"
        label={say('views.for_whom')}
        options={[
          { value: 'false', label: say('views.for_me') },
          { value: 'true', label: say('views.for_colleagues') },
        ]}
        isRequired
      />
    </FormDialog>
  );
};
