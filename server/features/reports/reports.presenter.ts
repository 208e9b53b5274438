import type { ReportView } from '../../contract/report.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { ProtectedPage } from '../../domain/disclosure/protect.ts';

/** Takes nothing but a protected page: a figure that was not protected does not compile here. */
export function presentReport(
  page: ProtectedPage,
  asked: { department: string; period: string; asOf: CalendarDay },
): ReportView {
  return {
    ...asked,
    policy: page.policy,
    tables: page.tables.map(({ shape, cells }) => ({
      code: shape.code,
      title: shape.title,
      definition: shape.definition,
      axes: shape.axes.map(({ code, label, members }) => ({
        code,
        label,
        members: members.map((member) => ({ code: member.code, label: member.label })),
      })),
      cells: cells.map((cell) =>
        'suppressed' in cell ? { ...cell.at, suppressed: true as const } : { ...cell.at, value: cell.value },
      ),
    })),
  };
}
