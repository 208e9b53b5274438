import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, this once: to print or to copy. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const say = useSentences();
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start', maxWidth: '46rem' }}>
      <Typography>{say('account.codes_intro')}</Typography>
      <Box
        component="ol"
        aria-label={say('account.codes_list')}
        sx={{ columns: { sm: '2 18rem' }, columnGap: '4rem', fontSize: '1.125rem', lineHeight: 2, m: 0 }}
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </Box>
      <Stack direction="row" spacing={2} sx={{ '@media print': { display: 'none' } }}>
        <Button variant="outlined" onClick={() => window.print()}>
          {say('account.codes_print')}
        </Button>
        <Button variant="contained" onClick={onKept}>
          {say('account.codes_done')}
        </Button>
      </Stack>
    </Stack>
  );
};
