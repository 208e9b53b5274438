import { ApiError } from '../providers/apiError.ts';

/** Who changed what is on screen, and when; each may be unknown. */
export interface Changed {
  readonly by: string | null;
  readonly at: string | null;
}

/** One thing that both changed: what one typed, what somebody else saved, as one reads them. */
export interface ConflictField {
  readonly key: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Conflict {
  readonly changed: Changed | undefined;
  /** What both changed. What only one of them changed is kept without a question. */
  readonly fields: readonly ConflictField[];
  /** What the other one alone changed, as one reads it: it is kept. */
  readonly alsoChanged?: readonly Omit<ConflictField, 'mine'>[];
  /** Saves what one typed, but for the keys of which the other’s is kept, on the version that is there now. */
  readonly save: (keepTheirs: ReadonlySet<string>) => Promise<void>;
}

/** Thrown by what a form sends: somebody saved meanwhile, and one has to choose. */
export class ConflictMet extends Error {
  readonly conflict: Conflict;

  constructor(conflict: Conflict) {
    super('conflict');
    this.name = 'ConflictMet';
    this.conflict = conflict;
  }
}

/** Whether the server refused because what was read is no more what is there. */
export function isStale(refusal: unknown): boolean {
  return refusal instanceof ApiError && refusal.status === 412;
}

/** The keys that both changed from what was opened, differently. */
export function bothChanged<Key extends string>(
  keys: readonly Key[],
  opened: Readonly<Partial<Record<Key, unknown>>>,
  mine: Readonly<Partial<Record<Key, unknown>>>,
  theirs: Readonly<Partial<Record<Key, unknown>>>,
): Key[] {
  return keys.filter((key) => mine[key] !== opened[key] && theirs[key] !== opened[key] && mine[key] !== theirs[key]);
}
