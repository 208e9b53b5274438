/** The French words of the trade, for the screens; loaded where French is spoken. */
export { labelsFr, type Labels } from '../../domain/language/labels.fr.ts';
