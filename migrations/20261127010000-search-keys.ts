import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Birth } from '../server/domain/person/birth.ts';
import { searchKeys } from '../server/domain/person/searchKeys.ts';

const READERS = 'jalon_caseworker, jalon_manager, jalon_ofii';
const BATCH = 2_000;

interface Line {
  id: string;
  birth_name: string | null;
  usage_name: string | null;
  first_names: string | null;
  birth_value: string | null;
  birth_precision: Birth['precision'];
  foreigner_number: string | null;
  ofii_number: string | null;
}

/**
 * What a person is found by, worked out by the program when she is written, and here for those who are known already:
 * how her names begin and sound, her birth, the ends of her numbers. A telephone leads to where she is: its key is with
 * the location, behind the same policies, and made by the database, so that no writing forgets it.
 */
export class SearchKeys20261127010000 implements MigrationInterface {
  name = 'SearchKeys20261127010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table people add column search_keys bigint[] not null default '{}';
      grant select (search_keys), insert (search_keys), update (search_keys) on people to ${READERS};
      alter table person_locations add column phone_key text collate "C"
        generated always as (reverse(right(regexp_replace(phone, '[^0-9]', '', 'g'), 9))) stored;
      grant select (phone_key) on person_locations to ${READERS};
    `);
    await fillSearchKeys(queryRunner);
    await queryRunner.query(`
      drop index people_search;
      create index people_by_search_key on people using gin (search_keys);
      create index locations_by_phone on person_locations (phone_key) where phone_key is not null;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop index locations_by_phone, people_by_search_key;
      alter table person_locations drop column phone_key;
      alter table people drop column search_keys;
      create index people_search on people using gin (search_text gin_trgm_ops);
      reset role;
    `);
  }
}

/** Writes the keys of everybody, some thousands at a time. The triggers of the table are for what may be told of a person: keys are not. */
async function fillSearchKeys(queryRunner: QueryRunner): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  let filled = 0;
  for (;;) {
    const lines = (await queryRunner.query(
      `select pe.id, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.foreigner_number, pe.ofii_number
       from people pe where pe.id > $1 order by pe.id limit ${BATCH}`,
      [last],
    )) as Line[];
    if (lines.length === 0) break;
    await queryRunner.query(
      `update people pe set search_keys = k.keys
       from jsonb_to_recordset($1::jsonb) as k(id uuid, keys bigint[]) where pe.id = k.id`,
      [JSON.stringify(lines.map((line) => ({ id: line.id, keys: keysOf(line) })))],
    );
    last = lines.at(-1)?.id ?? last;
    filled += lines.length;
  }
  await queryRunner.query(`
    do $$ begin
      raise notice 'people: search keys of % filled, % left', ${filled}, (select count(*) from people where search_keys = '{}');
    end $$`);
}

function keysOf(line: Line): number[] {
  return searchKeys({
    birthName: line.birth_name,
    usageName: line.usage_name,
    firstNames: line.first_names,
    birth: { value: line.birth_value, precision: line.birth_precision } as Birth,
    foreignerNumber: line.foreigner_number,
    ofiiNumber: line.ofii_number,
  });
}
