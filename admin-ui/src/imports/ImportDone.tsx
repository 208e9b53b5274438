import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useEffect } from 'react';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { ImportTabs } from './ImportTabs.tsx';

/** What was saved, and where it now is: nobody should import the list again because they do not see the result. */
export const ImportDone = ({ view }: { view: ImportView }) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { number } = useFormat();
  const counts = { created: number(view.toCreate), updated: number(view.toUpdate), refused: number(view.refused) };
  const sentence = say('imports.done', counts);
  useEffect(() => {
    announce(sentence);
  }, [announce, sentence]);

  return (
    <>
      <Alert severity="success" icon={false} variant="outlined" sx={{ bgcolor: 'background.paper', mb: 2 }}>
        <AlertTitle>{say('imports.done_title')}</AlertTitle>
        {sentence}
      </Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 3 }}>
        <ButtonLink to="/pathways">{say('imports.done_pathways')}</ButtonLink>
        {view.unassigned > 0 && <ButtonLink to="/assign">{say('imports.done_assign')}</ButtonLink>}
        <ButtonLink to="/imports" variant="outlined">
          {say('imports.another')}
        </ButtonLink>
      </Box>
      <ImportTabs view={view} />
    </>
  );
};
