import type { Actor } from '../../domain/access/actor.ts';
import { shownTo } from '../../domain/access/fields.ts';

/** The office is not told that there is a pause: its reason may be of health (see `eventDomain`). */
function isPaused(actor: Actor): string {
  return shownTo(actor).pauses ? 'p.paused @> $1::date' : 'false';
}

/** Where the follow-up stands on day `$1`, as SQL over `pathways p`. */
export function statusOn(actor: Actor): string {
  return `case when p.closed_on <= $1 then 'CLOSED' when ${isPaused(actor)} then 'PAUSED' else 'OPEN' end`;
}

/** Whether `pathways p` stand so on day `$1`, as SQL. */
export function isInStatus(actor: Actor, status: 'OPEN' | 'PAUSED' | 'CLOSED'): string {
  const isOpen = '(p.closed_on is null or p.closed_on > $1)';
  if (status === 'CLOSED') return 'p.closed_on <= $1';
  return status === 'PAUSED' ? `${isOpen} and ${isPaused(actor)}` : `${isOpen} and not ${isPaused(actor)}`;
}
