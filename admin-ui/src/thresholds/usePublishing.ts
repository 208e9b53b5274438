import { useState } from 'react';
import type { SimulationView, ThresholdsView } from '../../../server/contract/thresholds.ts';
import { ApiError, formErrorsOf } from '../providers/apiError.ts';
import { questions } from '../providers/questions.ts';
import { toInput, type Draft } from './thresholds.ts';

/** Read again while the dialogue is open, what is in force may no longer be what was simulated over: the server refuses. */
interface Asked {
  readonly simulation: SimulationView;
  readonly basedOn: number;
}

interface Publishing {
  readonly view: ThresholdsView;
  readonly draft: Draft;
  readonly readAgain: () => Promise<void>;
  readonly onPublished: (view: ThresholdsView) => void;
}

/** Publishes what was simulated, over the publications that it was simulated over; a later one keeps it and the reason. */
export function usePublishing({ view, draft, readAgain, onPublished }: Publishing) {
  const [asked, setAsked] = useState<Asked>();
  const [reason, setReason] = useState('');
  const [conflict, setConflict] = useState<ApiError>();
  const [refusal, setRefusal] = useState<{ draft: Draft; error: unknown }>();

  const publish = async ({ basedOn }: Asked, typed: string): Promise<void> => {
    try {
      const body = { ...toInput(draft), reason: typed, basedOn };
      const published = await questions.publishThresholds(body);
      // Its files may have been computed again since it answered.
      const fresh = await questions.thresholds().catch(() => published);
      setReason('');
      setConflict(undefined);
      setAsked(undefined);
      onPublished(fresh);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'thresholds_changed') {
        if (isAboutChanges(error)) setRefusal({ draft, error });
        throw error;
      }
      setReason(typed);
      setConflict(error);
      setAsked(undefined);
    }
  };

  return {
    /** What the dialogue that asks the reason is about to publish; undefined while it is closed. */
    asked,
    ask: (simulation: SimulationView) => setAsked({ simulation, basedOn: view.lastNumber }),
    close: () => setAsked(undefined),
    reason,
    publish,
    /** Somebody else has published: what is in force must be read before anything is published over it. */
    conflict,
    readAgain: async () => {
      await readAgain();
      setConflict(undefined);
    },
    /** Why these very changes were refused; the dialogue says it while it is open. */
    refusal: asked === undefined && refusal?.draft === draft ? refusal.error : undefined,
  };
}

const isAboutChanges = (error: unknown): boolean =>
  Object.keys(formErrorsOf(error) ?? {}).some((name) => name !== 'reason');
