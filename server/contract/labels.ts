/**
 * The codes of the contract and its constants: one place for server and screens. Their words are beside it, in each language
 * (`words/fr.ts`, `words/en.ts`): a screen reads them by `useLabels`, in the one that it speaks.
 * No schema is here: what checks what is sent is the server’s, and would weigh on every screen.
 */
export * from '../domain/pathway/codes.ts';
export {
  CONTRACT_RULE_SETS,
  contractRuleSet,
  LONGEST_EXTENSION_MONTHS,
  tracksOf,
} from '../domain/pathway/ruleSets/index.ts';
export { AUDIT_KINDS, AUDIT_OUTCOMES } from '../domain/audit/entry.ts';
export { PERSON_FIELDS } from '../domain/person/personFields.ts';
export type { AuditAlert, AuditOperation } from '../domain/audit/words.ts';
export { LANGUAGES, type Language } from '../domain/language/language.ts';
export { ROLES, type Role } from '../domain/access/roles.ts';
export { SEALED_RIGHTS, type SealedRight } from '../domain/access/relations.ts';
export type { Action } from '../domain/access/actions.ts';
export { SILENCES_SHOWN } from '../domain/stall/stallSpell.ts';
export { ABSENCE_REASONS, ATTENDANCES, type AbsenceReason } from '../domain/groupSession/attendance.ts';
export { SESSION_KINDS, timeWords } from '../domain/groupSession/groupSession.ts';
export { NOTE_MAX_LENGTH, NOTE_VISIBILITIES } from '../domain/access/notes.ts';
export { ACCOUNT_STATES, ORGANISATION_KINDS } from '../domain/access/accountStates.ts';
export { WEEK_BLOCKS } from '../domain/week/fileWeek.ts';
export { MOST_PEOPLE } from '../domain/week/weekParts.ts';
