import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Paper from '@mui/material/Paper';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { MergePreview } from '../../../server/contract/merge.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { historyFieldLabel } from '../pathways/file/historyFieldLabel.ts';
import { useFieldText } from '../pathways/useFieldText.ts';
import type { Choices } from '../providers/mergeQuestions.ts';
import { Section } from '../shared/Section.tsx';

type Field = MergePreview['fields'][number];
type Side = Field['chosen'];

interface FieldChoicesProps {
  readonly fields: readonly Field[];
  readonly choices: Choices;
  readonly onChoose: (path: string, side: Side) => void;
}

/** Of each field that differs, the two values side by side, and which of them stays. */
export const FieldChoices = ({ fields, choices, onChoose }: FieldChoicesProps) => {
  const labels = useLabels();
  const say = useSentences();
  const differing = fields.filter(({ isSame }) => !isSame);
  const same = fields.filter(({ isSame }) => isSame).map(({ path }) => historyFieldLabel(path, say, labels));
  return (
    <Section id="merge-choices" title={say('merging.choices')}>
      <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '60rem' }}>
        {say(differing.length === 0 ? 'merging.no_choice' : 'merging.choices_intro')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {differing.map((field) => (
          <FieldChoice
            key={field.path}
            field={field}
            chosen={choices[field.path] ?? field.proposed}
            onChoose={(side) => onChoose(field.path, side)}
          />
        ))}
      </Box>
      {same.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
          {say('merging.same', { fields: same.join(', ') })}
        </Typography>
      )}
    </Section>
  );
};

interface FieldChoiceProps {
  readonly field: Field;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
}

const FieldChoice = ({ field, chosen, onChoose }: FieldChoiceProps) => {
  const labels = useLabels();
  const say = useSentences();
  const id = useId();
  const text = useValueText(field.path);
  return (
    <Paper sx={{ px: 2, py: 1 }}>
      <FormControl
        component="fieldset"
        sx={{
          width: '100%',
          m: 0,
          display: 'grid',
          alignItems: 'center',
          columnGap: 2,
          gridTemplateColumns: { xs: '1fr', md: '15rem 1fr' },
        }}
      >
        <FormLabel component="legend" id={id} sx={{ float: 'left', fontWeight: 600, color: 'text.primary' }}>
          {historyFieldLabel(field.path, say, labels)}
        </FormLabel>
        <RadioGroup
          aria-labelledby={id}
          value={chosen}
          onChange={(_event, side) => onChoose(side as Side)}
          sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
        >
          <Value side="KEPT" words={say('merging.of_kept')} value={text(field.kept)} />
          <Value side="OTHER" words={say('merging.of_other')} value={text(field.other)} />
        </RadioGroup>
      </FormControl>
    </Paper>
  );
};

const Value = ({ side, words, value }: { side: Side; words: string; value: string }) => (
  <FormControlLabel
    value={side}
    control={<Radio size="small" />}
    sx={{ minWidth: 0, m: 0 }}
    slotProps={{ typography: { component: 'span', sx: { minWidth: 0, overflowWrap: 'anywhere' } } }}
    label={
      <>
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {words}
        </Typography>
        {value}
      </>
    }
  />
);

/** A value as the history writes it, as one reads it. */
function useValueText(path: string): (raw: string | null) => string {
  const text = useFieldText();
  const key = path.split('.').pop() ?? '';
  return (raw) => text(key, raw === 'true' || raw === 'false' ? raw === 'true' : raw);
}
