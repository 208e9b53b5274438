import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { capital } from './capital.ts';
import { isSameDuration, partAt, partsOf, type Rule } from './thresholds.ts';
import { useThresholdWords } from './useThresholdWords.ts';

/** When a rule warns or fires, for everybody and for a population that has its own; and what was proposed, if other. */
export const ThresholdText = ({ rule, kind }: { rule: Rule; kind: 'warn' | 'limit' }) => {
  const say = useSentences();
  const { place, times } = useThresholdWords();
  const { inForce, proposed } = rule;
  const parts = partsOf(inForce).filter((part) => part.kind === kind);
  if (kind === 'limit' && inForce.countLimit !== undefined) {
    const was = proposed.countLimit ?? 0;
    return <Told words={times(inForce.countLimit)} proposed={was === inForce.countLimit ? undefined : times(was)} />;
  }
  if (parts.length === 0) return <>{say(kind === 'warn' ? 'thresholds.none' : 'thresholds.no_delay')}</>;

  return parts.map(({ path, population, duration }) => {
    const was = partAt(proposed, path)?.duration;
    const words = capital(place(duration));
    return (
      <Told
        key={path}
        words={
          population === undefined
            ? words
            : say('thresholds.of_population', {
                population: say(`thresholds.population_${population}`),
                words: place(duration),
              })
        }
        proposed={was === undefined || isSameDuration(duration, was) ? undefined : place(was)}
      />
    );
  });
};

const Told = ({ words, proposed }: { words: string; proposed: string | undefined }) => {
  const say = useSentences();
  return (
    <Box component="span" sx={{ display: 'block' }}>
      {words}
      {proposed !== undefined && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {say('thresholds.proposed', { words: proposed })}
        </Typography>
      )}
    </Box>
  );
};
