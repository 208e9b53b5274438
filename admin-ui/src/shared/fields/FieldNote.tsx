import { ValidationError } from 'react-admin';

/** Under a field: its error, else its hint. */
export const FieldNote = ({ error, hint }: { error: string | undefined; hint: string | undefined }) =>
  error === undefined ? <>{hint}</> : <ValidationError error={error} />;
