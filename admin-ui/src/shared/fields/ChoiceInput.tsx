import { useSentences } from '../../i18n/useSentences.ts';
import { Choice, type Option } from './Choice.tsx';
import { FieldNote } from './FieldNote.tsx';
import { useField, type FieldProps } from './useField.ts';

interface ChoiceInputProps extends FieldProps {
  readonly options: readonly Option[];
}

export const ChoiceInput = ({ options, hint, autoFocus, ...props }: ChoiceInputProps) => {
  const say = useSentences();
  const { id, field, error, label } = useField(props);
  return (
    <Choice
      id={id}
      name={field.name}
      inputRef={field.ref}
      label={label}
      value={String(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      options={options}
      emptyLabel={props.isRequired === true ? say('common.choose') : say('common.unknown')}
      error={error !== undefined}
      autoFocus={autoFocus === true}
      helperText={(error !== undefined || hint !== undefined) && <FieldNote error={error} hint={hint} />}
    />
  );
};

/** Yes, no, or not known: three answers, none of them guessed. */
export const YesNoInput = (props: FieldProps) => {
  const say = useSentences();
  return (
    <ChoiceInput
      {...props}
      options={[
        { value: 'true', label: say('common.yes') },
        { value: 'false', label: say('common.no') },
      ]}
      parse={(value: string) => (value === '' ? null : value === 'true')}
    />
  );
};
