import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import type { News } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { HistoryWhat } from '../pathways/file/HistoryWhat.tsx';
import { whoUsedARight } from '../pathways/file/rightsTold.ts';
import { filePath } from '../pathways/filePath.ts';
import { newsQuestions } from '../providers/newsQuestions.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { BusyButton } from '../shared/BusyButton.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { WeekTabs } from './WeekTabs.tsx';

/** What others did in one’s files since one last said that one had seen: by person, by whom, from what to what. */
export const NewsScreen = () => {
  const say = useSentences();
  const announce = useAnnounce();
  const { instant, plural, number } = useFormat();
  const { answer: news, error, isPending, askAgain } = useQuestion('news', (signal) => newsQuestions.read(signal));
  const [refusal, setRefusal] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);

  const markSeen = async (until: string) => {
    setSaving(true);
    setRefusal(undefined);
    try {
      await newsQuestions.seen(until);
      announce(say('news.marked'));
      askAgain();
    } catch (problem) {
      setRefusal(problem);
    }
    setSaving(false);
  };

  return (
    <Page title={say('news.title')}>
      <WeekTabs current="NEWS" news={news && { count: news.total, isMore: false }} />
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {refusal !== undefined && <ErrorCard error={refusal} />}
      {isPending && <LoadingBlock label={say('news.loading')} lines={8} />}
      {news !== undefined && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
            <Typography>
              {say(news.isFirst ? 'news.first' : 'news.since', { ...plural(news.total), at: instant(news.since) })}
            </Typography>
            {news.total > 0 && (
              <BusyButton
                variant="contained"
                size="small"
                isBusy={isSaving}
                busyLabel={say('common.saving')}
                onClick={() => void markSeen(news.until)}
              >
                {say('news.mark')}
              </BusyButton>
            )}
          </Box>
          {news.total === 0 && <EmptyState>{say('news.none')}</EmptyState>}
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
            {news.files.map((file) => (
              <NewsOfFile key={file.pathwayId} file={file} />
            ))}
          </Box>
          {shownOf(news) < news.total && (
            <Typography color="textSecondary" sx={{ mt: 2 }}>
              {say('news.more', { shown: number(shownOf(news)), total: number(news.total) })}
            </Typography>
          )}
        </>
      )}
    </Page>
  );
};

const shownOf = ({ files }: News): number =>
  files.reduce((sum, { entries, notes }) => sum + entries.length + notes.length, 0);

type FileNews = News['files'][number];

/** What was recorded in a file and what was done of its notes, the latest first. */
const together = ({ entries, notes }: FileNews): (FileNews['entries'][number] | FileNews['notes'][number])[] =>
  [...entries, ...notes].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

const NewsOfFile = ({ file }: { file: News['files'][number] }) => {
  const say = useSentences();
  const { birth, instant } = useFormat();
  const born = birth(file.birth as Parameters<typeof birth>[0]);
  return (
    <Paper component="li" sx={{ p: 1.5 }}>
      <Typography variant="h2" sx={{ fontSize: '1.05rem' }}>
        <Link component={LinkBase} to={filePath(file.pathwayId)} underline="always" sx={{ overflowWrap: 'anywhere' }}>
          {file.name}
        </Link>
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        {[born, file.number].filter((part) => part !== null).join(' · ')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {together(file).map((one, place) => (
          <Box
            component="li"
            key={place}
            sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}
          >
            {'act' in one ? <span>{say(`news.note_${one.act}`)}</span> : <HistoryWhat entry={one} />}
            <Typography variant="body2" color="textSecondary">
              {[
                one.actor ?? ('act' in one ? null : whoUsedARight(one)) ?? say('history.system'),
                ...('source' in one && one.source === 'IMPORT' ? [say('history.source_IMPORT')] : []),
                instant(one.at),
              ].join(', ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Paper>
  );
};
