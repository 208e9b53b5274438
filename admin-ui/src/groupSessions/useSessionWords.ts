import { useMemo } from 'react';
import { timesWords } from '../../../server/contract/labels.ts';
import type { GroupSessionRow } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';

/** When a session is, in words. */
export function useSessionWords() {
  const say = useSentences();
  const { longDay } = useFormat();
  return useMemo(
    () => ({
      whenWords: (session: Pick<GroupSessionRow, 'heldOn' | 'startsAt' | 'endsAt'>): string =>
        say('sessions.when_words', { day: longDay(session.heldOn), times: timesWords(session) }),
    }),
    [longDay, say],
  );
}
