export const session = {
  title: 'Connexion',
  intro:
    'Jalon suit le parcours d’intégration des personnes primo-arrivantes, de la signature du contrat à la sortie du dispositif.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion…',
  demo_title: 'Comptes de démonstration',
  demo_intro: 'Ces comptes n’ouvrent que des dossiers fictifs.',
  demo_try: 'Essayer comme %{role}',
  demo_place: '%{organisation}, %{department}',
  again_title: 'Votre session a expiré',
  again_intro: 'Saisissez votre mot de passe pour continuer. Votre saisie est conservée.',
  again_submit: 'Continuer',
  sign_out: 'Se déconnecter',
  through: 'S’identifier avec %{name}',
  or_password: 'Ou avec votre mot de passe :',
  invited: 'Vous avez été invitée ou invité à ouvrir votre compte. Identifiez-vous pour le lier à votre identité.',
  identities: 'Se connecter avec %{name}',
  identities_intro:
    'Liez votre compte à votre identité %{name} pour vous connecter sans mot de passe. Vous serez dirigée ou dirigé vers %{name}, puis ramenée ou ramené ici.',
  link: 'Lier mon identité %{name}',
  linked_at: 'Identité de %{host}, liée le %{at}',
  unlink: 'Ne plus lier',
  refused: {
    cancelled: 'La connexion a été abandonnée chez le fournisseur d’identité. Rien n’a été ouvert.',
    start_again: 'Cette connexion a expiré, a déjà servi ou a commencé dans un autre navigateur. Recommencez ici.',
    provider_error: 'Le fournisseur d’identité n’a pas pu vous reconnaître. Réessayez dans un moment.',
    unreachable: 'Le fournisseur d’identité ne répond pas pour l’instant. Réessayez dans un moment.',
    taken: 'Cette identité est déjà liée à un autre compte Jalon. Rien n’a été changé.',
    unverified:
      'La réponse du fournisseur d’identité n’a pas pu être vérifiée (%{code}). Recommencez ; si cela se reproduit, prévenez la personne qui administre Jalon.',
  },
};

export const shell = {
  main_menu: 'Menu principal',
  open_menu: 'Menu',
  user_menu: 'Compte de %{name}',
  language: 'Langue',
  my_pathways: 'Mes dossiers',
  pathways: 'Dossiers',
  open: 'Ouvrir un dossier',
  assign: 'À attribuer',
  stalls: 'Parcours bloqués',
  imports: 'Importer',
  reports: 'Chiffres',
  thresholds: 'Seuils',
  audit: 'Journal',
  demo_banner: 'Démonstration : toutes les personnes sont fictives.',
};

export const roles = {
  ASSOCIATION_CASEWORKER: 'intervenante ou intervenant social',
  ASSOCIATION_MANAGER: 'responsable de structure',
  OFII_AGENT: 'agente ou agent de l’OFII',
  DEPARTMENT_REFERENT: 'référente ou référent du département',
  PREFECTURE_READER: 'lectrice ou lecteur de la préfecture',
  REGIONAL_READER: 'lectrice ou lecteur de la région',
  AUDITOR: 'auditrice ou auditeur',
  ADMIN: 'administratrice ou administrateur',
};
