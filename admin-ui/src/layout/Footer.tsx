import Box from '@mui/material/Box';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { useQuestion } from '../shared/useQuestion.ts';

/** In a demonstration, on every page: nobody here is real. */
export const Footer = () => {
  const say = useSentences();
  const { answer: instance } = useQuestion('instance', (signal) => questions.instance(signal));
  if (instance?.demo !== true) return null;

  return (
    <Box
      component="footer"
      sx={{
        maxWidth: '84rem',
        mx: 'auto',
        px: { xs: 1.5, sm: 3 },
        py: 2,
        color: 'text.secondary',
        fontSize: '0.875rem',
      }}
    >
      {say('shell.demo_banner')}
    </Box>
  );
};
