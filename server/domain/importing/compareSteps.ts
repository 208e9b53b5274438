import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { StepCode, StepStatus } from '../pathway/codes.ts';
import type { StepEvent } from '../pathway/events.ts';
import { CEFR_LEVEL_LABELS, LANGUAGE_DECISION_LABELS, STEP_LABELS, STEP_STATUS_LABELS } from '../pathway/labels.ts';
import type { ImportedPathway } from './becomes.ts';
import { isCorrected, type Difference } from './difference.ts';
import type { KnownPathway, KnownStep } from './knownPathway.ts';
import { ONLINE_LICENCE, ONLINE_LICENCE_LABEL } from './vocabulary.ts';

/** The fact whose day dates a step of the list. */
function datedBy(step: StepCode): 'cirSignedOn' | 'firstPermitOn' {
  return step === 'BPI_PERMIT_APPLICATION' || step === 'BPI_PERMIT_ISSUED' ? 'firstPermitOn' : 'cirSignedOn';
}

/** The days that a hand has corrected: they date the steps instead of those of the list. */
export type KeptDays = { readonly [K in 'cirSignedOn' | 'firstPermitOn']?: CalendarDay };

/** What the list says of the steps otherwise than what is recorded. */
export function compareSteps(
  known: KnownPathway,
  imported: ImportedPathway,
  keptDays: KeptDays,
): Difference<StepEvent>[] {
  return imported.events.flatMap((listed): Difference<StepEvent>[] => {
    const kept = keptDays[datedBy(listed.step)];
    const event = kept === undefined ? listed : { ...listed, on: kept };
    const path = `step.${event.step}`;
    const current = known.importedSteps.find(({ step }) => step === event.step);
    const byHand = current?.byHand === true || isCorrected(known, path);
    if (current !== undefined && says(current, event, byHand || kept !== undefined)) return [];
    const change = current === undefined ? event : { ...event, corrects: current.eventId };
    return [
      {
        path,
        field: STEP_LABELS[event.step],
        before: current === undefined ? null : describe(current),
        after: describe(event),
        change,
        byHand,
      },
    ];
  });
}

/**
 * Whether what is recorded says all that the list says. The list dates every step by the signature for want of better: a day
 * recorded by hand is not contradicted by it. An empty track takes nothing back: an empty cell changes nothing.
 */
function says(current: KnownStep, event: StepEvent, anyDay: boolean): boolean {
  if (current.status !== event.status || !(anyDay || current.on === event.on)) return false;
  if (current.track !== null && event.track === undefined) return true;
  return current.outcome === (event.outcome ?? null) && current.track === (event.track ?? null);
}

interface Described {
  readonly status: StepStatus;
  readonly on: CalendarDay;
  readonly outcome?: string | null;
  readonly track?: string | null;
}

/** « Réalisé, formation prescrite, 400 h, le 3 mars 2026 ». */
function describe({ status, outcome, track, on }: Described): string {
  const labels: Readonly<Record<string, string>> = { ...LANGUAGE_DECISION_LABELS, ...CEFR_LEVEL_LABELS };
  const course = track === ONLINE_LICENCE ? ONLINE_LICENCE_LABEL.toLowerCase() : track ? `${track}\u00A0h` : null;
  return [STEP_STATUS_LABELS[status], outcome ? (labels[outcome] ?? outcome) : null, course, `le ${formatDayFr(on)}`]
    .filter((part) => part !== null)
    .join(', ');
}
