/** A refusal: CONFLICT when the rules refuse it as things stand (409), INVALID when it can never fit (422). */
export interface Refusal {
  readonly accepted: false;
  readonly kind: 'CONFLICT' | 'INVALID';
  readonly code: string;
  /** A French sentence for whoever tried. */
  readonly reason: string;
  /** The field of the event that is at fault. */
  readonly field: string;
}

export interface Acceptance {
  readonly accepted: true;
  /** What was recorded all the same and deserves a look: `prerequisite_missing`. */
  readonly flags: readonly string[];
}

export type Judgement = Acceptance | Refusal;

export const ACCEPTED: Acceptance = Object.freeze({ accepted: true, flags: Object.freeze([]) });

export function conflict(code: string, reason: string, field = 'on'): Refusal {
  return { accepted: false, kind: 'CONFLICT', code, reason, field };
}

export function invalid(code: string, reason: string, field = 'on'): Refusal {
  return { accepted: false, kind: 'INVALID', code, reason, field };
}
