import { formatDayEn } from '../calendar/formatDayEn.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { InEachLanguage, Language } from '../language/language.ts';
import type { ContractState } from './codes.ts';
import type { Facts } from './facts.ts';
import type { Folded } from './fold.ts';
import { isExamAskedBy, permitRuleSetOn } from './permitRuleSets/index.ts';
import { stepNumber } from './standing.ts';
import { PATHWAY_WORDS } from './pathwayWords.ts';
import { durationWords } from './words.ts';

const CIVIC_EXAM_CSP = stepNumber('CIVIC_EXAM_CSP');
const CIR_EXTENSION = stepNumber('CIR_EXTENSION');

/** What is to be said of an open step in the place of its deadline; null for nearly all of them (decision 12). */
export function remarkOn(step: number, folded: Folded, language: Language): string | null {
  if (step === CIVIC_EXAM_CSP) return examNotAsked(folded.facts, language);
  return step === CIR_EXTENSION ? extensionSoFar(folded, language) : null;
}

/**
 * The text of the card, chosen by the day of its first application (decision 5), asks for the exam or not, whatever the
 * contract says. Until that day is known, it is asked as it is of whoever applies from now on.
 */
function examNotAsked({ permitApplicationOn }: Facts, language: Language): string | null {
  if (permitApplicationOn === null || isExamAskedBy(permitRuleSetOn(permitApplicationOn))) return null;
  return SAYINGS[language].notAsked(permitApplicationOn);
}

type Over = 'TERMINATED' | 'CLOSED_RESPECTED' | 'CLOSED_NOT_RESPECTED';
const OVER: readonly ContractState[] = ['TERMINATED', 'CLOSED_RESPECTED', 'CLOSED_NOT_RESPECTED'] satisfies Over[];

/** Its date follows the end that it has itself put off: what remains of the year is what there is to say. */
function extensionSoFar({ contract, standing }: Folded, language: Language): string | null {
  const sayings = SAYINGS[language];
  const now = contract.at(-1);
  if (now !== undefined && isOver(now.state)) return sayings.over(now.state, now.on);
  const { maxExtensionMonths } = standing.ruleSet;
  const granted = Math.min(maxExtensionMonths, standing.extensionMonths);
  if (standing.signedOn === null || granted === 0) return null;
  return sayings.extended(granted, maxExtensionMonths - granted);
}

function isOver(state: ContractState): state is Over {
  return OVER.includes(state);
}

interface Sayings {
  readonly notAsked: (appliedOn: CalendarDay) => string;
  readonly over: (state: Over, on: CalendarDay | null) => string;
  /** Months granted, and those that may still be. */
  readonly extended: (granted: number, left: number) => string;
}

const frenchMonths = (n: number): string => durationWords({ n, unit: 'MONTH' });
const englishMonths = (n: number): string => PATHWAY_WORDS.en.duration({ n, unit: 'MONTH' });

/** A contract that is over, as one says it. */
const OVER_FR: Readonly<Record<Over, string>> = {
  TERMINATED: 'Contrat résilié',
  CLOSED_RESPECTED: 'Contrat clos',
  CLOSED_NOT_RESPECTED: 'Contrat clos',
};
const OVER_EN: Readonly<Record<Over, string>> = {
  TERMINATED: 'Contract terminated',
  CLOSED_RESPECTED: 'Contract closed',
  CLOSED_NOT_RESPECTED: 'Contract closed',
};

const SAYINGS: InEachLanguage<Sayings> = {
  fr: {
    notAsked: (appliedOn) =>
      `Non exigé\u00a0: la première demande de carte date du ${formatDayFr(appliedOn)}, avant que l’examen ne soit exigé (L.433-4).`,
    over: (state, on) =>
      `${OVER_FR[state]}${on === null ? '' : ` le ${formatDayFr(on)}`}\u00a0: il ne se prolonge plus (R.413-4).`,
    extended: (granted, left) => {
      const rest = left === 0 ? 'le maximum' : `encore ${frenchMonths(left)} au plus`;
      return `Déjà prolongé ${granted === 1 ? 'd’un mois' : `de ${frenchMonths(granted)}`}, ${rest} (délai légal, R.413-4).`;
    },
  },
  en: {
    notAsked: (appliedOn) =>
      `Not required: the permit was first applied for on ${formatDayEn(appliedOn)}, before the exam was required (L.433-4).`,
    over: (state, on) =>
      `${OVER_EN[state]}${on === null ? '' : ` on ${formatDayEn(on)}`}: it can no longer be extended (R.413-4).`,
    extended: (granted, left) => {
      const rest = left === 0 ? 'the maximum' : `${englishMonths(left)} more at most`;
      return `Already extended by ${englishMonths(granted)}, ${rest} (legal deadline, R.413-4).`;
    },
  },
};
