import type { CorrectPathwayInput, PathwayFile } from '../../contract/pathway.ts';
import { decide } from '../../domain/access/rights.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import { bornOnFact } from '../../domain/person/birth.ts';
import type { Person } from '../../domain/person/person.ts';
import { forbidden, notFound, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { checkedPerson, departmentOfPerson, loadPerson, saveLocation, savePerson } from '../people/index.ts';
import { fieldChanges, type FieldChange } from './fieldChanges.ts';
import { etagOf, loadFile } from './loadFile.ts';
import { refuseImpossibleFacts } from './openPathway.ts';
import { fileFactsOf, findPathway } from './pathways.queries.ts';
import { appendChanges, givenOf, loadHistories, saveDerived } from './pathways.store.ts';
import { stale } from './recordEvent.ts';

const TELLING_A_PLACE = ['address', 'phone', 'email'] as const;

interface Correction {
  readonly params: { readonly id: string };
  readonly body: CorrectPathwayInput;
  readonly ifMatch: number | undefined;
  /** Why, where one was asked: a former value is restored. */
  readonly reason?: string;
}

/** Corrects who the person is and what was known: only the fields given change, and each change is kept. */
export async function correctPathway(
  { actor, db, today, language, clock }: Context,
  { params, body, ifMatch, reason }: Correction,
): Promise<Answer<PathwayFile>> {
  const line = await findPathway(db, actor, params.id, today);
  if (line?.person_id === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'correct', fileFactsOf(line)));
  if (!line.located && TELLING_A_PLACE.some((field) => body.person?.[field] !== undefined))
    throw forbidden(
      'location_not_allowed',
      'Ce dossier est scellé\u00a0: vous n’avez pas le droit de dire où est la personne.',
    );
  const history = (await db.asEngine(() => loadHistories(db, [params.id], { lock: true }))).get(params.id);
  const before = await loadPerson(db, line.person_id);
  if (history === undefined || before === undefined) throw notFound();
  if (ifMatch !== undefined && ifMatch !== history.version) throw stale();

  const person = checkedPerson({ ...before, ...definedOnly(body.person ?? {}) }, today);
  const known = completeFacts(history.facts);
  const facts = completeFacts({
    ...known,
    ...(definedOnly(body.facts ?? {}) as Partial<Facts>),
    bornOn: bornOnFact(person.birth),
  });
  refuseOtherBirth(body.facts?.bornOn, facts.bornOn);
  refuseImpossibleFacts(facts, known, today);
  const changes = [
    ...fieldChanges('person', before, person),
    ...fieldChanges('facts', { ...known, bornOn: null }, { ...facts, bornOn: null }),
  ];

  const given = givenOf(history);
  if (changes.length > 0) await save(person, facts, changes);
  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version) };

  async function save(corrected: Person, correctedFacts: Facts, made: readonly FieldChange[]): Promise<void> {
    await savePerson(db, line?.person_id ?? '', corrected);
    if (line?.located === true) await saveLocation(db, line.person_id ?? '', corrected);
    await db.query(
      `update pathways set facts = $2, department = coalesce($3, department),
         corrected_by_hand = (select array_agg(distinct field) from unnest(corrected_by_hand || $4::text[]) as field)
       where id = $1`,
      [params.id, JSON.stringify(correctedFacts), departmentOfPerson(corrected), made.map(({ path }) => path)],
    );
    await appendChanges(
      db,
      clock,
      made.map(({ path, domain, before: words, after, was }) => ({
        pathwayId: params.id,
        actorId: actor.accountId,
        kind: 'CORRECTION' as const,
        source: 'HAND' as const,
        domain,
        field: path,
        before: words,
        after,
        was,
        ...(reason === undefined ? {} : { reason }),
      })),
    );
    await db.asEngine(() =>
      saveDerived(db, [{ id: params.id, derived: derivePathway({ ...given, facts: correctedFacts }, today) }]),
    );
  }
}

/** The birth is the person's: a file read and sent back may repeat it, but not contradict it. */
function refuseOtherBirth(given: string | null | undefined, bornOn: string | null): void {
  if (given === undefined || given === bornOn) return;
  const message = 'La naissance se corrige avec la personne (person.birth).';
  throw unfit('birth_of_the_person', message, { facts: { bornOn: message } });
}

/** Absent means unchanged; null means emptied. */
function definedOnly<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}
