import { RULES, type StallRule } from '../../stall/rules.ts';
import { CIVIC_SESSIONS } from '../anchors.ts';
import type { StepCode } from '../codes.ts';
import { civicSessionsRequired, type ContractRuleSet } from '../ruleSets/index.ts';
import { stepsUnder } from '../stepsUnder.ts';

/**
 * What, under a rule set, rests on a step that this set does not have, in words. Nothing else would say so: a deadline
 * that counts from it has no day, a prerequisite is met, a stall never comes or never ends.
 */
export function restingOnNothing(set: ContractRuleSet, rules: readonly StallRule[] = RULES): string[] {
  const steps = new Map(stepsUnder(set).map((step) => [step.definition.code, step]));
  const absent = (codes: readonly StepCode[]): StepCode[] => codes.filter((code) => !steps.has(code));
  const civic = CIVIC_SESSIONS.filter((code) => steps.has(code)).length;
  const sessions =
    civic < civicSessionsRequired(set) ? [`${civicSessionsRequired(set)} civic sessions, of ${civic}`] : [];

  /** The steps without which an anchor has no day. */
  function missingFrom(anchor: string): string[] {
    const [kind, step = ''] = anchor.split(':');
    if (kind === 'STEP') return absent([step as StepCode]);
    if (kind === 'DUE') return steps.get(step as StepCode)?.deadline === undefined ? [`a deadline of ${step}`] : [];
    if (anchor === 'TRAINING_START') return absent(['LANGUAGE_START', 'CIVIC_SESSION_1']);
    return anchor === 'TRAINING_END' ? [...absent(['LANGUAGE_DECISION', 'LANGUAGE_END']), ...sessions] : [];
  }

  const ofSteps = [...steps].flatMap(([code, { definition, deadline }]) => [
    ...(deadline === undefined ? [] : missingFrom(deadline.anchor)).map((what) => `the deadline of ${code}: ${what}`),
    ...absent(definition.prerequisites).map((what) => `what ${code} waits for: ${what}`),
  ]);
  const ofRules = rules.flatMap((rule) => {
    const opened = rule.onlyIfOpened === undefined ? [] : absent([rule.onlyIfOpened]);
    const begins = [...(rule.anchor === null ? [] : missingFrom(rule.anchor)), ...opened];
    const ended = rule.clearedBySpecial === undefined ? [] : sessions;
    // What several steps clear, one that is left still does; what never begins has no end to look for.
    const clearing = (rule.clearedByStep ?? []).map(([step]) => step);
    const ends = clearing.length > 0 && absent(clearing).length === clearing.length ? absent(clearing) : ended;
    if (begins.length > 0) return begins.map((what) => `the beginning of ${rule.code}: ${what}`);
    return ends.map((what) => `the end of ${rule.code}: ${what}`);
  });
  return [...ofSteps, ...ofRules];
}
