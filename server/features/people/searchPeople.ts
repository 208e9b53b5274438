import type { Candidate } from '../../contract/person.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { foldName } from '../../domain/person/foldName.ts';
import { matchingFacts, type Known } from '../../domain/person/samePerson.ts';
import type { Birth } from '../../domain/person/birth.ts';
import { mayOnSealed } from '../../platform/database/sealRights.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { statusOn } from '../pathways/index.ts';
import { PEOPLE_LOCATED, PERSON_COLUMNS, personFromLine, type PersonLine } from './people.store.ts';

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

/** What is lent for reading (a file handed over, an emergency) is not looked for: it would tell where the person went. */
function isEntrustedTo({ role }: Actor): string {
  if (role === 'ASSOCIATION_CASEWORKER') return `p.referent_id = (select sec.account('jalon_caseworker'))`;
  if (role === 'ASSOCIATION_MANAGER')
    return `(p.organisation_id is null or p.organisation_id = (select sec.organisation('jalon_manager')))`;
  return 'true';
}

const MAX_CANDIDATES = 20;

const candidates = (actor: Actor): string => `
  select ${PERSON_COLUMNS}, p.id as pathway_id, p.number, p.department, o.name as organisation_name, a.display_name as referent_name,
    ${statusOn(actor)} as status, ${mayOnSealed(actor, 'p', 'LOCATE')} as located, ${mayOnSealed(actor, 'p', 'READ')} as opens
  from ${PEOPLE_LOCATED}
  join pathways p on p.person_id = pe.id
  left join organisations o on o.id = p.organisation_id
  left join accounts a on a.id = p.referent_id`;

/** People in reach by name (any order, accents ignored), file number, foreigner or OFII number. */
export async function searchPeople(
  { actor, db, today }: Context,
  { body }: { body: { text: string } },
): Promise<Answer<Candidate[]>> {
  const words = foldName(body.text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return { body: [] };
  const byText = words.map((_, index) => `pe.search_text like $${index + 2}`).join(' and ');
  const lines = await db.query<CandidateLine>(
    `${candidates(actor)}
     where (${byText}) and ${mayOnSealed(actor, 'p', 'SEARCH')} and ${isEntrustedTo(actor)}
     order by pe.name_sort, p.id
     limit ${MAX_CANDIDATES}`,
    [today, ...words.map((word) => `%${word}%`)],
  );
  // A file number is asked as it is written: « j26 000123 » and « J26-000123 » are one.
  const number = body.text
    .replace(/[\s–—-]+/g, '')
    .toUpperCase()
    .replace(/^(J\d{2})(\d)/, '$1-$2');
  const byNumber = /^J\d{2}-\d+$/.test(number)
    ? await db.query<CandidateLine>(
        `${candidates(actor)} where p.number = $2 and ${mayOnSealed(actor, 'p', 'SEARCH')} and ${isEntrustedTo(actor)}`,
        [today, number],
      )
    : [];
  return { body: [...byNumber, ...lines].map((line) => presentCandidate(line, [])) };
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
  { actor, db, today }: Context,
  { body }: { body: DuplicateHint },
): Promise<Answer<Candidate[]>> {
  const words = [body.birthName, body.usageName, body.firstNames]
    .flatMap((name) => (name ? foldName(name).split(' ') : []))
    .filter((word) => word.length > 1);
  const number = body.foreignerNumber?.trim() || null;
  const ofiiNumber = body.ofiiNumber?.trim() || null;
  // One fact alone is no hint: a number, or names together with a birth.
  if (
    number === null &&
    ofiiNumber === null &&
    (words.length === 0 || body.birth === undefined || body.birth.value === null)
  )
    return { body: [] };
  const lines = await db.query<CandidateLine>(
    `${candidates(actor)}
     where (pe.foreigner_number = $2 or pe.ofii_number = $3 or ($4::text is not null and pe.search_text like $4))
       and ${mayOnSealed(actor, 'p', 'SEARCH')} and ${isEntrustedTo(actor)}
     order by pe.name_sort, p.id
     limit 200`,
    [today, number, ofiiNumber, words.length === 0 ? null : `%${longest(words)}%`],
  );
  const asked: Known = { ...body, foreignerNumber: number, ofiiNumber };
  return {
    body: lines
      .map((line) => ({ line, facts: matchingFacts(asked, personFromLine(line)) }))
      .filter(({ facts }) => facts.length > 0)
      .slice(0, MAX_CANDIDATES)
      .map(({ line, facts }) => presentCandidate(line, facts)),
  };
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}

function presentCandidate(line: CandidateLine, matches: string[]): Candidate {
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
    matches,
  };
}
