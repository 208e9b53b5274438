import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState, type ReactNode } from 'react';
import { Form } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { BusyButton } from './BusyButton.tsx';
import { ConflictMet, type Conflict } from './conflict.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { ErrorSummary } from './fields/ErrorSummary.tsx';
import { FormErrors } from './fields/FormErrors.tsx';
import { sendByKeyboard } from './sendByKeyboard.ts';
import { isLost } from './unheard.ts';
import { useIsOnScreen } from './useIsOnScreen.ts';
import { useProblem } from './useProblem.ts';
import { useTell } from './useTell.ts';

interface FormDialogProps<Values> {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly submitLabel?: string;
  readonly submittingLabel?: string;
  /** Where « Annuler » would be heard as what is asked. */
  readonly closeLabel?: string;
  /** What the form depends on is not known yet: nothing is sent. */
  readonly isWaiting?: boolean;
  /** The server's refusal of what the form begins with, told as if it had just been sent. */
  readonly refusal?: unknown;
  /** As they are when it opens: with others, later, the form would be emptied of what is typed in it. */
  readonly defaultValues: Partial<Values>;
  /**
   * Rejects with the server's refusal: the dialogue stays open, with what was typed and the reason. With `ConflictMet`: both
   * versions are shown, and one chooses.
   */
  readonly onSubmit: (values: Values) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A short form in a dialogue: Escape closes it and gives the focus back, a refusal keeps it open and says why. */
export const FormDialog = <Values,>({
  title,
  intro,
  submitLabel,
  submittingLabel,
  closeLabel,
  isWaiting = false,
  refusal,
  defaultValues,
  onSubmit,
  onClose,
  children,
}: FormDialogProps<Values>) => {
  const say = useSentences();
  const tell = useTell();
  const problem = useProblem();
  const titleId = useId();
  const formId = useId();
  const [begunWith] = useState(defaultValues as Record<string, unknown>);
  const [error, setError] = useState<unknown>(refusal);
  const [isSaving, setSaving] = useState(false);

  const [conflict, setConflict] = useState<Conflict>();
  const isLeft = useRef(false);
  const isOnScreen = useIsOnScreen();

  /** While it is being sent, one may leave, and is told that this does not call it back. */
  const leave = () => {
    isLeft.current = true;
    onClose();
    if (isSaving) tell(say('forms.left_sending', { title }), 'info');
  };
  const tellOfTheLeft = (refusal: unknown) => {
    if (isLost(refusal)) return tell(say('forms.left_unheard'), 'info');
    const why = refusal instanceof ConflictMet ? say('forms.left_changed') : problem(refusal).sentence;
    return tell(say('forms.left_refused', { title, why }), 'info');
  };
  const send = async (save: () => Promise<void>) => {
    setSaving(true);
    setError(undefined);
    setConflict(undefined);
    try {
      await save();
      if (!isLeft.current) onClose();
    } catch (refused) {
      // Left, or taken away by what the page has become: it shows nothing more.
      if (isLeft.current || !isOnScreen.current) tellOfTheLeft(refused);
      else if (refused instanceof ConflictMet) setConflict(refused.conflict);
      else setError(refused);
      setSaving(false);
    }
  };
  const submit = async (values: unknown) => {
    if (!isWaiting && !isSaving) await send(() => onSubmit(values as Values));
  };

  return (
    <Dialog
      open
      // A click beside the dialogue would lose what is typed: one leaves by Escape or by « Annuler ».
      onClose={(_event, reason) => reason !== 'backdropClick' && leave()}
      slotProps={{ transition: { onEnter: focusFirstField } }}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent onKeyDown={sendByKeyboard}>
        {intro !== undefined && <Typography sx={{ mb: 2 }}>{intro}</Typography>}
        <FormErrors error={error}>
          <ErrorSummary error={error} />
          <Form id={formId} noValidate defaultValues={begunWith} onSubmit={submit} disableInvalidFormNotification>
            <Stack spacing={2} sx={{ pt: 1 }}>
              {children}
            </Stack>
          </Form>
        </FormErrors>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={leave}>{closeLabel ?? say('common.cancel')}</Button>
        <BusyButton
          type="submit"
          form={formId}
          variant="contained"
          isBusy={isSaving || isWaiting}
          busyLabel={isSaving ? (submittingLabel ?? say('common.saving')) : undefined}
        >
          {submitLabel ?? say('common.save')}
        </BusyButton>
      </DialogActions>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onResolve={(theirs) => void send(() => conflict.save(theirs))}
          onClose={() => setConflict(undefined)}
        />
      )}
    </Dialog>
  );
};

/**
 * A form is entered by the field that was refused, else by its first one; without any, the dialogue itself keeps the focus,
 * and its words are read.
 */
const focusFirstField = (dialog: HTMLElement) => {
  const refused = dialog.querySelector<HTMLElement>('[aria-invalid=true]');
  (refused ?? dialog.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea'))?.focus();
};
