/** The words of a printed document: French, whatever the language of the screen. */
export const SHEET = {
  caption: 'Feuille d’émargement',
  person: 'Nom et prénoms',
  signature: 'Signature',
} as const;
