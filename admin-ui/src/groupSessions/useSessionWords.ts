import { useMemo } from 'react';
import type { GroupSessionRow } from '../../../server/contract/groupSession.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';

/** When a session is, in words. */
export function useSessionWords() {
  const labels = useLabels();
  const say = useSentences();
  const { weekDay } = useFormat();
  return useMemo(
    () => ({
      whenWords: (session: Pick<GroupSessionRow, 'heldOn' | 'startsAt' | 'endsAt'>): string =>
        say('sessions.when_words', { day: weekDay(session.heldOn), times: labels.times(session) }),
    }),
    [labels, weekDay, say],
  );
}
