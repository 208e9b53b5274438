import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';
import type { Language } from '../i18n/languages.ts';

const speaking = (language: Language, messages: typeof fr | typeof en): I18nProvider =>
  polyglotI18nProvider(() => messages, language, [], { allowMissing: false });

/**
 * One for each language: another takes its place when it is changed. React-admin’s own way mounts the whole application
 * anew, and loses what is being typed.
 */
export const I18N_PROVIDERS: Readonly<Record<Language, I18nProvider>> = {
  fr: speaking('fr', fr),
  en: speaking('en', en),
};
