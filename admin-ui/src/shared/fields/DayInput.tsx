import { useSession } from '../useSession.ts';
import { TextInput } from './TextInput.tsx';
import type { FieldProps } from './useField.ts';

interface DayInputProps extends FieldProps {
  /** The day of a fact cannot be after today; a limit, a validity, can. */
  readonly isFact?: boolean;
  readonly min?: string;
}

/** A civil day, typed or picked: the browser's own field, whose value is already YYYY-MM-DD. */
export const DayInput = ({ isFact = false, validate, ...props }: DayInputProps) => {
  const { today } = useSession();
  const notInFuture = (value: unknown) =>
    isFact && typeof value === 'string' && value > today ? 'forms.not_in_future' : undefined;
  const checks = [validate ?? [], notInFuture].flat();
  return <TextInput type="date" {...props} validate={checks} {...(isFact ? { max: today } : {})} />;
};
