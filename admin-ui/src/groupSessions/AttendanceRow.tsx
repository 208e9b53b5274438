import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef } from 'react';
import { SHADES } from '../layout/shades.ts';
import { ABSENCE_REASONS, ATTENDANCES } from '../../../server/contract/labels.ts';
import type { AbsenceReason, Enrolled } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Choice } from '../shared/fields/Choice.tsx';
import { useFormat } from '../shared/useFormat.ts';
import type { Entry } from './signing.ts';

interface AttendanceRowProps {
  readonly line: Enrolled;
  readonly entry: Entry;
  /** Those of the session: the most that somebody has. */
  readonly hours: number;
  /** Whether the tab key comes to it: one line at a time. */
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onAttendance: (attendance: Entry['attendance']) => void;
  readonly onEntry: (entry: Entry) => void;
}

/** One person: whether she came, then for how long, or why not. */
export const AttendanceRow = ({ line, entry, hours, isActive, onFocus, onAttendance, onEntry }: AttendanceRowProps) => {
  const say = useSentences();
  const { birth } = useFormat();
  const stop = isActive ? 0 : -1;
  const { name, number } = line;
  const born = birth(line.birth as Parameters<typeof birth>[0]);
  return (
    <Box
      role="row"
      data-line
      onFocus={onFocus}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) auto 14rem' },
        columnGap: 2,
        rowGap: 1,
        alignItems: 'center',
        px: 1.5,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:nth-of-type(2)': { borderTop: 0 },
        '&:focus-within': { bgcolor: SHADES.here },
      }}
    >
      <Box role="rowheader" sx={{ minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {[born, number].filter((part) => part !== null).join(' · ')}
        </Typography>
      </Box>
      <Answers name={name} entry={entry} stop={stop} onAttendance={onAttendance} />
      <Box role="gridcell">
        {entry.attendance === 'PRESENT' ? (
          <TextField
            type="number"
            size="small"
            fullWidth
            label={say('sessions.attended_hours')}
            value={entry.attendedHours}
            onChange={({ target }) => onEntry({ ...entry, attendedHours: Number(target.value) })}
            slotProps={{
              htmlInput: {
                min: 0.25,
                max: hours,
                step: 0.25,
                tabIndex: stop,
                'aria-label': say('sessions.attended_hours_of', { name }),
              },
              inputLabel: { shrink: true },
            }}
          />
        ) : (
          <Choice
            size="small"
            fullWidth
            label={say('sessions.reason')}
            value={entry.absenceReason ?? ''}
            emptyLabel={say('sessions.reason_none')}
            options={ABSENCE_REASONS.map((value) => ({ value, label: say(`sessions.reason_${value}`) }))}
            onChange={(value) => onEntry({ ...entry, absenceReason: value === '' ? null : (value as AbsenceReason) })}
            slotProps={{ htmlInput: { tabIndex: stop, 'aria-label': say('sessions.reason_of', { name }) } }}
          />
        )}
      </Box>
    </Box>
  );
};

interface AnswersProps {
  readonly name: string;
  readonly entry: Entry;
  readonly stop: 0 | -1;
  readonly onAttendance: (attendance: Entry['attendance']) => void;
}

/** Present, absent, excused: one of them is pressed, and has the focus of its line wherever it moves. */
const Answers = ({ name, entry, stop, onAttendance }: AnswersProps) => {
  const say = useSentences();
  const group = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (group.current?.contains(document.activeElement) === true)
      group.current.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }, [entry.attendance]);
  return (
    <Box role="gridcell">
      <Box ref={group} role="group" aria-label={name} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {ATTENDANCES.map((attendance) => {
          const isPressed = attendance === entry.attendance;
          return (
            <Button
              key={attendance}
              size="small"
              variant={isPressed ? 'contained' : 'outlined'}
              aria-pressed={isPressed}
              tabIndex={isPressed ? stop : -1}
              onClick={() => onAttendance(attendance)}
              sx={{ minWidth: { xs: 0, md: '5.5rem' }, flex: { xs: 1, md: 'none' } }}
            >
              {say(`sessions.attendance_${attendance}`)}
            </Button>
          );
        })}
      </Box>
    </Box>
  );
};
