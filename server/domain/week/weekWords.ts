import { daysBetween, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { STALL_RULE_LABELS, STEP_LABELS } from '../pathway/labels.ts';
import { typeset } from '../pathway/words.ts';
import type { WeekLine } from './fileWeek.ts';

/** What is to be done, in a few words. `taskWords` are those of its author. */
export function whatOf(line: WeekLine, taskWords: string): string {
  switch (line.kind) {
    case 'STEP':
      return typeset(STEP_LABELS[line.step]);
    case 'STALL':
      return typeset(STALL_RULE_LABELS[line.stall.rule]);
    case 'TASK':
      return taskWords;
    case 'NOTHING_PLANNED':
      return 'Rien n’est prévu';
  }
}

/** « Prévu le 20 novembre 2026, il y a 6 jours. » */
export function plannedWords(on: CalendarDay, today: CalendarDay, reason: string | null): string {
  const days = daysBetween(on, today);
  const when = days === 0 ? '' : days > 0 ? `, il y a ${inDays(days)}` : `, dans ${inDays(-days)}`;
  return `Prévu le ${formatDayFr(on)}${when}${reason === null ? '' : ` (${reason})`}.`;
}

/** « La limite de l’étape « … » était le 2 novembre 2026. » */
export function stepLimitWords(label: string, on: CalendarDay, today: CalendarDay): string {
  return typeset(`Limite de l’étape « ${label} » : ${formatDayFr(on)}${on < today ? ', dépassée' : ''}.`);
}

/** « Reprise prévue le 15 décembre 2026 : rappeler la CPAM. » */
export function putOffWords(what: string, on: CalendarDay): string {
  return typeset(`Reprise prévue le ${formatDayFr(on)} : ${what}.`);
}

export const NOTHING_PLANNED_WORDS = typeset(
  'Ni échéance, ni action à venir : ce dossier ne se rappellera pas de lui-même.',
);

function inDays(count: number): string {
  return count === 1 ? '1\u00a0jour' : `${count}\u00a0jours`;
}
