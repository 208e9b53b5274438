import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { MergePreview } from '../../../server/contract/merge.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Description } from '../shared/Description.tsx';
import { Section } from '../shared/Section.tsx';
import { useFormat } from '../shared/useFormat.ts';

const NOT_BEGUN: ReadonlySet<string> = new Set(['TO_DO', 'NOT_APPLICABLE']);

/** The file that the two would make: what counts in it, and what would stay behind, with why. */
export const MergeResult = ({ preview: { result, left } }: { preview: MergePreview }) => {
  const labels = useLabels();
  const say = useSentences();
  const { day, number } = useFormat();
  const begun = result.steps.filter(({ status }) => !NOT_BEGUN.has(status));
  const stalls = result.stalls.filter(({ state }) => state === 'STALLED').length;
  const { tasks, notes, sessions } = result;
  const on = (date: string | null): string => (date === null ? '' : `${day(date)} – `);
  return (
    <Section id="merge-result" title={say('merging.result')}>
      <Paper sx={{ p: 2 }}>
        <Description
          entries={[
            { term: say('merging.tasks'), value: number(tasks) },
            { term: say('merging.notes'), value: number(notes) },
            { term: say('merging.sessions'), value: number(sessions) },
            { term: say('merging.stalls'), value: number(stalls) },
          ]}
        />
        <Box sx={{ mt: 2, display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          <Lines
            title={say('merging.events')}
            empty={say('merging.no_event')}
            lines={result.events.map(
              (event) =>
                `${on(event.on)}${event.sentence}${event.from === 'OTHER' ? ` – ${say('merging.from_other')}` : ''}`,
            )}
          />
          <Lines
            title={say('merging.steps')}
            empty={say('merging.no_step')}
            lines={begun.map(({ code, status }) => `${labels.step[code]} : ${labels.stepStatus[status]}`)}
          />
        </Box>
        {left.length > 0 && (
          <Box sx={{ mt: 3 }}>
            <Lines
              title={say('merging.left')}
              lines={left.map((event) => `${on(event.on)}${event.sentence} – ${say(`merging.left_${event.because}`)}`)}
            />
          </Box>
        )}
      </Paper>
    </Section>
  );
};

const Lines = ({ title, empty = '', lines }: { title: string; empty?: string; lines: readonly string[] }) => (
  <div>
    <Typography variant="h3" sx={{ mb: 0.5 }}>
      {title}
    </Typography>
    {lines.length === 0 ? (
      <Typography color="textSecondary">{empty}</Typography>
    ) : (
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map((line, rank) => (
          // Said twice, a line is twice there: its place tells it apart.
          <li key={`${rank} ${line}`}>{line}</li>
        ))}
      </Box>
    )}
  </div>
);
