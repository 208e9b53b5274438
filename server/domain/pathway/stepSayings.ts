import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { InEachLanguage } from '../language/language.ts';
import { stepSayingsEn } from './stepSayings.en.ts';
import { stepSayingsFr } from './stepSayings.fr.ts';

/** How a date binds: what is observed is no duty, it only happens. */
export type Urgency = 'POSSIBLE' | 'EXPECTED' | 'OWED';

export interface Delivered {
  readonly on: CalendarDay;
  readonly until: CalendarDay;
}

/** What is said of a step, in one language; durations, anchors, days and reasons come already in words. */
export interface StepSayings {
  readonly ground: (kind: string | null | undefined, text: string | null) => string;
  readonly before: (delay: string, anchor: string) => string;
  readonly after: (delay: string, anchor: string, isExtended: boolean) => string;
  readonly keptOpen: string;
  readonly noDeadline: string;
  readonly undated: (urgency: Urgency, delay: string, ground: string) => string;
  readonly overdue: (urgency: Urgency, day: string, reason: string) => string;
  readonly opensLater: (from: string, day: string, reason: string) => string;
  readonly due: (urgency: Urgency, day: string, reason: string) => string;
  readonly homeLeft: (day: string) => string;
  /** Of several permits, the one that is to be renewed, in the place of the words of its anchor. */
  readonly endOfPermit: (validity: string) => string;
  readonly validity: (delivered: Delivered) => string;
  readonly waits: (awaited: readonly string[]) => string;
  readonly thenDue: (isPast: boolean, day: string, reason: string) => string;
  readonly cancelled: string;
  readonly settled: (status: string, since: string | null) => string;
  readonly toOpen: string;
  readonly notApplicable: (since: string | null, isHomeLeft: boolean) => string;
}

export const STEP_SAYINGS: InEachLanguage<StepSayings> = { fr: stepSayingsFr, en: stepSayingsEn };
