export const drafts = {
  kept: 'Brouillon gardé.',
  kept_at: 'Brouillon gardé à %{time}.',
  OFFLINE: 'Hors connexion : votre saisie est gardée ici, tant que cette page reste ouverte.',
  UNANSWERED: 'Le serveur ne répond pas : votre saisie est gardée ici, tant que cette page reste ouverte.',
  REFUSED: 'Le brouillon n’est pas gardé : votre saisie n’est que sur cette page.',
  resumed: 'Vous n’aviez pas fini : voici votre saisie, gardée %{when}.',
  changed_since: 'Le dossier a changé depuis : relisez avant d’enregistrer.',
  begun: 'Vous n’aviez pas fini une saisie, gardée %{when}.',
  other:
    'Une autre saisie de ce formulaire a été gardée %{when}. Choisissez : jusque-là, celle-ci n’est gardée que sur cette page.',
  take: 'Reprendre ma saisie',
  take_other: 'Reprendre l’autre',
  keep_mine: 'Garder celle-ci',
  discard: 'Effacer le brouillon',
  left_KEPT: 'Rien n’est enregistré dans Jalon. Votre saisie est gardée en brouillon.',
  left_beside: 'Une autre saisie de ce formulaire reste à finir : vous la retrouverez en le rouvrant.',
  left_HERE: 'Rien n’est enregistré dans Jalon. Votre saisie est gardée ici, tant que cette page reste ouverte.',
};
