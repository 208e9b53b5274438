export const openings = {
  title: 'Ouvertures d’urgence',
  intro:
    'Les dossiers ouverts en urgence par quelqu’un qui ne les suit pas : ceux que vous suivez, et ceux que vous avez ouverts. Chaque ouverture dure trente minutes.',
  intro_auditor: 'Tous les dossiers ouverts en urgence par quelqu’un qui ne les suit pas, et pourquoi.',
  total: '%{count} ouverture |||| %{count} ouvertures',
  empty: 'Aucun dossier n’a été ouvert en urgence.',
  opened_at: 'Ouvert le',
  file: 'Dossier',
  by: 'Par',
  you: 'Vous',
  reason: 'Motif',
  until: 'État',
  running: 'En cours, jusqu’au %{at}',
  over: 'Terminée le %{at}',
  offer:
    'Si une urgence vous oblige à lire un dossier que vous ne suivez pas, vous pouvez demander à l’ouvrir pour trente minutes.',
  open: 'Ouvrir un dossier en urgence',
  open_title: 'Ouvrir un dossier en urgence',
  open_intro:
    'Le dossier s’ouvrira pour trente minutes, à lire seulement. Votre nom et votre motif seront lus par la personne qui le suit, son responsable et l’auditeur.',
  open_submit: 'Ouvrir',
  open_submitting: 'Ouverture…',
  number: 'Numéro du dossier',
  number_hint: 'Par exemple J26-000123.',
  reason_hint: 'Vingt caractères au moins : ce qui se passe, et pourquoi cela ne peut pas attendre.',
  code_hint: 'De votre application de connexion, montré pour cette ouverture seulement.',
};
