import { plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import type { InEachLanguage, Language } from '../language/language.ts';
import type { ContractEntry } from './contractHistory.ts';
import type { Folded } from './fold.ts';
import { PATHWAY_WORDS } from './pathwayWords.ts';
import { typeset } from './words.ts';

/** The month that a person has to answer before the prefect ends her contract (R.413-4). */
const MONTHS_TO_ANSWER = 1;

interface Observations {
  readonly noticeOn: CalendarDay;
  /** Last day to answer: the limit day is still in time. */
  readonly endOn: CalendarDay;
  readonly terminatedOn: CalendarDay | null;
}

/** A termination that is intended, or made; null once the notice is withdrawn. */
function observationsOf({ contract }: Pick<Folded, 'contract'>): Observations | null {
  const [before, last] = [contract.at(-2), contract.at(-1)];
  if (isNotice(last)) return { noticeOn: last.on, endOn: plusMonths(last.on, MONTHS_TO_ANSWER), terminatedOn: null };
  if (last?.state !== 'TERMINATED' || !isNotice(before)) return null;
  return { noticeOn: before.on, endOn: plusMonths(before.on, MONTHS_TO_ANSWER), terminatedOn: last.on };
}

function isNotice(entry: ContractEntry | undefined): entry is ContractEntry & { readonly on: CalendarDay } {
  return entry?.state === 'TERMINATION_NOTICE' && entry.on !== null;
}

/** Until when the person may answer the notice that stands; null when there is none. */
export function observationsEndOn(folded: Folded): CalendarDay | null {
  const observations = observationsOf(folded);
  return observations === null || observations.terminatedOn !== null ? null : observations.endOn;
}

/** Ended while the person could still answer: a fact, and one that she may contest. */
export function areObservationsCutShort(folded: Folded): boolean {
  const observations = observationsOf(folded);
  return observations !== null && observations.terminatedOn !== null && observations.terminatedOn <= observations.endOn;
}

/** One sentence on the termination of a contract; null when there is nothing to say of it. */
export function explainTermination(folded: Folded, language: Language = 'fr'): string | null {
  const observations = observationsOf(folded);
  if (observations === null) return null;
  const { day } = PATHWAY_WORDS[language];
  const { open, closed, cutShort } = SAYINGS[language];
  const [notice, end] = [day(observations.noticeOn), day(observations.endOn)];
  const { terminatedOn } = observations;
  if (terminatedOn === null) return folded.today <= observations.endOn ? open(notice, end) : closed(notice, end);
  return areObservationsCutShort(folded) ? cutShort(day(terminatedOn), end) : null;
}

interface Sayings {
  readonly open: (notice: string, end: string) => string;
  readonly closed: (notice: string, end: string) => string;
  readonly cutShort: (terminated: string, end: string) => string;
}

const SAYINGS: InEachLanguage<Sayings> = {
  fr: {
    open: (notice, end) =>
      typeset(`Résiliation envisagée le ${notice} : observations possibles jusqu’au ${end} (R.413-4).`),
    closed: (notice, end) =>
      typeset(`Résiliation envisagée le ${notice} : observations closes depuis le ${end} au soir (R.413-4).`),
    cutShort: (terminated, end) => {
      const early = `Résilié le ${terminated}, alors que les observations étaient possibles jusqu’au ${end}`;
      return typeset(`${early} (R.413-4) : résiliation contestable.`);
    },
  },
  en: {
    open: (notice, end) => `Termination intended on ${notice}: observations possible until ${end} (R.413-4).`,
    closed: (notice, end) =>
      `Termination intended on ${notice}: observations closed since the evening of ${end} (R.413-4).`,
    cutShort: (terminated, end) =>
      `Terminated on ${terminated}, while observations were possible until ${end} (R.413-4): open to challenge.`,
  },
};
