import type { Action } from './actions.ts';
import type { Facts } from '../pathway/facts.ts';
import { TRANSFER_READING_DAYS, type Relation, type SealedRight } from './relations.ts';
import type { FileAct } from './rights.ts';
import type { Role } from './roles.ts';

/** The words of the table of rights, in French: for its printed form, and for whoever is refused. */
export const ROLE_WORDS: Record<Role, string> = {
  ASSOCIATION_CASEWORKER: 'Intervenant social',
  ASSOCIATION_MANAGER: 'Responsable de structure',
  OFII_AGENT: 'Agent de l’OFII',
  DEPARTMENT_REFERENT: 'Référent départemental',
  PREFECTURE_READER: 'Lecteur de la préfecture',
  REGIONAL_READER: 'Lecteur de la région',
  AUDITOR: 'Auditeur',
  ADMIN: 'Administrateur',
};

/** What an action is, and why a role that does not have it is refused. */
export const ACTION_WORDS: Record<Action, { readonly words: string; readonly refusal: string }> = {
  'session.read': { words: 'Savoir qui est connecté', refusal: 'Connectez-vous pour continuer.' },
  'account.own': {
    words: 'Gérer son propre mot de passe, son second facteur et ses sessions',
    refusal: 'Connectez-vous pour continuer.',
  },
  'plan.compute': { words: 'Calculer un plan sans l’enregistrer', refusal: 'Connectez-vous pour continuer.' },
  'pathways.list': { words: 'Lister des dossiers', refusal: 'Votre rôle ne lit aucun dossier.' },
  'pathways.export': {
    words: 'Télécharger une liste de dossiers',
    refusal: 'Seule la structure qui suit les dossiers télécharge leur liste.',
  },
  'pathways.read': { words: 'Lire un dossier et son historique', refusal: 'Votre rôle ne lit aucun dossier.' },
  'pathways.open': { words: 'Ouvrir un dossier', refusal: 'Seule une structure ouvre un dossier à la main.' },
  'pathways.correct': {
    words: 'Corriger la personne et les informations de départ',
    refusal: 'Seule la structure qui suit la personne corrige son dossier.',
  },
  'pathways.assign': {
    words: 'Attribuer un dossier',
    refusal: 'Un dossier n’est attribué que par le responsable de la structure ou, sans structure, par l’OFII.',
  },
  'pathways.seal': {
    words: 'Sceller un dossier, lever un scellé',
    refusal: 'Seul le responsable de la structure qui suit la personne scelle son dossier.',
  },
  'pathways.transfer': {
    words: 'Transférer un dossier à une autre structure, ou en recevoir un',
    refusal: 'Seuls les responsables de structure transfèrent des dossiers, et en reçoivent.',
  },
  'pathways.reveal': {
    words: 'Se faire donner le nom d’un dossier, avec un motif',
    refusal: 'Le nom n’est donné, sur motif, qu’au référent départemental.',
  },
  'pathways.breakGlass': {
    words: 'Ouvrir un dossier en urgence, avec un motif et un code',
    refusal: 'Seules les structures ouvrent un dossier en urgence.',
  },
  'openings.list': {
    words:
      'Lire les ouvertures d’urgence (les siennes et celles des dossiers qu’elle suit, toutes pour l’auditeur, avec leur motif et le numéro du dossier)',
    refusal: 'Seuls les structures et l’auditeur lisent les ouvertures d’urgence.',
  },
  'events.record': {
    words: 'Noter un fait',
    refusal: 'Seuls la structure qui suit la personne et l’OFII notent des faits.',
  },
  'people.search': {
    words: 'Chercher une personne',
    refusal: 'Votre rôle ne cherche personne par son nom ni par son numéro.',
  },
  'people.tellApart': {
    words: 'Voir les doublons possibles d’un dossier, dire que ce n’est pas la même personne',
    refusal: 'Seule la structure qui suit la personne voit les doublons possibles.',
  },
  'pathways.merge': {
    words: 'Fusionner deux dossiers d’une même personne, annuler une fusion',
    refusal: 'Seul le responsable de la structure qui suit les dossiers les fusionne.',
  },
  'stalls.list': { words: 'Lister les blocages', refusal: 'Votre rôle ne lit aucun dossier, ni ce qui le bloque.' },
  'stalls.act': {
    words: 'Agir sur un blocage',
    refusal: 'Seul le référent départemental agit sur un blocage.',
  },
  'reports.read': {
    words: 'Lire les chiffres',
    refusal: 'Seuls la préfecture, la région et le référent départemental lisent les chiffres.',
  },
  'imports.manage': {
    words: 'Importer les listes mensuelles',
    refusal: 'Seul l’OFII importe les listes mensuelles.',
  },
  'organisations.list': {
    words: 'Lister les structures',
    refusal: 'Votre rôle n’a pas besoin de la liste des structures.',
  },
  'caseworkers.list': {
    words: 'Lister les intervenants de sa structure',
    refusal: 'La charge des intervenants n’est montrée qu’au responsable de leur structure.',
  },
  'views.keep': {
    words: 'Garder les filtres d’une liste sous un nom',
    refusal: 'Votre rôle ne lit aucune liste de dossiers.',
  },
  'week.read': {
    words: 'Lire ce qui ne peut pas attendre cette semaine',
    refusal: 'La semaine n’est montrée qu’aux intervenants et aux responsables d’une structure.',
  },
  'tasks.plan': {
    words: 'Dire ce qui est à faire pour un dossier',
    refusal: 'Seule la structure qui suit la personne dit ce qui est à faire.',
  },
  'drafts.keep': {
    words: 'Garder sa propre saisie en cours, et la reprendre',
    refusal: 'Seuls les intervenants et les responsables d’une structure ont des brouillons.',
  },
  'groupSessions.hold': {
    words: 'Tenir les séances de sa structure (les lire, y inscrire, émarger)',
    refusal: 'Seules les structures tiennent des séances.',
  },
  'notes.read': {
    words: 'Lire les notes d’un dossier',
    refusal: 'Seules les structures qui suivent la personne lisent les notes.',
  },
  'notes.write': {
    words: 'Écrire, corriger et retirer une note',
    refusal: 'Seules les structures qui suivent la personne écrivent des notes.',
  },
  'notes.count': {
    words: 'Savoir combien de notes privées un dossier contient',
    refusal: 'Le nombre de notes privées n’est dit qu’au responsable de la structure qui suit la personne.',
  },
  'accesses.read': {
    words: 'Lire qui a vu un dossier',
    refusal: 'Qui a vu un dossier n’est montré qu’à la structure qui suit la personne.',
  },
  'audit.read': { words: 'Lire le journal des accès', refusal: 'Seul l’auditeur lit le journal des accès.' },
  'accounts.invite': {
    words: 'Inviter quelqu’un à lier son identité',
    refusal: 'Seule la personne qui administre Jalon fait des invitations.',
  },
  'accounts.manage': {
    words: 'Créer, changer et fermer des comptes',
    refusal: 'Seule la personne qui administre Jalon gère les comptes.',
  },
  'organisations.manage': {
    words: 'Créer et renommer des structures',
    refusal: 'Seule la personne qui administre Jalon gère les structures.',
  },
  'thresholds.manage': {
    words: 'Régler les seuils de blocage',
    refusal: 'Seule la personne qui administre Jalon règle les seuils.',
  },
};

