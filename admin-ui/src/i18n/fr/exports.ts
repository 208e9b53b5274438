export const exports = {
  take: 'Télécharger la liste',
  preparing: 'Préparation…',
  file_name: 'dossiers',
  late_steps: 'Étapes en retard',
  stalls: 'Blocages',
  taken: 'Liste du %{day}, téléchargée par %{by}. À ne pas laisser traîner : chaque ligne est une personne.',
  sealed: '%{count} dossier scellé n’y est pas. |||| %{count} dossiers scellés n’y sont pas.',
  done: '%{count} dossier dans le fichier téléchargé. |||| %{count} dossiers dans le fichier téléchargé.',
};
