import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { FormDataConsumer } from 'react-admin';
import type { SentenceKey } from '../i18n/messages.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Choice } from '../shared/fields/Choice.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { useField } from '../shared/fields/useField.ts';
import { durationAt, isWholeNumber, warnsAfterLimit, type RuleForm } from './ruleForm.ts';
import { countsBefore, type Part, type Rule } from './thresholds.ts';
import { useThresholdWords } from './useThresholdWords.ts';

export const wholeNumber = (value: unknown) => (isWholeNumber(value) ? undefined : 'thresholds.whole_number');

/** One duration: a number, its unit, and on which side of the anchor where both make sense; then what that says. */
export const DurationFields = ({ rule, part }: { rule: Rule; part: Part }) => {
  const say = useSentences();
  const { partLabel, placeFrom } = useThresholdWords();
  const { path, kind } = part;
  const label = partLabel(part);
  const comesBeforeLimit = (_value: unknown, form: unknown) =>
    kind === 'warn' && warnsAfterLimit(form as RuleForm, path) ? 'thresholds.warn_after_limit' : undefined;

  return (
    <Box role="group" aria-label={label}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 8rem), 1fr))',
        }}
      >
        <TextInput
          source={`${path}.n`}
          errorPath={path}
          type="number"
          min={countsBefore(rule) ? 0 : 1}
          label={label}
          validate={[wholeNumber, comesBeforeLimit]}
          isRequired
        />
        <OneOf source={`${path}.unit`} label={say('thresholds.unit')} codes={UNITS} />
        {countsBefore(rule) && <OneOf source={`${path}.side`} label={say('thresholds.side')} codes={SIDES} />}
      </Box>
      <FormDataConsumer<RuleForm>>
        {({ formData }) => {
          const duration = durationAt(formData, path);
          return (
            <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
              {duration === undefined ? '\u00a0' : placeFrom(duration, rule.anchor)}
            </Typography>
          );
        }}
      </FormDataConsumer>
    </Box>
  );
};

const UNITS = ['DAY', 'MONTH'] as const;
const SIDES = ['BEFORE', 'AFTER'] as const;

interface OneOfProps {
  readonly source: string;
  readonly label: string;
  readonly codes: readonly (typeof UNITS | typeof SIDES)[number][];
}

/** A choice that always has an answer. */
const OneOf = ({ source, label, codes }: OneOfProps) => {
  const say = useSentences();
  const { id, field } = useField({ source, label, defaultValue: codes[0] });
  return (
    <Choice
      id={id}
      name={field.name}
      inputRef={field.ref}
      label={label}
      value={String(field.value)}
      options={codes.map((code) => ({ value: code, label: say(`thresholds.choice_${code}` as SentenceKey) }))}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
};
