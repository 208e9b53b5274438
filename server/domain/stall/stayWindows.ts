import type { CalendarDay } from '../calendar/calendarDay.ts';
import { proofOfStayEnd } from '../pathway/anchors.ts';
import type { ResidenceDocumentEvent } from '../pathway/events.ts';
import type { Folded } from '../pathway/fold.ts';
import { deliveredWords, isPermit } from '../pathway/residenceDocuments.ts';
import { clearingOf, earlier, type Clearing } from './clearing.ts';
import type { PreparedRule } from './preparedRules.ts';
import type { Window } from './window.ts';

/** Each permit has its own renewal to ask for: that of the opening, then each one delivered since. */
export function permitWindows(label: string, prepared: PreparedRule, folded: Folded): Window[] {
  const { facts, by } = folded;
  return oneAfterTheOther(label, facts.permitExpiresOn, by.documents.filter(isPermit), prepared, folded);
}

/** Proof of stay runs through the latest last day of what is in hand: a document that ends before adds nothing. */
export function proofWindows(label: string, prepared: PreparedRule, folded: Folded): Window[] {
  const atFirst = proofOfStayEnd(folded);
  let proven = atFirst;
  const further = folded.by.documents.filter(({ until }) => {
    if (proven !== null && until <= proven) return false;
    proven = until;
    return true;
  });
  return oneAfterTheOther(label, atFirst, further, prepared, folded);
}

function oneAfterTheOther(
  label: string,
  atFirst: CalendarDay | null,
  delivered: readonly ResidenceDocumentEvent[],
  prepared: PreparedRule,
  folded: Folded,
): Window[] {
  const { closedOn, closedBy } = folded;
  const closing = closedOn === null ? null : { on: closedOn, eventId: closedBy };
  const next = (index: number): Clearing | null => {
    const document = delivered[index];
    return document === undefined ? null : { on: document.on, eventId: document.id ?? null };
  };
  const windows = delivered.map((document, index): Window => {
    const { on, until } = document;
    const cleared = earlier(clearingOf(prepared, folded, on), closing);
    const facts = [
      { label, on: until },
      { label: deliveredWords(document), on },
    ];
    return { anchorOn: until, beganOn: on, ...endOf(earlier(next(index + 1), cleared)), facts };
  });
  if (atFirst === null) return windows;
  return [{ anchorOn: atFirst, ...endOf(next(0)), facts: [{ label, on: atFirst }] }, ...windows];
}

function endOf(end: Clearing | null): Pick<Window, 'endedOn' | 'endedBy'> {
  return { endedOn: end?.on ?? null, endedBy: end?.eventId ?? null };
}
