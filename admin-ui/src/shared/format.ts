import { timeWords } from '../../../server/contract/labels.ts';
import type { PersonView } from '../../../server/contract/person.ts';

/** A civil day has no zone: it is read as UTC and written as UTC, so that no browser shifts it. */
function asInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function frenchOrdinal(text: string, locale: string): string {
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** `2026-03-10` → « 10/03/2026 »; the short form of tables. */
export function formatDay(day: string, locale = 'fr'): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(asInstant(day));
}

/** `2026-03-01` → « 1er mars 2026 »; the form of sentences. */
export function formatLongDay(day: string, locale = 'fr'): string {
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
  return frenchOrdinal(text.format(asInstant(day)), locale);
}

/** `2026-03-10` → « mardi 10 mars 2026 »: of today, and of what one goes to. */
export function formatWeekDay(day: string, locale = 'fr'): string {
  const weekday = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(asInstant(day))} ${formatLongDay(day, locale)}`;
}

/**
 * An instant (RFC 3339) → « 10/03/2026 à 14 h 05 », in Paris: the clock of the people who work with these files. The first
 * instant of a day stands for the day itself, of which no time is known.
 */
export function formatInstant(instant: string, locale = 'fr'): string {
  const day = formatDayOf(instant, locale);
  if (isFirstOfItsDay(instant)) return day;
  return `${day} ${locale === 'en' ? 'at' : 'à'} ${formatTimeOf(instant, locale)}`;
}

/** The time of an instant, in Paris → « 14 h 05 », as of a session. */
export function formatTimeOf(instant: string, locale = 'fr'): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Paris' });
  const written = time.format(new Date(instant));
  return locale === 'en' ? written : timeWords(written);
}

function isFirstOfItsDay(instant: string): boolean {
  const date = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/Paris' });
  return date.getUTCMilliseconds() === 0 && time.format(date) === '00:00:00';
}

/** An instant of today → « à 14 h 05 »; of another day → « le 10/03/2026 à 14 h 05 »; in Paris. */
export function formatMoment(instant: string, now: Date, locale = 'fr'): string {
  const time = formatTimeOf(instant, locale);
  const [at, on] = locale === 'en' ? ['at', 'on'] : ['à', 'le'];
  const day = formatDayOf(instant, locale);
  return day === formatDayOf(now.toISOString(), locale) ? `${at} ${time}` : `${on} ${day} ${at} ${time}`;
}

/** The day of an instant, in Paris → « 10/03/2026 ». */
export function formatDayOf(instant: string, locale = 'fr'): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  }).format(new Date(instant));
}

/** The day of an instant, in Paris → « 1er mars 2026 ». */
export function formatLongDayOf(instant: string, locale = 'fr'): string {
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
  });
  return frenchOrdinal(text.format(new Date(instant)), locale);
}

/** 1204 → « 1 204 », with the narrow no-break space of French. */
export function formatNumber(value: number, locale = 'fr'): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR').format(value);
}

/** The words of a sentence with a plural: the count as written, and the count that chooses the form. */
export function plural(value: number, locale = 'fr'): { smart_count: number; count: string } {
  return { smart_count: value, count: formatNumber(value, locale) };
}

/** A birth date as precise as it is known: « 10/03/1990 », « mars 1990 », « 1990 »; null when unknown. */
export function formatBirth(birth: PersonView['birth'], locale = 'fr'): string | null {
  if (birth.precision === 'UNKNOWN') return null;
  if (birth.precision === 'YEAR') return birth.value;
  if (birth.precision === 'DAY') return formatDay(birth.value, locale);
  const month = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return month.format(asInstant(`${birth.value}-01`));
}
