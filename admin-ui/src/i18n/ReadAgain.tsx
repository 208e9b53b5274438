import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLanguage } from './LanguageProvider.tsx';

/** Once another language is spoken, what the server said is asked again in it: no sentence stays in the one before. */
export const ReadAgain = () => {
  const { language } = useLanguage();
  const queries = useQueryClient();
  const said = useRef(language);
  useEffect(() => {
    if (said.current === language) return;
    said.current = language;
    queries.removeQueries({ type: 'inactive' });
    void queries.invalidateQueries();
  }, [language, queries]);
  return null;
};
