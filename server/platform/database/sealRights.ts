import type { Actor } from '../../domain/access/actor.ts';
import type { SealedRight } from '../../domain/access/relations.ts';
import { DATABASE_ROLE } from './signedContext.ts';

/** Whoever may hold a right; for the others the row policies leave no sealed file at all. */
const HOLDERS = new Set(['jalon_caseworker', 'jalon_manager']);

/** Whether this person may be given rights over a sealed file, and read a file that is not hers for a time. */
export function mayHoldSealRights({ role }: Actor): boolean {
  return HOLDERS.has(DATABASE_ROLE[role]);
}

/** Whether `pathways` under an alias are sealed to nobody, or the actor holds this right: SQL, to be joined by `and`. */
export function mayOnSealed(actor: Actor, pathway: string, right: SealedRight): string {
  const role = DATABASE_ROLE[actor.role];
  if (!mayHoldSealRights(actor)) return 'true';
  return `(not ${pathway}.sealed or exists (
    select 1 from seal_rights held
    where held.pathway_id = ${pathway}.id and held.account_id = (select sec.account('${role}')) and held.right_to = '${right}'))`;
}
