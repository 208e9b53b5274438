export const rights = {
  lost_title: 'Ce dossier n’est plus accessible',
  lost: 'Il n’existe pas, ou il n’est pas à votre portée : un dossier peut changer de structure, ou de personne qui le suit. Le reste de votre travail n’est pas touché.',
  lost_back: 'Revenir aux dossiers',
};
