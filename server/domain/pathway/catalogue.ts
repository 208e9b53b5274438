import { anchorReader, isSignatureReadBy, stepsReadBy, type AnchorReader } from './anchors.ts';
import { POPULATIONS, type ContractRuleSetCode, type Population, type StepCode } from './codes.ts';
import { deepFreeze } from './deepFreeze.ts';
import type { Facts } from './facts.ts';
import { HOLDS } from './populations.ts';
import { contractRuleSet } from './ruleSets/index.ts';
import { stepNumber } from './standing.ts';
import { stepDefinition, type Deadline, type StepDefinition } from './steps/index.ts';
import { stepsUnder } from './stepsUnder.ts';

/** Where a deadline comes from: which rule set, which article or source, how sure it is. */
export interface Basis {
  readonly ruleSet: ContractRuleSetCode;
  readonly source: string;
  readonly confidence: string;
  /** Null when the step has no deadline under this rule set. */
  readonly kind: string | null;
}

/** A step that another one waits for; one that nobody has opened is met. */
export interface Prerequisite {
  readonly code: StepCode;
  readonly number: number;
  readonly isMetAtFirst: boolean;
}

/** A step as one pathway has it: its definition, and its deadline under the rule set of the contract. */
export interface CatalogueStep {
  readonly code: StepCode;
  readonly number: number;
  readonly definition: StepDefinition;
  readonly initial: 'TO_DO' | 'NOT_APPLICABLE';
  readonly deadline: Deadline | undefined;
  readonly readAnchor: AnchorReader;
  /** Those of this pathway: a prerequisite that is absent from it counts as met. */
  readonly prerequisites: readonly Prerequisite[];
  readonly basis: Basis;
}

/** The steps of a pathway, in the order of the catalogue, and the populations that hold for it. */
export interface Catalogue {
  readonly ruleSet: ContractRuleSetCode;
  readonly populations: ReadonlySet<Population>;
  readonly steps: readonly CatalogueStep[];
  readonly byCode: ReadonlyMap<StepCode, CatalogueStep>;
  /** By number of step: the places of those whose dates its moves may move. */
  readonly movedBySteps: readonly (readonly number[] | undefined)[];
  /** The places of those whose dates an extension may move: of the contract, or of a stay. */
  readonly movedByExtensions: readonly number[];
  /** The places of those whose dates the signature gives. */
  readonly movedBySignature: readonly number[];
  /** The places of those whose dates a permit delivered moves. */
  readonly movedByPermits: readonly number[];
}

// A few dozen combinations of rule set and populations serve every pathway: each is prepared once.
const prepared = new Map<ContractRuleSetCode, (Catalogue | undefined)[]>();

/** The steps that a pathway with these facts has under a rule set. */
export function catalogueOf(ruleSet: ContractRuleSetCode, facts: Facts): Catalogue {
  let combination = 0;
  POPULATIONS.forEach((population, place) => {
    if (HOLDS[population](facts)) combination |= 1 << place;
  });
  const known = prepared.get(ruleSet) ?? [];
  prepared.set(ruleSet, known);
  return (known[combination] ??= prepare(ruleSet, new Set(POPULATIONS.filter((one) => HOLDS[one](facts)))));
}

function prepare(ruleSet: ContractRuleSetCode, populations: ReadonlySet<Population>): Catalogue {
  const own = stepsUnder(contractRuleSet(ruleSet)).filter(({ definition }) =>
    definition.appliesTo.every((population) => populations.has(population)),
  );
  const codes = new Set(own.map(({ definition }) => definition.code));
  const steps = own.map(({ definition, deadline, kind }): CatalogueStep => {
    return {
      code: definition.code,
      number: stepNumber(definition.code),
      definition,
      initial: definition.openByDefault ? 'TO_DO' : 'NOT_APPLICABLE',
      deadline,
      readAnchor: deadline === undefined ? () => null : anchorReader(deadline.anchor),
      prerequisites: definition.prerequisites
        .filter((code) => codes.has(code))
        .map((code) => ({ code, number: stepNumber(code), isMetAtFirst: !stepDefinition(code).openByDefault })),
      basis: deepFreeze({ ruleSet, source: definition.basis, confidence: definition.confidence, kind }),
    };
  });
  return { ruleSet, populations, steps, byCode: new Map(steps.map((step) => [step.code, step])), ...movers(steps) };
}

function movers(
  steps: readonly CatalogueStep[],
): Pick<Catalogue, 'movedBySteps' | 'movedByExtensions' | 'movedBySignature' | 'movedByPermits'> {
  const movedBySteps: number[][] = [];
  const movedByExtensions: number[] = [];
  const movedBySignature: number[] = [];
  const movedByPermits: number[] = [];
  steps.forEach(({ deadline }, place) => {
    if (deadline === undefined) return;
    for (const step of stepsReadBy(deadline.anchor)) (movedBySteps[stepNumber(step)] ??= []).push(place);
    if (deadline.anchor === 'CIR_END' || deadline.extension !== undefined) movedByExtensions.push(place);
    if (isSignatureReadBy(deadline.anchor)) movedBySignature.push(place);
    if (deadline.anchor === 'PERMIT_EXPIRY') movedByPermits.push(place);
  });
  return { movedBySteps, movedByExtensions, movedBySignature, movedByPermits };
}
