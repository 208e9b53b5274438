import type { Role } from '../access/roles.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { AuditKind, AuditPurpose } from './entry.ts';

/** What the auditor is alerted to, in French. */
export const AUDIT_ALERT_LABELS = {
  manyFilesOpenedByAccount: 'Plus de 200 dossiers ouverts en un jour par un compte',
  manyFilesOpenedByOrganisation: 'Plus de 1\u202f000 dossiers ouverts en un jour par une structure',
  manyFilesNamedToAccount:
    'Plus de 1\u202f000 dossiers vus en un jour dans des listes et des recherches par un compte (OFII\u00a0: 5\u202f000)',
  manyFilesNamedToOrganisation:
    'Plus de 5\u202f000 dossiers vus en un jour dans des listes et des recherches par une structure (OFII\u00a0: 25\u202f000)',
  factorAndLinkOfOneAccount: 'Second facteur retiré et lien de réinitialisation remis pour un même compte en un jour',
} as const;
export type AuditAlert = keyof typeof AUDIT_ALERT_LABELS;

/** What an operation was, in French; of a file, where it is of one. Another operation is said by its kind. */
export const AUDIT_OPERATION_LABELS = {
  listPathways: 'Dossier vu dans une liste',
  listStalls: 'Dossier vu dans la liste des blocages',
  listImportLines: 'Dossier vu dans l’aperçu d’un import',
  checkImport: 'Dossier rapproché d’une liste de l’OFII',
  applyImport: 'Dossier mis à jour par une liste de l’OFII',
  searchPeople: 'Dossier trouvé par une recherche',
  findDuplicates: 'Dossier rapproché d’une saisie',
  listDuplicates: 'Dossier rapproché d’un autre',
  tellApart: 'Dit d’une autre personne qu’un autre dossier',
  previewMerge: 'Dossier comparé à un autre',
  mergePathways: 'Dossiers fusionnés',
  listMerges: 'Fusions d’un dossier consultées',
  unmergePathways: 'Fusion annulée',
  openPathway: 'Dossier créé',
  readPathway: 'Dossier consulté',
  readHistory: 'Historique consulté',
  correctPathway: 'Dossier corrigé',
  restoreField: 'Valeur d’avant rétablie',
  recordEvent: 'Fait noté',
  assignPathway: 'Dossier confié',
  sealPathway: 'Dossier scellé',
  unsealPathway: 'Scellé levé',
  readSeal: 'Droits sur un dossier scellé consultés',
  askTransfer: 'Transfert demandé',
  listTransfers: 'Dossier vu dans les transferts',
  acceptTransfer: 'Transfert accepté',
  refuseTransfer: 'Transfert refusé',
  cancelTransfer: 'Transfert retiré',
  revealName: 'Nom donné sur motif',
  breakGlass: 'Ouverture d’urgence',
  breakGlassByNumber: 'Ouverture d’urgence, par le numéro',
  listOpenings: 'Dossier vu dans les ouvertures d’urgence',
  readWeek: 'Dossier vu dans la semaine',
  exportPathways: 'Liste de dossiers emportée',
  listViews: 'Vues de liste lues',
  saveView: 'Vue de liste gardée',
  changeView: 'Vue de liste changée',
  deleteView: 'Vue de liste effacée',
  readNews: 'Dossier vu dans les nouveautés',
  markNewsSeen: 'Nouveautés dites vues',
  readDraft: 'Brouillon repris',
  keepDraft: 'Brouillon gardé',
  discardDraft: 'Brouillon effacé',
  listTasks: 'Actions à mener consultées',
  planTask: 'Action à mener notée',
  recordEntry: 'Entretien noté, avec sa suite',
  changeTask: 'Action à mener modifiée',
  openGroupSession: 'Séance créée',
  readGroupSession: 'Dossier vu dans une séance',
  changeGroupSession: 'Séance modifiée',
  enrolInGroupSession: 'Inscription à une séance',
  withdrawFromGroupSession: 'Inscription à une séance retirée',
  recordAttendance: 'Émargement noté',
  listNotes: 'Notes consultées',
  readNote: 'Note consultée',
  writeNote: 'Note écrite',
  correctNote: 'Note corrigée',
  withdrawNote: 'Note retirée',
  countPrivateNotes: 'Nombre de notes privées consulté',
  actOnStall: 'Suite donnée à un blocage',
  listAccesses: 'Liste des accès consultée',
  readAccessExtract: 'Relevé des accès préparé',
  listAudit: 'Journal des accès consulté',
  listImports: 'Imports consultés',
  readImport: 'Compte rendu d’un import consulté',
  startImport: 'Liste de l’OFII déposée',
  confirmImport: 'Import confirmé',
  readPrefectureReport: 'Chiffres consultés',
  publishThresholds: 'Seuils publiés',
  simulateThresholds: 'Seuils essayés',
  ...AUDIT_ALERT_LABELS,
  inviteIdentity: 'Invitation à lier une identité',
  signIn: 'Connexion',
  signInPassword: 'Mot de passe reconnu, code demandé',
  identitySignIn: 'Connexion par un fournisseur d’identité',
  renewSecondFactor: 'Second facteur montré',
  linkIdentity: 'Identité liée à un compte',
  unlinkIdentity: 'Identité détachée d’un compte',
  signOut: 'Déconnexion',
  usePasswordLink: 'Mot de passe choisi par un lien',
  confirmEnrolment: 'Application de connexion enregistrée',
  replaceRecoveryCodes: 'Codes de secours renouvelés',
  changePassword: 'Mot de passe changé',
  endOwnSession: 'Session fermée',
  endOtherSessions: 'Autres sessions fermées',
  listAccounts: 'Comptes consultés',
  readAccount: 'Compte consulté',
  makeAccount: 'Compte créé',
  changeAccount: 'Droits d’un compte changés',
  disableAccount: 'Compte désactivé',
  enableAccount: 'Compte réactivé',
  inviteAgain: 'Lien d’invitation remis',
  makeResetLink: 'Lien de réinitialisation remis',
  resetSecondFactor: 'Second facteur retiré',
  makeOrganisation: 'Structure créée',
  renameOrganisation: 'Structure renommée',
} as const satisfies Readonly<Record<string, string>>;
export type AuditOperation = keyof typeof AUDIT_OPERATION_LABELS;
const KIND_WORDS: Record<AuditKind, string> = {
  READ: 'Dossier consulté',
  WRITE: 'Dossier modifié',
  SEARCH: 'Dossier trouvé par une recherche',
  SESSION: 'Connexion',
  ALERT: 'Alerte',
};
const PURPOSE_WORDS: Record<AuditPurpose, readonly [ofTheFile: string, toThePerson: string]> = {
  SUPPORT: ['accompagner la personne', 'vous accompagner'],
  CONTRACT: ['suivre le contrat d’intégration', 'suivre votre contrat d’intégration'],
  UNBLOCKING: ['débloquer le parcours', 'débloquer votre parcours'],
  STATISTICS: ['établir des chiffres', 'établir des chiffres'],
  IMPORT: ['tenir le dossier à jour des listes de l’OFII', 'tenir votre dossier à jour des listes de l’OFII'],
  RULES: ['régler les seuils', 'régler les seuils'],
  CONTROL: ['contrôler les accès', 'contrôler les accès à votre dossier'],
  SECURITY: ['assurer la sécurité', 'assurer la sécurité de votre dossier'],
};
/** Who somebody is to the person: never a name. */
const ROLE_WORDS: Record<Role, string> = {
  ASSOCIATION_CASEWORKER: 'Une intervenante ou un intervenant social',
  ASSOCIATION_MANAGER: 'La direction de la structure',
  OFII_AGENT: 'Une agente ou un agent de l’OFII',
  DEPARTMENT_REFERENT: 'La référente ou le référent du département',
  PREFECTURE_READER: 'La préfecture',
  REGIONAL_READER: 'La préfecture de région',
  AUDITOR: 'L’auditrice ou l’auditeur',
  ADMIN: 'L’administration de Jalon',
};

