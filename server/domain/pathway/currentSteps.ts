import type { CatalogueStep, Prerequisite } from './catalogue.ts';
import type { Language } from '../language/language.ts';
import type { StepCode } from './codes.ts';
import type { ResidenceDocumentEvent } from './events.ts';
import type { Folded } from './fold.ts';
import { remarkOn } from './remarks.ts';
import { PERMIT_RENEWAL } from './residenceDocuments.ts';
import { statusEntry, type Standing, type StatusEntry } from './standing.ts';
import { stepDates, type StepDates } from './stepDates.ts';

/** A step where the pathway stands: its status, its dates, and what it waits for. */
export interface CurrentStep extends StepDates {
  readonly step: CatalogueStep;
  readonly entry: StatusEntry;
  /** The prerequisites still missing; always none for a step that is not open. */
  readonly waitsFor: readonly StepCode[];
  /** Somebody's turn: the step is open, and the follow-up has not ended. */
  readonly isOpen: boolean;
  /** The last permit delivered since the opening, for the step of its renewal; null for the others. */
  readonly permit: ResidenceDocumentEvent | null;
  /** What is to be said of it in the place of its deadline. */
  readonly remark: string | null;
}

const NOTHING: readonly StepCode[] = Object.freeze([]);

/** The first status of a step, from the opening of the file. */
export function firstEntries({ facts }: Pick<Folded, 'facts'>): {
  readonly TO_DO: StatusEntry;
  readonly NOT_APPLICABLE: StatusEntry;
} {
  return {
    TO_DO: statusEntry('TO_DO', facts.caseOpenedOn),
    NOT_APPLICABLE: statusEntry('NOT_APPLICABLE', facts.caseOpenedOn),
  };
}

/** Every step of the pathway, in the order of the catalogue. */
export function currentSteps(folded: Folded, language: Language = 'fr'): CurrentStep[] {
  const { catalogue, standing, closedOn } = folded;
  const first = firstEntries(folded);
  return catalogue.steps.map((step) => {
    const entry = standing.current[step.number] ?? first[step.initial];
    const { opensOn, dueOn, extraMonths } = stepDates(standing, step);
    const waitsFor = entry.isOpen ? missingPrerequisites(standing, step) : NOTHING;
    const permit = step.number === PERMIT_RENEWAL ? standing.permit : null;
    const isOpen = entry.isOpen && closedOn === null;
    const remark = isOpen ? remarkOn(step.number, folded, language) : null;
    return { step, entry, opensOn, dueOn, extraMonths, waitsFor, isOpen, permit, remark };
  });
}

/** The prerequisites that a step still waits for (pathway.json `stepSemantics.prerequisites`). */
export function missingPrerequisites(standing: Standing, { prerequisites }: CatalogueStep): readonly StepCode[] {
  if (!isWaiting(standing, prerequisites)) return NOTHING;
  return prerequisites.filter((prerequisite) => !isMet(standing, prerequisite)).map(({ code }) => code);
}

export function isWaiting(standing: Standing, prerequisites: readonly Prerequisite[]): boolean {
  for (const prerequisite of prerequisites) if (!isMet(standing, prerequisite)) return true;
  return false;
}

function isMet(standing: Standing, { number, isMetAtFirst }: Prerequisite): boolean {
  return standing.current[number]?.isMet ?? isMetAtFirst;
}
