import { CEFR_LEVELS, LANGUAGE_DECISIONS, type StepCode } from '../../../../server/contract/labels.ts';
import type { Labels } from '../../../../server/contract/words/fr.ts';
import { optionsOf, type Option } from '../../shared/fields/Choice.tsx';

const levels = ({ cefrLevel }: Labels): Option[] => optionsOf(CEFR_LEVELS, cefrLevel);

/** The steps that end with a result, and the results they may have. */
export const OUTCOMES: Partial<Record<StepCode, (labels: Labels) => readonly Option[]>> = {
  LANGUAGE_DECISION: ({ languageDecision }) => optionsOf(LANGUAGE_DECISIONS, languageDecision),
  PLACEMENT_TEST: levels,
  LANGUAGE_MID_TEST: levels,
  LANGUAGE_END: levels,
  LANGUAGE_CERTIFICATION: levels,
  POST_CIR_LANGUAGE: levels,
};

/** Decisions that open a course, for which the length is known. */
export const DECISIONS_WITH_TRACK: readonly string[] = ['PRESCRIBED', 'OFFERED_ACCEPTED'];

/** Decisions after which there is no course: the server settles its steps with them. */
export const DECISIONS_WITHOUT_COURSE: readonly string[] = ['EXEMPT_LEVEL', 'EXEMPT_DIPLOMA', 'OFFERED_DECLINED'];

export const ONLINE_TRACK = 'ONLINE_LICENCE';
