import Box from '@mui/material/Box';
import { LinkBase, useLocation } from 'react-admin';
import { SHADES } from './shades.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useSession } from '../shared/useSession.ts';
import { TransfersWaiting } from '../transfers/TransfersWaiting.tsx';
import { entriesFor } from './entries.ts';

interface MainMenuProps {
  readonly id: string;
  readonly isOpen: boolean;
}

const LINK = {
  display: 'block',
  px: 1.5,
  py: 1,
  color: 'inherit',
  textDecoration: 'none',
  fontWeight: 600,
  borderBottom: '3px solid transparent',
  '&:hover': { textDecoration: 'underline' },
  '&[aria-current="page"]': { borderBottomColor: SHADES.onHeader },
  // In forced colours an edge is drawn even where it is transparent: only the current page keeps it.
  '@media (forced-colors: active)': { '&:not([aria-current])': { borderBottomColor: 'Canvas' } },
  '&:focus-visible': { outlineOffset: '-4px' },
} as const;

/** The main menu: only what the session may use. Under 900 px it opens with the « Menu » button. */
export const MainMenu = ({ id, isOpen }: MainMenuProps) => {
  const say = useSentences();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const entries = entriesFor(permissions);
  if (entries.length === 0) return null;

  return (
    <Box
      component="nav"
      id={id}
      aria-label={say('shell.main_menu')}
      sx={{ display: { xs: isOpen ? 'block' : 'none', md: 'block' } }}
    >
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          maxWidth: '84rem',
          mx: 'auto',
          px: { xs: 0, sm: 1.5 },
          display: { md: 'flex' },
          gap: 0.5,
        }}
      >
        {entries.map(({ to, label }) => (
          <li key={to}>
            <Box component={LinkBase} to={to} aria-current={pathname.startsWith(to) ? 'page' : undefined} sx={LINK}>
              {say(label)} {to === '/transfers' && <TransfersWaiting />}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
};
