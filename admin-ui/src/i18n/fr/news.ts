export const news = {
  title: 'Nouveautés',
  tabs: 'Ma semaine et nouveautés',
  tab: 'Nouveautés',
  tab_to_do: 'À faire',
  loading: 'Chargement des nouveautés…',
  since: '%{count} changement depuis le %{at}. |||| %{count} changements depuis le %{at}.',
  first: '%{count} changement en sept jours. |||| %{count} changements en sept jours.',
  none: 'Personne d’autre n’a changé vos dossiers depuis.',
  mark: 'J’ai tout vu',
  marked: 'C’est noté : la prochaine fois, seulement ce qui suit.',
  more: 'Les %{shown} plus récents sont montrés, sur %{total}.',
};
