import { createHash } from 'node:crypto';
import { rulesSample } from '../domain/pathway/rulesSample.ts';

let known: string | undefined;

/** What the rules of this program are, in a few characters: two programs with the same derive the same rows. */
export function rulesFingerprint(): string {
  known ??= createHash('sha256').update(JSON.stringify(rulesSample())).digest('hex').slice(0, 32);
  return known;
}
