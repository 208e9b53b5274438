import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { Speaker } from '../i18n/LanguageProvider.tsx';
import type { Language } from '../i18n/languages.ts';

/** Loaded when it is spoken, with the words of the trade: most people never hear the other one. */
const MESSAGES = {
  fr: async () => {
    const { fr, labels } = await import('../i18n/fr.ts');
    return { messages: fr, labels };
  },
  en: async () => {
    const { en, labels } = await import('../i18n/en.ts');
    return { messages: en, labels };
  },
};

const spoken = new Map<Language, Promise<Speaker>>();

/**
 * One for each language: another takes its place when it is changed. React-admin’s own way mounts the whole application
 * anew, and loses what is being typed. Rejects when it cannot be loaded; asked again, it is tried again.
 */
export function speakerOf(language: Language): Promise<Speaker> {
  const known = spoken.get(language);
  if (known !== undefined) return known;
  const loading = MESSAGES[language]().then(({ messages, labels }) => ({
    language,
    labels,
    provider: polyglotI18nProvider(() => messages, language, [], { allowMissing: false }),
  }));
  spoken.set(language, loading);
  loading.catch(() => spoken.delete(language));
  return loading;
}
