import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useFormState } from 'react-hook-form';
import { Form, FormDataConsumer, useTranslate } from 'react-admin';
import { DraftWords } from '../../drafts/DraftWords.tsx';
import { KeepDraft } from '../../drafts/KeepDraft.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { dropCarriedWords } from '../../palette/carriedWords.ts';
import { BusyButton } from '../../shared/BusyButton.tsx';
import { ErrorSummary } from '../../shared/fields/ErrorSummary.tsx';
import { FormErrors } from '../../shared/fields/FormErrors.tsx';
import { sendByKeyboard } from '../../shared/sendByKeyboard.ts';
import { useLeaveGuard } from '../../shared/useLeaveGuard.ts';
import { useSession } from '../../shared/useSession.ts';
import { FactFields } from '../form/FactFields.tsx';
import { toFactsForm } from '../form/factsForm.ts';
import { PersonFields } from '../form/PersonFields.tsx';
import { toPersonForm, type PersonForm } from '../form/personForm.ts';
import { DuplicateHints } from './DuplicateHints.tsx';
import type { Stage } from './OpenPathway.tsx';
import { PlanReview } from './PlanReview.tsx';
import { proposedNames } from './proposedNames.ts';
import { useOpening } from './useOpening.ts';
import { useToldApart } from './useToldApart.ts';

/** Looking at the plan saves nothing: what was entered is at stake until the file is opened. */
const AskedBeforeLost = ({ isSaved }: { isSaved: boolean }) => {
  const translate = useTranslate();
  const { dirtyFields } = useFormState();
  const isAtStake = !isSaved && Object.keys(dirtyFields).length > 0;
  // Whom one was about to look for is not looked for later, unasked.
  useLeaveGuard(isAtStake, translate('ra.message.unsaved_changes'), { isBegunAnew: true, onStay: dropCarriedWords });
  return null;
};

interface OpeningFormProps {
  /** Who was looked for, and is proposed: in memory alone. */
  readonly sought: string;
  readonly isReview: boolean;
  readonly onStage: (stage: Stage) => void;
}

/** Entering a person and the facts. The form stays in place, hidden, while the plan is looked at: nothing is retyped. */
export const OpeningForm = ({ sought, isReview, onStage }: OpeningFormProps) => {
  const say = useSentences();
  const { today } = useSession();
  const toldApart = useToldApart();
  // Of the day on which it opened: night falls on an open form, and what it begins with is not to change under what is typed.
  const [defaults] = useState(() => ({
    person: { ...toPersonForm(), ...proposedNames(sought) },
    facts: { ...toFactsForm(), caseOpenedOn: today },
  }));
  // Perhaps of somebody else than whoever is before her now.
  const draft = useDraft('open', { defaults, isOffered: true });
  const { preview, save, entered, plan, error, isPending, isSaved } = useOpening(onStage, toldApart, draft);

  const fields = useRef<HTMLDivElement>(null);
  // Nobody was found, or none of them: what comes next is the first field, in which what is typed replaces what is proposed.
  useEffect(() => {
    const first = fields.current?.querySelector<HTMLInputElement>('input');
    first?.focus();
    first?.select();
  }, []);

  return (
    <FormErrors error={error}>
      <Box hidden={isReview}>
        <ErrorSummary error={error} />
        <Paper onKeyDown={sendByKeyboard} sx={{ p: { xs: 1.5, sm: 3 } }}>
          <Typography color="textSecondary" sx={{ mb: 2 }}>
            {say('common.required_note')}
          </Typography>
          <Form noValidate defaultValues={defaults} onSubmit={preview} disableInvalidFormNotification>
            <AskedBeforeLost isSaved={isSaved} />
            <KeepDraft draft={draft} />
            <Box ref={fields}>
              <PersonFields />
              <FormDataConsumer<{ person: PersonForm }>>
                {({ formData }) => <DuplicateHints person={formData.person} toldApart={toldApart} />}
              </FormDataConsumer>
              <FactFields />
            </Box>
            <BusyButton type="submit" variant="contained" isBusy={isPending} busyLabel={say('opening.showing_plan')}>
              {say('opening.show_plan')}
            </BusyButton>
            <DraftWords draft={draft} />
          </Form>
        </Paper>
      </Box>
      {isReview && plan && entered && (
        <PlanReview
          plan={plan}
          entered={entered}
          isSaving={isPending}
          onModify={() => onStage('form')}
          onSave={() => void save()}
        />
      )}
    </FormErrors>
  );
};
