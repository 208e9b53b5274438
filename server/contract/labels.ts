/**
 * The words of the trade, in French, for every code of the contract, and its constants: one place for server and screens.
 * No schema is here: what checks what is sent is the server’s, and would weigh on every screen.
 */
export * from '../domain/pathway/codes.ts';
export * from '../domain/pathway/labels.ts';
export {
  CONTRACT_RULE_SETS,
  contractRuleSet,
  LONGEST_EXTENSION_MONTHS,
  tracksOf,
} from '../domain/pathway/ruleSets/index.ts';
export { citation } from '../domain/pathway/words.ts';
export { AUDIT_KINDS, AUDIT_OUTCOMES } from '../domain/audit/entry.ts';
export { AUDIT_ALERT_LABELS, AUDIT_OPERATION_LABELS } from '../domain/audit/words.ts';
export { PERSON_FIELDS } from '../domain/person/personFields.ts';
export { ROLES, type Role } from '../domain/access/roles.ts';
export { SEALED_RIGHTS, type SealedRight } from '../domain/access/relations.ts';
export type { Action } from '../domain/access/actions.ts';
export { SILENCES_SHOWN } from '../domain/stall/stallSpell.ts';
export {
  certificateWords,
  SESSION_KIND_LABELS,
  timesWords,
  type Certificate,
} from '../domain/groupSession/certificateWords.ts';

export { ABSENCE_REASONS, ATTENDANCES, type AbsenceReason } from '../domain/groupSession/attendance.ts';
export { SESSION_KINDS } from '../domain/groupSession/groupSession.ts';
export { NOTE_MAX_LENGTH, NOTE_VISIBILITIES } from '../domain/access/notes.ts';
export { ACCOUNT_STATES, ORGANISATION_KINDS } from '../domain/access/accountStates.ts';
export { WEEK_BLOCKS } from '../domain/week/fileWeek.ts';
