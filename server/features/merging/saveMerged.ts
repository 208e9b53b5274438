import type { Facts } from '../../domain/pathway/facts.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Context } from '../../platform/http/route.ts';
import { appendChanges, fieldChanges } from '../pathways/index.ts';
import { departmentOfPerson, saveLocation, savePerson } from '../people/index.ts';
import type { OneFile } from './twoFiles.ts';

/** Writes who the person is and what is known, where it changes, each change kept. Gives the fields that changed. */
export async function saveMerged(
  { actor, db, clock }: Context,
  file: Pick<OneFile, 'line' | 'said'>,
  { person, facts }: { readonly person: Person; readonly facts: Facts },
): Promise<readonly string[]> {
  const { line, said } = file;
  const changes = [
    ...fieldChanges('person', said.person, person),
    ...fieldChanges('facts', { ...said.facts, bornOn: null }, { ...facts, bornOn: null }),
  ];
  if (changes.length === 0) return [];
  const fields = changes.map(({ path }) => path);
  await savePerson(db, line.person_id, person);
  await saveLocation(db, line.person_id, person);
  await db.query(
    `update pathways set facts = $2, department = coalesce($3, department),
       corrected_by_hand = (select array_agg(distinct field) from unnest(corrected_by_hand || $4::text[]) as field)
     where id = $1`,
    [line.id, JSON.stringify(facts), departmentOfPerson(person), fields],
  );
  await appendChanges(
    db,
    clock,
    changes.map(({ path, domain, before, after, was }) => ({
      pathwayId: line.id,
      actorId: actor.accountId,
      kind: 'CORRECTION' as const,
      source: 'HAND' as const,
      domain,
      field: path,
      before,
      after,
      was,
    })),
  );
  return fields;
}
