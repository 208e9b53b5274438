import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Form, useListContext } from 'react-admin';
import { useFormState } from 'react-hook-form';
import type { NoteInput } from '../../../server/contract/note.ts';
import { DraftWords } from '../drafts/DraftWords.tsx';
import { KeepDraft } from '../drafts/KeepDraft.tsx';
import { useDraft } from '../drafts/useDraft.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { noteQuestions } from '../providers/noteQuestions.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { ErrorSummary } from '../shared/fields/ErrorSummary.tsx';
import { FormErrors } from '../shared/fields/FormErrors.tsx';
import { sendByKeyboard } from '../shared/sendByKeyboard.ts';
import { useLeaveGuard } from '../shared/useLeaveGuard.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { useTell } from '../shared/useTell.ts';
import { NEW_NOTE, NoteFields } from './NoteFields.tsx';

/** Writes a note. Refused, or left without an answer, it stays as it was typed; sent twice, it is written once. */
export const NewNote = ({ pathwayId }: { pathwayId: string }) => {
  const say = useSentences();
  const tell = useTell();
  const titleId = useId();
  const keyFor = useSubmissionKey();
  const { refetch } = useListContext();
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  // Another form each time one was sent: an empty one.
  const [sent, setSent] = useState(0);
  const draft = useDraft(`note:${pathwayId}`, { defaults: { ...NEW_NOTE } });

  const submit = async (values: unknown) => {
    if (isSaving) return;
    const { text, visibility } = values as NoteInput;
    const note = { text, visibility };
    setSaving(true);
    setError(undefined);
    try {
      // The same words twice are two notes, once the first is written.
      await draft.sendWith((endsDraft) => noteQuestions.write(pathwayId, note, keyFor({ ...note, sent }), endsDraft));
      tell(say('notes.written'));
      setSent(sent + 1);
      await refetch();
    } catch (refusal) {
      setError(refusal);
    }
    setSaving(false);
  };

  return (
    <Paper
      component="section"
      aria-labelledby={titleId}
      onKeyDown={sendByKeyboard}
      sx={{ p: 2, mb: 3, '@media print': { display: 'none' } }}
    >
      <Typography id={titleId} variant="h3" sx={{ mb: 1.5 }}>
        {say('notes.write_title')}
      </Typography>
      <FormErrors key={sent} error={error}>
        <ErrorSummary error={error} />
        <Form noValidate defaultValues={NEW_NOTE} onSubmit={submit} disableInvalidFormNotification>
          <LeaveGuard />
          <KeepDraft draft={draft} />
          <Stack spacing={2} sx={{ alignItems: 'start' }}>
            <NoteFields isEntered={sent > 0} />
            <BusyButton type="submit" variant="contained" isBusy={isSaving} busyLabel={say('common.saving')}>
              {say('notes.write')}
            </BusyButton>
            <DraftWords draft={draft} />
          </Stack>
        </Form>
      </FormErrors>
    </Paper>
  );
};

/** What was typed and refused is still to be kept, or thrown away knowingly. */
const LeaveGuard = () => {
  const say = useSentences();
  const { isDirty } = useFormState();
  useLeaveGuard(isDirty, say('notes.leave'));
  return null;
};
