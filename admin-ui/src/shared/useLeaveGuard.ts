import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-admin';

/** Asks before leaving the page, or closing it, while something there would be lost. */
export function useLeaveGuard(isAtStake: boolean, question: string): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isAtStake && nextLocation.pathname !== currentLocation.pathname,
  );
  const latest = useRef({ blocker, question });
  latest.current = { blocker, question };

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const { blocker: asked } = latest.current;
    if (window.confirm(latest.current.question)) asked.proceed?.();
    else asked.reset?.();
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
