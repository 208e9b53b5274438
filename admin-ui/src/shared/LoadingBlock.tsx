import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useEffect, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';

/** Grey lines after 200 ms: sooner, they would only blink. */
export const LoadingBlock = ({ lines = 6, label }: { lines?: number; label?: string }) => {
  const say = useSentences();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, 200);
    return () => {
      clearTimeout(timer);
    };
  }, []);

  return (
    <Stack role="status" aria-busy="true" aria-label={label ?? say('common.loading')} sx={{ minHeight: '8rem' }}>
      {shown && Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={34} animation={false} />)}
    </Stack>
  );
};
