import type { DraftView } from '../../../server/contract/draft.ts';
import { ApiError } from '../providers/apiError.ts';
import { draftQuestions } from '../providers/draftQuestions.ts';

/** Kept once nothing has been typed for this long, and at least this often: no more than that is ever lost. */
const PAUSE_MS = 1_000;
const AT_LEAST_EVERY_MS = 3_000;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000] as const;

export type DraftValue = Record<string, unknown>;

export interface KeptDraft {
  readonly value: DraftValue;
  readonly savedAt: string;
  readonly version: number;
}

/** What a form says of its draft. */
export interface DraftState {
  /** Of what is typed here: `OFFLINE` and `UNANSWERED`, it is on this page alone, and will be sent. */
  readonly status: 'NOTHING' | 'KEPT' | 'OFFLINE' | 'UNANSWERED' | 'REFUSED';
  readonly savedAt?: string;
  /** The form was filled with what had been begun. */
  readonly resumed?: KeptDraft;
  /** Something else is kept, which is not written over unseen: nothing is kept until one of the two is chosen. */
  readonly other?: KeptDraft;
}

export interface DraftKeeper {
  state(): DraftState;
  onChange(listener: () => void): () => void;
  /** Asks what is kept, and fills the form with it; until it is left. */
  open(form: { readonly fill: (value: DraftValue) => void; readonly isOffered: boolean }): () => void;
  /** @param value undefined: nothing is typed that is not as the form began */
  typed(value: DraftValue | undefined): void;
  /** Throws away what is kept. False when it could not be. */
  discard(): Promise<boolean>;
  /** Fills the form with the other draft, in place of what is typed. */
  takeOther(): void;
  /** Keeps what is typed in place of the other draft. */
  keepMine(): void;
  /** Before sending the form: nothing more is kept, and the version that goes with what is sent; undefined for none. */
  pause(): Promise<number | undefined>;
  /** Sent: its draft has gone with it. */
  sent(): void;
  /** Refused: what is typed is kept again. */
  goOn(): void;
}

function keptIn({ value, savedAt, version }: DraftView): KeptDraft | undefined {
  return value === null || savedAt === null ? undefined : { value, savedAt, version };
}

