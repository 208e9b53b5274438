import { ApiError } from '../providers/apiError.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ButtonLink } from './ButtonLink.tsx';

/** Of the refusal of a file that was merged: the one that stayed. */
export function keptFileOf(error: unknown): { readonly id: string; readonly number: string } | undefined {
  return error instanceof ApiError && error.code === 'file_merged' ? error.problem.keptFile : undefined;
}

/** The way to the file that stayed; nothing for any other refusal. */
export const KeptFile = ({ error }: { error: unknown }) => {
  const say = useSentences();
  const kept = keptFileOf(error);
  if (kept === undefined) return null;
  return (
    <ButtonLink to={`/pathways/${encodeURIComponent(kept.id)}/show`} variant="outlined" sx={{ mt: 1 }}>
      {say('merging.open_kept', { number: kept.number })}
    </ButtonLink>
  );
};
