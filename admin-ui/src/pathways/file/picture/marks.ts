import { SHADES } from '../../../layout/shades.ts';
import type { TimelineView } from '../../../../../server/contract/pathway.ts';
import type { SentenceKey } from '../../../i18n/messages.ts';

type Status = TimelineView['steps'][number]['spans'][number]['status'];

/** How a status is drawn: days on a bar, or the day of an end. The shape tells it, the colour only repeats it. */
export type Mark = 'TO_DO' | 'WAITING' | 'UNDER_WAY' | 'DONE' | 'SET_ASIDE' | 'STOPPED';

const MARK_OF: Readonly<Record<Status, Mark | null>> = {
  NOT_APPLICABLE: null,
  TO_DO: 'TO_DO',
  REQUESTED: 'WAITING',
  SCHEDULED: 'WAITING',
  WAITING_THIRD_PARTY: 'WAITING',
  IN_PROGRESS: 'UNDER_WAY',
  DONE: 'DONE',
  PARTIALLY_DONE: 'DONE',
  EXEMPT: 'SET_ASIDE',
  DECLINED: 'STOPPED',
  REFUSED_BY_BODY: 'STOPPED',
  ABANDONED: 'STOPPED',
  CANCELLED: 'STOPPED',
};

export function markOf(status: Status): Mark | null {
  return MARK_OF[status];
}

/** Ends have a day and no length. */
export function isEnd(mark: Mark): boolean {
  return mark === 'DONE' || mark === 'SET_ASIDE' || mark === 'STOPPED';
}

const stripes = (color: string, ground: string): string =>
  `repeating-linear-gradient(135deg, ${color} 0 2px, ${ground} 2px 7px)`;

/** Printed with their grounds, and told apart by their edges where grounds are taken away (forced colours). */
const BAR = {
  position: 'absolute',
  boxSizing: 'border-box',
  minWidth: '3px',
  borderRadius: '3px',
  printColorAdjust: 'exact',
} as const;

export const BARS = {
  TO_DO: { ...BAR, top: 10, height: 4, border: `1px solid ${SHADES.edge}`, background: SHADES.edge },
  WAITING: {
    ...BAR,
    top: 5,
    height: 14,
    border: `1px solid ${SHADES.blue}`,
    background: stripes(SHADES.blue, SHADES.paper),
  },
  UNDER_WAY: { ...BAR, top: 5, height: 14, border: `1px solid ${SHADES.blue}`, background: SHADES.blue },
  LATE: { ...BAR, top: 10, height: 4, border: `1px solid ${SHADES.red}`, background: SHADES.red },
  STALL: { ...BAR, top: 4, height: 16, border: `2px solid ${SHADES.red}`, background: SHADES.lateGround },
  /** What blocked and does no more: its outline alone, in grey. */
  STALL_OVER: { ...BAR, top: 6, height: 12, border: `2px solid ${SHADES.grey}`, background: SHADES.paper },
  GAP: {
    ...BAR,
    top: 6,
    height: 12,
    border: `1px dashed ${SHADES.grey}`,
    background: stripes(SHADES.faint, 'transparent'),
  },
} as const;

/** The ends and the limit: one sign each. */
export const SIGNS = {
  DONE: { sign: '✓', color: SHADES.green },
  SET_ASIDE: { sign: '–', color: SHADES.grey },
  STOPPED: { sign: '×', color: SHADES.grey },
  DUE: { sign: '◆', color: SHADES.amber },
  LIMIT: { sign: '◇', color: SHADES.red },
} as const;

export const LEGEND: readonly (readonly [keyof typeof BARS | keyof typeof SIGNS, SentenceKey])[] = [
  ['TO_DO', 'picture.legend_TO_DO'],
  ['WAITING', 'picture.legend_WAITING'],
  ['UNDER_WAY', 'picture.legend_UNDER_WAY'],
  ['DONE', 'picture.legend_DONE'],
  ['SET_ASIDE', 'picture.legend_SET_ASIDE'],
  ['STOPPED', 'picture.legend_STOPPED'],
  ['DUE', 'picture.legend_DUE'],
  ['LATE', 'picture.legend_LATE'],
  ['GAP', 'picture.legend_GAP'],
  ['STALL', 'picture.legend_STALL'],
  ['STALL_OVER', 'picture.legend_STALL_OVER'],
  ['LIMIT', 'picture.legend_LIMIT'],
];
