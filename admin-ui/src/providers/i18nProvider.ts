import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Language } from '../i18n/languages.ts';

/** Loaded when it is spoken: most people never hear the other one. */
const MESSAGES = {
  fr: async () => (await import('../i18n/fr.ts')).fr,
  en: async () => (await import('../i18n/en.ts')).en,
};

const spoken = new Map<Language, Promise<I18nProvider>>();

/**
 * One for each language: another takes its place when it is changed. React-admin’s own way mounts the whole application
 * anew, and loses what is being typed. Rejects when it cannot be loaded; asked again, it is tried again.
 */
export function speakerOf(language: Language): Promise<I18nProvider> {
  const known = spoken.get(language);
  if (known !== undefined) return known;
  const loading = MESSAGES[language]().then((messages) =>
    polyglotI18nProvider(() => messages, language, [], { allowMissing: false }),
  );
  spoken.set(language, loading);
  loading.catch(() => spoken.delete(language));
  return loading;
}
