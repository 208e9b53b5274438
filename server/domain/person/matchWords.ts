import type { Language } from '../language/language.ts';

/** Every fact that two people, or a search and somebody, may have in common; and how it is said in English. */
const IN_ENGLISH = {
  'même numéro de dossier': 'same file number',
  'fin du numéro de dossier': 'end of the file number',
  'même numéro étranger': 'same foreigner number',
  'même numéro OFII': 'same OFII number',
  'une partie du numéro étranger': 'part of the foreigner number',
  'une partie du numéro OFII': 'part of the OFII number',
  'même téléphone': 'same phone',
  'fin du téléphone': 'end of the phone number',
  'mêmes noms': 'same names',
  'début du nom': 'start of the name',
  'nom à une particule près': 'same name but for a particle',
  'même prononciation': 'same pronunciation',
  'peut se prononcer de même': 'may be pronounced the same',
  'prononciation proche': 'close pronunciation',
  'une lettre de différence': 'one letter apart',
  'prononciation voisine': 'nearly the same pronunciation',
  'un nom sans correspondance': 'one name without a match',
  'même naissance': 'same birth',
  'même mois de naissance': 'same month of birth',
  'même année de naissance': 'same year of birth',
  'naissance compatible': 'compatible birth',
  'naissance inconnue': 'birth not known',
  'même année, autre jour de naissance': 'same year, another day of birth',
  'autre naissance': 'another birth',
  'mêmes noms et même naissance': 'same names and same birth',
  'mêmes noms, naissance compatible': 'same names, compatible birth',
  'mêmes noms, même année, un 1er janvier': 'same names, same year, a 1 January',
  'noms qui se prononcent de même et même naissance': 'names that sound the same and same birth',
  'noms qui se prononcent de même, naissance compatible': 'names that sound the same, compatible birth',
  'noms qui se prononcent de même, même année, un 1er janvier': 'names that sound the same, same year, a 1 January',
} as const;

/** A fact in common, by its French words. */
export type Match = keyof typeof IN_ENGLISH;

export function matchWords(match: Match, language: Language): string {
  return language === 'en' ? IN_ENGLISH[match] : match;
}
