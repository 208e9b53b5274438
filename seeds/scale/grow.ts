import type pg from 'pg';
import { dropIndexes, FILLED_TABLES } from '../indexes.ts';
import type { Birth } from '../../server/domain/person/birth.ts';
import { foldName } from '../../server/domain/person/foldName.ts';
import { nameKeys, searchKeys } from '../../server/domain/person/searchKeys.ts';

/** Where the copies live. `elsewhere`: in other regions, as a nation is; `same`: in the departments of the demo, as if each grew. */
export type Spread = 'elsewhere' | 'same';

/** Five departments a region, so that each copy of the demo's region has its own. */
const ELSEWHERE = [
  '75',
  '77',
  '78',
  '91',
  '92',
  '93',
  '94',
  '95',
  '13',
  '06',
  '83',
  '84',
  '69',
  '38',
  '42',
  '31',
  '34',
];
const DEMO_DEPARTMENTS = ['59', '62', '60', '80', '02'] as const;

/**
 * Grows a loaded demo to at least `pathways` files, for measures at national size. Each round copies every person, file,
 * event and derived row of the demo as it was planned, under other names and numbers and with its own structures and
 * accounts: the rows are those of the use cases, so every index and every statistic is met as in life. Only for an
 * empty installation to measure on: constraints are not checked while copying, and nobody signs in as a copy.
 */
