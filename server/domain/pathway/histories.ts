import type { CalendarDay } from '../calendar/calendarDay.ts';
import { statusEntry, stepNumber, type Change, type StatusEntry } from './standing.ts';

/** By number of step, every status since the first, in order; absent where nothing was recorded. */
export type Histories = readonly (readonly StatusEntry[] | undefined)[];

const CIR_SIGNATURE = stepNumber('CIR_SIGNATURE');

export function historiesOf(changes: readonly Change[], signedOn: CalendarDay | null): Histories {
  const histories: StatusEntry[][] = [];
  for (const change of changes) {
    if (change.kind !== 'STATUS') continue;
    const history = histories[change.step];
    if (history === undefined) histories[change.step] = [change.entry];
    else history.push(change.entry);
  }
  if (signedOn !== null) {
    const said = changes.find((change) => change.kind === 'SIGNED' && change.on === signedOn);
    const id = said?.kind === 'SIGNED' ? said.eventId : null;
    const signature = statusEntry('DONE', signedOn, { id: id ?? undefined });
    histories[CIR_SIGNATURE] = withSignature(histories[CIR_SIGNATURE] ?? [], signature, signedOn);
  }
  return histories;
}

/**
 * The signature is a fact of the file: known without any event, and an event that repeats it adds nothing. What led to
 * it comes before, were it recorded for the same day.
 */
function withSignature(history: readonly StatusEntry[], signature: StatusEntry, signedOn: CalendarDay): StatusEntry[] {
  const isSignature = ({ status, on }: StatusEntry): boolean => status === 'DONE' && on === signedOn;
  const others = history.filter((entry) => !isSignature(entry));
  const before = others.filter(({ on }) => (on ?? signedOn) <= signedOn);
  return [...before, history.find(isSignature) ?? signature, ...others.slice(before.length)];
}
