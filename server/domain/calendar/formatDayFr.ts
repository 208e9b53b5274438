import { format } from 'date-fns';
import { fr } from 'date-fns/locale';
import { UTCDate } from '@date-fns/utc';
import type { CalendarDay } from './calendarDay.ts';

/** A day as one says it in French: « 3 mars 2026 », « 1er mars 2026 ». */
export function formatDayFr(day: CalendarDay): string {
  const [year, month, number] = day.split('-').map(Number);
  const date = new UTCDate(year ?? 0, (month ?? 1) - 1, number ?? 1);
  return number === 1 ? `1er ${format(date, 'LLLL yyyy', { locale: fr })}` : format(date, 'd MMMM yyyy', { locale: fr });
}
