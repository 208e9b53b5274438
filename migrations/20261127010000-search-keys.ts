import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'jalon_caseworker, jalon_manager, jalon_ofii';

/**
 * What a person is found by, worked out by the program when she is written, and for those who are known already right
 * after the migrations (`search_rules` says by which rules): how her names begin and sound, her birth, the ends of her
 * numbers. A telephone leads to where she is: its key is with the location, behind the same policies, and made by the
 * database, so that no writing forgets it.
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
      alter table derived_rows_state add column search_rules int not null default 0;
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
      alter table derived_rows_state drop column search_rules;
      create index people_search on people using gin (search_text gin_trgm_ops);
      reset role;
    `);
  }
}
