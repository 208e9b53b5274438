import Box from '@mui/material/Box';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { visuallyHidden } from './visuallyHidden.ts';

const AnnouncerContext = createContext<(sentence: string) => void>(() => undefined);

/** The only polite live region: what changed on screen without a new page (a count, a progress, a record). */
export const Announcer = ({ children }: { children: ReactNode }) => {
  const [sentence, setSentence] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => {
    setSentence(({ turn }) => ({ text, turn: turn + 1 }));
  }, []);
  const [first, second] = useMemo(
    // Two regions in turn: the same sentence twice is two news.
    () => (sentence.turn % 2 === 0 ? [sentence.text, ''] : ['', sentence.text]),
    [sentence],
  );

  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      <Box role="status" aria-live="polite" sx={visuallyHidden}>
        <span>{first}</span>
        <span>{second}</span>
      </Box>
    </AnnouncerContext.Provider>
  );
};

export const useAnnounce = () => useContext(AnnouncerContext);
