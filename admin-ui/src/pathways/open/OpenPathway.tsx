import { useState } from 'react';
import { useLocation } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { Page } from '../../shared/Page.tsx';
import { OpeningForm } from './OpeningForm.tsx';
import { SearchFirst } from './SearchFirst.tsx';
import { Stages } from './Stages.tsx';

export type Stage = 'search' | 'form' | 'review';

/** Opening a file: search first, then enter, then look at the plan; nothing is saved before the last click. */
export const OpenPathway = () => {
  // Chosen again while it is there, it begins anew: another person is at the desk.
  const { key } = useLocation();
  return <Opening key={key} />;
};

const Opening = () => {
  const say = useSentences();
  const [stage, setStage] = useState<Stage>('search');
  const [sought, setSought] = useState('');

  return (
    <Page title={say('opening.title')}>
      <Stages stage={stage} />
      {stage === 'search' ? (
        <SearchFirst
          onNew={(words) => {
            setSought(words);
            setStage('form');
          }}
        />
      ) : (
        <OpeningForm sought={sought} isReview={stage === 'review'} onStage={setStage} />
      )}
    </Page>
  );
};
