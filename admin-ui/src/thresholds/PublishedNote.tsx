import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useEffect, useRef } from 'react';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { useFormat } from '../shared/useFormat.ts';

interface PublishedNoteProps {
  readonly view: ThresholdsView;
  /** The number of what has just been published here. */
  readonly justPublished: number | undefined;
}

/** What has just been published, and whether the files already follow it. It takes the focus when it arrives. */
export const PublishedNote = ({ view, justPublished }: PublishedNoteProps) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { longDay } = useFormat();
  const note = useRef<HTMLDivElement>(null);
  const published = view.published.find(({ number }) => number === justPublished);
  const state = say(view.applied ? 'thresholds.applied' : 'thresholds.applying');
  const isNews = justPublished !== undefined || !view.applied;
  useEffect(() => {
    if (justPublished !== undefined) note.current?.focus();
  }, [justPublished]);
  useEffect(() => {
    if (isNews) announce(state);
  }, [announce, isNews, state]);
  if (!isNews) return null;

  return (
    <Alert
      ref={note}
      tabIndex={-1}
      severity={view.applied ? 'success' : 'info'}
      icon={false}
      variant="outlined"
      role="group"
      sx={{ mb: 3, bgcolor: 'background.paper' }}
    >
      {published && <AlertTitle>{say('thresholds.published', { day: longDay(published.effectiveOn) })}</AlertTitle>}
      {state}
    </Alert>
  );
};
