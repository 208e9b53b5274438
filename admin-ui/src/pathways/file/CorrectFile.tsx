import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState } from 'react';
import { Form, useLocation } from 'react-admin';
import { DraftWords } from '../../drafts/DraftWords.tsx';
import { KeepDraft } from '../../drafts/KeepDraft.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { BusyButton } from '../../shared/BusyButton.tsx';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { ConflictDialog } from '../../shared/ConflictDialog.tsx';
import { ErrorSummary } from '../../shared/fields/ErrorSummary.tsx';
import { FormErrors } from '../../shared/fields/FormErrors.tsx';
import { sendByKeyboard } from '../../shared/sendByKeyboard.ts';
import { filePath } from '../filePath.ts';
import { FactFields } from '../form/FactFields.tsx';
import { toFactsForm } from '../form/factsForm.ts';
import { PersonFields } from '../form/PersonFields.tsx';
import { toPersonForm } from '../form/personForm.ts';
import { afterCorrection } from './corrected.ts';
import type { CorrectionForm } from './correction.ts';
import { useCorrection } from './useCorrection.ts';

/** Corrects who the person is and the facts. Only what changed is sent, against the version that was read. */
export const CorrectFile = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  // What the form was opened on: a later answer of the server must not rewrite what is being typed.
  const [opened] = useState(file);
  const isLocated = opened.located && file.located;
  const defaults: Partial<CorrectionForm> = {
    ...(opened.person === null ? {} : { person: toPersonForm(opened.person) }),
    facts: toFactsForm(opened.facts),
  };
  const draft = useDraft(`correct:${opened.id}`, { defaults: { ...defaults }, changesOnly: true, basis: opened.etag });
  const { submit, error, isSaving, conflict, dismiss } = useCorrection(opened, isLocated, draft);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to come here is gone, and the title of the file is far above the form.
  const isLoaded = useLocation().key === 'default';
  useLayoutEffect(() => {
    if (isLoaded) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [isLoaded]);
  if (!file.grants.correct) return <Typography>{say('states.forbidden')}</Typography>;

  return (
    <Paper onKeyDown={sendByKeyboard} sx={{ p: { xs: 1.5, sm: 3 } }}>
      <Typography variant="h2" ref={heading} tabIndex={-1}>
        {say('correct.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('correct.intro')} {say('common.required_note')}
      </Typography>
      <FormErrors error={error}>
        <ErrorSummary error={error} />
        <Form
          noValidate
          defaultValues={defaults}
          onSubmit={submit}
          disableInvalidFormNotification
          warnWhenUnsavedChanges
        >
          <KeepDraft draft={draft} />
          {opened.person !== null && <PersonFields isLocated={isLocated} />}
          <FactFields />
          <BusyButton type="submit" variant="contained" isBusy={isSaving} busyLabel={say('common.saving')}>
            {say('common.save')}
          </BusyButton>
          <ButtonLink to={`${filePath(file.id)}/identity`} state={afterCorrection(null)} variant="text" sx={{ ml: 1 }}>
            {say('common.cancel')}
          </ButtonLink>
          <DraftWords draft={draft} />
        </Form>
      </FormErrors>
      {conflict && (
        <ConflictDialog conflict={conflict} onResolve={(theirs) => void conflict.save(theirs)} onClose={dismiss} />
      )}
    </Paper>
  );
};
