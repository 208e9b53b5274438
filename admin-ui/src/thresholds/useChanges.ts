import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { nextChangeOn, silenceOn, thresholdOn, type Draft, type Publication } from './thresholds.ts';
import type { Member } from './useDraft.ts';
import { useThresholdWords } from './useThresholdWords.ts';

/** What changes of one rule, or of how long a stall may be put on hold, in words. */
export interface Change {
  readonly member: Member;
  readonly label: string;
  /** Before → after; none when it is already so that day. */
  readonly lines: readonly string[];
  /** A day to come on which something already published sets this rule otherwise. */
  readonly untilOn?: string | undefined;
}

/** The changes being prepared, in the order of the rules. */
export function useDraftChanges(view: ThresholdsView, { day, rules, silenceDays }: Draft): Change[] {
  const labels = useLabels();
  const say = useSentences();
  const { thresholdChanges, silenceChanges } = useThresholdWords();
  const ofRules = view.rules.flatMap((rule): Change[] => {
    const after = rules[rule.rule];
    if (after === undefined) return [];
    return [
      {
        member: rule.rule,
        label: labels.stallRule[rule.rule],
        lines: thresholdChanges(thresholdOn(view, rule, day), after, rule.anchor),
        untilOn: nextChangeOn(view, rule.rule, day),
      },
    ];
  });
  if (silenceDays === undefined) return ofRules;
  const lines = silenceChanges(silenceOn(view, day), silenceDays);
  return [...ofRules, { member: 'silenceDays', label: say('thresholds.silence'), lines }];
}

/** The changes that a publication made, in the order of the rules. */
export function usePublicationChanges(view: ThresholdsView): (publication: Publication) => Change[] {
  const labels = useLabels();
  const say = useSentences();
  const { thresholdChanges, silenceChanges } = useThresholdWords();
  return ({ changes, silenceDays, silenceDaysBefore }) => {
    const ofRules = changes.map(({ rule: code, before, after }): Change => {
      const anchor = view.rules.find(({ rule }) => rule === code)?.anchor ?? null;
      return { member: code, label: labels.stallRule[code], lines: thresholdChanges(before, after, anchor) };
    });
    const lines = silenceChanges(silenceDaysBefore, silenceDays);
    return lines.length === 0
      ? ofRules
      : [...ofRules, { member: 'silenceDays', label: say('thresholds.silence'), lines }];
  };
}
