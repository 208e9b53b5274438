import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSentences } from '../../../i18n/useSentences.ts';
import { useFormat } from '../../../shared/useFormat.ts';
import type { DrawnFact } from './factsInOrder.ts';
import { useFactWords } from './useFactWords.ts';

interface FactListProps {
  readonly facts: readonly DrawnFact[];
  /** Facts after this day are still to come. */
  readonly today: string;
}

/** What the picture shows, in the order of time: what has been, then what is to come. */
export const FactList = ({ facts, today }: FactListProps) => {
  const say = useSentences();
  const parts = [
    { title: say('picture.so_far'), own: facts.filter(({ on }) => on === null || on <= today) },
    { title: say('picture.to_come'), own: facts.filter(({ on }) => on !== null && on > today) },
  ].filter(({ own }) => own.length > 0);
  if (parts.length === 0) return <Typography color="textSecondary">{say('picture.nothing')}</Typography>;

  return (
    <>
      {parts.map(({ title, own }) => (
        <Box key={title} sx={{ mb: 2 }}>
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {title}
          </Typography>
          <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {own.map((fact, index) => (
              <FactLine key={index} fact={fact} />
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
};

const FactLine = ({ fact }: { fact: DrawnFact }) => {
  const say = useSentences();
  const { day } = useFormat();
  const words = useFactWords();
  const calls = (fact.kind === 'STALL' && fact.until === null) || (fact.kind === 'DUE' && fact.isLate);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '6.5rem minmax(0, 1fr)',
        gap: 1,
        py: 0.4,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {fact.on === null ? (
        <span>{say('picture.day_unknown')}</span>
      ) : (
        <time dateTime={fact.on} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {day(fact.on)}
        </time>
      )}
      <Box component="span" sx={calls ? { fontWeight: 600 } : {}}>
        {words(fact)}
      </Box>
    </Box>
  );
};
