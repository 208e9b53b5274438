import type { Action } from './actions.ts';
import type { Actor } from './actor.ts';
import type { Refusal } from './refusals.ts';
import { relationTo, type FileFacts, type Relation, type SealedRight } from './relations.ts';
import { mayEver, type Role } from './roles.ts';

/** What may be done with one file, and the action of a role that each asks for (`roles.ts`). */
export const FILE_ACTS = {
  read: 'pathways.read',
  find: 'people.search',
  readStalls: 'stalls.list',
  readAccesses: 'accesses.read',
  correct: 'pathways.correct',
  tellApart: 'people.tellApart',
  merge: 'pathways.merge',
  recordEvent: 'events.record',
  recordFollowUp: 'events.record',
  assignReferent: 'pathways.assign',
  assignOrganisation: 'pathways.assign',
  actOnStalls: 'stalls.act',
  readSeal: 'pathways.seal',
  seal: 'pathways.seal',
  transfer: 'pathways.transfer',
  reveal: 'pathways.reveal',
  planTask: 'tasks.plan',
  enrol: 'groupSessions.hold',
  // Of which notes, beyond the relation, is `notes.ts`: her own, those of her structure, those that are shared.
  readPrivateNotes: 'notes.read',
  readStructureNotes: 'notes.read',
  readSharedNotes: 'notes.read',
  writeNote: 'notes.write',
  withdrawNoteOfOthers: 'notes.write',
  countPrivateNotes: 'notes.count',
} as const satisfies Record<string, Action>;
export type FileAct = keyof typeof FILE_ACTS;

type RightsOverFiles = Partial<Record<FileAct, readonly Relation[]>>;

const FOLLOWED_BY_US = ['OWN_CASELOAD', 'SAME_STRUCTURE'] as const;
const OF_THE_TERRITORY = ['TERRITORY', 'UNASSIGNED'] as const;
/** For a time, and to read only. */
const PASSING = ['TRANSFERRED_OUT', 'BROKEN_GLASS'] as const;

/** What may be done to a file that one only reads; where the table does not give it, what it would show is absent. */
export const READING_ACTS: ReadonlySet<FileAct> = new Set([
  'read',
  'readPrivateNotes',
  'readStructureNotes',
  'readSharedNotes',
]);

/**
 * **The table of rights over files**: what each role may do, and to the files in which relation to her. What is not here
 * is refused. Which domains and fields of a file she is then shown is `fields.ts`; the row policies of the database are
 * the second lock, and say the same (`reach.ts` is their readable twin).
 */
