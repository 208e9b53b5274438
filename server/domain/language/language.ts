/** The languages in which the words of the trade and the sentences are said. French, unless the interface asks otherwise. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same thing said in each language: one that is missing does not compile. */
export type InEachLanguage<T> = Readonly<Record<Language, T>>;
