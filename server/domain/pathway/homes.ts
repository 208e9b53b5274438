import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { StepCode, StepStatus } from './codes.ts';
import type { ClosureEvent, HomeLeftEvent, StepEvent } from './events.ts';
import { statusEntry, stepNumber, type Change, type Standing, type StatusCause } from './standing.ts';

export const HOUSING_ACCESS = stepNumber('HOUSING_ACCESS');

/** The checks that a home is kept, which hang on its access. */
export const HOME_CHECKS: readonly number[] = (
  ['HOUSING_SUSTAINED_3M', 'HOUSING_SUSTAINED_6M', 'HOUSING_SUSTAINED_12M'] satisfies StepCode[]
).map(stepNumber);

interface Fact {
  readonly on: CalendarDay;
  readonly id?: string;
}

function become(step: number, status: StepStatus, { on, id }: Fact, because: StatusCause): Change {
  return { kind: 'STATUS', on, step, entry: statusEntry(status, on, { id, because }) };
}

const isOpenIn =
  ({ current }: Standing) =>
  (step: number): boolean =>
    current[step]?.isOpen ?? true;

/** Checking that the home is kept has no object once it is left, or the follow-up has ended (notes of these steps). */
export function withoutObject(standing: Standing, fact: ClosureEvent | HomeLeftEvent): Change[] {
  const because = 'closure' in fact ? 'FILE_CLOSED' : 'HOME_LEFT';
  return HOME_CHECKS.filter(isOpenIn(standing)).map((step) => become(step, 'NOT_APPLICABLE', fact, because));
}

/** A home left is to be found again. Nothing where no home was held. */
export function leaveHome(standing: Standing, left: HomeLeftEvent): Change[] {
  if (standing.current[HOUSING_ACCESS]?.status !== 'DONE') return [];
  return [become(HOUSING_ACCESS, 'TO_DO', left, 'HOME_LEFT'), ...withoutObject(standing, left)];
}

/** Another home after one that was left: it is checked anew, whatever became of the checks of the first. */
export function checkNewHome(standing: Standing, access: StepEvent): Change[] {
  const isOpen = isOpenIn(standing);
  return HOME_CHECKS.filter((step) => !isOpen(step)).map((step) => become(step, 'TO_DO', access, 'HOME_FOUND_AGAIN'));
}

export function isAccessToHome(event: StepEvent): boolean {
  return event.step === 'HOUSING_ACCESS' && event.status === 'DONE';
}
