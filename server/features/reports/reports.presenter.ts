import type { ReportView } from '../../contract/report.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import type { AxisMember, TableShape } from '../../domain/disclosure/table.ts';
import { axisInEnglish, memberInEnglish, tableInEnglish } from '../../domain/reporting/reportWords.en.ts';
import type { ProtectedPage } from '../../domain/disclosure/protect.ts';

/** Takes nothing but a protected page: a figure that was not protected does not compile here. */
export function presentReport(
  page: ProtectedPage,
  asked: { department: string; period: string; asOf: CalendarDay },
  language: Language,
): ReportView {
  const said = language === 'en' ? ENGLISH : FRENCH;
  return {
    ...asked,
    policy: page.policy,
    tables: page.tables.map(({ shape, cells }) => ({
      code: shape.code,
      title: said.title(shape),
      definition: { ...shape.definition, sentence: said.definition(shape) },
      axes: shape.axes.map(({ code, label, members }) => ({
        code,
        label: said.axis(code, label),
        members: members.map((member) => ({ code: member.code, label: said.member(code, member) })),
      })),
      cells: cells.map((cell) =>
        'suppressed' in cell ? { ...cell.at, suppressed: true as const } : { ...cell.at, value: cell.value },
      ),
    })),
  };
}

interface Said {
  readonly title: (shape: TableShape) => string;
  readonly definition: (shape: TableShape) => string;
  readonly axis: (code: string, label: string) => string;
  readonly member: (axis: string, member: AxisMember) => string;
}

const FRENCH: Said = {
  title: ({ title }) => title,
  definition: ({ definition }) => definition.sentence,
  axis: (_code, label) => label,
  member: (_axis, { label }) => label,
};

const ENGLISH: Said = {
  title: ({ code, title }) => tableInEnglish(code)?.title ?? title,
  definition: ({ code, definition }) => tableInEnglish(code)?.sentence ?? definition.sentence,
  axis: (code, label) => axisInEnglish(code) ?? label,
  member: (axis, { code, label }) => memberInEnglish(axis, code) ?? label,
};
