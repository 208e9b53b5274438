import Box from '@mui/material/Box';
import { LinkBase } from 'react-admin';
import type { Week } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { TAB } from '../shared/tab.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { visuallyHidden } from '../shared/visuallyHidden.ts';

interface WeekTabsProps {
  readonly current: 'TO_DO' | 'NEWS';
  /** How much is new, once it is known. */
  readonly news: Week['news'] | undefined;
}

/** What is to be done, and what others have done meanwhile, with how much that is: two pages of one morning. */
export const WeekTabs = ({ current, news }: WeekTabsProps) => {
  const say = useSentences();
  const { number, plural } = useFormat();
  const tabs = [
    { key: 'TO_DO', to: '/week', label: say('news.tab_to_do') },
    { key: 'NEWS', to: '/week/news', label: say('news.tab') },
  ];
  return (
    <Box
      component="nav"
      aria-label={say('news.tabs')}
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 2, '@media print': { display: 'none' } }}
    >
      <Box component="ul" sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', m: 0, p: 0, gap: 1 }}>
        {tabs.map(({ key, to, label }) => (
          <li key={key}>
            <Box component={LinkBase} to={to} aria-current={key === current ? 'page' : undefined} sx={TAB}>
              {label}
              {key === 'NEWS' && news != null && news.count > 0 && (
                <>
                  <Box component="span" aria-hidden sx={{ ml: 1 }}>
                    <Tag tone="soon">
                      {say(news.isMore ? 'news.count_more' : 'news.count', { count: number(news.count) })}
                    </Tag>
                  </Box>
                  <Box component="span" sx={visuallyHidden}>
                    {`, ${say(news.isMore ? 'news.counted_more' : 'news.counted', plural(news.count))}`}
                  </Box>
                </>
              )}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
};
