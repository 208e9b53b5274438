export const duplicates = {
  title: 'Possible doublon |||| Possibles doublons',
  intro:
    'Ce dossier et celui-ci pourraient être ceux d’une même personne. |||| Ce dossier et ceux-ci pourraient être ceux d’une même personne.',
  not_same: 'Ce n’est pas la même personne',
  told_apart: 'C’est retenu : ce n’est pas la même personne. La question ne sera plus posée.',
};
