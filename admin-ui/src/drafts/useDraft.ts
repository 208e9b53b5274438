import { useMemo, useSyncExternalStore } from 'react';
import { keeperOf, type DraftKeeper, type DraftState, type DraftValue } from './draftKeeper.ts';
import { endsDraft, type EndsDraft } from '../providers/draftQuestions.ts';
import { notSentAnyMore } from '../providers/ask.ts';
import { whoIsHere } from '../providers/departure.ts';
import { isLost } from '../shared/unheard.ts';
import { changesOf, type Fields } from './fields.ts';

interface DraftOptions {
  /** What the form begins with. */
  readonly defaults: Fields;
  /** Only what was changed is kept: the rest is what the file says when the form is opened again. */
  readonly changesOnly?: boolean;
  /** What the form was opened on; of another one, whoever comes back is told that it has changed since. */
  readonly basis?: string;
  /** What is kept may be about somebody else: it is offered, and fills no form unasked. */
  readonly isOffered?: boolean;
  /** False where nothing is kept: the draft of another form of this key is none of its own. */
  readonly isKept?: boolean;
}

export interface Draft extends DraftOptions {
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
  /** What is to be kept of the values of the form; undefined while they are those that it began with. */
  readonly toKeep: (values: Fields) => DraftValue | undefined;
  /** Sends the form, and with it the draft that ends there; refused, what is typed is kept again. */
  readonly sendWith: <T>(send: (headers: EndsDraft) => Promise<T>) => Promise<T>;
}

/** The draft of a form, kept by the server while it is typed: `KeepDraft`, inside the form, does the rest. */
export function useDraft(formKey: string, options: DraftOptions): Draft {
  const { isOffered = false, isKept = true } = options;
  const keeper = useMemo(() => keeperOf(formKey, { isAlone: isOffered || !isKept }), [formKey, isOffered, isKept]);
  const state = useSyncExternalStore(keeper.onChange, keeper.state);
  return {
    ...options,
    keeper,
    state,
    toKeep: (values) => {
      const changes = changesOf(options.defaults, values);
      if (changes === undefined) return undefined;
      const typed = options.changesOnly === true ? changes : pick(values, Object.keys(options.defaults));
      return { typed, ...(options.basis === undefined ? {} : { basis: options.basis }) };
    },
    sendWith: async (send) => {
      if (!isKept) return send({});
      const isStillHers = whoIsHere();
      const version = await keeper.pause();
      try {
        // Her form, waiting for its draft, would be signed by whoever has taken her place.
        if (!isStillHers()) throw notSentAnyMore();
        const answer = await send(endsDraft(formKey, version));
        keeper.sent();
        return answer;
      } catch (refusal) {
        keeper.goOn(isLost(refusal));
        throw refusal;
      }
    },
  };
}

function pick(values: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}
