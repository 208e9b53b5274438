import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { wholeNumber } from './DurationFields.tsx';
import { refusalAbout } from './refusal.ts';
import { toSilenceDays, toSilenceForm, type SilenceForm } from './ruleForm.ts';
import type { SilenceDays } from './thresholds.ts';

interface SilenceDaysDialogProps {
  readonly silenceDays: SilenceDays;
  readonly refusal: unknown;
  readonly onKeep: (silenceDays: SilenceDays) => void;
  readonly onClose: () => void;
}

/** How long a stall may be « known, waiting for », by severity. It joins the changes to publish; nothing is sent. */
export const SilenceDaysDialog = ({ silenceDays, refusal, onKeep, onClose }: SilenceDaysDialogProps) => {
  const say = useSentences();
  const [refused] = useState(() => refusalAbout(refusal, 'silenceDays'));

  return (
    <FormDialog<SilenceForm>
      title={say('thresholds.edit_title', { rule: say('thresholds.silence') })}
      intro={`${say('thresholds.silence_intro')} ${say('thresholds.edit_intro')}`}
      submitLabel={say('thresholds.keep')}
      defaultValues={toSilenceForm(silenceDays)}
      refusal={refused}
      onSubmit={async (form) => onKeep(toSilenceDays(form))}
      onClose={onClose}
    >
      {(['NORMAL', 'CRITICAL'] as const).map((severity) => (
        <TextInput
          key={severity}
          source={severity}
          type="number"
          min={1}
          label={say('thresholds.silence_days', { name: say(`thresholds.silence_${severity}`) })}
          validate={wholeNumber}
          isRequired
        />
      ))}
    </FormDialog>
  );
};
