import { useState } from 'react';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { DurationFields, wholeNumber } from './DurationFields.tsx';
import { refusalAbout } from './refusal.ts';
import { toRuleForm, toThreshold, type RuleForm } from './ruleForm.ts';
import { partsOf, type Rule, type Threshold } from './thresholds.ts';

interface RuleDialogProps {
  readonly rule: Rule;
  /** What is typed over: what is being prepared, else what is in force that day. */
  readonly threshold: Threshold;
  /** The server's refusal of what is being prepared, told at its fields. */
  readonly refusal: unknown;
  readonly onKeep: (threshold: Threshold) => void;
  readonly onClose: () => void;
}

/** The thresholds of one rule. They join the changes to publish; nothing is sent. */
export const RuleDialog = ({ rule, threshold, refusal, onKeep, onClose }: RuleDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const [refused] = useState(() => refusalAbout(refusal, rule.rule));

  return (
    <FormDialog<RuleForm>
      title={say('thresholds.edit_title', { rule: labels.stallRule[rule.rule] })}
      intro={say('thresholds.edit_intro')}
      submitLabel={say('thresholds.keep')}
      defaultValues={toRuleForm(threshold)}
      refusal={refused}
      onSubmit={async (form) => onKeep(toThreshold(form))}
      onClose={onClose}
    >
      {partsOf(threshold).map((part) => (
        <DurationFields key={part.path} rule={rule} part={part} />
      ))}
      {threshold.countLimit !== undefined && (
        <TextInput
          source="countLimit"
          type="number"
          min={1}
          label={say('thresholds.count')}
          validate={wholeNumber}
          isRequired
        />
      )}
    </FormDialog>
  );
};
