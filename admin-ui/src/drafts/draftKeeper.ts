import type { DraftView } from '../../../server/contract/draft.ts';
import { ApiError } from '../providers/apiError.ts';
import { onDeparture } from '../providers/departure.ts';
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
  readonly formKey: string;
  state(): DraftState;
  /** What is typed was typed over this; undefined where nothing is, or over nothing. */
  basis(): unknown;
  onChange(listener: () => void): () => void;
  /** Asks what is kept, and fills the form with it; until it is left. */
  open(form: { readonly fill: (value: DraftValue) => void; readonly isOffered: boolean }): () => void;
  /** @param value undefined: nothing is typed that is not as the form began */
  typed(value: DraftValue | undefined): void;
  /**
   * Throws away what is kept, as it is known when it is asked. False when it could not be, and when the form is not to be
   * emptied: something else was typed meanwhile, and is kept, or is kept elsewhere, and is shown.
   */
  discard(): Promise<boolean>;
  /** Fills the form with the other draft, in place of what is typed. */
  takeOther(): void;
  /** Keeps what is typed in place of the other draft. */
  keepMine(): void;
  /** Before sending the form: nothing more is kept, and the version that goes with what is sent; undefined for none. */
  pause(): Promise<number | undefined>;
  /** Sent: its draft has gone with it. */
  sent(): void;
  /** Refused: what is typed is kept again. Not heard of: its draft went with it, or is there still, as the form itself. */
  goOn(isLost: boolean): void;
  /** For whoever leaves the form, once it is known: what is typed is kept, is on this page alone, or is not there any more. */
  whatIsLeft(): Promise<'KEPT' | 'HERE' | 'NOTHING'>;
  /** The form was left. */
  isLeft(): boolean;
  /** Nothing of it may be sent any more. */
  end(): void;
}

/** Of the forms on screen, and of those that were left before all that was typed in them was kept. */
const living = new Set<DraftKeeper>();
// What she typed would be kept in the name of whoever signs in next.
onDeparture(() => {
  for (const keeper of living) keeper.end();
  living.clear();
});

/**
 * That of a form that was left without a network still holds what was typed: whoever comes back to the form finds it, unless
 * it wants one of its own, as where what is kept is never filled in unasked.
 */
export function keeperOf(formKey: string, { isAlone = false } = {}): DraftKeeper {
  const left = isAlone ? undefined : [...living].find((keeper) => keeper.formKey === formKey && keeper.isLeft());
  return left ?? draftKeeper(formKey);
}

function keptIn({ value, savedAt, version }: DraftView): KeptDraft | undefined {
  return value === null || savedAt === null ? undefined : { value, savedAt, version };
}

