import { findStalls } from '../stall/findStalls.ts';
import { onHoldUntil, SILENCES_SHOWN, stallStateOn } from '../stall/stallSpell.ts';
import type { StallRuleCode, StepCode } from './codes.ts';
import { isWaiting } from './currentSteps.ts';
import type { Folded } from './fold.ts';
import { areObservationsCutShort } from './observations.ts';
import { renewalNotCounted } from './residenceDocuments.ts';
import { BEGUN_STATUSES } from './transitions.ts';

/**
 * What was recorded all the same and deserves a look: `PREREQUISITE_MISSING:<step>` for a step that has moved on before
 * what it waits for, `SILENCED_REPEATEDLY:<rule>` from the third silence of a rule on, `SILENCED_BEYOND_LIMIT:<rule>` for
 * one still watched whose limit will pass while it is on hold,
 * `RENEWAL_NOT_COUNTED` for a renewal that the days of the permit in hand leave out,
 * `OBSERVATIONS_CUT_SHORT` for a contract ended before the person’s month to answer had run out (R.413-4).
 */
export function flagsOf(folded: Folded): string[] {
  return [
    ...stepsAhead(folded).map((code) => `PREREQUISITE_MISSING:${code}`),
    ...repeatedSilences(folded).map((rule) => `SILENCED_REPEATEDLY:${rule}`),
    ...silencedBeyondLimit(folded).map((rule) => `SILENCED_BEYOND_LIMIT:${rule}`),
    ...(renewalNotCounted(folded) === null ? [] : ['RENEWAL_NOT_COUNTED']),
    ...(areObservationsCutShort(folded) ? ['OBSERVATIONS_CUT_SHORT'] : []),
  ];
}

/** The steps that have moved on before what they wait for. */
export function stepsAhead({ facts, catalogue, standing }: Folded): StepCode[] {
  const ahead = catalogue.steps.filter((step) => {
    // A signature known from the file was recorded by nobody: there is no order to look at.
    if (step.code === 'CIR_SIGNATURE' && facts.cirSignedOn !== null) return false;
    const status = standing.current[step.number]?.status;
    return status !== undefined && BEGUN_STATUSES.has(status) && isWaiting(standing, step.prerequisites);
  });
  return ahead.map(({ code }) => code);
}

/** The rules put on hold three times or more. */
export function repeatedSilences({ by }: Folded): StallRuleCode[] {
  const counts = new Map<StallRuleCode, number>();
  for (const { silence } of by.silences) counts.set(silence, (counts.get(silence) ?? 0) + 1);
  return [...counts].flatMap(([rule, count]) => (count >= SILENCES_SHOWN ? [rule] : []));
}

/** The rules only watched, and on hold on the first day on which they would be stalled: nothing will be signalled then. */
export function silencedBeyondLimit(folded: Folded): StallRuleCode[] {
  const { by, today } = folded;
  if (by.silences.length === 0) return [];
  return findStalls(folded).flatMap((spell) => {
    const until = onHoldUntil(spell, today);
    const isHidden = until !== null && spell.sinceOn !== null && spell.sinceOn <= until;
    return isHidden && stallStateOn(spell, today) === 'WATCH' ? [spell.rule] : [];
  });
}
