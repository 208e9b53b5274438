import { useEffect, useState } from 'react';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { questions } from '../providers/questions.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { toInput, type Draft } from './thresholds.ts';
import { useSimulationWords } from './useSimulationWords.ts';

/** What the changes would do. The answer goes as soon as they, or what is published, are no longer those simulated. */
export function useSimulation({ lastNumber }: ThresholdsView, draft: Draft) {
  const announce = useAnnounce();
  const { summary } = useSimulationWords();
  const [asked, setAsked] = useState<string>();
  const key = JSON.stringify({ ...toInput(draft), lastNumber });
  const { answer, error, isPending, askAgain } = useQuestion(asked === key ? key : undefined, (signal) =>
    questions.simulateThresholds(toInput(draft), signal),
  );
  const sentence = answer === undefined ? undefined : summary(answer);
  useEffect(() => {
    if (sentence !== undefined) announce(sentence);
  }, [announce, sentence]);

  return {
    answer,
    error,
    isPending,
    /** True when something was simulated that is not what is now prepared. */
    isOutdated: asked !== undefined && asked !== key,
    simulate: () => {
      if (isPending) return;
      if (asked === key) askAgain();
      else setAsked(key);
    },
  };
}