/** Keeps what is typed in one form; what could not be sent waits here, and is sent again, though the form was left. */
function draftKeeper(formKey: string): DraftKeeper {
  let state: DraftState = { status: 'NOTHING' };
  const listeners = new Set<() => void>();
  let form: Parameters<DraftKeeper['open']>[0] | undefined;
  let isOffered = false;
  /** Of what is kept, as far as is known here; undefined until it was asked. */
  let version: number | undefined;
  /** What is typed, and whether it is kept. */
  let value: DraftValue | undefined;
  let isUnkept = false;
  let unkeptSince = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let atWork: Promise<void> | undefined;
  let failures = 0;
  /** Sent, and not answered yet: any of it may be what is kept, under a version that is not known here. */
  const unanswered = new Set<string>();
  /** By the form that is being sent, and by what is being thrown away: nothing is kept meanwhile. */
  let holds = 0;
  let beingSent: { readonly value: DraftValue | undefined; readonly known: Promise<void>; tell(): void } | undefined;
  /** What is being sent from a form that was left meanwhile, once that form is there again: empty, until it is known. */
  let away: { readonly value: DraftValue | undefined; readonly isUnkept: boolean } | undefined;
  /** What is shown as another draft and is on this page alone: asked of the server, it would be lost. */
  let inHandAlone: KeptDraft | undefined;
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

  const nothingToTell = (): void => {
    without('savedAt', 'resumed');
    tell({ status: 'NOTHING' });
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
      if (isUnkept) plan();
      endIfDone();
    });
    return atWork;
  };
  /** Nothing is being asked any more. */
  const quiet = async (): Promise<void> => {
    await atWork;
    clearTimeout(timer);
  };
  const hold = (): Promise<void> => {
    holds += 1;
    clearTimeout(timer);
    return quiet();
  };
  /** What was being tried when something else was asked of the server is tried again. */
  const letGo = (): void => {
    holds -= 1;
    if (failures > 0 && !isOver) workIn(RETRY_MS[0]);
    else if (version === undefined && form !== undefined) workIn(0);
    else if (isUnkept) plan();
    endIfDone();
  };
  const plan = (): void => {
    if (holds > 0 || isOver || state.other !== undefined || failures > 0) return;
    workIn(Math.min(PAUSE_MS, unkeptSince + AT_LEAST_EVERY_MS - Date.now()));
  };

  /** Left, with nothing more to keep. */
  const endIfDone = (): void => {
    if (form !== undefined || atWork !== undefined || holds > 0) return;
    // What is offered is asked of the server each time: what met another draft there would be shown to nobody.
    const isToKeep = isUnkept && !isOver && !(isOffered && state.other !== undefined);
    if (isToKeep) return;
    rest();
    living.delete(keeper);
  };
  const rest = (): void => {
    clearTimeout(timer);
    window.removeEventListener('online', whenBack);
    window.removeEventListener('pagehide', whenHidden);
    document.removeEventListener('visibilitychange', whenHidden);
  };

  const once = async (isLeaving: boolean): Promise<void> => {
    if (isOver || holds > 0) return;
    try {
      if (version === undefined) await look();
      if (version !== undefined && isUnkept && state.other === undefined) await send(version, isLeaving);
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
  /** What was typed before the form was left. */
  const fillAgain = (typed: DraftValue): void => {
    value = typed;
    form?.fill(typed);
    tell({ resumed: inHand(typed) });
  };
  const settleSending = (): void => {
    beingSent?.tell();
    beingSent = undefined;
  };
  /** Sent in vain: it is where it was. */
  const takeBack = (sent: NonNullable<typeof away>): void => {
    away = undefined;
    if (!sent.isUnkept) {
      version = undefined;
      nothingToTell();
    } else if (value === undefined) {
      isUnkept = true;
      if (sent.value !== undefined) fillAgain(sent.value);
    } else if (sent.value !== undefined) {
      inHandAlone = inHand(sent.value);
      tell({ other: inHandAlone });
    }
  };
  const inHand = (typed: DraftValue): KeptDraft => ({
    value: typed,
    savedAt: state.savedAt ?? new Date(unkeptSince).toISOString(),
    version: version ?? 0,
  });
  const isOurs = (kept: KeptDraft): boolean => unanswered.has(JSON.stringify(kept.value));
  const send = async (over: number, isLeaving: boolean): Promise<void> => {
    const sending = value;
    const since = Date.now();
    try {
      if (sending === undefined) {
        // Kept, perhaps, the first time that it was sent.
        if (over === 0 && unanswered.size > 0) return await settle();
        if (over > 0) await draftQuestions.discard(formKey, over);
        keptUpTo(sending, since);
        nothingKept();
        return;
      }
      unanswered.add(JSON.stringify(sending));
      const kept = await draftQuestions.keep(formKey, sending, { version: over, isLeaving });
      version = kept.version;
      keptUpTo(sending, since);
      // Whatever else was sent was over an earlier version, and is refused if it arrives.
      unanswered.clear();
      tell({ status: 'KEPT', savedAt: kept.savedAt });
    } catch (error) {
      if (!isStale(error)) throw error;
      await settle();
    }
  };
  const keptUpTo = (sent: DraftValue | undefined, since: number): void => {
    isUnkept = !isSame(value, sent);
    unkeptSince = since;
  };
  const nothingKept = (): void => {
    version = 0;
    unanswered.clear();
    without('other');
    nothingToTell();
  };
  /** Something else is kept than what was known: our own, whose answer was lost; nothing any more; or another’s. */
  const settle = async (): Promise<void> => {
    isUnkept = true;
    const found = await draftQuestions.read(formKey);
    version = found.version;
    const kept = keptIn(found);
    if (kept !== undefined && !isOurs(kept)) {
      without('resumed');
      return tell({ other: kept });
    }
    isUnkept = !isSame(value, kept?.value);
    if (isUnkept) return;
    if (kept === undefined) nothingKept();
    else tell({ status: 'KEPT', savedAt: kept.savedAt });
  };
  /** What was kept since, elsewhere, is shown, and not thrown away unseen. */
  const throwAway = async (over: number): Promise<void> => {
    try {
      if (over > 0) await draftQuestions.discard(formKey, over);
      if (over > 0 || unanswered.size === 0) return nothingKept();
    } catch (error) {
      if (!isStale(error)) throw error;
    }
    const found = await draftQuestions.read(formKey);
    const kept = keptIn(found);
    const other = kept !== undefined && !isOurs(kept) ? kept : undefined;
    if (kept !== undefined && other === undefined) await draftQuestions.discard(formKey, found.version);
    nothingKept();
    if (other === undefined) return;
    version = other.version;
    tell({ other });
  };
  const fail = (error: unknown): void => {
    const status = error instanceof ApiError ? error.status : 0;
    if (status === 0 || status === 429 || status >= 500) {
      workIn(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
      failures += 1;
      if (isUnkept && value !== undefined) tell({ status: status === 0 ? 'OFFLINE' : 'UNANSWERED' });
      return;
    }
    if (isUnkept && value !== undefined) tell({ status: 'REFUSED' });
    // Too long: what is typed next may fit. Else the file is no longer hers to write in, and the screen says so.
    isUnkept = false;
    isOver ||= status !== 422;
  };

  const whenBack = (): void => void (failures > 0 && holds === 0 && work());
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden' && isUnkept) void work(true);
  };
  const leave = (): void => {
    form = undefined;
    // What was typed in the last second.
    if (isUnkept && holds === 0) void quiet().then(() => (isUnkept && holds === 0 ? work(true) : undefined));
    endIfDone();
  };

  const keeper: DraftKeeper = {
    formKey,
    state: () => state,
    basis: () => value?.['basis'],
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (opened) => {
      form = opened;
      ({ isOffered } = opened);
      isOver = false;
      living.add(keeper);
      window.addEventListener('online', whenBack);
      window.addEventListener('pagehide', whenHidden);
      document.addEventListener('visibilitychange', whenHidden);
      // It may have been sent since, or thrown away.
      if (state.other !== undefined && state.other !== inHandAlone) {
        without('other');
        version = undefined;
      }
      if (beingSent !== undefined && away === undefined) {
        away = { value, isUnkept };
        value = undefined;
        isUnkept = false;
        nothingToTell();
      }
      if (value !== undefined) fillAgain(value);
      void work();
      return () => {
        if (form === opened) leave();
      };
    },
    typed: (next) => {
      // Typed over what was read then, however often it is opened again: of a change since, one is warned until it is sent.
      const basis = keeper.basis();
      const typed = next === undefined || basis === undefined ? next : { ...next, basis };
      if (isSame(typed, value)) return;
      // As it is now: a form changes what it holds in place, and would be compared with itself.
      value = structuredClone(typed);
      if (!isUnkept) unkeptSince = Date.now();
      isUnkept = true;
      if (beingSent !== undefined && value !== undefined) tell({ status: 'UNANSWERED' });
      plan();
    },
    discard: async () => {
      // It goes with what is being sent, or is there if that is refused.
      if (beingSent !== undefined) return false;
      const { other } = state;
      const thrown = value;
      await hold();
      try {
        // What was being kept met another draft, which was not on screen when the button was pressed.
        if (state.other !== other) return false;
        await throwAway(other?.version ?? version ?? 0);
        failures = 0;
        if (other !== undefined) return true;
        if (!isSame(value, thrown)) {
          isUnkept = true;
          return false;
        }
        // Whoever pressed the button empties the form; one that is left meanwhile would keep it again.
        value = undefined;
        isUnkept = false;
        return true;
      } catch {
        // Thrown away, perhaps: what is still in the form is kept again.
        isUnkept ||= value !== undefined;
        return false;
      } finally {
        letGo();
      }
    },
    takeOther: () => {
      const { other } = state;
      if (other === undefined) return;
      version = other.version;
      without('other');
      fillWith(other);
      // It may be on this page alone.
      isUnkept = true;
      plan();
    },
    keepMine: () => {
      version = state.other?.version ?? version;
      without('other');
      isUnkept = true;
      tell({});
      workIn(0);
    },
    pause: async () => {
      const sending = value;
      // From a form that was left meanwhile: its draft must not end with this one.
      while (beingSent !== undefined) await beingSent.known;
      let known: () => void = () => undefined;
      beingSent = { value: sending, known: new Promise((resolve) => (known = resolve)), tell: () => known() };
      await hold();
      return state.other === undefined && version !== undefined && version > 0 ? version : undefined;
    },
    sent: () => {
      const sent = beingSent?.value;
      const isThereAgain = away !== undefined;
      settleSending();
      // The server has answered.
      failures = 0;
      if (state.other === undefined && version !== undefined) version = 0;
      // What was typed since did not go with it.
      if (!isThereAgain && isSame(value, sent)) value = undefined;
      away = undefined;
      nothingToTell();
      // Sent before it from a form that was left, and in vain: it is on this page alone, and what is begun here now.
      if (value === undefined && inHandAlone !== undefined && state.other === inHandAlone) {
        without('other');
        if (isThereAgain) fillAgain(inHandAlone.value);
        else ({ value } = inHandAlone);
      }
      // What was kept of it without our knowing did not go with it.
      isUnkept = value !== undefined || unanswered.size > 0;
      letGo();
    },
    goOn: (isLost) => {
      settleSending();
      if (away !== undefined) takeBack(away);
      else if (isLost && !isUnkept) nothingToTell();
      letGo();
    },
    whatIsLeft: async () => {
      if (isUnkept && failures === 0) await quiet();
      if (isUnkept && failures === 0) await work();
      // What is being sent is for its answer to tell.
      if (value === undefined || isOver || holds > 0) return 'NOTHING';
      if (isUnkept) return 'HERE';
      return state.status === 'KEPT' ? 'KEPT' : 'NOTHING';
    },
    isLeft: () => form === undefined,
    end: () => {
      isOver = true;
      isUnkept = false;
      value = undefined;
      away = undefined;
      unanswered.clear();
      rest();
      without('savedAt', 'resumed', 'other');
      if (form !== undefined) tell({ status: 'REFUSED' });
    },
  };
  return keeper;
}

function isSame(one: DraftValue | undefined, other: DraftValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isStale(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}
