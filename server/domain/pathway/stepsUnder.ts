import type { ContractRuleSetCode, StepCode } from './codes.ts';
import { deepFreeze } from './deepFreeze.ts';
import { contractRuleSet, type ContractRuleSet } from './ruleSets/index.ts';
import { STEPS, type Deadline, type StepDefinition } from './steps/index.ts';
import type { StepDue } from './steps/stepDefinition.ts';

/** A step as a rule set has it. */
export interface StepUnder {
  readonly definition: StepDefinition;
  readonly deadline: Deadline | undefined;
  /** What the deadline is worth (LEGAL, PROPOSAL…); null without a deadline. */
  readonly kind: string | null;
}

/**
 * The domain data give a step one ground for all sets. The final interview was three months after the training by
 * R.413-14 alone, and the State no longer owes a certification: there, the ground of the deadline is a part of it.
 */
const GROUNDS: { readonly [K in StepCode]?: { readonly [S in ContractRuleSetCode]?: string } } = {
  CIR_FINAL_INTERVIEW: { 'CIR-2019': 'R.413-14', 'CIR-2022': 'R.413-14' },
  LANGUAGE_CERTIFICATION: { 'CIR-2016': 'S26, S27', 'CIR-2025': 'S26, S27' },
};

// Rule sets are frozen: what one says of its steps is worked out once.
const known = new WeakMap<ContractRuleSet, readonly StepUnder[]>();

/** The steps that exist under a rule set, in the order of the catalogue, with what it says of them. */
export function stepsUnder(set: ContractRuleSet): readonly StepUnder[] {
  const found = known.get(set);
  if (found !== undefined) return found;
  const taken = new Map(set.follows === undefined ? [] : takenUp(set, contractRuleSet(set.follows)));
  const steps = STEPS.flatMap((step) => {
    if (!step.ruleSets.includes(set.code)) return taken.get(step.code) ?? [];
    const definition = { ...step, basis: GROUNDS[step.code]?.[set.code] ?? step.basis };
    return { definition, ...deadlineUnder(step.due, set) };
  });
  known.set(set, deepFreeze(steps));
  return steps;
}

/** The steps of the set before, less what this one withdraws, with what it changes. */
function takenUp({ steps = {}, ...set }: ContractRuleSet, before: ContractRuleSet): [string, StepUnder][] {
  return stepsUnder(before)
    .filter(({ definition }) => !steps.withdrawn?.includes(definition.code))
    .map(({ definition, deadline, kind }) => {
      const change = steps.changed?.[definition.code];
      const now = change?.due === undefined ? { deadline, kind } : deadlineUnder(change.due, set);
      return [definition.code, { definition: { ...definition, ...change }, ...now }];
    });
}

function deadlineUnder(due: StepDue | null, set: Pick<ContractRuleSet, 'code' | 'certificationOfferedWithinMonths'>) {
  const deadline = due === null ? undefined : 'byRuleSet' in due ? due.byRuleSet[set.code] : due;
  if (due === null || deadline === undefined) return { deadline: undefined, kind: null };
  // The certification was due by law while the State paid for it; since then its day is a proposal.
  const isCertification = due.kind === 'LEGAL_THEN_PROPOSAL';
  const kind = !isCertification ? due.kind : set.certificationOfferedWithinMonths === undefined ? 'PROPOSAL' : 'LEGAL';
  return { deadline, kind };
}
