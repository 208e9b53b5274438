import type { Language } from '../../../server/contract/labels.ts';

export type { Language };

/** Each language by its own name. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
];

/** A code of a language, which tells nothing of anybody: this browser keeps it, the appearance, and no more (decision 18). */
const KEPT_AS = 'jalon.locale';

/**
 * The language chosen here before; else French, whatever that of the browser: the work is done in French, on machines that
 * somebody set up, and English is one click away, from the page of sign-in on.
 */
export function languageAtFirst(): Language {
  return LANGUAGES.find(({ code }) => code === kept())?.code ?? 'fr';
}

export function keepLanguage(language: Language): void {
  try {
    window.localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

function kept(): string | null {
  try {
    return window.localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
