import { useNavigate } from 'react-admin';
import { useSentences } from '../../../i18n/useSentences.ts';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { FormDialog } from '../../../shared/FormDialog.tsx';
import { pastPath } from '../../filePath.ts';
import type { FileDialogProps } from './fileDialog.ts';

interface PastValues {
  readonly knownAt: string;
  /** Empty: the same day. */
  readonly asOf: string;
}

/** Chooses the day of a past view: what had been recorded by then and, for who asks, where it stood on another day. */
export const PastDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const navigate = useNavigate();
  return (
    <FormDialog<PastValues>
      title={say('past.title')}
      intro={say('past.intro')}
      submitLabel={say('past.show')}
      defaultValues={{}}
      onSubmit={async ({ knownAt, asOf }) => navigate(pastPath(file.id, { knownAt, asOf: asOf || knownAt }))}
      onClose={onClose}
    >
      <DayInput source="knownAt" label={say('past.known_at')} isFact isRequired />
      <DayInput source="asOf" label={say('past.as_of')} hint={say('past.as_of_hint')} isFact />
    </FormDialog>
  );
};
