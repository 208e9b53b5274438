import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { LANGUAGES } from '../i18n/languages.ts';
import { useSentences } from '../i18n/useSentences.ts';

/** The language of the interface, where nobody is signed in yet; inside, it is in the menu of the account. */
export const LanguageSwitch = () => {
  const say = useSentences();
  const { language, choose } = useLanguage();
  return (
    <ButtonGroup size="small" variant="text" aria-label={say('shell.language')}>
      {LANGUAGES.map(({ code, name }) => (
        <Button
          key={code}
          lang={code}
          aria-pressed={code === language}
          onClick={() => choose(code)}
          sx={{ textDecoration: code === language ? 'underline' : 'none' }}
        >
          {name}
        </Button>
      ))}
    </ButtonGroup>
  );
};
