import type { frSentences } from './fr.ts';

/** The same tree of keys, whatever the words: a sentence missing in one language does not compile. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

export type Sentences = Translated<typeof frSentences>;

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];

/** A key that exists: `pathways.title`. */
export type SentenceKey = Paths<typeof frSentences>;
