import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus goes from a dialogue whose act removes what opened it. Asked for while it is open, which keeps the focus
 * until then, and given once it is closed.
 */
export function useFocusOnceClosed(isOpen: boolean, place: RefObject<HTMLElement | null>): () => void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (isOpen || !isAsked.current) return;
    isAsked.current = false;
    place.current?.focus();
  }, [isOpen, place]);
  return () => {
    isAsked.current = true;
  };
}
