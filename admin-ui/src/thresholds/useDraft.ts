import { useCallback, useState } from 'react';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import {
  isEmptyDraft,
  isSameSilence,
  isSameThreshold,
  silenceOn,
  thresholdOn,
  type Draft,
  type Rule,
  type RuleCode,
  type SilenceDays,
  type Threshold,
} from './thresholds.ts';

export type Member = RuleCode | 'silenceDays';

/** The changes to publish, kept by the page alone: nothing of them is sent, nor written in the browser. */
export function useDraft(view: ThresholdsView) {
  const [draft, setDraft] = useState<Draft>({ day: view.on, rules: {} });

  const setRule = (code: RuleCode, threshold: Threshold | undefined) =>
    setDraft(({ rules: { [code]: _former, ...others }, ...rest }) => ({
      ...rest,
      rules: threshold === undefined ? others : { ...others, [code]: threshold },
    }));
  const setSilence = (silenceDays: SilenceDays | undefined) => setDraft((known) => ({ ...known, silenceDays }));

  return {
    draft,
    isEmpty: isEmptyDraft(draft),
    setDay: (day: string) => setDraft((known) => ({ ...known, day })),
    /** False when that is what will be in force that day anyway: there is nothing to publish. */
    putRule: (rule: Rule, threshold: Threshold): boolean => {
      const isChange = !isSameThreshold(threshold, thresholdOn(view, rule, draft.day));
      setRule(rule.rule, isChange ? threshold : undefined);
      return isChange;
    },
    putSilence: (silenceDays: SilenceDays): boolean => {
      const isChange = !isSameSilence(silenceDays, silenceOn(view, draft.day));
      setSilence(isChange ? silenceDays : undefined);
      return isChange;
    },
    remove: (member: Member) => (member === 'silenceDays' ? setSilence(undefined) : setRule(member, undefined)),
    clear: useCallback((day: string) => setDraft({ day, rules: {} }), []),
  };
}

export type DraftKeeper = ReturnType<typeof useDraft>;
