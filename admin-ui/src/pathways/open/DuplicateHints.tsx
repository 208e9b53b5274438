import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { SHADES } from '../../layout/shades.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions, type DuplicateHint } from '../../providers/questions.ts';
import { useAnnounce } from '../../shared/Announcer.tsx';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { useQuestion } from '../../shared/useQuestion.ts';
import { filePath } from '../filePath.ts';
import type { PersonForm } from '../form/personForm.ts';
import { CandidateList } from './CandidateList.tsx';
import { duplicateHint } from './duplicateHint.ts';
import type { ToldApart } from './useToldApart.ts';

const TYPING_PAUSE_MS = 400;

interface DuplicateHintsProps {
  readonly person: PersonForm;
  readonly toldApart: ToldApart;
}

/**
 * While typing: « Cette personne semble déjà connue », with the facts in common. It only looks within one’s reach, and each
 * is answered before anything goes on: it is her, and her file is opened; or it is not, which is remembered.
 */
export const DuplicateHints = ({ person, toldApart }: DuplicateHintsProps) => {
  const say = useSentences();
  const announce = useAnnounce();
  const hint = duplicateHint(person);
  const key = useSettled(hint === undefined ? undefined : JSON.stringify(hint));
  const { answer = [] } = useQuestion(key, (signal) =>
    questions.findDuplicates(JSON.parse(key ?? '{}') as DuplicateHint, signal),
  );
  const isKnown = answer.length > 0;
  useEffect(() => {
    if (isKnown) announce(say('opening.known_title'));
  }, [announce, isKnown, say]);
  const box = useRef<HTMLDivElement>(null);
  const { isApart, tell, timesAsked } = toldApart;
  const isLeft = answer.some(({ pathwayId }) => !isApart(pathwayId));
  useEffect(() => {
    if (timesAsked > 0 && isKnown) box.current?.querySelector<HTMLElement>('button[aria-pressed="false"]')?.focus();
  }, [timesAsked, isKnown]);
  if (!isKnown) return null;

  return (
    <Alert
      ref={box}
      severity="warning"
      icon={false}
      variant="outlined"
      sx={{ mb: 3, bgcolor: SHADES.soonGround, '& .MuiAlert-message': { width: '100%' } }}
    >
      <AlertTitle>{say('opening.known_title')}</AlertTitle>
      <Typography sx={{ mb: 1 }}>{say('opening.known_intro')}</Typography>
      {timesAsked > 0 && isLeft && (
        <Typography id="answer-first" color="error" sx={{ mb: 1, fontWeight: 600 }}>
          {say('opening.answer_first')}
        </Typography>
      )}
      <CandidateList
        candidates={answer}
        answer={({ pathwayId, opens }, namedBy) => (
          <>
            {opens && (
              <ButtonLink to={filePath(pathwayId)} size="small" aria-describedby={namedBy}>
                {say('opening.it_is_her')}
              </ButtonLink>
            )}
            <Button
              variant="outlined"
              size="small"
              aria-pressed={isApart(pathwayId)}
              aria-describedby={timesAsked > 0 && isLeft ? `${namedBy} answer-first` : namedBy}
              startIcon={isApart(pathwayId) ? <span aria-hidden="true">✓</span> : undefined}
              onClick={() => tell(pathwayId, !isApart(pathwayId))}
            >
              {say('opening.not_her')}
            </Button>
          </>
        )}
      />
    </Alert>
  );
};

/** The value once the typing has paused. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