/** Keeps what is typed in one form, as long as that form is on screen; what could not be sent waits here, and is sent again. */
export function draftKeeper(formKey: string): DraftKeeper {
  let state: DraftState = { status: 'NOTHING' };
  const listeners = new Set<() => void>();
  let form: Parameters<DraftKeeper['open']>[0] | undefined;
  /** Of what is kept, as far as is known here; undefined until it was asked. */
  let version: number | undefined;
  /** What is typed, and whether it is kept. */
  let value: DraftValue | undefined;
  let isUnkept = false;
  let unkeptSince = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let atWork: Promise<void> | undefined;
  let failures = 0;
  /** Sent, and not answered: kept, perhaps, under a version that is not known here. */
  let unsure: DraftValue | undefined;
  let isPaused = false;
  let isOver = false;

  const tell = (change: Partial<DraftState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const without = (...parts: ('resumed' | 'other' | 'savedAt')[]): void => {
    state = Object.fromEntries(
      Object.entries(state).filter(([key]) => !(parts as string[]).includes(key)),
    ) as unknown as DraftState;
  };

  const workIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), Math.max(0, ms));
  };
  /** One request at a time: what is typed meanwhile is sent after it. */
  const work = (isLeaving = false): Promise<void> => {
    clearTimeout(timer);
    atWork ??= once(isLeaving).finally(() => {
      atWork = undefined;
      if (!isPaused && isUnkept && failures === 0 && !isOver) plan();
    });
    return atWork;
  };
  /** What was being tried when something else was asked of the server is tried again. */
  const resume = (): void => {
    if (failures > 0 && !isOver) workIn(RETRY_MS[0]);
    else if (isUnkept) plan();
  };
  const plan = (): void => {
    if (isPaused || isOver || state.other !== undefined || failures > 0) return;
    workIn(Math.min(PAUSE_MS, unkeptSince + AT_LEAST_EVERY_MS - Date.now()));
  };

  const once = async (isLeaving: boolean): Promise<void> => {
    try {
      if (version === undefined) await look();
      if (version !== undefined && isUnkept && !isPaused && state.other === undefined) await send(version, isLeaving);
      failures = 0;
    } catch (error) {
      fail(error);
    }
  };
  const look = async (): Promise<void> => {
    const found = await draftQuestions.read(formKey);
    version = found.version;
    const kept = keptIn(found);
    if (kept === undefined) return;
    if (value !== undefined || form?.isOffered === true) return tell({ other: kept });
    fillWith(kept);
  };
  const fillWith = (kept: KeptDraft): void => {
    value = kept.value;
    isUnkept = false;
    form?.fill(kept.value);
    tell({ status: 'KEPT', savedAt: kept.savedAt, resumed: kept });
  };
  const send = async (over: number, isLeaving: boolean): Promise<void> => {
    const sending = value;
    isUnkept = false;
    try {
      if (sending === undefined) {
        if (over > 0) await draftQuestions.discard(formKey, over);
        version = 0;
        without('savedAt', 'resumed');
        tell({ status: 'NOTHING' });
        return;
      }
      const kept = await draftQuestions.keep(formKey, sending, { version: over, isLeaving });
      version = kept.version;
      unsure = undefined;
      tell({ status: 'KEPT', savedAt: kept.savedAt });
    } catch (error) {
      isUnkept = true;
      if (!(error instanceof ApiError) || error.status !== 412) {
        unsure = sending;
        throw error;
      }
      await settle(sending);
    }
  };
  /** Something else is kept than what was known: our own, whose answer was lost; nothing any more; or another’s. */
  const settle = async (sending: DraftValue | undefined): Promise<void> => {
    const found = await draftQuestions.read(formKey);
    version = found.version;
    const kept = keptIn(found);
    if (kept === undefined) return;
    if (JSON.stringify(kept.value) === JSON.stringify(sending)) {
      isUnkept = JSON.stringify(value) !== JSON.stringify(sending);
      return tell({ status: 'KEPT', savedAt: kept.savedAt });
    }
    without('resumed');
    tell({ other: kept });
  };
  /** What was to be thrown away is there no more; what was kept since, elsewhere, is shown, and not thrown away unseen. */
  const lookAgain = async (): Promise<boolean> => {
    try {
      const found = await draftQuestions.read(formKey);
      version = found.version;
      const kept = keptIn(found);
      without('resumed', 'other', 'savedAt');
      tell({ status: 'NOTHING', ...(kept === undefined ? {} : { other: kept }) });
      return true;
    } catch {
      return false;
    }
  };
  /** What was sent with the form, and was kept without our knowing. */
  const forget = async (sending: DraftValue): Promise<void> => {
    const found = await draftQuestions.read(formKey);
    if (JSON.stringify(found.value) === JSON.stringify(sending)) await draftQuestions.discard(formKey, found.version);
  };
  const fail = (error: unknown): void => {
    const status = error instanceof ApiError ? error.status : 0;
    if (status === 0 || status === 429 || status >= 500) {
      workIn(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
      failures += 1;
      if (isUnkept) tell({ status: status === 0 ? 'OFFLINE' : 'UNANSWERED' });
      return;
    }
    if (isUnkept) tell({ status: 'REFUSED' });
    // Too long: what is typed next may fit. Else the file is no longer hers to write in, and the screen says so.
    isUnkept = false;
    isOver = status !== 422;
  };

  const whenBack = (): void => void (failures > 0 && work());
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden' && isUnkept) void work(true);
  };

  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (opened) => {
      form = opened;
      isOver = false;
      window.addEventListener('online', whenBack);
      window.addEventListener('pagehide', whenHidden);
      document.addEventListener('visibilitychange', whenHidden);
      void work();
      return () => {
        window.removeEventListener('online', whenBack);
        window.removeEventListener('pagehide', whenHidden);
        document.removeEventListener('visibilitychange', whenHidden);
        clearTimeout(timer);
        form = undefined;
        // What was typed in the last second.
        if (isUnkept && !isPaused)
          void (atWork ?? Promise.resolve()).then(() => work(true)).finally(() => (isOver = true));
        else isOver = true;
      };
    },
    typed: (next) => {
      if (JSON.stringify(next) === JSON.stringify(value)) return;
      // As it is now: a form changes what it holds in place, and would be compared with itself.
      value = structuredClone(next);
      if (!isUnkept) unkeptSince = Date.now();
      isUnkept = true;
      plan();
    },
    discard: async () => {
      clearTimeout(timer);
      await atWork;
      try {
        const over = state.other?.version ?? version ?? 0;
        if (over > 0) await draftQuestions.discard(formKey, over);
        version = 0;
        without('resumed', 'other', 'savedAt');
        tell({ status: 'NOTHING' });
      } catch (error) {
        const isStale = error instanceof ApiError && error.status === 412;
        if (!isStale || !(await lookAgain())) {
          resume();
          return false;
        }
      }
      failures = 0;
      resume();
      return true;
    },
    takeOther: () => {
      const { other } = state;
      if (other === undefined) return;
      version = other.version;
      without('other');
      fillWith(other);
    },
    keepMine: () => {
      version = state.other?.version ?? version;
      without('other');
      isUnkept = true;
      tell({});
      workIn(0);
    },
    pause: async () => {
      isPaused = true;
      clearTimeout(timer);
      await atWork;
      return state.other === undefined && version !== undefined && version > 0 ? version : undefined;
    },
    sent: () => {
      isPaused = false;
      // The server has answered.
      failures = 0;
      if (unsure !== undefined) void forget(unsure).catch(() => undefined);
      unsure = undefined;
      if (state.other === undefined) version = 0;
      value = undefined;
      isUnkept = false;
      without('resumed', 'savedAt');
      tell({ status: 'NOTHING' });
    },
    goOn: () => {
      isPaused = false;
      resume();
    },
  };
}
