import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';

/** A file that cannot be read at all: what is wrong with it, and nothing was kept of it. */
export const ImportFailure = ({ view }: { view: ImportView }) => {
  const say = useSentences();
  return (
    <>
      <Alert severity="error" icon={false} variant="outlined" sx={{ bgcolor: 'background.paper', mb: 2 }}>
        <AlertTitle>{say('imports.failed_title')}</AlertTitle>
        <Typography color="textPrimary">
          {view.failure === null || view.failure === undefined ? (
            say('states.unexpected')
          ) : (
            <span lang="fr">{view.failure.message}</span>
          )}
        </Typography>
      </Alert>
      <ButtonLink to="/imports">{say('imports.failed_again')}</ButtonLink>
    </>
  );
};
