import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { NoteView } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { noteQuestions } from '../providers/noteQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { NoteText } from './NoteText.tsx';

/** What a note said before it was corrected, or withdrawn: asked for when it is wanted. */
export const NoteTexts = ({ note }: { note: NoteView }) => {
  const say = useSentences();
  const id = useId();
  const { plural, instant } = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={say('notes.former_of', { ...plural(note.formerTexts), when: instant(note.writtenAt) })}
        onClick={() => setOpen(!isOpen)}
      >
        {say('notes.former', plural(note.formerTexts))}
      </Button>
      <Box id={id}>{isOpen && <FormerTexts note={note} />}</Box>
    </>
  );
};

const FormerTexts = ({ note }: { note: NoteView }) => {
  const say = useSentences();
  const { instant } = useFormat();
  const { answer, error, isPending, askAgain } = useQuestion(`${note.id} ${note.version}`, (signal) =>
    noteQuestions.read(note, signal),
  );
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (isPending || answer === undefined) return <LoadingBlock lines={2} />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', pl: 2, m: 0, borderLeft: 3, borderColor: 'divider' }}>
      {answer.texts.map(({ text, visibility, at }, rank) => (
        <Box component="li" key={rank} sx={{ my: 1 }}>
          <Typography variant="body2" color="textSecondary">
            {say('notes.former_at', { at: instant(at), visibility: say(`notes.visibility_${visibility}`) })}
          </Typography>
          <NoteText>{text}</NoteText>
        </Box>
      ))}
    </Box>
  );
};
