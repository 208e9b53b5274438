import { useEffect, useState } from 'react';

/** After the last letter: long enough for a word, short enough not to be waited for. */
const QUIET_MS = 200;

/** What is typed once the typing rests; undefined until then, so that nothing is asked that is no longer meant. */
export function useTyped(text: string): string | undefined {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested === text ? text : undefined;
}
