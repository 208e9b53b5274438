import Box from '@mui/material/Box';
import { useLocale } from 'react-admin';
import { SHADES } from '../../../layout/shades.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { Tick } from './scale.ts';

interface TimeAxisProps {
  readonly ticks: readonly Tick[];
  readonly todayAt: number;
  /** Where the scale begins: the width of the names. */
  readonly left: string;
}

/** The months behind the lanes, and today through all of them. */
export const TimeAxis = ({ ticks, todayAt, left }: TimeAxisProps) => {
  const say = useSentences();
  const locale = useLocale();
  return (
    <Box
      aria-hidden
      sx={{ position: 'absolute', top: 0, bottom: 0, right: 0, left, pointerEvents: 'none', overflow: 'hidden' }}
    >
      {ticks.map(({ day, at, isYear }) => (
        <Box
          key={day}
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            borderLeft: 1,
            borderColor: isYear ? SHADES.faint : 'divider',
            pl: 0.5,
            pt: 0.25,
            fontSize: '0.72rem',
            color: 'text.secondary',
            whiteSpace: 'nowrap',
            fontWeight: isYear ? 600 : 400,
          }}
          style={{ left: `${at}%` }}
        >
          {monthOf(day, isYear, locale)}
        </Box>
      ))}
      <Box
        sx={{ position: 'absolute', top: '1.35rem', bottom: 0, borderLeft: '2px solid', borderColor: 'primary.main' }}
        style={{ left: `${todayAt}%` }}
      >
        <Box
          component="span"
          sx={{
            position: 'absolute',
            bottom: 2,
            left: 3,
            fontSize: '0.72rem',
            fontWeight: 600,
            color: 'primary.main',
            whiteSpace: 'nowrap',
          }}
        >
          {say('picture.today')}
        </Box>
      </Box>
    </Box>
  );
};

/** « févr. », and the year where one begins. */
function monthOf(day: string, isYear: boolean, locale: string): string {
  if (isYear) return day.slice(0, 4);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
