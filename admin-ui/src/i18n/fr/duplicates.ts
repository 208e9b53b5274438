export const duplicates = {
  title: 'Doublon possible |||| Doublons possibles',
  intro:
    'Ce dossier et celui ci-dessous concernent peut-être la même personne. |||| Ce dossier et ceux ci-dessous concernent peut-être la même personne.',
  not_same: 'Ce n’est pas la même personne',
  told_apart: 'C’est retenu : ce n’est pas la même personne. La question ne sera plus posée.',
};
