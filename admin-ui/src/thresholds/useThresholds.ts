import { useCallback, useEffect, useState } from 'react';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { questions } from '../providers/questions.ts';
import { useQuestion } from '../shared/useQuestion.ts';

const POLL_MS = 3000;

/** What is in force and published, read again after a publication, and while files are being computed again. */
export function useThresholds() {
  const { answer, error, askAgain } = useQuestion('thresholds', (signal) => questions.thresholds(signal));
  const [later, setLater] = useState<ThresholdsView>();
  const [turn, setTurn] = useState(0);
  const view = later ?? answer;
  const isApplied = view?.applied ?? true;

  const readAgain = useCallback(async () => {
    setLater(await questions.thresholds());
  }, []);

  useEffect(() => {
    if (isApplied) return undefined;
    const timer = setTimeout(() => {
      // A server that does not answer this time is asked again the next time.
      readAgain()
        .catch(() => undefined)
        .finally(() => setTurn((value) => value + 1));
    }, POLL_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isApplied, turn, readAgain]);

  return { view, error, askAgain, readAgain, show: setLater };
}
