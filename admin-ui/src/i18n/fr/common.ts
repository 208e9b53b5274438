export const common = {
  product: 'Jalon',
  skip: 'Aller au contenu',
  yes: 'Oui',
  no: 'Non',
  unknown: 'Non renseigné',
  all: 'Tous',
  all_feminine: 'Toutes',
  choose: 'Choisir…',
  required: '%{label} (obligatoire)',
  required_note: 'Les champs sans la mention « obligatoire » peuvent rester vides.',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  cancel: 'Annuler la saisie',
  close: 'Fermer',
  retry: 'Réessayer',
  loading: 'Chargement…',
  working: 'En cours…',
  still_working: 'Toujours en cours : le réseau ou le serveur est lent.',
  days: '%{count} jour |||| %{count} jours',
  pair: '%{what} : %{said}',
};

export const states = {
  error_title: 'Cette page n’a pas pu être affichée',
  not_up_to_date: 'Cette page n’est peut-être plus à jour',
  network: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été perdu.',
  unexpected: 'Une erreur inattendue est survenue. Réessayez ; si cela recommence, prévenez l’assistance.',
  incident: 'Référence à donner à l’assistance : %{id}',
  not_found_title: 'Page introuvable',
  not_found: 'Cette adresse ne correspond à aucune page, ou à un dossier que vous ne pouvez pas voir.',
  no_screen_title: 'Bienvenue',
  no_screen: 'Votre compte est ouvert, mais aucun écran n’est prévu pour votre rôle dans cette version de Jalon.',
  no_screen_more: 'S’il vous en faut un, demandez-le à la personne qui administre Jalon.',
  forbidden_title: 'Écran réservé',
  forbidden:
    'Votre rôle ne donne pas accès à cet écran. Si vous en avez besoin, demandez-le à la personne qui administre Jalon.',
  not_loaded:
    'L’écran n’a pas pu être chargé : la connexion a échoué, ou Jalon vient d’être mis à jour. Vérifiez votre connexion, puis réessayez.',
  crash: 'L’écran s’est arrêté. Ce que vous aviez enregistré l’est toujours.',
};

export const table = {
  sorted_asc: 'tri croissant',
  sorted_desc: 'tri décroissant',
  sort: 'Trier par',
  pages: 'Pages : %{title}',
  page_of: 'Page %{page} sur %{total}',
  first: 'Première page',
  previous: 'Page précédente',
  next: 'Page suivante',
  last: 'Dernière page',
  per_page: 'Lignes par page',
  filters: 'Filtres',
  clear_filters: 'Effacer les filtres',
};

export const forms = {
  summary: '%{count} champ est à corriger |||| %{count} champs sont à corriger',
  refused: 'L’enregistrement a été refusé',
  unsent: 'Rien n’est encore enregistré',
  unheard: 'Nous ne savons pas si c’est enregistré',
  unheard_told:
    'La réponse du serveur n’est pas arrivée. Vérifiez votre connexion, puis envoyez de nouveau sans rien changer : ce qui serait déjà enregistré ne sera pas écrit deux fois.',
  left_sending: '%{title} : déjà envoyé, l’enregistrement continue. S’il n’aboutit pas, ce sera dit ici.',
  left_refused: '%{title} : rien n’a été enregistré. %{why}',
  left_changed: 'Quelqu’un d’autre a enregistré une modification au même moment ; rouvrez le formulaire pour choisir.',
  left_unheard: 'Nous ne savons pas si c’est enregistré : rechargez la page pour le voir.',
  required: 'Ce champ est obligatoire.',
  not_in_future: 'Une date à venir ne peut pas être enregistrée.',
  day_example: 'Par exemple 12/05/2025',
};

/** Two people changed the same thing. */
export const conflict = {
  title: 'Modifié pendant votre saisie',
  by: 'Modifié %{when} par %{name}.',
  intro:
    'Choisissez, champ par champ, la valeur à garder : la vôtre est proposée. Ce qu’un seul de vous deux a changé est gardé.',
  none: 'Vous n’avez pas changé les mêmes champs : tout peut être gardé.',
  mine: 'Garder la mienne : %{value}',
  theirs: 'Garder la sienne : %{value}',
  also: 'Aussi changé, et gardé :',
  back: 'Revenir à ma saisie',
  save: 'Enregistrer mes choix',
};
