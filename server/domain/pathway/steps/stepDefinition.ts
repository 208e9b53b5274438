import type { Duration } from '../../calendar/period.ts';
import type { ContractRuleSetCode, Domain, Party, Population, StepCode } from '../codes.ts';

/** When a step is due: a delay after (or before) an anchor. The anchors are those of pathway.json `anchors`. */
export interface Deadline {
  readonly anchor: string;
  readonly dueAfter?: Duration;
  readonly dueBefore?: Duration;
  readonly opensAfter?: Duration;
  readonly opensBefore?: Duration;
  readonly extension?: Duration & { readonly renewable: boolean };
}

export type StepDue = { readonly kind: string } & (
  Deadline | { readonly byRuleSet: { readonly [K in ContractRuleSetCode]?: Deadline } }
);

export interface StepDefinition {
  readonly code: StepCode;
  readonly domain: Domain;
  readonly labelFr: string;
  readonly actedBy: readonly [Party, ...Party[]];
  readonly startedBy: string;
  readonly completedBy: string;
  readonly evidence: string;
  /** Every population listed must hold. */
  readonly appliesTo: readonly Population[];
  readonly prerequisites: readonly StepCode[];
  readonly basis: string;
  readonly confidence: string;
  readonly ruleSets: readonly ContractRuleSetCode[];
  readonly notes: string;
  /** False: NOT_APPLICABLE until someone opens it, because only some people need it. */
  readonly openByDefault: boolean;
  readonly due: StepDue | null;
}
