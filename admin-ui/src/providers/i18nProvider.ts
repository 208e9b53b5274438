import polyglotI18nProvider from 'ra-i18n-polyglot';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';

const MESSAGES = { fr, en };

export const i18nProvider = polyglotI18nProvider(
  (locale) => MESSAGES[locale === 'en' ? 'en' : 'fr'],
  'fr',
  [
    { locale: 'fr', name: 'Français' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: false },
);
