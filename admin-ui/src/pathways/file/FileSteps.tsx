import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { DOMAINS } from '../../../../server/contract/labels.ts';
import type { MoveView, StepView } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { DataTable, ungrouped } from '../../shared/table/DataTable.tsx';
import { MoveDialog } from './dialogs/MoveDialog.tsx';
import { movesOf } from './movesOf.ts';
import { useStepColumns } from './useStepColumns.tsx';

/** The steps by domain. Those that only some people need stay folded until they are opened by hand. */
export const FileSteps = ({ file }: { file: FileRecord }) => {
  const labels = useLabels();
  const say = useSentences();
  const [showsAll, setShowsAll] = useState(false);
  const [move, setMove] = useState<MoveView>();
  const columns = useStepColumns({
    movesOf: (step) => movesOf(file, step),
    onMove: setMove,
    isAhead: ({ code }) => file.flags.includes(`PREREQUISITE_MISSING:${code}`),
  });
  const folded = file.steps.filter(isNotOpen).length;
  const steps = showsAll ? file.steps : file.steps.filter((step) => !isNotOpen(step));

  return (
    <Box component="section" aria-labelledby="steps">
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between', mb: 1 }}
      >
        <Typography id="steps" variant="h2">
          {say('file.steps_title')}
        </Typography>
        {folded > 0 && (
          <Button size="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? say('file.hide_not_open') : say('file.show_not_open', { smart_count: folded, count: folded })}
          </Button>
        )}
      </Box>
      {DOMAINS.map((domain) => {
        const rows = steps.filter((step) => step.domain === domain);
        if (rows.length === 0) return null;
        return (
          <Box key={domain} sx={{ mb: 3 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {labels.domain[domain]}
            </Typography>
            <DataTable<StepView>
              caption={say('file.steps_caption', {
                domain: labels.domain[domain],
                smart_count: rows.length,
                count: rows.length,
              })}
              columns={columns}
              groups={ungrouped(rows)}
              rowKey={({ code }) => code}
            />
          </Box>
        );
      })}
      {move && <MoveDialog file={file} move={move} onClose={() => setMove(undefined)} />}
    </Box>
  );
};

const isNotOpen = ({ state }: StepView) => state === 'NOT_OPEN';
