import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A foreigner number is unique within a structure, wherever its people live. An office that entrusted a file, or whose
 * list did, was refused when the structure follows the number out of the office's territory: it could so ask, number by
 * number, who is followed there. What an office entrusts is now taken, and marked when it is a double; the mark is read
 * by nobody, and ends when the structure names a referent: she is the one who is told, and who sorts it.
 */
export class DoublesAreTheStructures20261126182000 implements MigrationInterface {
  name = 'DoublesAreTheStructures20261126182000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table people add column doubled boolean not null default false;
      drop index people_organisation_id_foreigner_number_key;
      create unique index people_organisation_id_foreigner_number_key on people (organisation_id, foreigner_number)
        where not sealed and not doubled;

      create function sec.mark_double() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        if current_setting('role') = 'jalon_ofii' then
          new.doubled := exists (select 1 from people p
            where p.organisation_id = new.organisation_id and p.foreigner_number = new.foreigner_number
              and not p.sealed and not p.doubled and p.id <> new.id);
        else
          new.doubled := tg_op = 'UPDATE' and old.doubled and new.referent_id is null
            and old.organisation_id is not distinct from new.organisation_id
            and old.foreigner_number is not distinct from new.foreigner_number;
        end if;
        return new;
      end
      $$;
      revoke all on function sec.mark_double() from public;
      create trigger mark_double_of_new before insert on people for each row execute function sec.mark_double();
      create trigger mark_double before update on people
        for each row when ((old.organisation_id, old.referent_id, old.foreigner_number, old.sealed, old.doubled)
          is distinct from (new.organisation_id, new.referent_id, new.foreigner_number, new.sealed, new.doubled))
        execute function sec.mark_double();
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop trigger mark_double on people;
      drop trigger mark_double_of_new on people;
      drop function sec.mark_double();
      -- What waits as a double goes back to be assigned.
      update pathways p set organisation_id = null from people pe where pe.id = p.person_id and pe.doubled;
      drop index people_organisation_id_foreigner_number_key;
      create unique index people_organisation_id_foreigner_number_key on people (organisation_id, foreigner_number) where not sealed;
      alter table people drop column doubled;
      reset role;
    `);
  }
}
