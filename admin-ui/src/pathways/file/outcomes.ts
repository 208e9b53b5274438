import {
  CEFR_LEVEL_LABELS,
  CEFR_LEVELS,
  LANGUAGE_DECISION_LABELS,
  LANGUAGE_DECISIONS,
  type StepCode,
} from '../../../../server/contract/labels.ts';
import { optionsOf, type Option } from '../../shared/fields/Choice.tsx';

const LEVELS = optionsOf(CEFR_LEVELS, CEFR_LEVEL_LABELS);

/** The steps that end with a result, and the results they may have. */
export const OUTCOMES: Partial<Record<StepCode, readonly Option[]>> = {
  LANGUAGE_DECISION: optionsOf(LANGUAGE_DECISIONS, LANGUAGE_DECISION_LABELS),
  PLACEMENT_TEST: LEVELS,
  LANGUAGE_MID_TEST: LEVELS,
  LANGUAGE_END: LEVELS,
  LANGUAGE_CERTIFICATION: LEVELS,
  POST_CIR_LANGUAGE: LEVELS,
};

/** Decisions that open a course, for which the length is known. */
export const DECISIONS_WITH_TRACK: readonly string[] = ['PRESCRIBED', 'OFFERED_ACCEPTED'];

/** Decisions after which there is no course: the server settles its steps with them. */
export const DECISIONS_WITHOUT_COURSE: readonly string[] = ['EXEMPT_LEVEL', 'EXEMPT_DIPLOMA', 'OFFERED_DECLINED'];

export const ONLINE_TRACK = 'ONLINE_LICENCE';
