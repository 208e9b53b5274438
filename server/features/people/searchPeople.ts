import type { Candidate } from '../../contract/person.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { decide } from '../../domain/access/rights.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { duplicateCondition } from '../../domain/person/duplicateCondition.ts';
import { matchWords, type Match } from '../../domain/person/matchWords.ts';
import { matchingFacts, type Known } from '../../domain/person/samePerson.ts';
import { UNKNOWN_BIRTH, type Birth } from '../../domain/person/birth.ts';
import type { Db } from '../../platform/database/db.ts';
import { mayOnSealed } from '../../platform/database/sealRights.ts';
import { notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway, statusOn } from '../pathways/index.ts';
import { loadPerson, PEOPLE_LOCATED, PERSON_COLUMNS, personFromLine, type PersonLine } from './people.store.ts';
import { inReach, toSql } from './conditionSql.ts';
import { isToldApart, rememberApart } from './toldApart.ts';
import { whoIsFound } from './whoIsFound.ts';

interface CandidateLine extends PersonLine {
  pathway_id: string;
  number: string;
  department: string;
  organisation_name: string | null;
  referent_name: string | null;
  status: 'OPEN' | 'PAUSED' | 'CLOSED';
  located: boolean;
  opens: boolean;
}

const MAX_CANDIDATES = 20;
const MAX_COMPARED = 200;

const candidates = (actor: Actor): string => `
  select ${PERSON_COLUMNS}, p.id as pathway_id, p.number, p.department, o.name as organisation_name, a.display_name as referent_name,
    ${statusOn(actor)} as status, ${mayOnSealed(actor, 'p', 'LOCATE')} as located, ${mayOnSealed(actor, 'p', 'READ')} as opens
  from ${PEOPLE_LOCATED}
  join pathways p on p.person_id = pe.id
  left join organisations o on o.id = p.organisation_id
  left join accounts a on a.id = p.referent_id`;

/** People in reach, the likeliest first, each with why she is there. */
export async function searchPeople(
  { actor, db, today, language }: Context,
  { body }: { body: { text: string } },
): Promise<Answer<Candidate[]>> {
  const { likeliest } = await whoIsFound(db, actor, body.text, today);
  const shown = likeliest.slice(0, MAX_CANDIDATES);
  const lines = new Map(
    (
      await loadCandidates(
        db,
        actor,
        today,
        shown.map(({ who }) => who.id),
      )
    ).map((line) => [line.id, line]),
  );
  return {
    body: shown.flatMap(({ who, facts }) => {
      const line = lines.get(who.id);
      return line === undefined ? [] : [presentCandidate(line, facts, language)];
    }),
  };
}

async function loadCandidates(
  db: Db,
  actor: Actor,
  today: CalendarDay,
  ids: readonly string[],
): Promise<CandidateLine[]> {
  if (ids.length === 0) return [];
  return db.query<CandidateLine>(`${candidates(actor)} where pe.id = any ($2::uuid[])`, [today, ids]);
}

export interface DuplicateHint {
  readonly birthName?: string | null | undefined;
  readonly usageName?: string | null | undefined;
  readonly firstNames?: string | null | undefined;
  readonly birth?: Birth | undefined;
  readonly foreignerNumber?: string | null | undefined;
  readonly ofiiNumber?: string | null | undefined;
}

/** People in reach who may be the one being entered, with the facts that match. Looks only at what the reader may see (decision 20). */
export async function findDuplicates(
  context: Context,
  { body }: { body: DuplicateHint },
): Promise<Answer<Candidate[]>> {
  return { body: await lookAlike(context, body) };
}

/** The files in reach that may be of the person of this one, but for those of whom the structure said that they are not. */
export async function listDuplicates(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<Candidate[]>> {
  const { actor, db, today } = context;
  const file = await findPathway(db, actor, params.id, today);
  if (file?.person_id === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'tellApart', fileFactsOf(file)));
  const person = await loadPerson(db, file.person_id);
  if (person === undefined) throw notFound();
  return { body: await lookAlike(context, person, person.id) };
}

/** Says that the people of two files are two: neither file, nor what is entered, asks it of the structure again. */
export async function tellApart(
  context: Context,
  { params, body }: { params: { id: string }; body: { pathwayId: string } },
): Promise<Answer<{ pathwayId: string }>> {
  const { actor, db, today } = context;
  const file = await findPathway(db, actor, params.id, today);
  if (file?.person_id === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'tellApart', fileFactsOf(file)));
  await rememberApart(context, file.person_id, [body.pathwayId], 'pathwayId');
  return { body: { pathwayId: body.pathwayId } };
}

/** People in reach who are alike, with why; of somebody known, neither herself nor those said to be somebody else. */
async function lookAlike(
  { actor, db, today, language }: Context,
  like: DuplicateHint,
  known?: string,
): Promise<Candidate[]> {
  const asked: Known = {
    ...like,
    foreignerNumber: like.foreignerNumber?.trim() || null,
    ofiiNumber: like.ofiiNumber?.trim() || null,
  };
  const parameters: unknown[] = [today];
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  const { birthName = null, usageName = null, firstNames = null, birth = UNKNOWN_BIRTH } = like;
  const alike = duplicateCondition({ birthName, usageName, firstNames }, birth);
  // One fact alone is no hint: a number, or names together with a birth.
  const hints = [
    ...(asked.foreignerNumber ? [`pe.foreigner_number = ${parameter(asked.foreignerNumber)}`] : []),
    ...(asked.ofiiNumber ? [`pe.ofii_number = ${parameter(asked.ofiiNumber)}`] : []),
    ...(alike === null ? [] : [toSql(alike, 'pe', parameter)]),
  ];
  if (hints.length === 0) return [];
  const others = known === undefined ? '' : othersThan(parameter(known));
  const lines = await db.query<CandidateLine>(
    `${candidates(actor)}
     where (${hints.join(' or ')}) and ${inReach(actor, parameters)}${others}
     order by pe.name_sort, p.id
     limit ${MAX_COMPARED}`,
    parameters,
  );
  return lines
    .map((line) => ({ line, facts: matchingFacts(asked, personFromLine(line)) }))
    .filter(({ facts }) => facts.length > 0)
    .slice(0, MAX_CANDIDATES)
    .map(({ line, facts }) => presentCandidate(line, facts, language));
}

const othersThan = (known: string): string => ` and pe.id <> ${known}::uuid and not ${isToldApart('pe', known)}`;

function presentCandidate(line: CandidateLine, matches: readonly Match[], language: Language): Candidate {
  const person = personFromLine(line);
  return {
    personId: person.id,
    pathwayId: line.pathway_id,
    number: line.number,
    displayName: displayName(person),
    birth: person.birth as Candidate['birth'],
    commune: line.located ? line.commune : null,
    department: line.department,
    organisationName: line.organisation_name,
    referentName: line.referent_name,
    status: line.status,
    opens: line.opens,
    matches: matches.map((match) => matchWords(match, language)),
  };
}
