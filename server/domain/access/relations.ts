import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** Where somebody stands to a file. One at a time: the first of this list that holds. */
export const RELATIONS = [
  'OWN_CASELOAD',
  'SAME_STRUCTURE',
  'UNASSIGNED',
  'TERRITORY',
  'TRANSFERRED_OUT',
  'BROKEN_GLASS',
  'OTHER_STRUCTURE',
  'NONE',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations that an act gives for a time, which the file itself does not tell: whoever loads them says that they run. */
export type PassingRelation = Extract<Relation, 'TRANSFERRED_OUT' | 'BROKEN_GLASS'>;

/** Long enough to answer what the new structure asks, short enough for a file that has left; `.env.example` sets another. */
export const TRANSFER_READING_DAYS = 30;

/** The three rights over a sealed file, given by name. Without any, it does not exist. */
export const SEALED_RIGHTS = ['SEARCH', 'READ', 'LOCATE'] as const;
export type SealedRight = (typeof SEALED_RIGHTS)[number];

/** What of a file decides who may do what with it. */
export interface FileFacts {
  readonly department: string;
  /** The structure that follows it; null while nobody does. */
  readonly organisationId: string | null;
  readonly referentId: string | null;
  /** A transfer of late or a break-glass that still runs for this actor today. */
  readonly passing?: PassingRelation | undefined;
  /** Of a sealed file: this actor's rights over it. Absent: the file is not sealed. */
  readonly sealed?: readonly SealedRight[] | undefined;
}

/** Roles that reach files by the department where the person lives; the others by the structure that follows her. */
const BY_TERRITORY: ReadonlySet<Role> = new Set([
  'OFII_AGENT',
  'DEPARTMENT_REFERENT',
  'PREFECTURE_READER',
  'REGIONAL_READER',
]);
const OF_A_STRUCTURE: ReadonlySet<Role> = new Set(['ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER']);

/** The relations that somebody of this role may have to a file. */
export function relationsOf(role: Role): readonly Relation[] {
  if (BY_TERRITORY.has(role)) return ['TERRITORY', 'UNASSIGNED', 'NONE'];
  return OF_A_STRUCTURE.has(role) ? RELATIONS.filter((relation) => relation !== 'TERRITORY') : ['NONE'];
}

/** Where this person stands to this file. A seal is above: it takes relations away, and gives none (`decide`). */
export function relationTo(actor: Actor, file: FileFacts): Relation {
  const isInTerritory = actor.departments.includes(file.department);
  if (BY_TERRITORY.has(actor.role)) {
    if (!isInTerritory) return 'NONE';
    return file.organisationId === null ? 'UNASSIGNED' : 'TERRITORY';
  }
  if (!OF_A_STRUCTURE.has(actor.role)) return 'NONE';
  if (file.organisationId === actor.organisationId)
    return file.referentId === actor.accountId ? 'OWN_CASELOAD' : passingOr('SAME_STRUCTURE', file);
  if (!isInTerritory) return passingOr('NONE', file);
  return file.organisationId === null ? 'UNASSIGNED' : passingOr('OTHER_STRUCTURE', file);
}

/** A caseworker breaks the glass of a colleague's file too. */
function passingOr(relation: Relation, { passing }: FileFacts): Relation {
  return passing ?? relation;
}
