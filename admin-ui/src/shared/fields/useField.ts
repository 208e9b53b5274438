import { useInput, type InputProps } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { useReportTrouble, useServerError } from './FormErrors.tsx';

export interface FieldProps extends Pick<InputProps, 'validate' | 'defaultValue' | 'parse' | 'format'> {
  readonly source: string;
  /** Where the server tells an error on this field, when it is not the source. */
  readonly errorPath?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Most fields of a file may stay blank; the others say « obligatoire » and refuse it. */
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/** What every field of a form shares: its value, its label with « obligatoire », its error beside it and in the summary. */
export function useField({
  source,
  errorPath = source,
  label,
  validate,
  defaultValue = '',
  parse,
  format,
  isRequired = false,
}: FieldProps) {
  const say = useSentences();
  const checks = [validate ?? [], isRequired ? refuseBlank : []].flat();
  const { id, field, fieldState } = useInput({
    source,
    defaultValue,
    validate: checks,
    parse: parse ?? asIs,
    format: format ?? blank,
  });
  const serverError = useServerError(errorPath, field.value);
  const error = fieldState.error?.message ?? serverError;
  useReportTrouble({ id, label, path: errorPath }, error !== undefined);

  return { id, field, error, label: isRequired ? say('common.required', { label }) : label };
}

const refuseBlank = (value: unknown) =>
  value === undefined || value === null || value === '' ? 'forms.required' : undefined;
const asIs = (value: unknown): unknown => value;
const blank = (value: unknown): unknown => value ?? '';
