import { formatDayEn } from '../calendar/formatDayEn.ts';
import type { StepSayings, Urgency } from './stepSayings.ts';

interface Verbs {
  readonly todo: string;
  readonly late: string;
  readonly undated: string;
}

const VERBS: Readonly<Record<Urgency, Verbs>> = {
  POSSIBLE: { todo: 'Possible until', late: 'was possible only until', undated: 'Possible until' },
  EXPECTED: { todo: 'Expected around', late: 'expected around', undated: 'Expected' },
  OWED: { todo: 'To be done by', late: 'to be done by', undated: 'To be done at the latest' },
};

export const stepSayingsEn: StepSayings = {
  ground: (kind, text) => {
    if (kind === 'LEGAL') return text === null ? 'legal deadline, from a public source' : `legal deadline, ${text}`;
    if (kind === 'RECOMMENDED') return text === null ? 'recommended deadline' : `recommended deadline, ${text}`;
    const worth =
      kind === 'OBSERVED_MEAN_2022'
        ? 'mean time observed in 2022'
        : kind === 'OBSERVED_TYPICAL'
          ? 'usual time'
          : 'proposed deadline';
    return text === null ? worth : `${worth}; for the step, ${text}`;
  },
  before: (delay, anchor) => `${delay} before ${anchor}`,
  after: (delay, anchor, isExtended) => `${delay}${isExtended ? ', extension included,' : ''} after ${anchor}`,
  keptOpen: 'Left open when the file was closed.',
  noDeadline: 'To do, without a deadline.',
  undated: (urgency, delay, ground) => `${VERBS[urgency].undated} ${delay}, a date that is not known (${ground}).`,
  overdue: (urgency, day, reason) => `Late: ${VERBS[urgency].late} ${day}, ${reason}.`,
  opensLater: (from, day, reason) => `Possible from ${from}, by ${day} at the latest, ${reason}.`,
  due: (urgency, day, reason) => `${VERBS[urgency].todo} ${day}, ${reason}.`,
  homeLeft: (day) => `Home left on ${day}: another one is to be found.`,
  endOfPermit: (validity) => `the end of the permit delivered ${validity}`,
  validity: ({ on, until }) => `on ${formatDayEn(on)}, valid until ${formatDayEn(until)}`,
  waits: (awaited) => `Waits first for ${awaited.join(' and ')}.`,
  thenDue: (isPast, day, reason) => `${isPast ? 'Deadline passed:' : 'Then due by'} ${day}, ${reason}.`,
  cancelled: 'Cancelled: entered by mistake.',
  settled: (status, since) => `${status}${since === null ? '' : ` on ${since}`}.`,
  toOpen: 'To be opened if the person needs it.',
  notApplicable: (since, isHomeLeft) =>
    `Not applicable${since === null ? '' : ` since ${since}`}${isHomeLeft ? ', the home having been left' : ''}.`,
};
