import { calendarDay, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { Birth } from '../person/birth.ts';
import { hours } from '../pathway/words.ts';
import type { GroupSession } from './groupSession.ts';
import { SESSION_KIND_LABELS, timesWords } from './sessionWords.ts';

export interface Certificate {
  readonly title: string;
  readonly body: string;
  readonly madeOn: string;
  readonly signature: string;
}

/**
 * What an attestation says of somebody who came: never where. It is a document of the structure, in French whatever the
 * language of the screen.
 */
export function certificateWords(
  session: Pick<GroupSession, 'title' | 'kind' | 'heldOn' | 'startsAt' | 'endsAt'> & {
    readonly organisationName: string;
  },
  attendedHours: number,
  today: CalendarDay,
): Certificate {
  const { organisationName, title, kind, heldOn } = session;
  return {
    title: 'Attestation de présence',
    body: `La structure ${organisationName} atteste que cette personne a suivi la séance «\u00a0${title}\u00a0» (${SESSION_KIND_LABELS[kind].toLowerCase()}), le ${formatDayFr(heldOn)}, ${timesWords(session)}, pour une durée de ${hours(attendedHours)}.`,
    madeOn: `Fait le ${formatDayFr(today)}.`,
    signature: `Pour ${organisationName}, nom et signature\u00a0:`,
  };
}

/** What tells the person apart on it: her birth, as far as it is known, and the number of her file. */
export function certifiedWords(birth: Birth, number: string): string {
  const born = bornWords(birth);
  return [...(born === null ? [] : [born]), `Dossier ${number}`].join(' · ');
}

function bornWords(birth: Birth): string | null {
  if (birth.precision === 'DAY') return `Date de naissance\u00a0: ${formatDayFr(calendarDay(birth.value))}`;
  // « 1er juin 1993 », without its day.
  if (birth.precision === 'MONTH')
    return `Date de naissance\u00a0: ${formatDayFr(calendarDay(`${birth.value}-01`)).slice('1er '.length)}`;
  return birth.precision === 'YEAR' ? `Année de naissance\u00a0: ${birth.value}` : null;
}
