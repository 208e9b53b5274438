import type { Duration } from '../calendar/period.ts';
import type {
  ContractState,
  Domain,
  Party,
  Population,
  StallRuleCode,
  StepCode,
  StepStatus,
} from '../pathway/codes.ts';

/** A rule that says when a pathway is stalled: a limit after an anchor, or a count, a ratio, a test. */
export interface StallRule {
  readonly code: StallRuleCode;
  readonly labelFr: string;
  readonly domain: Domain;
  readonly appliesTo: readonly Population[];
  /** An anchor of pathway.json, `DUE:<step>`, or PROOF_OF_STAY_END; null for rules by count, ratio or test. */
  readonly anchor: string | null;
  readonly warn: Duration | null;
  readonly limit: Duration | null;
  readonly limitByPopulation?: { readonly [K in Population]?: Duration };
  readonly warnByPopulation?: { readonly [K in Population]?: Duration };
  /** The rule lives only while the step of its anchor has one of these outcomes. */
  readonly onlyIfOutcome?: readonly string[];
  /** The rule lives only once this step has been opened by hand. */
  readonly onlyIfOpened?: StepCode;
  readonly extension?: { readonly step: 'DNA_EXIT' | 'CPH_STAY'; readonly months: number; readonly max: number | null };
  readonly ratio?: {
    readonly numerator: string;
    readonly denominator: string;
    readonly min: number;
    readonly onlyOnceDenominatorHoursReach: number;
  };
  readonly testGainMin?: number;
  readonly countLimit?: number;
  /** Rules whose anchor comes back: each occurrence is a window of its own. */
  readonly windows?: 'CONTACT' | 'HANDOVER' | 'PLATFORM_NO_SHOW' | 'ATTENDANCE' | 'TEST';
  /** The events that clear it, as the sources say it. */
  readonly clearedBy: readonly string[];
  readonly clearedByStep?: readonly (readonly [StepCode, readonly StepStatus[]])[];
  readonly clearedByContract?: readonly ContractState[];
  readonly clearedBySpecial?: 'CIVIC_ENDED' | 'TRAINING_ENDED';
  readonly turn: Party;
  readonly basis: string;
  readonly confidence: string;
  readonly severity: 'CRITICAL' | 'NORMAL';
}
