import Button from '@mui/material/Button';
import { useFormContext } from 'react-hook-form';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { questions } from '../providers/questions.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSession } from '../shared/useSession.ts';
import { useGoOn } from '../shared/useGoOn.ts';

interface BreakGlassDialogProps {
  /** Of the file that the address names; without it, her number is asked. */
  readonly pathwayId?: string | undefined;
  readonly onOpened?: () => void;
  readonly onClose: () => void;
}

interface Values {
  readonly number: string;
  readonly reason: string;
  readonly code: string;
}

/** Opens a file in an emergency: what it is for, and a code shown for this act alone. Then the file, for half an hour. */
export const BreakGlassDialog = ({ pathwayId, onOpened, onClose }: BreakGlassDialogProps) => {
  const say = useSentences();
  const goOn = useGoOn();
  return (
    <FormDialog<Values>
      title={say('openings.open_title')}
      intro={say('openings.open_intro')}
      submitLabel={say('openings.open_submit')}
      submittingLabel={say('openings.open_submitting')}
      defaultValues={{ number: '', reason: '', code: '' }}
      onSubmit={async ({ number, reason, code }) => {
        const opened = await (pathwayId === undefined
          ? questions.breakGlassByNumber({ number, reason, code })
          : questions.breakGlass(pathwayId, { reason, code }));
        onOpened?.();
        goOn(filePath(opened.pathwayId));
      }}
      onClose={onClose}
    >
      {pathwayId === undefined && (
        <TextInput source="number" label={say('openings.number')} hint={say('openings.number_hint')} isRequired />
      )}
      <TextInput
        source="reason"
        label={say('openings.reason')}
        hint={say('openings.reason_hint')}
        rows={3}
        maxLength={500}
        isRequired
      />
      <TextInput source="code" label={say('session.fresh_code')} hint={say('openings.code_hint')} isRequired />
      <DemoCode />
    </FormDialog>
  );
};

/** In a demonstration nobody carries an authenticator: the code is shown by whoever asks for it. */
const DemoCode = () => {
  const say = useSentences();
  const { user, secondFactor } = useSession();
  const { setValue } = useFormContext<Values>();
  if (secondFactor.state !== 'NOT_ASKED') return null;
  return (
    <Button
      sx={{ alignSelf: 'flex-start' }}
      onClick={() => void ownAccount.demoCode(user.email).then((code = '') => setValue('code', code))}
    >
      {say('session.fresh_demo')}
    </Button>
  );
};
