import { useEffect } from 'react';
import { focusTitle } from '../shared/focusTitle.ts';
import { BESIDE, heirAmong } from './leftPlace.ts';

/** A list of places, and each of them: what takes the focus of one that goes is its `data-main`. */
const PLACES = '[data-places]';
const PLACE = '[data-place]';

/** The place of what has the focus: the places of its list, and how many of them are before it. */
interface Held {
  readonly element: Element;
  readonly list: Element;
  readonly places: readonly Element[];
  readonly index: number;
}

function hold(element: Element): Held | undefined {
  const list = element.closest(PLACES);
  if (list === null) return undefined;
  const places = [...list.querySelectorAll(PLACE)];
  const index = places.findIndex(
    (place) =>
      place.contains(element) || (element.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return { element, list, places, index: index === -1 ? places.length : index };
}

/** What takes the focus of a place that is gone: the one that is there now, else the heading of its list. */
function heirOf({ list, places, index }: Held): HTMLElement | null {
  if (!list.isConnected) return null;
  const now = [...list.querySelectorAll(PLACE)];
  const heir = heirAmong(now, places.slice(0, index).reverse(), places.slice(index)) ?? now[0];
  return heir?.querySelector<HTMLElement>('[data-main]') ?? list.querySelector<HTMLElement>('h2[tabindex]');
}

/** What is hidden, as all that a page showed before it could not be read again, has the focus no more than what is gone. */
function isThere(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}

/**
 * When what has the focus disappears (the line of what is done, the button that opened a dialogue, once its record is saved),
 * the browser sends the focus back to the top of the document, where a keyboard starts again from the beginning. It stays
 * where one was in a list of places, and goes to the h1 elsewhere.
 */
export const FocusKeeper = () => {
  useEffect(() => {
    let last: Element | undefined;
    let held: Held | undefined;
    let frame = 0;

    const enter = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : undefined;
      if (last?.closest(BESIDE) === null) held = hold(last);
    };
    // Leaving an element that stays (a click beside it) is the person's choice.
    const leave = ({ target }: FocusEvent) => {
      setTimeout(() => {
        if (target === last && last !== undefined && isThere(last)) last = undefined;
      });
    };
    const keep = () => {
      // Lines come and go around the one where one is.
      if (held?.element.isConnected === true) held = hold(held.element);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { activeElement } = document;
        if (last === undefined || isThere(last) || (activeElement !== document.body && activeElement !== last)) return;
        last = undefined;
        const heir = held === undefined ? null : heirOf(held);
        if (heir === null) focusTitle();
        else heir.focus();
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
