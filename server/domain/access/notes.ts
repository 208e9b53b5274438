import type { Actor } from './actor.ts';
import type { FileFacts } from './relations.ts';
import { decide, type FileAct, type Verdict } from './rights.ts';

/** Whom a note is for, the narrowest first. */
export const NOTE_VISIBILITIES = ['PRIVATE', 'STRUCTURE', 'SHARED'] as const;
export type NoteVisibility = (typeof NOTE_VISIBILITIES)[number];

/** A page: a note says facts. What is longer belongs to a report, which the person signs. */
export const NOTE_MAX_LENGTH = 4_000;

/** What of a note decides who may do what with it. */
export interface NoteFacts {
  readonly authorId: string;
  /** The structure for which it was written: it does not follow its author elsewhere. */
  readonly organisationId: string;
  readonly visibility: NoteVisibility;
  readonly isWithdrawn: boolean;
}

const READING: Record<NoteVisibility, FileAct> = {
  PRIVATE: 'readPrivateNotes',
  STRUCTURE: 'readStructureNotes',
  SHARED: 'readSharedNotes',
};

/** Which notes of a file this person may be told of, before whose each is. */
export function visibilitiesRead(actor: Actor, file: FileFacts): readonly NoteVisibility[] {
  return NOTE_VISIBILITIES.filter((visibility) => decide(actor, READING[visibility], file).allowed);
}

/** Whether this person may be told of this note. One that she may not read is absent. */
export function mayReadNote(actor: Actor, file: FileFacts, note: NoteFacts): boolean {
  if (!visibilitiesRead(actor, file).includes(note.visibility)) return false;
  if (note.visibility === 'PRIVATE') return note.authorId === actor.accountId;
  return note.visibility === 'SHARED' || note.organisationId === actor.organisationId;
}

/**
 * Whether she is given its text, too. Withdrawn, a note is taken back from everybody but the structure that answers for
 * it: it may tell of somebody else, or have been shared by mistake.
 */
export function mayReadText(actor: Actor, file: FileFacts, note: NoteFacts): boolean {
  if (!mayReadNote(actor, file, note)) return false;
  return !note.isWithdrawn || note.visibility === 'PRIVATE' || note.organisationId === actor.organisationId;
}

/** Whether this person may correct a note, or withdraw it, and if not, why. */
export function decideOnNote(actor: Actor, act: 'correct' | 'withdraw', file: FileFacts, note: NoteFacts): Verdict {
  const writing = decide(actor, 'writeNote', file);
  if (!writing.allowed) return writing;
  const { relation } = writing;
  if (!mayReadNote(actor, file, note)) return { allowed: false, relation, refusal: 'out_of_reach' };
  if (note.isWithdrawn) return { allowed: false, relation, refusal: 'note_withdrawn' };
  const isAuthor = note.authorId === actor.accountId;
  if (act === 'correct')
    return isAuthor && note.organisationId === actor.organisationId
      ? writing
      : { allowed: false, relation, refusal: 'not_the_author' };
  // What is wrong about a person must be put right (GDPR, article 16), even once its author has left.
  if (isAuthor || decide(actor, 'withdrawNoteOfOthers', file).allowed) return writing;
  return { allowed: false, relation, refusal: 'not_the_author' };
}

/** What was read by many cannot be unread: a note is given to more people, never to fewer. */
export function isNarrower(asked: NoteVisibility, standing: NoteVisibility): boolean {
  return NOTE_VISIBILITIES.indexOf(asked) < NOTE_VISIBILITIES.indexOf(standing);
}
