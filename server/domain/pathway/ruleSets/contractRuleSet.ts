import type { ContractRuleSetCode } from '../codes.ts';

/** The rules of the contract for a period of signature. Published once, never edited: a new law is a new file. */
export interface ContractRuleSet {
  readonly code: ContractRuleSetCode;
  readonly labelFr: string;
  readonly selectedBy: 'cirSignatureDate';
  readonly validFrom: string;
  readonly validTo: string | null;
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
  readonly civicSessions: number;
  readonly civicHours: number;
  readonly civicExam: boolean;
  readonly durationMonths: number;
  readonly maxExtensionMonths: number;
  readonly confidence: string;
  /** What the sources add, kept word for word. */
  readonly [detail: string]: unknown;
}
