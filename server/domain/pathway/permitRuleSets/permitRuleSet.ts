import type { PermitRuleSetCode } from '../codes.ts';

/** Conditions of a card, by the day of the first application for it. */
export interface PermitRuleSet {
  readonly code: PermitRuleSetCode;
  readonly selectedBy: 'permitApplicationDate';
  readonly validFrom: string;
  /** As its text says it. Never read: a set is in force until the first day of the next one. */
  readonly validTo: string | null;
  readonly multiYearCard: { readonly civicExam: string | false; readonly [detail: string]: unknown };
  readonly [detail: string]: unknown;
}
