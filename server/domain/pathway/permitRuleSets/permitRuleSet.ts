import type { PermitRuleSetCode } from '../codes.ts';

/** Conditions of a card, by the day of the first application for it. */
export interface PermitRuleSet {
  readonly code: PermitRuleSetCode;
  readonly selectedBy: 'permitApplicationDate';
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly [detail: string]: unknown;
}
