import type { Actor } from '../../domain/access/actor.ts';
import { DATABASE_ROLE } from './signedContext.ts';

/** What may be held on a sealed file: finding it in lists, opening it, knowing where the person is. Three rights. */
export type SealRight = 'SEARCH' | 'READ' | 'LOCATE';

/** Whoever may hold a right; for the others the row policies leave no sealed file at all. */
const HOLDERS = new Set(['jalon_caseworker', 'jalon_manager']);

/** Whether `pathways` under an alias are sealed to nobody, or the actor holds this right: SQL, to be joined by `and`. */
export function mayOnSealed(actor: Actor, pathway: string, right: SealRight): string {
  const role = DATABASE_ROLE[actor.role];
  if (!HOLDERS.has(role)) return 'true';
  return `(not ${pathway}.sealed or exists (
    select 1 from seal_rights held
    where held.pathway_id = ${pathway}.id and held.account_id = (select sec.account('${role}')) and held.right_to = '${right}'))`;
}
