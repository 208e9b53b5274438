import type { Actor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/db.ts';
import { unfit } from '../../platform/http/problem.ts';
import { inReach } from './conditionSql.ts';

/**
 * Remembers, for everybody of the structure, that a person is none of those of these files. Throws 422 where one of them is
 * not among those whom one may look for: absent and out of reach are answered alike.
 */
export async function rememberApart(
  { actor, db, clock }: { readonly actor: Actor; readonly db: Db; readonly clock: Clock },
  personId: string,
  files: readonly string[],
  field: string,
): Promise<void> {
  const asked = [...new Set(files)];
  const parameters: unknown[] = [asked, personId];
  const others = await db.query<{ id: string }>(
    `select pe.id from pathways p join people pe on pe.id = p.person_id
     where p.id = any ($1::uuid[]) and pe.id <> $2 and ${inReach(actor, parameters)}`,
    parameters,
  );
  if (others.length < asked.length) {
    const message = 'Ce dossier n’est pas parmi ceux que vous pouvez chercher.';
    throw unfit('unknown_file', message, { [field]: message });
  }
  await db.query(
    `insert into people_told_apart (organisation_id, one_id, other_id, told_by, told_at)
     select $1, least(other, $2::uuid), greatest(other, $2::uuid), $3, $4 from unnest($5::uuid[]) as other
     on conflict do nothing`,
    [actor.organisationId, personId, actor.accountId, clock.now().toISOString(), others.map(({ id }) => id)],
  );
}

/** Whether the structure said of `people` under an alias that they are somebody else than a person, as SQL. */
export function isToldApart(person: string, from: string): string {
  return `exists (select 1 from people_told_apart ta
       where ta.one_id = least(${person}.id, ${from}::uuid) and ta.other_id = greatest(${person}.id, ${from}::uuid))`;
}
