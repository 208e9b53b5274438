import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { NoteView } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { NoteText } from './NoteText.tsx';
import { NoteTexts } from './NoteTexts.tsx';

interface NoteCardProps {
  readonly note: NoteView;
  readonly onCorrect: () => void;
  readonly onWithdraw: () => void;
}

/** A note: for whom, what it says or why it no longer does, by whom and when; and what may be done with it. */
export const NoteCard = ({ note, onCorrect, onWithdraw }: NoteCardProps) => {
  const say = useSentences();
  const { instant } = useFormat();
  const when = instant(note.writtenAt);
  const { correct, withdraw } = note.grants;

  return (
    <Paper component="li" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Tag tone={note.visibility === 'SHARED' ? 'waiting' : 'plain'}>
          {say(`notes.visibility_${note.visibility}`)}
        </Tag>
        {note.withdrawn && <Tag tone="soon">{say('notes.withdrawn')}</Tag>}
        <NoteOrigin note={note} />
      </Box>
      {note.text !== null && <NoteText>{note.text}</NoteText>}
      {note.withdrawn && <Withdrawal withdrawn={note.withdrawn} />}
      {note.formerTexts > 0 && <NoteTexts key={note.version} note={note} />}
      {(correct || withdraw) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, '@media print': { display: 'none' } }}>
          {correct && (
            <Button
              size="small"
              aria-haspopup="dialog"
              aria-label={say('notes.correct_of', { when })}
              onClick={onCorrect}
            >
              {say('notes.correct')}
            </Button>
          )}
          {withdraw && (
            <Button
              size="small"
              aria-haspopup="dialog"
              aria-label={say('notes.withdraw_of', { when })}
              onClick={onWithdraw}
            >
              {say('notes.withdraw')}
            </Button>
          )}
        </Box>
      )}
    </Paper>
  );
};

const NoteOrigin = ({ note }: { note: NoteView }) => {
  const say = useSentences();
  const { instant } = useFormat();
  const { authorName, organisationName, writtenAt, correctedAt } = note;
  return (
    <Typography component="span" variant="body2" color="textSecondary">
      {say('notes.origin', { author: authorName ?? say('notes.somebody'), structure: organisationName })}{' '}
      {say('notes.written_at', { at: instant(writtenAt) })}
      {correctedAt !== null && ` ${say('notes.corrected_at', { at: instant(correctedAt) })}`}
    </Typography>
  );
};

const Withdrawal = ({ withdrawn: { at, byName, reason } }: { withdrawn: NonNullable<NoteView['withdrawn']> }) => {
  const say = useSentences();
  const { instant } = useFormat();
  return (
    <Typography sx={{ overflowWrap: 'anywhere' }}>
      {say('notes.withdrawn_by', { by: byName ?? say('notes.by_somebody'), at: instant(at), reason })}
    </Typography>
  );
};
