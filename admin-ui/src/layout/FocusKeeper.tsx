import { useEffect } from 'react';

/**
 * When what has the focus disappears (the button that opened a dialogue, once its record is saved), the browser sends the
 * focus back to the top of the document, where a keyboard starts again from the beginning. It goes to the h1 instead.
 */
export const FocusKeeper = () => {
  useEffect(() => {
    let last: Element | undefined;
    let frame = 0;

    const enter = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : undefined;
    };
    // Leaving an element that stays (a click beside it) is the person's choice.
    const leave = ({ target }: FocusEvent) => {
      setTimeout(() => {
        if (target === last && last?.isConnected === true) last = undefined;
      });
    };
    const keep = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
        last = undefined;
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      });
    };

    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return null;
};
