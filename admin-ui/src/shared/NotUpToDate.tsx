import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from './ErrorCard.tsx';
import { inPlaceOf } from './unheard.ts';

interface NotUpToDateProps {
  readonly shown: unknown;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Above what was read and stays, when the server was asked again and not heard; nothing otherwise. */
export const NotUpToDate = ({ shown, error, onRetry }: NotUpToDateProps) => {
  const say = useSentences();
  if (error == null || inPlaceOf(shown, error) !== undefined) return null;
  return <ErrorCard error={error} title={say('states.not_up_to_date')} onRetry={onRetry} />;
};
