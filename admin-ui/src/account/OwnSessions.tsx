import Button from '@mui/material/Button';
import { useState } from 'react';
import type { OwnSessionRow } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Section } from '../shared/Section.tsx';
import type { Column } from '../shared/table/columns.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useTell } from '../shared/useTell.ts';

/** One's open sessions, each of which may be closed from here. */
export const OwnSessions = ({ onError }: { onError: (error: unknown) => void }) => {
  const say = useSentences();
  const tell = useTell();
  const { instant, plural } = useFormat();
  const [turn, setTurn] = useState(0);
  const { answer, error, askAgain } = useQuestion(`sessions ${turn}`, (signal) => ownAccount.sessions(signal));
  const end = (work: Promise<void>, told: string) => {
    work.then(() => {
      tell(told);
      setTurn((value) => value + 1);
    }, onError);
  };
  const columns: Column<OwnSessionRow>[] = [
    {
      key: 'browser',
      label: say('account.session_browser'),
      isRowHeader: true,
      cell: ({ browser, isCurrent }) => (
        <>
          {browser ?? say('account.session_unknown')}{' '}
          {isCurrent && <Tag tone="good">{say('account.session_current')}</Tag>}
        </>
      ),
    },
    { key: 'opened', label: say('account.session_opened'), cell: ({ openedAt }) => instant(openedAt) },
    { key: 'seen', label: say('account.session_seen'), cell: ({ lastSeenAt }) => instant(lastSeenAt) },
    {
      key: 'end',
      label: say('account.session_end'),
      cell: ({ id, isCurrent, browser, openedAt }) =>
        !isCurrent && (
          <Button
            size="small"
            variant="outlined"
            aria-label={say('account.session_end_this', {
              browser: browser ?? say('account.session_unknown'),
              at: instant(openedAt),
            })}
            onClick={() => end(ownAccount.endSession(id), say('account.session_ended'))}
          >
            {say('account.session_end')}
          </Button>
        ),
    },
  ];

  return (
    <Section id="sessions" title={say('account.sessions_title')} intro={say('account.sessions_intro')}>
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {answer === undefined && error === undefined && <LoadingBlock lines={3} />}
      {answer !== undefined && (
        <>
          <DataTable<OwnSessionRow>
            caption={say('account.sessions_caption', plural(answer.length))}
            columns={columns}
            groups={ungrouped(answer)}
            rowKey={({ id }) => id}
          />
          {answer.length > 1 && (
            <Button
              variant="outlined"
              sx={{ mt: 2 }}
              onClick={() => end(ownAccount.endOtherSessions(), say('account.sessions_ended'))}
            >
              {say('account.sessions_end_others')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
};
