import type { PathwayEvent } from '../../events.ts';
import type { Facts } from '../../facts.ts';
import { contractState, observationsEnd } from './contract.ts';
import { countingEvents } from './counting.ts';
import { SOURCE } from './source.ts';
import { reckonStalls, type ReckonedStall } from './stalls.ts';
import { contractEnd, ruleSetOn, standOn } from './standing.ts';
import { reckonSteps, type ReckonedStep } from './steps.ts';

/**
 * Another reckoning of a plan, written from pathway.json alone and as plain as possible, sharing nothing with the
 * engine: it looks at one day, reads the events up to it, and counts with date-fns. Slow, without spells or sentences;
 * tests hold the engine to it. Where the data are silent the choice is said beside it, and is the engine's.
 */
export interface Reckoned {
  readonly contractRuleSet: string | null;
  readonly provisionalRuleSet: string | null;
  readonly permitRuleSet: string | null;
  readonly contractState: string;
  readonly cirEndsOn: string | null;
  readonly observationsEndOn: string | null;
  readonly steps: readonly ReckonedStep[];
  readonly stalls: readonly ReckonedStall[];
}

export function reckonPlan(
  facts: Partial<Facts>,
  events: readonly PathwayEvent[],
  today: string,
  knownAt?: string,
): Reckoned {
  const stand = standOn(facts, countingEvents(events, today, knownAt), today);
  const { signedOn, ruleSet } = stand;
  const applied = facts.permitApplicationOn ?? '';
  const permit = SOURCE.ruleSets.permit.find(
    ({ validFrom, validTo }) => validFrom <= applied && (validTo === null || applied <= validTo),
  );
  return {
    contractRuleSet: signedOn === null ? null : (ruleSetOn(signedOn)?.code ?? null),
    provisionalRuleSet: signedOn === null ? ruleSet.code : null,
    permitRuleSet: permit?.code ?? null,
    contractState: contractState(stand),
    cirEndsOn: contractEnd(stand),
    observationsEndOn: observationsEnd(stand),
    steps: reckonSteps(stand),
    stalls: mostUrgentFirst(reckonStalls(stand)),
  };
}

/** « CRITICAL first, then … days since, longest first »; what is watched has none. */
function mostUrgentFirst(stalls: readonly ReckonedStall[]): ReckonedStall[] {
  const rank = ({ severity }: ReckonedStall): number => (severity === 'CRITICAL' ? 0 : 1);
  return stalls.toSorted((a, b) => rank(a) - rank(b) || (a.since ?? '9999').localeCompare(b.since ?? '9999'));
}

export { countingEvents, type Said } from './counting.ts';
export { daysFrom, nextDay, parisDay } from './days.ts';
export { SOURCE } from './source.ts';
export { movedByPauses, reckonStalls } from './stalls.ts';
export { standOn } from './standing.ts';
export { partyOn, reckonTurns } from './turns.ts';
