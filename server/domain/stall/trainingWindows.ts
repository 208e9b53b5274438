import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { Folded } from '../pathway/fold.ts';
import { decimal, hours } from '../pathway/words.ts';
import type { StallRule } from './stallRule.ts';
import type { StallFact } from './stallSpell.ts';
import type { Window } from './window.ts';

interface Fired {
  readonly on: CalendarDay;
  readonly facts: readonly StallFact[];
}

function windowOf({ on, facts }: Fired, ended: { readonly on: CalendarDay; readonly id?: string } | null): Window {
  return { anchorOn: on, firedOn: on, endedOn: ended?.on ?? null, endedBy: ended?.id ?? null, facts };
}

/** From the record that takes the ratio of hours under its minimum to the one that brings it back. */
export function attendanceWindows(rule: StallRule, { by }: Folded): Window[] {
  if (rule.ratio === undefined) return [];
  const { min, onlyOnceDenominatorHoursReach } = rule.ratio;
  const records = by.attendances.filter(({ attendance }) => attendance === 'LANGUAGE');
  const windows: Window[] = [];
  let [attended, planned] = [0, 0];
  let fired: Fired | undefined;
  records.forEach((record, index) => {
    attended += record.attendedHours;
    planned += record.plannedHours;
    // Records of one day are judged together: their order within the day says nothing.
    if (records[index + 1]?.on === record.on) return;
    // Hours are entered by quarters; the sum of fractions must not turn 80 % into 79.999 %.
    const isLow = planned >= onlyOnceDenominatorHoursReach && attended < min * planned - 1e-9;
    if (isLow && fired === undefined) {
      const value = `${hours(attended)} suivies sur ${hours(planned)} prévues`;
      fired = { on: record.on, facts: [{ label: 'Heures de français', on: record.on, value }] };
    } else if (!isLow && fired !== undefined) {
      windows.push(windowOf(fired, record));
      fired = undefined;
    }
  });
  return fired === undefined ? windows : [...windows, windowOf(fired, null)];
}

/** From a test without the gain expected over the first one, to a later test that has it. */
export function testWindows(rule: StallRule, { by }: Folded): Window[] {
  const [baseline, ...later] = by.tests;
  if (baseline === undefined) return [];
  const windows: Window[] = [];
  let fired: Fired | undefined;
  for (const test of later) {
    const hasGained = test.score - baseline.score >= (rule.testGainMin ?? 1) - 1e-9;
    if (!hasGained && fired === undefined) {
      const first = { label: 'Premier test', on: baseline.on, value: decimal(baseline.score) };
      fired = { on: test.on, facts: [first, { label: 'Test suivant', on: test.on, value: decimal(test.score) }] };
    } else if (hasGained && fired !== undefined) {
      windows.push(windowOf(fired, test));
      fired = undefined;
    }
  }
  return fired === undefined ? windows : [...windows, windowOf(fired, null)];
}
