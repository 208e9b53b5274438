import type * as french from './sessionWords.ts';

export const SESSION_KIND_LABELS: typeof french.SESSION_KIND_LABELS = {
  LANGUAGE: 'Language training',
  CIVIC: 'Civic training',
  INFORMATION: 'Group information',
  WORKSHOP: 'Workshop',
};

/** « from 9:00 to 12:00 ». */
export const timesWords: typeof french.timesWords = ({ startsAt, endsAt }) =>
  `from ${clock(startsAt)} to ${clock(endsAt)}`;

function clock(time: string): string {
  return time.replace(/^0/, '');
}
