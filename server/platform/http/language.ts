import type { Request, Response } from 'express';
import { LANGUAGES, type Language } from '../../domain/language/language.ts';

/**
 * The language that the interface is read in, which it says by a header of its own. `Accept-Language` is that of the browser, or
 * of whatever program asks: it would change the sentences of whoever chose nothing.
 */
const INTERFACE_LANGUAGE = 'Interface-Language';

/** French, unless the interface asks for another language that is known. */
export function languageOf(request: Request): Language {
  const asked = request.get(INTERFACE_LANGUAGE);
  return LANGUAGES.find((language) => language === asked) ?? 'fr';
}

/** Whatever the answer, it depends on the language asked. */
export function varyByLanguage(response: Response): void {
  response.vary(INTERFACE_LANGUAGE);
}

/** The language in which the sentences of an answer are made. */
export function saidIn(response: Response, language: Language): void {
  response.set('Content-Language', language);
}
