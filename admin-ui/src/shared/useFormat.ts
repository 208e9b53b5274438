import { useMemo } from 'react';
import { useLocale } from 'react-admin';
import type { PersonView } from '../../../server/contract/person.ts';
import {
  formatBirth,
  formatDay,
  formatDayOf,
  formatInstant,
  formatLongDay,
  formatLongDayOf,
  formatMoment,
  formatNumber,
  formatTimeOf,
  formatWeekDay,
  plural,
} from './format.ts';

/** The formats of `format.ts` in the language of the interface. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      day: (day: string) => formatDay(day, locale),
      longDay: (day: string) => formatLongDay(day, locale),
      weekDay: (day: string) => formatWeekDay(day, locale),
      dayOf: (instant: string) => formatDayOf(instant, locale),
      longDayOf: (instant: string) => formatLongDayOf(instant, locale),
      timeOf: (instant: string) => formatTimeOf(instant, locale),
      instant: (instant: string) => formatInstant(instant, locale),
      moment: (instant: string) => formatMoment(instant, new Date(), locale),
      number: (value: number) => formatNumber(value, locale),
      plural: (value: number) => plural(value, locale),
      birth: (birth: PersonView['birth']) => formatBirth(birth, locale),
    }),
    [locale],
  );
}
