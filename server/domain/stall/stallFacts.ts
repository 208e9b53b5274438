import type { StallFact } from './stallSpell.ts';

/** What a fact is called when the person was never reached: its words are those that are kept. */
const NEVER_REACHED = 'Dossier ouvert';

export function isNeverReached(facts: readonly StallFact[]): boolean {
  return facts[0]?.label === NEVER_REACHED;
}

/** The number that a fact was kept with, written as in French. */
export function numberOf(fact: StallFact | undefined): number {
  return Number((fact?.value ?? '').replace(',', '.'));
}
