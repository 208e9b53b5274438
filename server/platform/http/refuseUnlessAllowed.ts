import { REFUSALS, type Refusal } from '../../domain/access/refusals.ts';
import type { Verdict } from '../../domain/access/rights.ts';
import { conflict, forbidden, notFound, type Problem } from './problem.ts';

const PROBLEM: Record<Refusal, (code: Refusal) => Problem> = {
  not_allowed_for_role: () => forbidden(),
  // One answer for what is out of reach and what does not exist.
  out_of_reach: () => notFound(),
  not_the_author: (code) => forbidden(code, REFUSALS[code]),
  note_withdrawn: inItsState,
  not_taken_in_charge: inItsState,
  already_assigned: inItsState,
  read_only: inItsState,
  not_located: (code) => forbidden(code, REFUSALS[code]),
};

/** Throws the Problem of a refusal of the table of rights: 403 for a role or a right, 404 out of reach, 409 for the state of a file. */
export function refuseUnlessAllowed(verdict: Verdict): void {
  if (!verdict.allowed) throw PROBLEM[verdict.refusal](verdict.refusal);
}

function inItsState(code: Refusal): Problem {
  return conflict(code, REFUSALS[code]);
}
