import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { ChangeActions } from './ChangeActions.tsx';
import { ChangeList } from './ChangeList.tsx';
import { DayField, isDayToCome } from './DayField.tsx';
import type { PreparationProps } from './Preparation.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { Simulation } from './Simulation.tsx';
import { useSimulationWords } from './useSimulationWords.ts';

/** The changes and their day; then what they would do, without which they are not published. */
export const Prepared = ({ view, keeper, changes, simulation, publishing, heading, onEdit }: PreparationProps) => {
  const say = useSentences();
  const { summary } = useSimulationWords();
  const dayField = useRef<HTMLInputElement>(null);
  const { draft, setDay, remove } = keeper;
  const { answer, isPending, isOutdated, simulate } = simulation;
  const { asked } = publishing;

  return (
    <Paper sx={{ p: { xs: 1.5, sm: 2 } }}>
      <ChangeList
        label={say('thresholds.to_publish')}
        changes={changes}
        actions={(change) => (
          <ChangeActions
            change={change}
            onEdit={() => onEdit(change.member)}
            onRemove={() => {
              remove(change.member);
              heading.current?.focus();
            }}
          />
        )}
      />
      <Box sx={{ mt: 2.5 }}>
        <DayField value={draft.day} today={view.on} inputRef={dayField} onChange={setDay} />
      </Box>
      <Button
        variant={answer === undefined ? 'contained' : 'outlined'}
        onClick={() => (isDayToCome(draft.day, view.on) ? simulate() : dayField.current?.focus())}
        sx={{ mt: 2 }}
      >
        {say('thresholds.simulate')}
      </Button>
      {answer === undefined && !isPending && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {say(isOutdated ? 'thresholds.simulation_outdated' : 'thresholds.simulate_first')}
        </Typography>
      )}
      {isPending && <LoadingBlock label={say('thresholds.simulating')} lines={4} />}
      {answer !== undefined && <Simulation simulation={answer} onPublish={() => publishing.ask(answer)} />}
      {asked !== undefined && (
        <PublishDialog
          day={draft.day}
          changes={changes}
          simulated={summary(asked.simulation)}
          reason={publishing.reason}
          onPublish={(reason) => publishing.publish(asked, reason)}
          onClose={publishing.close}
        />
      )}
    </Paper>
  );
};
