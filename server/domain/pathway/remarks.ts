import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { ContractState } from './codes.ts';
import type { Facts } from './facts.ts';
import type { Folded } from './fold.ts';
import { isExamAskedBy, permitRuleSetOn } from './permitRuleSets/index.ts';
import { stepNumber } from './standing.ts';
import { durationWords } from './words.ts';

const CIVIC_EXAM_CSP = stepNumber('CIVIC_EXAM_CSP');
const CIR_EXTENSION = stepNumber('CIR_EXTENSION');

/** What is to be said of an open step in the place of its deadline; null for nearly all of them (decision 12). */
export function remarkOn(step: number, folded: Folded): string | null {
  if (step === CIVIC_EXAM_CSP) return examNotAsked(folded.facts);
  return step === CIR_EXTENSION ? extensionSoFar(folded) : null;
}

/**
 * The text of the card, chosen by the day of its first application (decision 5), asks for the exam or not, whatever the
 * contract says. Until that day is known, it is asked as it is of whoever applies from now on.
 */
function examNotAsked({ permitApplicationOn }: Facts): string | null {
  if (permitApplicationOn === null || isExamAskedBy(permitRuleSetOn(permitApplicationOn))) return null;
  const on = formatDayFr(permitApplicationOn);
  return `Non demandé\u202f: la carte a été demandée pour la première fois le ${on}, avant que l’examen ne le soit (L.433-4).`;
}

/** A contract that is over, as one says it. */
const OVER: { readonly [K in ContractState]?: string } = {
  TERMINATED: 'Contrat résilié',
  CLOSED_RESPECTED: 'Contrat clos',
  CLOSED_NOT_RESPECTED: 'Contrat clos',
};

/** Its date follows the end that it has itself put off: what remains of the year is what there is to say. */
function extensionSoFar({ contract, standing }: Folded): string | null {
  const now = contract.at(-1);
  const over = now === undefined ? undefined : OVER[now.state];
  if (over !== undefined) {
    const since = now?.on == null ? '' : ` le ${formatDayFr(now.on)}`;
    return `${over}${since}\u202f: il ne se prolonge plus (R.413-4).`;
  }
  const { maxExtensionMonths } = standing.ruleSet;
  const granted = Math.min(maxExtensionMonths, standing.extensionMonths);
  if (standing.signedOn === null || granted === 0) return null;
  const months = (n: number): string => durationWords({ n, unit: 'MONTH' });
  const left = maxExtensionMonths - granted;
  const rest = left === 0 ? 'le plus long possible' : `encore ${months(left)} au plus`;
  return `Déjà prolongé ${granted === 1 ? 'd’un mois' : `de ${months(granted)}`}, ${rest} (délai légal, R.413-4).`;
}
