import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { LinkBase, useLocation, useLogout } from 'react-admin';
import { SHADES } from './shades.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { useSession } from '../shared/useSession.ts';
import { MainMenu } from './MainMenu.tsx';
import { UserMenu } from './UserMenu.tsx';

const MENU_ID = 'menu-principal';
const ACCOUNT_ID = 'compte';

/** The top bar: the product, the structure, who is signed in, the way out; then the main menu. */
export const Header = () => {
  const say = useSentences();
  const logout = useLogout();
  const { organisation } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { key } = useLocation();
  // Whatever was followed, from the menu or from the account.
  useEffect(() => setOpen(false), [key]);

  return (
    <Box
      component="header"
      sx={{
        bgcolor: SHADES.header,
        color: SHADES.onHeader,
        '& :focus-visible': { outlineColor: `${SHADES.onHeader} !important` },
        '@media print': { display: 'none' },
      }}
    >
      <Box
        sx={{
          maxWidth: '84rem',
          mx: 'auto',
          px: { xs: 1.5, sm: 3 },
          py: { xs: 1, md: 0 },
          pt: { md: 1 },
          display: 'flex',
          flexWrap: 'wrap',
          gap: { xs: 0.5, sm: 2 },
          alignItems: 'center',
        }}
      >
        <Typography
          component={LinkBase}
          to="/"
          sx={{ color: 'inherit', fontWeight: 700, fontSize: '1.25rem', textDecoration: 'none' }}
        >
          {say('common.product')}
        </Typography>
        <Typography component="span" sx={{ flex: 1, minWidth: 0, fontSize: { xs: '0.875rem', sm: '1rem' } }}>
          {organisation.name}
        </Typography>
        <PaletteButton />
        <Button
          color="inherit"
          variant="outlined"
          size="small"
          aria-expanded={isOpen}
          aria-controls={`${ACCOUNT_ID} ${MENU_ID}`}
          onClick={() => setOpen(!isOpen)}
          sx={{ display: { md: 'none' } }}
        >
          {say('shell.open_menu')}
        </Button>
        {/* On a telephone, one row is all that the bar may take from the screen: who one is opens with the menu. */}
        <Box
          id={ACCOUNT_ID}
          sx={{
            display: { xs: isOpen ? 'flex' : 'none', sm: 'flex' },
            flexBasis: { xs: '100%', sm: 'auto' },
            justifyContent: 'space-between',
            alignItems: 'center',
            gap: { xs: 0.5, sm: 2 },
          }}
        >
          <UserMenu />
          <Button
            color="inherit"
            variant="outlined"
            size="small"
            onClick={() => void logout(undefined, '/login', false)}
            sx={{ flexShrink: 0 }}
          >
            {say('session.sign_out')}
          </Button>
        </Box>
      </Box>
      <MainMenu id={MENU_ID} isOpen={isOpen} />
    </Box>
  );
};
