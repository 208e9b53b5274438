import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useId, useState } from 'react';
import type { ImportView } from '../../../server/contract/import.ts';
import type { SentenceKey } from '../i18n/messages.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { ImportConflicts } from './ImportConflicts.tsx';
import { ImportLines } from './ImportLines.tsx';
import { ImportWarnings } from './ImportWarnings.tsx';
import type { LineOutcome } from './useLineColumns.tsx';

interface Sheet {
  readonly key: LineOutcome | 'WARNINGS' | 'CONFLICTS';
  readonly label: SentenceKey;
  readonly count: number;
}

/** The lines of a list by what becomes of them, with their counts; then what deserves a look. */
export const ImportTabs = ({ view }: { view: ImportView }) => {
  const say = useSentences();
  const id = useId();
  const { number } = useFormat();
  const sheets = sheetsOf(view);
  const [chosen, setChosen] = useState<Sheet['key']>(view.refused > 0 ? 'REFUSED' : 'CREATE');
  const current = sheets.find(({ key }) => key === chosen) ?? sheets[0];
  if (current === undefined) return null;

  return (
    <>
      <Tabs
        value={current.key}
        onChange={(_event, key: Sheet['key']) => setChosen(key)}
        variant="scrollable"
        aria-label={say('imports.outcomes')}
      >
        {sheets.map(({ key, label, count }) => (
          <Tab
            key={key}
            value={key}
            id={`${id}-${key}`}
            aria-controls={`${id}-panel`}
            label={say('imports.tab', { label: say(label), count: number(count) })}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current.key}`} sx={{ pt: 2 }}>
        {current.key === 'WARNINGS' && <ImportWarnings warnings={view.warnings} />}
        {current.key === 'CONFLICTS' && <ImportConflicts conflicts={view.conflicts} />}
        {current.key !== 'WARNINGS' && current.key !== 'CONFLICTS' && (
          <ImportLines key={current.key} view={view} outcome={current.key} label={say(current.label)} />
        )}
      </Box>
    </>
  );
};

function sheetsOf(view: ImportView): Sheet[] {
  const optional: Sheet[] = [
    { key: 'WARNINGS', label: 'imports.warnings', count: view.warnings.length },
    { key: 'CONFLICTS', label: 'imports.conflicts', count: view.conflicts.length },
  ];
  const isDone = view.state === 'DONE';
  return [
    { key: 'CREATE', label: isDone ? 'imports.done_CREATE' : 'imports.outcome_CREATE', count: view.toCreate },
    { key: 'UPDATE', label: isDone ? 'imports.done_UPDATE' : 'imports.outcome_UPDATE', count: view.toUpdate },
    { key: 'UNCHANGED', label: 'imports.outcome_UNCHANGED', count: view.unchanged },
    { key: 'REFUSED', label: 'imports.outcome_REFUSED', count: view.refused },
    { key: 'REPEATED', label: 'imports.outcome_REPEATED', count: view.repeatedInFile },
    ...optional.filter(({ count }) => count > 0),
  ];
}
