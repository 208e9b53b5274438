/** Names of French administration that keep their French name in English, and letters that are not French. */
const PROPER_NAMES = [
  'Récépissé',
  'récépissé',
  'pension de famille',
  'Mission locale',
  'Cap emploi',
  'France Travail',
  'Volont’R',
  'Île-de-France',
  'Hauts-de-France',
];

/** Words that English does not have, and that hardly a French sentence goes without. */
const FUNCTION_WORDS =
  /(?<![\p{L}’'-])(?:le|la|les|des|du|de|un|une|est|sont|et|ou|où|au|aux|avec|sans|pour|par|dans|sur|depuis|jusqu|après|avant|dont|qui|que|ce|cette|ces|son|sa|ses|ne|pas|elle|il|vous|votre|nous|aucun|aucune|dossiers?|étapes?|échéance|personne|en attente|fin|suivi)(?![\p{L}’'-])/giu;
const ELISIONS = /(?<![\p{L}])(?:l|d|n|s|c|qu|jusqu)[’'](?=\p{L})/giu;
const ACCENTS = /\p{L}*[àâçéèêëîïôûùœ]\p{L}*/giu;
const TYPOGRAPHY = /[«»\u202f]|[ \u00a0][;:!?%]/gu;

/** What is left of French in an English text: letters, words, typography. */
export function frenchLeft(text: string): string[] {
  const rest = PROPER_NAMES.reduce((said, name) => said.replaceAll(name, 'Name'), text);
  return [ACCENTS, FUNCTION_WORDS, ELISIONS, TYPOGRAPHY].flatMap((french) => rest.match(french) ?? []);
}
