import Box from '@mui/material/Box';
import type { SentenceKey } from '../../i18n/messages.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { agesOn } from '../../shared/ageOn.ts';
import { daysFrom } from '../../shared/civilDay.ts';
import { Tag, type Tone } from '../../shared/Tag.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useSession } from '../../shared/useSession.ts';
import { useReferentWords } from '../useReferentWords.ts';

/** What one needs while the person is on the phone, under her name: who she is, who follows her, what cannot wait. */
export const FileHead = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const referent = useReferentWords();
  const birth = useBirthWords(file);
  const status = useStatusWords(file);
  const alerts = useAlerts(file);
  const { person, name, number } = file;
  const facts: readonly (readonly [SentenceKey, string])[] = [
    // Where there is no name, the number is the title.
    ...(name === null ? [] : [['pathways.number', number] as const]),
    ...(person === null
      ? []
      : ([
          ['file.born', birth],
          ['file.languages', person.languages.join(', ') || say('common.unknown')],
        ] as const)),
    ['file.referent', referent(file)],
    ['file.status', status],
  ];
  return (
    <Box component="section" aria-label={say('file.head')}>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.25 }}>
        {facts.map(([term, value]) => (
          <Box key={term} sx={{ display: 'flex', gap: 0.75, alignItems: 'baseline', minWidth: 0 }}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {say(term)}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', minWidth: 0 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      {alerts.length > 0 && (
        <Box
          component="ul"
          aria-label={say('file.alerts')}
          sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
        >
          {alerts.map(({ words, tone }) => (
            <li key={words}>
              <Tag tone={tone}>{words}</Tag>
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
};

/** As precise as it is known, with the age, or both that she may have. */
function useBirthWords({ person }: FileRecord): string {
  const say = useSentences();
  const { birth, plural } = useFormat();
  const { today } = useSession();
  const born = person === null ? null : birth(person.birth);
  if (person === null || born === null) return say('common.unknown');
  const [least, most] = agesOn(person.birth, today);
  if (least === undefined) return born;
  const age = most === undefined ? say('file.age', plural(least)) : say('file.age_of_two', { least, most });
  return `${born} (${age})`;
}

function useStatusWords({ status, events }: FileRecord): string {
  const say = useSentences();
  const { longDay } = useFormat();
  const pause = events.findLast((event) => 'pause' in event && !event.superseded) as { on?: string } | undefined;
  return status === 'PAUSED' && pause?.on !== undefined
    ? say('file.paused_since', { day: longDay(pause.on) })
    : say(`pathwayStatuses.${status}`);
}

/** Soon enough to ask for the next one. */
const PERMIT_SOON_DAYS = 120;

/** What is late, and a permit that ends: as this reader is told of them. */
function useAlerts({ overdue, stalled, permit, status }: FileRecord): { words: string; tone: Tone }[] {
  const say = useSentences();
  const { plural, longDay } = useFormat();
  const { today } = useSession();
  const ends = permit?.validUntil ?? null;
  const left = ends === null ? Infinity : daysFrom(today, ends);
  if (status === 'CLOSED') return [];
  return [
    ...(stalled > 0 ? [{ words: say('file.alert_stalled', plural(stalled)), tone: 'late' as const }] : []),
    ...(overdue > 0 ? [{ words: say('file.alert_overdue', plural(overdue)), tone: 'soon' as const }] : []),
    ...(ends !== null && left < 0
      ? [{ words: say('file.alert_permit_over', { day: longDay(ends) }), tone: 'late' as const }]
      : []),
    ...(ends !== null && left >= 0 && left <= PERMIT_SOON_DAYS
      ? [{ words: say('file.alert_permit_soon', { day: longDay(ends) }), tone: 'soon' as const }]
      : []),
  ];
}
