import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-admin';

interface LeaveGuardOptions {
  /** Whether to come to the same page again begins it anew, and loses what is there. */
  readonly isBegunAnew?: boolean;
  readonly onStay?: () => void;
}

/** Asks before leaving the page, or closing it, while something there would be lost. */
export function useLeaveGuard(
  isAtStake: boolean,
  question: string,
  { isBegunAnew = false, onStay }: LeaveGuardOptions = {},
): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isAtStake && (isBegunAnew || nextLocation.pathname !== currentLocation.pathname),
  );
  const latest = useRef({ blocker, question, onStay });
  latest.current = { blocker, question, onStay };

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const { blocker: asked } = latest.current;
    if (window.confirm(latest.current.question)) {
      asked.proceed?.();
      return;
    }
    asked.reset?.();
    latest.current.onStay?.();
  }, [blocker.state]);

  useEffect(() => {
    if (!isAtStake) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isAtStake]);
}