export interface Access {
  readonly operation: string;
  readonly kind: AuditKind;
  readonly purpose: AuditPurpose;
}

/** « Dossier consulté, pour accompagner la personne. » */
export function accessSentence({ operation, kind, purpose }: Access): string {
  const what = isNamed(operation) ? AUDIT_OPERATION_LABELS[operation] : KIND_WORDS[kind];
  return `${what}, pour ${PURPOSE_WORDS[purpose][0]}.`;
}

function isNamed(operation: string): operation is AuditOperation {
  return Object.hasOwn(AUDIT_OPERATION_LABELS, operation);
}

export interface GroupedAccess {
  readonly role: Role;
  readonly organisationName: string | null;
  readonly purpose: AuditPurpose;
  readonly seen: number;
  readonly changed: number;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
}

/** « Une agente ou un agent de l’OFII (OFII Lille) a vu votre dossier 3 fois, du 2 au 9 mars 2026, pour… » */
export function extractSentence(given: GroupedAccess): string {
  const { role, organisationName, purpose, seen, changed, firstOn, lastOn } = given;
  const who = organisationName === null ? ROLE_WORDS[role] : `${ROLE_WORDS[role]} (${organisationName})`;
  const did = [
    ...(seen === 0 ? [] : [`a vu votre dossier ${times(seen)}`]),
    ...(changed === 0
      ? []
      : [seen === 0 ? `a modifié votre dossier ${times(changed)}` : `l’a modifié ${times(changed)}`]),
  ].join(' et ');
  const when =
    firstOn === lastOn ? `le ${formatDayFr(firstOn)}` : `du ${formatDayFr(firstOn)} au ${formatDayFr(lastOn)}`;
  return `${who} ${did}, ${when}, pour ${PURPOSE_WORDS[purpose][1]}.`;
}

/** Feminine, as « fois » is: « 21 fois ». */
function times(count: number): string {
  return count === 1 ? 'une fois' : `${String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')} fois`;
}