export async function growTo(
  client: pg.Client,
  { pathways, spread, log = () => undefined }: { pathways: number; spread: Spread; log?: (line: string) => void },
): Promise<number> {
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`);
  await client.query(BASE);
  await loadFoldedNames(client);
  const { rows } = await client.query<{ files: number; seq: number }>(
    'select (select count(*)::int from base_pathways) as files, (select seq::int from ledger_head) as seq',
  );
  const { files, seq } = rows[0] ?? { files: 0, seq: 0 };
  const rounds = Math.max(0, Math.ceil(pathways / files) - 1);
  if (rounds === 0) return files;
  const makeIndexesAgain = await dropIndexes(client, FILLED_TABLES);
  for (let round = 1; round <= rounds; round += 1) {
    await client.query('truncate department_of');
    await client.query('insert into department_of select * from unnest($1::text[], $2::text[])', [
      DEMO_DEPARTMENTS,
      DEMO_DEPARTMENTS.map((code, index) =>
        spread === 'same' ? code : (ELSEWHERE[(round * 5 + index) % ELSEWHERE.length] ?? code),
      ),
    ]);
    for (const sql of COPIES)
      await client.query(sql.replaceAll(':round', String(round)).replaceAll(':seq', String(seq)));
    log(`${(round + 1) * files} pathways`);
  }
  await makeIndexesAgain();
  await client.query('update ledger_head set seq = $1', [seq * (rounds + 1)]);
  await client.query('set session_replication_role = origin');
  await client.query('vacuum (analyze)');
  return files * (rounds + 1);
}

const BASE = `
  create temp table base_organisations as select * from organisations;
  create temp table base_accounts as select * from accounts;
  create temp table base_people as select p.*, row_number() over (order by p.id) as rank from people p;
  create unique index on base_people (id);
  create unique index on base_people (rank);
  create temp table base_locations as select * from person_locations;
  create temp table base_pathways as select * from pathways;
  create temp table base_events as select * from pathway_events;
  create temp table base_steps as select * from pathway_steps;
  create temp table base_stalls as select * from pathway_stalls;
  create temp table department_of (code text primary key, other text not null);
  create temp table folded_names (id uuid primary key, family text, given text, family_keys bigint[], given_keys bigint[]);
  create function pg_temp.copy_of(id uuid, round int) returns uuid language sql immutable
    as $$ select md5(id::text || round)::uuid $$;
  analyze;
`;

/** Names are folded and their keys made by the program, never by the database: the copies must be found by the same search. */
async function loadFoldedNames(client: pg.Client): Promise<void> {
  const { rows } = await client.query<NamedLine>(
    'select id, birth_name, first_names, birth_value, birth_precision from base_people',
  );
  await client.query(
    'insert into folded_names select * from jsonb_to_recordset($1::jsonb) as r(id uuid, family text, given text, family_keys bigint[], given_keys bigint[])',
    [
      JSON.stringify(
        rows.map(({ id, birth_name, first_names, birth_value, birth_precision }) => ({
          id,
          family: foldName(birth_name ?? ''),
          given: foldName(first_names ?? ''),
          family_keys: searchKeys({
            birthName: birth_name,
            usageName: null,
            firstNames: null,
            birth: { value: birth_value, precision: birth_precision } as Birth,
            foreignerNumber: null,
            ofiiNumber: null,
          }),
          given_keys: nameKeys(first_names),
        })),
      ),
    ],
  );
}

interface NamedLine {
  id: string;
  birth_name: string | null;
  first_names: string | null;
  birth_value: string | null;
  birth_precision: Birth['precision'];
}

const KEYS = `coalesce(d.other, t.department), pg_temp.copy_of(t.organisation_id, :round), pg_temp.copy_of(t.referent_id, :round)`;

/** In the order of the references. A person takes the first names of another of the demo, another one each round. */
const COPIES = [
  `insert into organisations (id, name, kind, department)
   select pg_temp.copy_of(t.id, :round), t.name || ' ' || :round, t.kind, coalesce(d.other, t.department)
   from base_organisations t left join department_of d on d.code = t.department`,
  `insert into accounts (id, email, role, organisation_id, departments, display_name)
   select pg_temp.copy_of(t.id, :round), :round || '.' || t.email, t.role, pg_temp.copy_of(t.organisation_id, :round), t.departments, t.display_name
   from base_accounts t`,
  `insert into people (id, department, organisation_id, referent_id, foreigner_number, birth_name, first_names, birth_value, birth_precision, sex,
     nationality, languages, name_sort, search_text, search_keys)
   select pg_temp.copy_of(t.id, :round), ${KEYS}, lpad(:round::text, 4, '0') || right(t.foreigner_number, 6), t.birth_name, other.first_names, t.birth_value,
     t.birth_precision, t.sex, t.nationality, t.languages, trim(f.family || ' ' || g.given),
     trim(f.family || ' ' || g.given || ' ' || lpad(:round::text, 4, '0') || right(t.foreigner_number, 6)), f.family_keys || g.given_keys
   from base_people t
   join base_people other on other.rank = (t.rank + 37 * :round) % (select count(*) from base_people) + 1
   join folded_names f on f.id = t.id
   join folded_names g on g.id = other.id
   left join department_of d on d.code = t.department`,
  `insert into person_locations (person_id, phone, email, address_line, postcode, commune)
   select pg_temp.copy_of(t.person_id, :round), t.phone, t.email, t.address_line, t.postcode, t.commune from base_locations t`,
  `insert into pathways (id, number, person_id, department, organisation_id, referent_id, facts, opened_on, cir_signed_on, contract_rule_set, contract_state,
     cir_ends_on, closed_on, paused, last_contact_on, next_due_on, next_due_on_for_ofii)
   select pg_temp.copy_of(t.id, :round), t.number || '-' || :round, pg_temp.copy_of(t.person_id, :round), ${KEYS}, t.facts, t.opened_on, t.cir_signed_on,
     t.contract_rule_set, t.contract_state, t.cir_ends_on, t.closed_on, t.paused, t.last_contact_on, t.next_due_on, t.next_due_on_for_ofii
   from base_pathways t left join department_of d on d.code = t.department`,
  `insert into pathway_events (id, seq, pathway_id, kind, occurred_on, domain, body, source, actor_id, recorded_at)
   select pg_temp.copy_of(t.id, :round), t.seq + :round * :seq, pg_temp.copy_of(t.pathway_id, :round), t.kind, t.occurred_on, t.domain, t.body, t.source,
     pg_temp.copy_of(t.actor_id, :round), t.recorded_at
   from base_events t`,
  `insert into pathway_steps (pathway_id, step, spell, domain, department, organisation_id, referent_id, status, from_on, until_on, opens_on, due_on, waits_for,
     outcome, party, is_open)
   select pg_temp.copy_of(t.pathway_id, :round), t.step, t.spell, t.domain, ${KEYS}, t.status, t.from_on, t.until_on, t.opens_on, t.due_on, t.waits_for,
     t.outcome, t.party, t.is_open
   from base_steps t left join department_of d on d.code = t.department`,
  `insert into pathway_stalls (id, pathway_id, rule, spell, domain, department, organisation_id, referent_id, severity, turn, anchor_on, warn_on, limit_on,
     since_on, cleared_on, cleared_by, silences, silenced_on, facts)
   select pg_temp.copy_of(t.id, :round), pg_temp.copy_of(t.pathway_id, :round), t.rule, t.spell, t.domain, ${KEYS}, t.severity, t.turn, t.anchor_on, t.warn_on,
     t.limit_on, t.since_on, t.cleared_on, pg_temp.copy_of(t.cleared_by, :round), t.silences, t.silenced_on, t.facts
   from base_stalls t left join department_of d on d.code = t.department`,
];
