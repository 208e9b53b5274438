import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { NoteVisibility } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { FieldNote } from '../shared/fields/FieldNote.tsx';
import { useField } from '../shared/fields/useField.ts';

interface VisibilityInputProps {
  readonly source: string;
  readonly label: string;
  readonly options: readonly NoteVisibility[];
}

/** Who will read a note: each answer says it in words, and all are seen before one is chosen. */
export const VisibilityInput = ({ source, label, options }: VisibilityInputProps) => {
  const say = useSentences();
  const { id, field, error } = useField({ source, label });
  const labelId = `${id}-label`;
  return (
    <FormControl error={error !== undefined}>
      <FormLabel id={labelId} sx={{ fontWeight: 600, color: 'text.primary' }}>
        {label}
      </FormLabel>
      <RadioGroup
        id={id}
        tabIndex={-1}
        aria-labelledby={labelId}
        name={field.name}
        value={String(field.value)}
        onChange={(_event, value) => field.onChange(value)}
        onBlur={field.onBlur}
      >
        {options.map((option) => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio size="small" />}
            label={say(`notes.choose_${option}`)}
          />
        ))}
      </RadioGroup>
      {error !== undefined && (
        <FormHelperText>
          <FieldNote error={error} hint={undefined} />
        </FormHelperText>
      )}
    </FormControl>
  );
};
