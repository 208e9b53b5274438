import { plusMonths, type CalendarDay } from '../calendar/calendarDay.ts';
import type { Folded } from '../pathway/fold.ts';
import { attendanceWindows, testWindows } from './trainingWindows.ts';
import type { StallRule } from './stallRule.ts';
import type { Window } from './window.ts';

export type WindowFinder = (rule: StallRule, folded: Folded) => readonly Window[];

/** Rules whose anchor comes back, or that need none: each occurrence is a window of its own. */
export const RECURRING: Readonly<Record<NonNullable<StallRule['windows']>, WindowFinder>> = {
  CONTACT: contactWindows,
  HANDOVER: handoverWindows,
  PLATFORM_NO_SHOW: absenceWindows,
  ATTENDANCE: attendanceWindows,
  TEST: testWindows,
};

/** `LAST_CONTACT`: each contact that reached the person ends a window and opens the next; the opening opens the first. */
function contactWindows(_rule: StallRule, { facts, by }: Folded): Window[] {
  const starts = by.contacts
    .filter(({ contact }) => contact === 'REACHED')
    .map(({ on, id }) => ({ on, id: id ?? null, label: 'Dernier contact' }));
  const opened = facts.caseOpenedOn;
  if (opened !== null && (starts[0] === undefined || starts[0].on > opened)) {
    starts.unshift({ on: opened, id: null, label: 'Dossier ouvert' });
  }
  return starts.map(({ on, label }, index) => ({
    anchorOn: on,
    endedOn: starts[index + 1]?.on ?? null,
    endedBy: starts[index + 1]?.id ?? null,
    facts: [{ label, on }],
  }));
}

/** Each handover waits for a contact that comes after it; a further handover starts the wait again. */
function handoverWindows(_rule: StallRule, { events, by }: Folded): Window[] {
  if (by.handovers.length === 0) return [];
  const windows: Window[] = [];
  let waiting: CalendarDay | undefined;
  const close = (endedOn: CalendarDay | null, endedBy: string | null): void => {
    if (waiting === undefined) return;
    windows.push({ anchorOn: waiting, endedOn, endedBy, facts: [{ label: 'Changement de référent', on: waiting }] });
    waiting = undefined;
  };
  for (const event of events) {
    const isHandover = 'handover' in event;
    if (!isHandover && !('contact' in event && event.contact === 'REACHED')) continue;
    close(event.on, event.id ?? null);
    if (isHandover) waiting = event.on;
  }
  close(null, null);
  return windows;
}

function absenceWindows(rule: StallRule, { by }: Folded): Window[] {
  const absences = by.contracts.filter(({ contract }) => contract === 'ABSENT_AT_PLATFORM');
  const fired = absences[(rule.countLimit ?? 1) - 1];
  if (fired === undefined) return [];
  const facts = absences.slice(0, rule.countLimit).map(({ on }) => ({ label: 'Absence en plateforme', on }));
  return [{ anchorOn: fired.on, firedOn: fired.on, endedOn: null, endedBy: null, facts }];
}

/** The end of the contract, before each extension by the prefect and after the last one (R.413-4). */
export function contractWindows(label: string, ends: CalendarDay, { by, standing }: Folded): Window[] {
  const { signedOn, ruleSet, facts } = standing;
  const windows: Window[] = [];
  let months = facts.extensionMonths;
  let extendedOn: CalendarDay | undefined;
  for (const { contract, on, id, months: added } of by.contracts) {
    if (contract !== 'EXTENDED' || signedOn === null) continue;
    const granted = Math.min(ruleSet.maxExtensionMonths, months);
    const anchorOn = plusMonths(signedOn, ruleSet.durationMonths + granted);
    windows.push({ anchorOn, extendedOn, endedOn: on, endedBy: id ?? null, facts: [{ label, on: anchorOn }] });
    months += added ?? 0;
    extendedOn = on;
  }
  windows.push({ anchorOn: ends, extendedOn, endedOn: null, endedBy: null, facts: [{ label, on: ends }] });
  return windows;
}

/** A stay, before each extension and after the last one that counts (R.552-13, CASF R.349-1). */
export function stayWindows(
  extension: NonNullable<StallRule['extension']>,
  label: string,
  anchorOn: CalendarDay,
  { by }: Folded,
): Window[] {
  const granted = by.extensions
    .filter((event) => event.extension === extension.step)
    .slice(0, extension.max ?? undefined);
  const facts = [{ label, on: anchorOn }];
  const windows = granted.map(({ on, id }, index): Window => ({
    anchorOn,
    extendedOn: granted[index - 1]?.on,
    extraMonths: index * extension.months,
    endedOn: on,
    endedBy: id ?? null,
    facts,
  }));
  const extraMonths = granted.length * extension.months;
  return [...windows, { anchorOn, extendedOn: granted.at(-1)?.on, extraMonths, endedOn: null, endedBy: null, facts }];
}
