import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who acts is told to the database by the server, signed (HMAC-SHA-256), for one transaction. A plain setting could be
 * forged by injected SQL; this one cannot, because the key is readable by the owner alone. Every claim names the
 * database role that it was signed for: taking another role in the same transaction gives nothing.
 *
 * Payload: database role | role | account | organisation | departments (comma) | end of validity (epoch seconds).
 */
export class SignedContext20261123090100 implements MigrationInterface {
  name = 'SignedContext20261123090100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table sec.signing_key (
        id int primary key default 1 check (id = 1),
        key bytea not null
      );
      revoke all on sec.signing_key from public;

      create function sec.claim(for_database_role text, position_in_payload int) returns text
      language plpgsql stable security definer set search_path = pg_catalog, public
      as $$
      declare
        raw text := nullif(current_setting('jalon.context', true), '');
        payload text;
        claims text[];
      begin
        if raw is null or position('.' in raw) = 0 then return null; end if;
        payload := convert_from(decode(split_part(raw, '.', 1), 'hex'), 'UTF8');
        if not exists (
          select 1 from sec.signing_key k
          where sha256(public.hmac(convert_to(payload, 'UTF8'), k.key, 'sha256')) = sha256(decode(split_part(raw, '.', 2), 'hex'))
        ) then return null; end if;
        claims := string_to_array(payload, '|');
        if claims[1] is distinct from for_database_role then return null; end if;
        if claims[6]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
        return nullif(claims[position_in_payload], '');
      exception
        -- A malformed context is no context: nothing is visible, and nothing is said about why.
        when data_exception or invalid_text_representation then return null;
      end
      $$;
      revoke all on function sec.claim(text, int) from public;

      create function sec.role_of(for_database_role text) returns text
      language sql stable security definer set search_path = pg_catalog
      as $$ select sec.claim(for_database_role, 2) $$;

      create function sec.account(for_database_role text) returns uuid
      language sql stable security definer set search_path = pg_catalog
      as $$ select sec.claim(for_database_role, 3)::uuid $$;

      create function sec.organisation(for_database_role text) returns uuid
      language sql stable security definer set search_path = pg_catalog
      as $$ select sec.claim(for_database_role, 4)::uuid $$;

      create function sec.departments(for_database_role text) returns text[]
      language sql stable security definer set search_path = pg_catalog
      as $$ select string_to_array(sec.claim(for_database_role, 5), ',') $$;

      revoke all on all functions in schema sec from public;
      grant execute on function sec.role_of(text), sec.account(text), sec.organisation(text), sec.departments(text)
        to jalon_auth, jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_auditor, jalon_admin, jalon_engine;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function sec.role_of(text);
      drop function sec.account(text);
      drop function sec.organisation(text);
      drop function sec.departments(text);
      drop function sec.claim(text, int);
      drop table sec.signing_key;
    `);
  }
}
