import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { Duration } from '../calendar/period.ts';
import type { InEachLanguage } from '../language/language.ts';
import type { Party, StepCode } from './codes.ts';
import { pathwayWordsEn } from './words.en.ts';
import * as french from './words.ts';

/** What the sentences on a pathway are made of, in one language. */
export interface PathwayWords {
  readonly day: (day: CalendarDay) => string;
  /** Every anchor of the domain data, as one says it after « after » or « before ». */
  readonly anchors: Readonly<Record<string, string>>;
  /** What a step waits for; a step that is not here is called by its label. */
  readonly awaited: { readonly [K in StepCode]?: string };
  readonly citation: (basis: string) => string | null;
  readonly turn: (party: Party) => string;
  readonly duration: (duration: Duration) => string;
  readonly decimal: (value: number) => string;
  readonly hours: (count: number) => string;
  readonly points: (score: number) => string;
}

const pathwayWordsFr: PathwayWords = {
  day: formatDayFr,
  anchors: french.ANCHOR_WORDS,
  awaited: french.AWAITED_WORDS,
  citation: french.citation,
  turn: french.turnSentence,
  duration: french.durationWords,
  decimal: french.decimal,
  hours: french.hours,
  points: french.points,
};

export const PATHWAY_WORDS: InEachLanguage<PathwayWords> = { fr: pathwayWordsFr, en: pathwayWordsEn };
