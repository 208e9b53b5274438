import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { I18nProvider } from 'react-admin';
import { speakerOf } from '../providers/i18nProvider.ts';
import { keepLanguage, type Language } from './languages.ts';

interface Spoken {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

/** A language, and what speaks it. */
export interface Speaker {
  readonly language: Language;
  readonly provider: I18nProvider;
}

const LanguageContext = createContext<Spoken>({ language: 'fr', choose: () => undefined });

interface LanguageProviderProps {
  /** What was loaded before anything was shown. */
  readonly first: Speaker;
  readonly children: (provider: I18nProvider) => ReactNode;
}

/** The language of the interface, around all of it, the page of sign-in too. */
export const LanguageProvider = ({ first, children }: LanguageProviderProps) => {
  const [{ language, provider }, setSpeaker] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        // Not loaded, the language stays the one that is spoken: nothing is lost, and it may be chosen again.
        void speakerOf(next).then(
          (other) => {
            keepLanguage(next);
            setSpeaker({ language: next, provider: other });
          },
          () => undefined,
        );
      },
    }),
    [language],
  );
  return <LanguageContext.Provider value={spoken}>{children(provider)}</LanguageContext.Provider>;
};

export const useLanguage = (): Spoken => useContext(LanguageContext);
