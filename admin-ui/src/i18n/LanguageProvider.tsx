import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keepLanguage, languageAtFirst, type Language } from './languages.ts';

interface Spoken {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Spoken>({ language: 'fr', choose: () => undefined });

/** The language of the interface, around all of it, the page of sign-in too. */
export const LanguageProvider = ({ children }: { children: (language: Language) => ReactNode }) => {
  const [language, setLanguage] = useState(languageAtFirst);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext.Provider value={spoken}>{children(language)}</LanguageContext.Provider>;
};

export const useLanguage = (): Spoken => useContext(LanguageContext);
