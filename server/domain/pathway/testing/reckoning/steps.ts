import { after } from './days.ts';
import { MET, OPEN, SOURCE, type SourceDeadline, type SourceStep } from './source.ts';
import { anchorDay, statusOf, stepsOf, type Stand } from './standing.ts';

export interface ReckonedStep {
  readonly code: string;
  readonly status: string;
  readonly state: string;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly waitsFor: readonly string[];
}

export function reckonSteps(stand: Stand): ReckonedStep[] {
  const steps = stepsOf(stand);
  const statuses = new Map(steps.map((step) => [step.code, statusOf(stand, step)]));
  return steps.map((step) => {
    const status = statuses.get(step.code) ?? '';
    const waitsFor = OPEN.has(status)
      ? step.prerequisites.filter((code) => !MET.has(statuses.get(code) ?? 'DONE'))
      : [];
    const { opensOn, dueOn } = datesOf(stand, step);
    return { code: step.code, status, state: shown(stand, status, waitsFor, dueOn), opensOn, dueOn, waitsFor };
  });
}

function deadlineOf({ ruleSet }: Stand, { due }: SourceStep): SourceDeadline | undefined {
  if (due === null) return undefined;
  return 'byRuleSet' in due ? due.byRuleSet[ruleSet.code] : due;
}

export function datesOf(stand: Stand, step: SourceStep): { opensOn: string | null; dueOn: string | null } {
  const due = deadlineOf(stand, step);
  const anchor = due === undefined ? null : anchorDay(stand, due.anchor);
  if (due === undefined || anchor === null) return { opensOn: null, dueOn: null };
  const opensOn = due.opensAfter
    ? after(anchor, due.opensAfter)
    : due.opensBefore
      ? after(anchor, due.opensBefore, -1)
      : null;
  if (due.dueBefore) return { opensOn, dueOn: after(anchor, due.dueBefore, -1) };
  if (due.dueAfter === undefined) return { opensOn, dueOn: null };
  return { opensOn, dueOn: after(anchor, { ...due.dueAfter, n: due.dueAfter.n + extraMonths(stand, step.code, due) }) };
}

function extraMonths({ past }: Stand, step: string, { extension }: SourceDeadline): number {
  if (extension === undefined) return 0;
  const granted = past.filter((event) => event['extension'] === step).length;
  return extension.n * (extension.renewable ? granted : Math.min(1, granted));
}

function shown(stand: Stand, status: string, waitsFor: readonly string[], dueOn: string | null): string {
  if (status === 'NOT_APPLICABLE' || status === 'CANCELLED') return 'NOT_OPEN';
  if (!OPEN.has(status)) return 'CLOSED';
  // Nothing is late on a file that is closed.
  if (stand.closedOn !== null) return 'OPEN';
  if (waitsFor.length > 0) return 'WAITING';
  if (dueOn === null) return 'OPEN';
  if (dueOn < stand.day) return 'OVERDUE';
  return dueOn <= after(stand.day, { n: SOURCE.calendar.dueSoonDays, unit: 'DAY' }) ? 'DUE_SOON' : 'OPEN';
}
