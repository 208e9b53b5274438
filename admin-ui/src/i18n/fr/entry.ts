export const entry = {
  note: 'Note (facultative)',
  note_PRIVATE: 'Vous, et personne d’autre',
  note_STRUCTURE: 'Votre structure',
  note_SHARED: 'Toute structure qui lit ce dossier',
  next: 'Prochaine action (facultative)',
  next_hint: 'Quelques mots, que la personne peut lire. Laissé vide, rien n’est prévu.',
  planned: 'La prochaine action est prévue.',
};
