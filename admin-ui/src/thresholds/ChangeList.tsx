import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import type { Change } from './useChanges.ts';

interface ChangeListProps {
  readonly label: string;
  readonly changes: readonly Change[];
  /** What can be done about each of them. */
  readonly actions?: (change: Change) => ReactNode;
}

/** Changes in words: the rule, then each of its thresholds, before → after. */
export const ChangeList = ({ label, changes, actions }: ChangeListProps) => (
  <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
    {changes.map((change) => (
      <Box component="li" key={change.member}>
        <ChangeText change={change} />
        {actions?.(change)}
      </Box>
    ))}
  </Box>
);

const ChangeText = ({ change: { label, lines, untilOn } }: { change: Change }) => {
  const say = useSentences();
  const { longDay } = useFormat();
  return (
    <>
      <Typography component="span" variant="inherit" sx={{ fontWeight: 600, display: 'block' }}>
        {label}
      </Typography>
      {lines.map((line) => (
        <Box component="span" key={line} sx={{ display: 'block' }}>
          {line}
        </Box>
      ))}
      {lines.length === 0 && <span>{say('thresholds.already')}</span>}
      {untilOn !== undefined && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {say('thresholds.until', { day: longDay(untilOn) })}
        </Typography>
      )}
    </>
  );
};
