/** The English words of the trade, for the screens; loaded where English is spoken. */
export { labelsEn } from '../../domain/language/labels.en.ts';
