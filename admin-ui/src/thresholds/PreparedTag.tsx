import Link from '@mui/material/Link';
import { useSentences } from '../i18n/useSentences.ts';
import { Tag } from '../shared/Tag.tsx';

/** Beside what is in force: it is being changed, and where the change waits. */
export const PreparedTag = ({ onSee }: { onSee: () => void }) => {
  const say = useSentences();
  return (
    <>
      <Tag tone="soon">{say('thresholds.prepared')}</Tag>{' '}
      <Link component="button" type="button" onClick={onSee} sx={{ minHeight: 24, textAlign: 'left' }}>
        {say('thresholds.see_prepared')}
      </Link>
    </>
  );
};
