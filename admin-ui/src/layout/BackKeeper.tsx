import Box from '@mui/material/Box';
import { useEffect, useInsertionEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-admin';
import { visuallyHidden } from '../shared/visuallyHidden.ts';
import { BESIDE, foundIn, heirIn, placeOf, type LeftPlace } from './leftPlace.ts';
import { MAIN_ID } from './SkipLink.tsx';

/** As far back as anybody would go. */
const MOST_ENTRIES = 100;

const mainOfPage = (): HTMLElement | null => document.getElementById(MAIN_ID);
const titleOf = (main: Element): HTMLElement | null => main.querySelector('h1');

/**
 * Back in an entry of the history, the focus is where one left it: on the same row, once its list has come, on the next one
 * when it is gone, else on the title, in sight. The title is read aloud all the same. Held in the memory of the page only, and
 * until one signs out: what had the focus may be a name.
 */
export const BackKeeper = () => {
  const { key, pathname, search } = useLocation();
  const address = `${pathname}${search}`;
  const current = useRef('');
  const places = useRef(new Map<string, LeftPlace>());
  const left = useRef<LeftPlace>(undefined);
  const [title, setTitle] = useState('');

  useEffect(() => {
    const hold = ({ target }: Event) => {
      const main = mainOfPage();
      // Some browsers give no focus to the link that is clicked.
      const element = (target as Element).closest('a, button, input, select, textarea, [tabindex]');
      if (main === null || element === null || element.closest(BESIDE) !== null) return;
      const held = places.current;
      // One who went to the menu of the page has left her place in it.
      if (!main.contains(element)) held.delete(current.current);
      const place = placeOf(element, main);
      if (place === undefined) return;
      held.delete(current.current);
      held.set(current.current, place);
      const [oldest] = held.keys();
      if (held.size > MOST_ENTRIES && oldest !== undefined) held.delete(oldest);
    };
    document.addEventListener('focusin', hold);
    document.addEventListener('click', hold, true);
    return () => {
      document.removeEventListener('focusin', hold);
      document.removeEventListener('click', hold, true);
    };
  }, []);

  // Before what is on the page that comes takes the focus by itself.
  useInsertionEffect(() => {
    current.current = entryOf(key);
    left.current = places.current.get(current.current);
  }, [key, address]);

  useLayoutEffect(() => {
    const [main, focused] = [mainOfPage(), document.activeElement];
    if (main === null) return undefined;
    if (left.current !== undefined) return comeBack(left.current, setTitle);
    // What has the focus has it in this entry too, where only a part of the page changed.
    const place = focused === null ? undefined : placeOf(focused, main);
    if (place !== undefined) places.current.set(current.current, place);
    else if (focused !== null && focused === titleOf(main)) window.scrollTo(0, 0);
    return undefined;
  }, [key, address]);

  return (
    <Box role="status" sx={visuallyHidden}>
      {title}
    </Box>
  );
};

interface EntryState {
  readonly entry?: string;
}

/**
 * The entry of the history that is shown. An address typed by hand has no key of its own: it is given a mark, so that one
 * comes back to it, and that the same address typed again is another one.
 */
function entryOf(key: string | undefined): string {
  if (key !== undefined && key !== 'default') return key;
  const state = window.history.state as EntryState | null;
  if (state?.entry !== undefined) return state.entry;
  const entry = Math.random().toString(36).slice(2);
  window.history.replaceState({ idx: null, ...state, entry }, '');
  return entry;
}

/** Waits for what had the focus, until the list has come without it, or somebody goes on from the title. */
function comeBack(left: LeftPlace, tell: (title: string) => void): () => void {
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    for (const act of ['keydown', 'pointerdown']) document.removeEventListener(act, stop, true);
  };
  const look = () => {
    const main = mainOfPage();
    const heading = main === null ? null : titleOf(main);
    if (main === null || heading === null) return;
    const isComing = main.querySelector('[aria-busy=true]') !== null;
    const found = foundIn(main, left) ?? (isComing ? undefined : (heirIn(main, left) ?? heading));
    if (found === undefined) return;
    stop();
    found.focus();
    if (found === heading) heading.scrollIntoView({ block: 'nearest' });
    else tell(heading.textContent);
  };
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
  for (const act of ['keydown', 'pointerdown']) document.addEventListener(act, stop, true);
  frame = requestAnimationFrame(look);
  return () => {
    stop();
    tell('');
  };
}