export const RIGHTS_OVER_FILES: Record<Role, RightsOverFiles> = {
  ASSOCIATION_CASEWORKER: {
    read: ['OWN_CASELOAD', ...PASSING],
    find: ['OWN_CASELOAD'],
    readStalls: ['OWN_CASELOAD'],
    readAccesses: ['OWN_CASELOAD'],
    correct: ['OWN_CASELOAD'],
    tellApart: ['OWN_CASELOAD'],
    recordEvent: ['OWN_CASELOAD'],
    recordFollowUp: ['OWN_CASELOAD'],
    planTask: ['OWN_CASELOAD'],
    enrol: ['OWN_CASELOAD'],
    readPrivateNotes: ['OWN_CASELOAD', 'TRANSFERRED_OUT'],
    readStructureNotes: ['OWN_CASELOAD', 'TRANSFERRED_OUT'],
    // An emergency does not make a colleague of whoever breaks the glass: she reads what was meant for every reader.
    readSharedNotes: ['OWN_CASELOAD', ...PASSING],
    writeNote: ['OWN_CASELOAD'],
  },
  ASSOCIATION_MANAGER: {
    // A file that nobody follows is before every structure of the department: nobody falls between two chairs.
    read: [...FOLLOWED_BY_US, 'UNASSIGNED', ...PASSING],
    find: [...FOLLOWED_BY_US, 'UNASSIGNED'],
    readStalls: [...FOLLOWED_BY_US, 'UNASSIGNED'],
    readAccesses: FOLLOWED_BY_US,
    correct: FOLLOWED_BY_US,
    tellApart: FOLLOWED_BY_US,
    merge: FOLLOWED_BY_US,
    recordEvent: FOLLOWED_BY_US,
    recordFollowUp: FOLLOWED_BY_US,
    planTask: FOLLOWED_BY_US,
    enrol: FOLLOWED_BY_US,
    // Naming the referent of a file that nobody follows takes it in charge.
    assignReferent: [...FOLLOWED_BY_US, 'UNASSIGNED'],
    readSeal: FOLLOWED_BY_US,
    seal: FOLLOWED_BY_US,
    transfer: FOLLOWED_BY_US,
    readPrivateNotes: [...FOLLOWED_BY_US, 'UNASSIGNED', 'TRANSFERRED_OUT'],
    readStructureNotes: [...FOLLOWED_BY_US, 'UNASSIGNED', 'TRANSFERRED_OUT'],
    readSharedNotes: [...FOLLOWED_BY_US, 'UNASSIGNED', ...PASSING],
    writeNote: FOLLOWED_BY_US,
    // Whoever answers for the file answers for what is wrong in it.
    withdrawNoteOfOthers: FOLLOWED_BY_US,
    countPrivateNotes: FOLLOWED_BY_US,
  },
  OFII_AGENT: {
    read: OF_THE_TERRITORY,
    find: OF_THE_TERRITORY,
    readStalls: OF_THE_TERRITORY,
    // Of the domains of the office only (`mayRecord`).
    recordEvent: OF_THE_TERRITORY,
    assignOrganisation: ['UNASSIGNED'],
  },
  DEPARTMENT_REFERENT: {
    read: OF_THE_TERRITORY,
    readStalls: OF_THE_TERRITORY,
    actOnStalls: OF_THE_TERRITORY,
    // The name of one file at a time, with a reason that its structure reads.
    reveal: OF_THE_TERRITORY,
  },
  // Figures, accounts, thresholds, the trail: none of them needs a file.
  PREFECTURE_READER: {},
  REGIONAL_READER: {},
  AUDITOR: {},
  ADMIN: {},
};

/** The right over a sealed file that an act asks for, beside the relation. */
export function rightNeeded(act: FileAct): SealedRight {
  return act === 'find' ? 'SEARCH' : 'READ';
}

/**
 * What hands the location of a sealed file over, or gives it to everybody: whoever may not say where the person is could
 * give herself the right by it. A session says where somebody will be, on which day and at what hour.
 */
export const GIVES_LOCATION: ReadonlySet<FileAct> = new Set(['seal', 'assignReferent', 'transfer', 'enrol', 'merge']);

export type Verdict =
  | { readonly allowed: true; readonly relation: Relation }
  | { readonly allowed: false; readonly relation: Relation; readonly refusal: Refusal };

/** Whether this person may do this with this file, and if not, why. */
export function decide(actor: Actor, act: FileAct, file: FileFacts): Verdict {
  const relation = relationTo(actor, file);
  if (file.sealed !== undefined && !file.sealed.includes(rightNeeded(act)))
    return { allowed: false, relation: 'NONE', refusal: 'out_of_reach' };
  const refusal = refusalOf(actor.role, act, relation) ?? withoutLocation(act, file);
  return refusal === null ? { allowed: true, relation } : { allowed: false, relation, refusal };
}

function withoutLocation(act: FileAct, { sealed }: FileFacts): Refusal | null {
  return sealed !== undefined && GIVES_LOCATION.has(act) && !sealed.includes('LOCATE') ? 'not_located' : null;
}

/** What the table answers: null when it is allowed. A file that may not be read is absent, whatever is asked of it. */
export function refusalOf(role: Role, act: FileAct, relation: Relation): Refusal | null {
  const rights = RIGHTS_OVER_FILES[role];
  if (rights[act]?.includes(relation) === true) return null;
  if (!mayEver(role, FILE_ACTS[act])) return 'not_allowed_for_role';
  if (rights.read?.includes(relation) !== true) return 'out_of_reach';
  if (READING_ACTS.has(act)) return 'out_of_reach';
  if (relation === 'TRANSFERRED_OUT' || relation === 'BROKEN_GLASS') return 'read_only';
  if (rights[act] === undefined) return 'not_allowed_for_role';
  return relation === 'UNASSIGNED' ? 'not_taken_in_charge' : 'already_assigned';
}
