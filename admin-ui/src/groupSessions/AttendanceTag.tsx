import type { Enrolled, GroupSessionView } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';

const TONES: Record<NonNullable<Enrolled['attendance']>, Tone> = {
  PRESENT: 'good',
  ABSENT: 'late',
  EXCUSED: 'waiting',
};

interface AttendanceTagProps {
  readonly line: Enrolled;
  readonly session: Pick<GroupSessionView, 'heldOn' | 'today' | 'cancelled'>;
}

/** Whether somebody came, for how long, or why not; else what is to be done of her. */
export const AttendanceTag = ({ line, session: { heldOn, today, cancelled } }: AttendanceTagProps) => {
  const say = useSentences();
  const { number } = useFormat();
  const { attendance, attendedHours, absenceReason, closed } = line;
  if (attendance === null)
    return say(
      closed
        ? 'sessions.closed'
        : cancelled
          ? 'sessions.to_tell'
          : heldOn <= today
            ? 'sessions.not_signed'
            : 'sessions.expected',
    );
  const words = say(`sessions.attendance_${attendance}`);
  const more =
    attendance === 'PRESENT'
      ? say('sessions.hours_short', { hours: number(attendedHours) })
      : absenceReason === null
        ? undefined
        : say(`sessions.reason_${absenceReason}`);
  return (
    <Tag tone={TONES[attendance]}>{more === undefined ? words : say('sessions.attendance_more', { words, more })}</Tag>
  );
};
