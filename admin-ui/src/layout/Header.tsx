import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { LinkBase, useLogout } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { useSession } from '../shared/useSession.ts';
import { MainMenu } from './MainMenu.tsx';
import { UserMenu } from './UserMenu.tsx';

const MENU_ID = 'menu-principal';

/** The top bar: the product, the structure, who is signed in, the way out; then the main menu. */
export const Header = () => {
  const say = useSentences();
  const logout = useLogout();
  const { organisation } = useSession();
  const [isOpen, setOpen] = useState(false);

  return (
    <Box component="header" sx={{ bgcolor: 'primary.main', color: '#ffffff', '@media print': { display: 'none' } }}>
      <Box
        sx={{
          maxWidth: '84rem',
          mx: 'auto',
          px: { xs: 1.5, sm: 3 },
          pt: 1,
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
        <Typography component="span" sx={{ flexGrow: 1, minWidth: '8rem' }}>
          {organisation.name}
        </Typography>
        <PaletteButton />
        <UserMenu />
        <Button color="inherit" variant="outlined" size="small" onClick={() => void logout(undefined, '/login', false)}>
          {say('session.sign_out')}
        </Button>
        <Button
          color="inherit"
          variant="outlined"
          size="small"
          aria-expanded={isOpen}
          aria-controls={MENU_ID}
          onClick={() => setOpen(!isOpen)}
          sx={{ display: { md: 'none' } }}
        >
          {say('shell.open_menu')}
        </Button>
      </Box>
      <MainMenu id={MENU_ID} isOpen={isOpen} onFollow={() => setOpen(false)} />
    </Box>
  );
};
