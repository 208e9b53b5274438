import Box from '@mui/material/Box';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Enrolled, GroupSessionView } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { visuallyHidden } from '../shared/visuallyHidden.ts';
import { AttendanceRow } from './AttendanceRow.tsx';
import { entryOf, withAttendance, type Entry, type Typed } from './signing.ts';

interface AttendanceGridProps {
  readonly session: GroupSessionView;
  readonly lines: readonly Enrolled[];
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

const BY_KEY: Readonly<Record<string, Entry['attendance']>> = { p: 'PRESENT', a: 'ABSENT', e: 'EXCUSED' };

/**
 * A grid with one tab stop: arrows from person to person, P, A or E on the one that has the focus and nowhere else
 * (RGAA 12.10), the tab key to her hours or her reason.
 */
export const AttendanceGrid = ({ session, lines, typed, onType }: AttendanceGridProps) => {
  const say = useSentences();
  const announce = useAnnounce();
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const active = Math.min(current, lines.length - 1);

  const focusRow = (index: number) =>
    grid.current
      ?.querySelectorAll<HTMLElement>('[role=row][data-line]')
      [index]?.querySelector<HTMLElement>('[aria-pressed=true]')
      ?.focus();
  const type = (line: Enrolled, entry: Entry) => onType(new Map(typed).set(line.pathwayId, entry));
  const enter = (line: Enrolled, attendance: Entry['attendance']) => {
    type(line, withAttendance(entryOf(line, session.hours, typed), attendance, session.hours));
    announce(say('sessions.said', { name: line.name, attendance: say(`sessions.attendance_${attendance}`) }));
  };
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(index, lines.length - 1));
    setCurrent(next);
    focusRow(next);
  };
  const press = (event: KeyboardEvent) => {
    const line = lines[active];
    // Letters and arrows are those of a field where one types or chooses.
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const attendance = BY_KEY[event.key.toLowerCase()];
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: lines.length - 1,
    };
    const to = moves[event.key];
    if (attendance === undefined && to === undefined) return;
    event.preventDefault();
    if (attendance !== undefined) enter(line, attendance);
    else if (to !== undefined) goTo(to);
  };

  return (
    <Box
      ref={grid}
      role="grid"
      aria-label={say('sessions.signing_of', { title: session.title })}
      onKeyDown={press}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box role="row" sx={visuallyHidden}>
        <span role="columnheader">{say('sessions.person')}</span>
        <span role="columnheader">{say('sessions.attendance')}</span>
        <span role="columnheader">{say('sessions.hours_or_reason')}</span>
      </Box>
      {lines.map((line, index) => (
        <AttendanceRow
          key={line.pathwayId}
          line={line}
          entry={entryOf(line, session.hours, typed)}
          hours={session.hours}
          isActive={index === active}
          onFocus={() => setCurrent(index)}
          onAttendance={(attendance) => enter(line, attendance)}
          onEntry={(entry) => type(line, entry)}
        />
      ))}
    </Box>
  );
};

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, select');
}
