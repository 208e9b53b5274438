import { daysBetween, type CalendarDay } from '../calendar/calendarDay.ts';
import { LABELS } from '../language/labels.ts';
import type { InEachLanguage, Language } from '../language/language.ts';
import { ACTORS, type StallRuleCode, type StepCode } from '../pathway/codes.ts';
import { PATHWAY_WORDS } from '../pathway/pathwayWords.ts';
import { typeset } from '../pathway/words.ts';
import type { WeekLine } from './fileWeek.ts';

/** What is to be done, in a few words. `taskWords` are those of its author. */
export function whatOf(line: WeekLine, taskWords: string, language: Language = 'fr'): string {
  const { label, nothing } = SAYINGS[language];
  switch (line.kind) {
    case 'STEP':
      return label(LABELS[language].step[line.step]);
    case 'STALL':
      return label(LABELS[language].stallRule[line.stall.rule]);
    case 'TASK':
      return taskWords;
    case 'NOTHING_PLANNED':
      return nothing;
  }
}

/** « Prévu le 20 novembre 2026, il y a 6 jours. » */
export function plannedWords(
  on: CalendarDay,
  today: CalendarDay,
  reason: string | null,
  language: Language = 'fr',
): string {
  const days = daysBetween(on, today);
  const { planned, ago, ahead } = SAYINGS[language];
  const when = days === 0 ? '' : `, ${days > 0 ? ago(days) : ahead(-days)}`;
  return `${planned(PATHWAY_WORDS[language].day(on))}${when}${reason === null ? '' : ` (${reason})`}.`;
}

/** « Échéance de l’étape « … » : 2 novembre 2026, dépassée. » */
export function stepLimitWords(step: StepCode, on: CalendarDay, today: CalendarDay, language: Language = 'fr'): string {
  return SAYINGS[language].stepLimit(LABELS[language].step[step], PATHWAY_WORDS[language].day(on), on < today);
}

/** « Reprise prévue le 15 décembre 2026 : rappeler la CPAM. » */
export function putOffWords(what: string, on: CalendarDay, language: Language = 'fr'): string {
  return SAYINGS[language].putOff(PATHWAY_WORDS[language].day(on), what);
}

/** « Ce qui y met fin : l’ouverture des droits à la CAF, ou un emploi. » */
export function stallEndWords(rule: StallRuleCode, language: Language = 'fr'): string {
  return SAYINGS[language].stallEnd(LABELS[language].stallEnd[rule]);
}

/** Of a file that nothing calls back to mind. */
export function nothingPlannedWords(language: Language = 'fr'): string {
  return SAYINGS[language].nothingPlanned;
}

interface Sayings {
  readonly label: (label: string) => string;
  readonly nothing: string;
  readonly planned: (day: string) => string;
  readonly ago: (days: number) => string;
  readonly ahead: (days: number) => string;
  readonly stepLimit: (step: string, day: string, isPast: boolean) => string;
  readonly putOff: (day: string, what: string) => string;
  readonly stallEnd: (what: string) => string;
  readonly nothingPlanned: string;
}

const SAYINGS: InEachLanguage<Sayings> = {
  fr: {
    label: typeset,
    nothing: 'Rien n’est prévu',
    planned: (day) => `Prévu le ${day}`,
    ago: (days) => `il y a ${days}\u00a0jour${days === 1 ? '' : 's'}`,
    ahead: (days) => `dans ${days}\u00a0jour${days === 1 ? '' : 's'}`,
    stepLimit: (step, day, isPast) => typeset(`Échéance de l’étape « ${step} » : ${day}${isPast ? ', dépassée' : ''}.`),
    putOff: (day, what) => typeset(`Reprise prévue le ${day} : ${what}.`),
    stallEnd: (what) => typeset(`Ce qui y met fin : ${what}.`),
    nothingPlanned: typeset(
      'Ni échéance, ni action à venir : rien ne vous rappellera ce dossier. Prévoyez une action.',
    ),
  },
  en: {
    label: (label) => label,
    nothing: 'Nothing is planned',
    planned: (day) => `Planned for ${day}`,
    ago: (days) => `${days} day${days === 1 ? '' : 's'} ago`,
    ahead: (days) => `in ${days} day${days === 1 ? '' : 's'}`,
    stepLimit: (step, day, isPast) => `Deadline of the step “${step}”: ${day}${isPast ? ', passed' : ''}.`,
    putOff: (day, what) => `To be taken up again on ${day}: ${what}.`,
    stallEnd: (what) => `What ends it: ${what}.`,
    nothingPlanned: 'No deadline, no task to come: nothing will remind you of this file. Plan a task.',
  },
};

/** Whether a text already says whose turn it is. */
export function saysTurn(text: string, language: Language): boolean {
  return ACTORS.some((party) => text.includes(PATHWAY_WORDS[language].turn(party)));
}
