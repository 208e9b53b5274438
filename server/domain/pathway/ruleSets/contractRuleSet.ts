import type { ContractRuleSetCode, StepCode } from '../codes.ts';
import type { StepDefinition } from '../steps/stepDefinition.ts';

/** What a set may say otherwise than the one before it on a step that both have. */
export type StepChange = Partial<
  Pick<StepDefinition, 'actedBy' | 'appliesTo' | 'prerequisites' | 'basis' | 'confidence' | 'notes' | 'due'>
>;

/** The rules of the contract for a period of signature. Published once, never edited: a new law is a new file. */
export interface ContractRuleSet {
  readonly code: ContractRuleSetCode;
  readonly labelFr: string;
  readonly selectedBy: 'cirSignatureDate';
  readonly validFrom: string;
  /** As its text says it. Never read: a set is in force until the first day of the next one. */
  readonly validTo: string | null;
  /** The set whose steps it takes up. The first four have none: each step says by itself that it is theirs. */
  readonly follows?: ContractRuleSetCode;
  /** What it does not take up as it was. A step not named here is unchanged; a new step names this set as its own. */
  readonly steps?: {
    readonly withdrawn?: readonly StepCode[];
    readonly changed?: { readonly [K in StepCode]?: StepChange };
  };
  readonly legalBasis: readonly string[];
  readonly languageTarget: 'A1' | 'A2';
  readonly languageObligation: 'MANDATORY_IF_PRESCRIBED' | 'OFFERED_OPTIONAL';
  readonly languageTracksHours?: readonly number[];
  readonly languageModes?: readonly {
    readonly code: string;
    readonly labelFr: string;
    readonly hours?: number;
    readonly licenceMonths?: number;
    readonly public: string;
  }[];
  /** Set where the State pays for the certification, offered within that delay (former R.311-24). */
  readonly certificationOfferedWithinMonths?: number;
  readonly civicSessions: number;
  /** Those that count as the training followed; three of them, or both of two, where it is not said. */
  readonly civicSessionsRequired?: number;
  readonly civicHours: number;
  readonly civicExam: boolean;
  readonly durationMonths: number;
  readonly maxExtensionMonths: number;
  readonly confidence: string;
  /** What the sources add, kept word for word. */
  readonly [detail: string]: unknown;
}
