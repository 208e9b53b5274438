import { randomUUID } from 'node:crypto';
import type { OpenPathwayInput, PathwayFile } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { checkFacts } from '../../domain/pathway/checkFacts.ts';
import { completeFacts, NO_FACTS, type Facts } from '../../domain/pathway/facts.ts';
import { bornOnFact } from '../../domain/person/birth.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Db } from '../../platform/database/db.ts';
import { PathwayRowEntity, PersonLocationRow, PersonRow } from '../../platform/database/entities.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { conflict, unfit } from '../../platform/http/problem.ts';
import { checkedPerson, departmentOfPerson, locationRow, personRow, rememberApart } from '../people/index.ts';
import { etagOf, loadFile } from './loadFile.ts';
import { thresholdsForWriting } from '../thresholds/index.ts';
import { appendChanges, saveDerived } from './pathways.store.ts';

/** Opens a file by hand, in the structure of whoever opens it; a caseworker becomes its referent. */
export async function openPathway(
  { actor, db, today, language, clock }: Context,
  { body }: { body: OpenPathwayInput },
): Promise<Answer<PathwayFile>> {
  const person = checkedPerson(body.person, today);
  await refuseKnownNumber(db, actor, person.foreignerNumber);
  const facts = completeFacts({
    ...(body.facts as Partial<Facts>),
    bornOn: bornOnFact(person.birth),
    caseOpenedOn: (body.facts.caseOpenedOn as CalendarDay | null | undefined) ?? today,
  });
  refuseImpossibleFacts(facts, NO_FACTS, today);
  const referentId = actor.role === 'ASSOCIATION_CASEWORKER' ? actor.accountId : null;
  const department = departmentOfPerson(person) ?? (await departmentOfActor(db, actor));

  const { id, personId } = await insertPathway(
    db,
    { person, facts, department, organisationId: actor.organisationId, referentId, correctedByHand: [] },
    today,
  );
  const { toldApartFrom = [] } = body;
  if (toldApartFrom.length > 0) await rememberApart({ actor, db, clock }, personId, toldApartFrom, 'toldApartFrom');
  await appendChanges(db, clock, [
    {
      pathwayId: id,
      actorId: actor.accountId,
      kind: 'OPENED',
      source: 'HAND',
      domain: null,
      field: null,
      before: null,
      after: null,
      was: null,
    },
  ]);
  await db.asEngine(async () => {
    const thresholds = await thresholdsForWriting(db);
    await saveDerived(db, [{ id, derived: derivePathway({ facts, events: [], thresholds }, today) }]);
  });

  const file = await loadFile(db, actor, id, today, language);
  return { body: file, etag: etagOf(file.version), location: `/api/pathways/${id}` };
}

/** Where nobody says where she lives: where whoever opens the file works, else where her structure is. */
async function departmentOfActor(db: Db, { departments, organisationId }: Actor): Promise<string> {
  const [own] = departments;
  if (own !== undefined) return own;
  const structure = await db.one<{ department: string | null }>(
    'select o.department from organisations o where o.id = $1',
    [organisationId],
  );
  if (structure?.department) return structure.department;
  const message = 'Indiquez le code postal\u00a0: votre structure n’a pas de département, et le dossier en a besoin.';
  throw unfit('department_unknown', message, { person: { address: { postcode: message } } });
}

/** Throws a 422 Problem shaped like the form when facts typed by hand cannot be true. */
export function refuseImpossibleFacts(facts: Facts, before: Facts, today: CalendarDay): void {
  const problems = checkFacts(facts, before, today);
  const [first] = problems;
  if (first === undefined) return;
  throw unfit(first.code, first.reason, {
    facts: Object.fromEntries(problems.map(({ field, reason }) => [field, reason])),
  });
}

export interface NewPathway {
  readonly person: Person;
  readonly facts: Facts;
  readonly department: string;
  readonly organisationId: string | null;
  readonly referentId: string | null;
  readonly correctedByHand: readonly string[];
}

/** Writes a person and her pathway, without its derived rows. */
async function insertPathway(db: Db, given: NewPathway, today: CalendarDay): Promise<{ id: string; personId: string }> {
  const personId = randomUUID();
  const id = randomUUID();
  await db.insert(PersonRow, personRow(personId, given.person, given));
  await db.insert(PersonLocationRow, locationRow(personId, given.person));
  await db.insert(PathwayRowEntity, pathwayRow(id, personId, yearOfNumber(today), given));
  return { id, personId };
}

export function pathwayRow(id: string, personId: string, number: string, given: NewPathway): PathwayRowEntity {
  const { facts, department, organisationId, referentId, correctedByHand } = given;
  return {
    id,
    number,
    personId,
    department,
    organisationId,
    referentId,
    facts,
    correctedByHand: [...correctedByHand],
    contractState: 'NOT_CONVENED',
  };
}

/**
 * A file is numbered by the year and a rank, nothing of the person nor of the place. The year is asked for; the database
 * adds the next rank, which nobody chooses: trying one would tell whether it was given.
 */
export function yearOfNumber(today: CalendarDay): string {
  return `J${today.slice(2, 4)}-`;
}

/** Unique within the structure only; elsewhere nothing is asked, so nothing can be learnt (decision 20). */
async function refuseKnownNumber(db: Db, actor: Actor, foreignerNumber: string | null): Promise<void> {
  if (foreignerNumber === null) return;
  // Asked of one's own reach first, for a clear answer; the unique index of the structure is the last word.
  const known = await db.one('select 1 from people p where p.foreigner_number = $1 and p.organisation_id = $2', [
    foreignerNumber,
    actor.organisationId,
  ]);
  if (known !== undefined)
    throw conflict(
      'person_already_followed',
      'Une personne portant ce numéro étranger est déjà suivie par votre structure\u00a0: cherchez son dossier.',
    );
}
