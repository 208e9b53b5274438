import { labelsEn } from './labels.en.ts';
import { labelsFr, type Labels } from './labels.fr.ts';
import type { InEachLanguage } from './language.ts';

/** The words of every code, in each language: for the sentences of the server. Screens load the language they speak. */
export const LABELS: InEachLanguage<Labels> = { fr: labelsFr, en: labelsEn };
