import type { Actor } from './actor.ts';
import { relationTo, type FileFacts, type Relation } from './relations.ts';
import type { Role } from './roles.ts';

/** An emergency opening ends by itself. The database counts it (`sec.break_glass`). */
export const BREAK_GLASS_MINUTES = 30;

/**
 * Who may open in an emergency what she does not reach: a caseworker the file of a colleague, a manager one of another
 * structure of her departments. Outside `RIGHTS_OVER_FILES`, where nothing may be done to a file that may not be read.
 * The database decides, since the file is out of her reach; this is its readable twin, and a test holds the two together.
 */
export const GLASS_BROKEN_BY: Partial<Record<Role, readonly Relation[]>> = {
  ASSOCIATION_CASEWORKER: ['SAME_STRUCTURE'],
  ASSOCIATION_MANAGER: ['OTHER_STRUCTURE'],
};

/** Whether this person may open this file in an emergency; never a sealed one, which does not exist for her. */
export function mayBreakGlass(actor: Actor, file: FileFacts): boolean {
  return file.sealed === undefined && GLASS_BROKEN_BY[actor.role]?.includes(relationTo(actor, file)) === true;
}
