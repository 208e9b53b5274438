import type { Language } from '../../../server/contract/labels.ts';

export type { Language };

/** Each language by its own name. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
];

/** A code of a language, which tells nothing of anybody: this browser keeps it, the appearance, and no more (decision 18). */
const KEPT_AS = 'jalon.locale';

/** The language chosen here before; else that of the browser, where it is one of ours; else French. */
export function languageAtFirst(): Language {
  return languageOf(kept()) ?? languageOf(navigator.language.slice(0, 2).toLowerCase()) ?? 'fr';
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

function languageOf(code: string | null): Language | undefined {
  return LANGUAGES.find((language) => language.code === code)?.code;
}
