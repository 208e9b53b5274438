import type { KnownPathway } from './knownPathway.ts';

/** What an empty value is called, where one is kept. */
export const NOTHING = 'aucune valeur';

/** One thing that the list says otherwise than what is stored. */
export interface Difference<Change> {
  readonly path: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
  /** What to store if it is taken. */
  readonly change: Change;
  readonly byHand: boolean;
}

/** Whether a hand has corrected the value at a path, or the whole that it is part of. */
export function isCorrected({ correctedByHand }: Pick<KnownPathway, 'correctedByHand'>, path: string): boolean {
  const parts = path.split('.');
  return parts.some((_, index) => correctedByHand.has(parts.slice(0, index + 1).join('.')));
}
