import type { CalendarDay } from '../calendar/calendarDay.ts';
import { shift } from '../calendar/period.ts';
import type { CatalogueStep } from './catalogue.ts';
import type { Standing } from './standing.ts';
import type { Deadline } from './steps/index.ts';

export interface StepDates {
  readonly opensOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
  /** Months granted on top of the usual delay, already in `dueOn`. */
  readonly extraMonths: number;
}

const NO_DATES: StepDates = { opensOn: null, dueOn: null, extraMonths: 0 };

/** When a step opens and is due where the pathway stands; null while its anchor is unknown. */
export function stepDates(standing: Standing, step: CatalogueStep): StepDates {
  const { deadline } = step;
  if (deadline === undefined) return NO_DATES;
  const anchor = step.readAnchor(standing);
  if (anchor === null) return NO_DATES;
  const { opensAfter, opensBefore } = deadline;
  const extraMonths = extensionOf(standing, step);
  return {
    opensOn: opensAfter ? shift(anchor, opensAfter) : opensBefore ? shift(anchor, opensBefore, -1) : null,
    dueOn: dueFrom(anchor, deadline, extraMonths),
    extraMonths,
  };
}

/** The due date alone. */
export function dueOn(standing: Standing, step: CatalogueStep): CalendarDay | null {
  const { deadline } = step;
  const anchor = deadline === undefined ? null : step.readAnchor(standing);
  return deadline === undefined || anchor === null ? null : dueFrom(anchor, deadline, extensionOf(standing, step));
}

function dueFrom(anchor: CalendarDay, { dueAfter, dueBefore }: Deadline, extraMonths: number): CalendarDay | null {
  if (dueAfter === undefined) return dueBefore === undefined ? null : shift(anchor, dueBefore, -1);
  return shift(anchor, extraMonths === 0 ? dueAfter : { ...dueAfter, n: dueAfter.n + extraMonths });
}

/** What OFII granted on top of a stay: once for asylum housing (R.552-13), as often as needed in a CPH (CASF R.349-1). */
function extensionOf({ stayExtensions }: Standing, { code, deadline }: CatalogueStep): number {
  if (deadline?.extension === undefined || (code !== 'DNA_EXIT' && code !== 'CPH_STAY')) return 0;
  const granted = stayExtensions[code];
  return deadline.extension.n * (deadline.extension.renewable ? granted : Math.min(1, granted));
}
