import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useEffect, useId, useState } from 'react';
import { LinkBase, useLocation } from 'react-admin';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { LANGUAGES } from '../i18n/languages.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { IdentitiesDialog } from '../session/IdentitiesDialog.tsx';
import { questions } from '../providers/questions.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useMay, useSession } from '../shared/useSession.ts';
import { APPEARANCES } from './keptAppearance.ts';
import { MenuRadio } from './MenuRadio.tsx';

/** Who is signed in, as what; her account; through whom else she may come in; the language of the interface, and its colours. */
export const UserMenu = () => {
  const say = useSentences();
  const { user, role } = useSession();
  const may = useMay();
  const { language, choose: speak } = useLanguage();
  const { mode, setMode } = useColorScheme();
  const { answer: instance } = useQuestion('instance', (signal) => questions.instance(signal));
  const [provider, setProvider] = useState<string>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { key } = useLocation();
  // The browser's own « back » leaves the page: the menu over it too.
  useEffect(() => setAnchor(null), [key]);
  const ids = { language: useId(), appearance: useId() };
  const choose = (chosen: () => void) => {
    chosen();
    setAnchor(null);
  };

  return (
    <>
      <Button
        color="inherit"
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ textAlign: 'left', lineHeight: 1.3 }}
      >
        {user.displayName}, {say(`roles.${role}`)}
        <Box component="span" aria-hidden="true" sx={{ ml: 1 }}>
          ▾
        </Box>
      </Button>
      <Menu
        variant="menu"
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': say('shell.user_menu', { name: user.displayName }) } }}
      >
        {may('account.own') && (
          <MenuItem component={LinkBase} to="/account" onClick={() => setAnchor(null)}>
            {say('shell.account')}
          </MenuItem>
        )}
        {instance?.identityProviders.map(({ name }) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              setProvider(name);
            }}
          >
            {say('session.identities', { name })}
          </MenuItem>
        ))}
        <Divider component="li" />
        <ListSubheader id={ids.language} role="presentation" sx={{ lineHeight: 2 }}>
          {say('shell.language')}
        </ListSubheader>
        {LANGUAGES.map(({ code, name }) => (
          <MenuRadio
            key={code}
            lang={code}
            aria-describedby={ids.language}
            isChosen={code === language}
            onClick={() => choose(() => speak(code))}
          >
            {name}
          </MenuRadio>
        ))}
        <Divider component="li" />
        <ListSubheader id={ids.appearance} role="presentation" sx={{ lineHeight: 2 }}>
          {say('shell.appearance')}
        </ListSubheader>
        {APPEARANCES.map((appearance) => (
          <MenuRadio
            key={appearance}
            aria-describedby={ids.appearance}
            isChosen={appearance === mode}
            onClick={() => choose(() => setMode(appearance))}
          >
            {say(`shell.appearance_${appearance}`)}
          </MenuRadio>
        ))}
      </Menu>
      {provider !== undefined && <IdentitiesDialog name={provider} onClose={() => setProvider(undefined)} />}
    </>
  );
};
