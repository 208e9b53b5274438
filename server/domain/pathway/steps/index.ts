import { deepFreeze } from '../deepFreeze.ts';
import type { StepCode } from '../codes.ts';
import { civicSteps } from './civic.ts';
import { employmentSteps } from './employment.ts';
import { healthSteps } from './health.ts';
import { housingSteps } from './housing.ts';
import { languageSteps } from './language.ts';
import { receptionRightsSteps } from './receptionRights.ts';
import { socialLinksSteps } from './socialLinks.ts';
import type { StepDefinition } from './stepDefinition.ts';

/** Every step of the pathway, in the order of the catalogue. */
export const STEPS: readonly StepDefinition[] = deepFreeze([
  ...receptionRightsSteps,
  ...languageSteps,
  ...civicSteps,
  ...employmentSteps,
  ...housingSteps,
  ...healthSteps,
  ...socialLinksSteps,
]);

const byCode = new Map(STEPS.map((step) => [step.code, step]));

export function stepDefinition(code: StepCode): StepDefinition {
  const step = byCode.get(code);
  if (step === undefined) throw new RangeError(`No such step: ${code}`);
  return step;
}

export type { StepDefinition };
export type { Deadline } from './stepDefinition.ts';
