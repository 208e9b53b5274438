import type { Role } from '../domain/access/roles.ts';

/**
 * Who may call what, written by hand from what each role is for, and from nothing in the program: an operation is added
 * here by somebody who decided who may call it.
 */
const C = 'ASSOCIATION_CASEWORKER';
const M = 'ASSOCIATION_MANAGER';
const O = 'OFII_AGENT';
const D = 'DEPARTMENT_REFERENT';
const P = 'PREFECTURE_READER';
const R = 'REGIONAL_READER';
const AUDITOR = 'AUDITOR';
const ADMIN = 'ADMIN';
export const EVERYONE: readonly Role[] = [C, M, O, D, P, R, AUDITOR, ADMIN];
/** Answered to whoever asks, signed in or not. */
export const OPEN: readonly Role[] = [...EVERYONE];

export const ALLOWED: Record<string, readonly Role[]> = {
  readInstance: OPEN,
  signIn: OPEN,
  signOut: OPEN,
  readSession: EVERYONE,
  startIdentitySignIn: OPEN,
  finishIdentitySignIn: OPEN,
  listIdentities: EVERYONE,
  linkIdentity: EVERYONE,
  unlinkIdentity: EVERYONE,
  inviteIdentity: [ADMIN],
  computePlan: EVERYONE,
  listPathways: [C, M, O, D],
  openPathway: [C, M],
  readPathway: [C, M, O, D],
  readHistory: [C, M, O, D],
  correctPathway: [C, M],
  recordEvent: [C, M, O],
  assignPathway: [M, O],
  sealPathway: [M],
  unsealPathway: [M],
  readSeal: [M],
  askTransfer: [M],
  listTransfers: [M],
  acceptTransfer: [M],
  refuseTransfer: [M],
  cancelTransfer: [M],
  revealName: [D],
  breakGlass: [C, M],
  breakGlassByNumber: [C, M],
  listOpenings: [C, M, AUDITOR],
  readWeek: [C, M],
  listTasks: [C, M],
  planTask: [C, M],
  recordEntry: [C, M],
  changeTask: [C, M],
  listNotes: [C, M],
  writeNote: [C, M],
  readNote: [C, M],
  correctNote: [C, M],
  withdrawNote: [C, M],
  countPrivateNotes: [M],
  searchPeople: [C, M, O],
  findDuplicates: [C, M, O],
  listStalls: [C, M, O, D],
  actOnStall: [D],
  readPrefectureReport: [D, P, R],
  startImport: [O],
  listImports: [O],
  readImport: [O],
  listImportLines: [O],
  confirmImport: [O],
  listOrganisations: [C, M, O, D, AUDITOR, ADMIN],
  listCaseworkers: [M],
  usePasswordLink: OPEN,
  renewSecondFactor: EVERYONE,
  readSecondFactor: EVERYONE,
  startEnrolment: EVERYONE,
  confirmEnrolment: EVERYONE,
  replaceRecoveryCodes: EVERYONE,
  changePassword: EVERYONE,
  listOwnSessions: EVERYONE,
  endOtherSessions: EVERYONE,
  endOwnSession: EVERYONE,
  makeOrganisation: [ADMIN],
  readOrganisation: [ADMIN],
  renameOrganisation: [ADMIN],
  listAccounts: [ADMIN],
  makeAccount: [ADMIN],
  readAccount: [ADMIN],
  changeAccount: [ADMIN],
  disableAccount: [ADMIN],
  enableAccount: [ADMIN],
  inviteAgain: [ADMIN],
  makeResetLink: [ADMIN],
  resetSecondFactor: [ADMIN],
  listThresholds: [ADMIN],
  publishThresholds: [ADMIN],
  simulateThresholds: [ADMIN],
  listAudit: [AUDITOR],
  listAccesses: [C, M],
  readAccessExtract: [C, M],
};
