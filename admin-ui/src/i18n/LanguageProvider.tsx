import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { I18nProvider } from 'react-admin';
import type { Labels } from '../../../server/contract/words/fr.ts';
import { askIn } from '../providers/ask.ts';
import { speakerOf } from '../providers/i18nProvider.ts';
import { keepLanguage, type Language } from './languages.ts';

/** A language, and what speaks it: the sentences of the interface, and the words of the trade. */
export interface Speaker {
  readonly language: Language;
  readonly provider: I18nProvider;
  readonly labels: Labels;
}

interface Spoken extends Pick<Speaker, 'language' | 'labels'> {
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Spoken | undefined>(undefined);

interface LanguageProviderProps {
  /** What was loaded before anything was shown. */
  readonly first: Speaker;
  readonly children: (provider: I18nProvider) => ReactNode;
}

/** The language of the interface, around all of it, the page of sign-in too. */
export const LanguageProvider = ({ first, children }: LanguageProviderProps) => {
  const [{ language, provider, labels }, setSpeaker] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      labels,
      choose: (next: Language) => {
        // Not loaded, the language stays the one that is spoken: nothing is lost, and it may be chosen again.
        void speakerOf(next).then(
          (other) => {
            keepLanguage(next);
            askIn(next);
            setSpeaker(other);
          },
          () => undefined,
        );
      },
    }),
    [language, labels],
  );
  return <LanguageContext.Provider value={spoken}>{children(provider)}</LanguageContext.Provider>;
};

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === undefined) throw new Error('No language is spoken here');
  return spoken;
}