export const FILE_ACT_WORDS: Record<FileAct, string> = {
  read: 'Lire le dossier et son historique',
  find: 'Le trouver par un nom ou un numéro',
  readStalls: 'Le voir dans la liste des blocages (dans le dossier, ils se lisent avec lui)',
  readAccesses: 'Savoir qui l’a vu',
  correct: 'Corriger la personne et les informations de départ',
  tellApart: 'Voir les doublons possibles, dire que ce n’est pas la même personne',
  merge: 'Le fusionner avec un autre de la même personne, annuler la fusion',
  recordEvent: 'Noter un fait',
  recordFollowUp: 'Noter échanges, suspensions, mises en attente, clôture',
  planTask: 'Lire et dire ce qui y est à faire',
  enrol: 'L’inscrire à une séance de la structure, y noter sa présence',
  assignReferent: 'Nommer le référent du dossier',
  assignOrganisation: 'Nommer la structure qui le suit',
  actOnStalls: 'Agir sur ses blocages',
  readSeal: 'Lire qui y a quels droits, s’il est scellé',
  seal: 'Le sceller, lever son scellé, dire qui y a quels droits',
  transfer: 'Le transférer à une autre structure',
  reveal: 'Se faire donner le nom, avec un motif que la structure lit',
  readPrivateNotes: 'Lire les notes privées qu’elle y a écrites',
  readStructureNotes: 'Lire les notes de sa structure',
  readSharedNotes: 'Lire les notes partagées',
  writeNote: 'Écrire une note, corriger ou retirer les siennes',
  withdrawNoteOfOthers: 'Retirer une note de quelqu’un d’autre, qu’elle peut lire',
  countPrivateNotes: 'Savoir combien de notes privées d’autres y sont gardées',
};

export const RELATION_WORDS: Record<Relation, { readonly name: string; readonly meaning: string }> = {
  OWN_CASELOAD: { name: 'Sa file active', meaning: 'elle est le référent du dossier' },
  SAME_STRUCTURE: {
    name: 'Sa structure',
    meaning: 'sa structure le suit, par quelqu’un d’autre ou par personne encore',
  },
  UNASSIGNED: { name: 'À attribuer', meaning: 'aucune structure ne le suit, et la personne habite son département' },
  TERRITORY: { name: 'Son territoire', meaning: 'une structure le suit, et la personne habite un de ses départements' },
  TRANSFERRED_OUT: {
    name: 'Transféré',
    meaning: `sa structure le suivait et l’a transféré\u00a0: elle le lit encore, tel qu’il était en la quittant, jusqu’à la fin du ${TRANSFER_READING_DAYS}e jour après l’acceptation (réglage TRANSFER_READING_DAYS) et pas un jour de plus`,
  },
  BROKEN_GLASS: { name: 'Accès d’urgence', meaning: 'ouvert avec un motif et un second facteur, pour trente minutes' },
  OTHER_STRUCTURE: {
    name: 'Autre structure',
    meaning:
      'une autre structure le suit, et la personne habite son département\u00a0: le dossier n’existe pas pour elle',
  },
  NONE: { name: 'Aucune', meaning: 'autre structure et autre département\u00a0: le dossier n’existe pas pour elle' },
};

/** The facts that some role is not told. */
export const HIDDEN_FACT_WORDS: Partial<Record<keyof Facts, string>> = {
  housing: 'le logement',
  asylumSupportEndedOn: 'la fin de la prise en charge asile',
  refugeeHousingEnteredOn: 'l’entrée en centre provisoire d’hébergement',
  bornOn: 'la naissance retenue pour les délais',
  permitType: 'le type de titre',
  exemption: 'le motif de dispense du CIR',
};

export const SEALED_RIGHT_WORDS: Record<SealedRight, string> = {
  SEARCH: 'le trouver par un nom ou un numéro',
  READ: 'l’ouvrir, le lister et y agir comme la relation le permet',
  LOCATE: 'lire et corriger où la personne se trouve',
};
