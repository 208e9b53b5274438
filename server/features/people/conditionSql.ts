import type { Actor } from '../../domain/access/actor.ts';
import type { Condition } from '../../domain/person/searchConditions.ts';
import { mayHoldSealRights, mayOnSealed } from '../../platform/database/sealRights.ts';
import { withinReach } from '../../platform/database/withinReach.ts';

/** Adds a value to those of a query, and gives its place. */
export type Parameter = (value: unknown) => string;

/**
 * The people `pe` whom someone may look for: those of her reach, as the row policies decide anyway, and of those sealed the
 * ones over whom she holds that right. What is lent for reading (a file handed over, an emergency) is not looked for: it
 * would tell where the person went.
 */
export function inReach(actor: Actor, parameters: unknown[]): string {
  const branches = withinReach(actor, parameters).map((reached) => `(${reached('pe')})`);
  return branches.length === 0 ? 'false' : `(${branches.join(' or ')}) and ${maySearch(actor)}`;
}

function maySearch(actor: Actor): string {
  if (!mayHoldSealRights(actor)) return 'true';
  return `(not pe.sealed or exists (select 1 from pathways p where p.person_id = pe.id and ${mayOnSealed(actor, 'p', 'SEARCH')}))`;
}

/** A condition on a person, under an alias. */
export function toSql(condition: Condition, person: string, parameter: Parameter): string {
  if ('all' in condition) return join(condition.all, ' and ');
  if ('any' in condition) return join(condition.any, ' or ');
  if ('keys' in condition) return `${person}.search_keys && ${parameter(condition.keys)}::bigint[]`;
  return isOneOf(person, [
    'phone' in condition ? ofPhone(condition, parameter) : ofFiles(parameter(condition.fileNumbers)),
  ]);

  function join(conditions: readonly Condition[], by: string): string {
    return `(${conditions.map((one) => toSql(one, person, parameter)).join(by)})`;
  }
}

export type PhoneCondition = Extract<Condition, { readonly phone: string }>;

export const isOneOf = (person: string, selections: readonly string[]): string =>
  selections.length === 0
    ? 'false'
    : `(${selections.map((selection) => `${person}.id = any (array(${selection}))`).join(' or ')})`;

/** The number of a file that was merged leads to the one that it was merged into. */
export const ofFiles = (numbers: string): string =>
  `select p.person_id from pathways p where p.number = any (${numbers}::text[])
   union all
   select p.person_id from merges m join pathways p on p.id = m.found_in
   where m.merged_number = any (${numbers}::text[]) and m.undone_at is null`;

/** The figures backwards: those that end a telephone begin its key. The row policies of locations decide who has one. */
export function ofPhone({ phone, written }: PhoneCondition, parameter: Parameter): string {
  const key = [...phone.slice(-9)].reverse().join('');
  const ends = `pl.phone_key >= ${parameter(key)} and pl.phone_key < ${parameter(`${key}:`)}`;
  const whole =
    written === undefined
      ? ''
      : ` and regexp_replace(replace(pl.phone, '(0)', ''), '[^0-9]', '', 'g') = any (${parameter(written)}::text[])`;
  return `select pl.person_id from person_locations pl where ${ends}${whole}`;
}
