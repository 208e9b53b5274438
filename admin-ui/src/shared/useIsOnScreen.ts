import { useEffect, useRef, type RefObject } from 'react';

/** Whether what asked is on screen still: an answer that comes once it was left has nothing to show there. */
export function useIsOnScreen(): RefObject<boolean> {
  const isOnScreen = useRef(false);
  useEffect(() => {
    isOnScreen.current = true;
    return () => {
      isOnScreen.current = false;
    };
  }, []);
  return isOnScreen;
}
