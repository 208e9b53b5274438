import Box from '@mui/material/Box';
import { LinkBase } from 'react-admin';
import { TAB } from '../shared/tab.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** What is to be done, and what others have done meanwhile: two pages of one morning. */
export const WeekTabs = ({ current }: { current: 'TO_DO' | 'NEWS' }) => {
  const say = useSentences();
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
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
};
