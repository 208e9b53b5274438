import Box from '@mui/material/Box';
import { LinkBase } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import type { PastDays } from '../../providers/questions.ts';
import { TAB } from '../../shared/tab.ts';
import { useMay } from '../../shared/useSession.ts';
import { filePath } from '../filePath.ts';

interface FileTabsProps {
  readonly id: string;
  readonly part: string;
  /** The days of a past view, which its parts keep. It has no history of its own: that of the file tells all. */
  readonly past?: PastDays;
  /** Whether who saw it is told to this reader, as the server grants it. */
  readonly hasAccesses?: boolean;
}

/** The parts of a file, each with its address. */
export const FileTabs = ({ id, part, past, hasAccesses = false }: FileTabsProps) => {
  const say = useSentences();
  const may = useMay();
  const days = past === undefined ? '' : `?${new URLSearchParams({ ...past }).toString()}`;
  const tabs = [
    {
      to: `${filePath(id)}${days}`,
      label: say('file.tab_pathway'),
      isCurrent: !['identity', 'correct', 'notes', 'history', 'accesses', 'extract'].includes(part),
    },
    {
      to: `${filePath(id)}/identity${days}`,
      label: say('file.tab_identity'),
      isCurrent: part === 'identity' || part === 'correct',
    },
    ...(past === undefined && may('notes.read')
      ? [{ to: `${filePath(id)}/notes`, label: say('notes.tab'), isCurrent: part === 'notes' }]
      : []),
    ...(past === undefined
      ? [{ to: `${filePath(id)}/history`, label: say('file.tab_history'), isCurrent: part === 'history' }]
      : []),
    ...(past === undefined && hasAccesses
      ? [
          {
            to: `${filePath(id)}/accesses`,
            label: say('accesses.tab'),
            isCurrent: part === 'accesses' || part === 'extract',
          },
        ]
      : []),
  ];
  return (
    <Box
      component="nav"
      aria-label={say('file.tabs')}
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 2, '@media print': { display: 'none' } }}
    >
      <Box component="ul" sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', m: 0, p: 0, gap: 1 }}>
        {tabs.map(({ to, label, isCurrent }) => (
          <li key={to}>
            <Box component={LinkBase} to={to} aria-current={isCurrent ? 'page' : undefined} sx={TAB}>
              {label}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
};
