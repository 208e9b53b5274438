import { readFileSync } from 'node:fs';

/** The domain data as they were given: all that the second reckoning knows of the trade. */
export interface Span {
  readonly n: number;
  readonly unit: 'DAY' | 'MONTH';
}

export interface SourceDeadline {
  readonly anchor: string;
  readonly dueAfter?: Span;
  readonly dueBefore?: Span;
  readonly opensAfter?: Span;
  readonly opensBefore?: Span;
  readonly extension?: Span & { readonly renewable: boolean };
}

export interface SourceStep {
  readonly code: string;
  readonly domain: string;
  readonly actedBy: readonly string[];
  readonly appliesTo: readonly string[];
  readonly prerequisites: readonly string[];
  readonly ruleSets: readonly string[];
  readonly notes: string;
  readonly due: SourceDeadline | { readonly byRuleSet: Readonly<Record<string, SourceDeadline>> } | null;
}

export interface SourceRule {
  readonly code: string;
  readonly domain: string;
  readonly appliesTo: readonly string[];
  readonly anchor: string | null;
  readonly warn: Span | null;
  readonly limit: Span | null;
  readonly limitByPopulation?: Readonly<Record<string, Span>>;
  readonly warnByPopulation?: Readonly<Record<string, Span>>;
  readonly onlyIfOutcome?: readonly string[];
  readonly extension?: Span & { readonly event: string; readonly max: number | null };
  readonly ratio?: { readonly min: number; readonly onlyOnceDenominatorHoursReach: number };
  readonly testGainMin?: number;
  readonly countLimit?: number;
  readonly clearedBy: readonly string[];
  readonly turn: string;
  readonly confidence: string;
  readonly severity?: string;
}

export interface SourceRuleSet {
  readonly code: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly durationMonths: number;
  readonly maxExtensionMonths: number;
}

interface Source {
  readonly ruleSets: {
    readonly contract: readonly SourceRuleSet[];
    readonly permit: readonly { readonly code: string; readonly validFrom: string; readonly validTo: string | null }[];
  };
  readonly steps: readonly SourceStep[];
  readonly stallRules: readonly SourceRule[];
  readonly stepStates: readonly { readonly code: string; readonly terminal: boolean }[];
  readonly stepTransitions: readonly (readonly [string, string])[];
  readonly contractTransitions: readonly (readonly [string, string])[];
  readonly contractStates: readonly { readonly code: string }[];
  readonly calendar: { readonly dueSoonDays: number };
  readonly stepSemantics: { readonly openByDefault: string };
  readonly nomenclatures: { readonly housing: readonly { readonly code: string; readonly group: string }[] };
}

export const SOURCE = JSON.parse(readFileSync(new URL('../pathway.json', import.meta.url), 'utf8')) as Source;

const listed = /\(([A-Z_, ]+)\)/.exec(SOURCE.stepSemantics.openByDefault)?.[1]?.split(', ') ?? [];

/** Steps that only some people need: NOT_APPLICABLE until opened by hand. */
export const OPENED_BY_HAND: ReadonlySet<string> = new Set(listed);

/** Statuses in which a step is still somebody's turn: those that are not terminal. */
export const OPEN: ReadonlySet<string> = new Set(
  SOURCE.stepStates.filter(({ terminal }) => !terminal).map(({ code }) => code),
);

export const MET: ReadonlySet<string> = new Set(['DONE', 'EXEMPT', 'NOT_APPLICABLE']);
