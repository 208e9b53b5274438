import { ALL } from '../disclosure/table.ts';
import { LABELS } from '../language/labels.ts';
import type { INDICATORS } from './indicators.ts';

// Three bases of "by department" exist (residence, structure, referent); each figure says which one is its own.
const BY_RESIDENCE = 'Department: the one where the person lives, from what is known today.';
const AS_KNOWN_NOW =
  'Facts are those of the day looked at, as they are known today: a fact entered late counts on its own day.';
const PROTECTION =
  'BPI: a person of whom a decision of international protection (refugee, subsidiary protection, stateless) is known today.';
const OPEN_FILE =
  'Open file: opened on the day looked at or before, and not closed on that day; a file closed that very day is no longer counted, a file on pause is.';

type IndicatorCode = (typeof INDICATORS)[number]['code'];

interface Said {
  readonly title: string;
  /** Who or what is counted, then what is not obvious, and would otherwise be believed wrongly. */
  readonly sentence: string;
}

const INDICATORS_SAID: Readonly<Record<IndicatorCode, Said>> = {
  CIR_SIGNED: {
    title: 'Signatories of the republican integration contract',
    sentence: [
      'People whose republican integration contract (CIR) was signed within the period, first and last days included, and on the day looked at at the latest.',
      'Each person counts once, whether the file is open or closed today.',
      BY_RESIDENCE,
      PROTECTION,
      AS_KNOWN_NOW,
    ].join(' '),
  },
  STOCK: {
    title: 'Open files',
    sentence: [
      'Files open on the day looked at.',
      OPEN_FILE,
      'A file follows one person: each person counts once.',
      BY_RESIDENCE,
      PROTECTION,
      AS_KNOWN_NOW,
    ].join(' '),
  },
  STEPS_BY_STATE: {
    title: 'Steps by domain and by status',
    sentence: [
      'Steps of the open files, by their domain and their status on the day looked at.',
      'Steps are counted, not people: a person has several steps in a domain, each in one status, and each step counts once.',
      'Steps that are not applicable or cancelled are not counted.',
      'What is hidden is judged on the number of people concerned, not on the number of steps.',
      OPEN_FILE,
      BY_RESIDENCE,
      PROTECTION,
      AS_KNOWN_NOW,
    ].join(' '),
  },
  STALLS_BY_RULE: {
    title: 'Stalled files by cause',
    sentence: [
      'Open files that have, on the day looked at, a stall of this cause.',
      'A stall begins on the day after the limit of its rule; a stall put on hold for a reason is not counted while the wait lasts.',
      'A file stalled for several causes counts once in each of them and once only in the whole: the causes do not add up.',
      'A stall compares delays: it judges neither the person nor the structure.',
      OPEN_FILE,
      BY_RESIDENCE,
      PROTECTION,
      AS_KNOWN_NOW,
    ].join(' '),
  },
};

const AXES: Readonly<Record<string, string>> = {
  protection: 'International protection',
  domain: 'Domain',
  status: 'Status',
  rule: 'Cause',
};

const MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  protection: { [ALL]: 'Total', BPI: 'BPI', NON_BPI: 'Other newcomers' },
  domain: LABELS.en.domain,
  status: { [ALL]: 'Total', ...LABELS.en.stepStatus },
  rule: { [ALL]: 'At least one cause', ...LABELS.en.stallRule },
};

/** The title and the definition of a table, in English. */
export function tableInEnglish(code: string): Said | undefined {
  return INDICATORS_SAID[code as IndicatorCode];
}

export function axisInEnglish(axis: string): string | undefined {
  return AXES[axis];
}

export function memberInEnglish(axis: string, member: string): string | undefined {
  return MEMBERS[axis]?.[member];
}
