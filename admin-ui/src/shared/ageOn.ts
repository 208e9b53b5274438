import type { PersonView } from '../../../server/contract/person.ts';

/** The ages that somebody may have on a day, as her birth is known: one, two when only the year is, none when nothing is. */
export function agesOn({ value, precision }: PersonView['birth'], today: string): readonly number[] {
  if (value === null) return [];
  const turned = Number(today.slice(0, 4)) - Number(value.slice(0, 4));
  const [birth, now] = [value.slice(5), today.slice(5, 5 + Math.max(0, value.length - 5))];
  if (precision === 'DAY') return [birth <= now ? turned : turned - 1];
  if (birth === now) return [turned - 1, turned];
  return [birth < now ? turned : turned - 1];
}
