import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACE = 'phone, email, address_line, postcode, commune';
const HOLDERS = ['jalon_caseworker', 'jalon_manager'] as const;
const READERS = [...HOLDERS, 'jalon_engine'] as const;
const TELLS_A_PLACE = `field ~ '^person[.](address|phone|email)([.]|$)'`;

/** The accepted transfers by which whoever acts still reads a file; `whose` is the role of the database that asks. */
const GIVEN = (whose: string): string => `
  from transfers t join pathways p on p.id = t.pathway_id
  where t.state = 'ACCEPTED' and not p.sealed and t.from_organisation = sec.organisation(${whose})
    and t.reads_until >= sec.today(${whose}) and p.organisation_id is distinct from t.from_organisation
    and (sec.role_of(${whose}) = 'ASSOCIATION_MANAGER' or t.former_referent = sec.account(${whose}))`;

const OPENED = (whose: string): string => `
  from openings o join pathways p on p.id = o.pathway_id
  where not p.sealed and o.account_id = sec.account(${whose}) and o.ends_at > sec.now(${whose})
    and o.organisation_id = sec.organisation(${whose}) and o.role = sec.role_of(${whose})`;

const acceptTransfer = (keeping: string): string => `
      create or replace function sec.accept_transfer(for_database_role text, transfer uuid, until date) returns uuid
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare accepted transfers;
      begin
        if sec.role_of(for_database_role) is distinct from 'ASSOCIATION_MANAGER' then return null; end if;
        update transfers t
        set state = 'ACCEPTED', answered_by = sec.account(for_database_role), answered_at = sec.now(for_database_role), reads_until = until,
          former_referent = (select p.referent_id from pathways p where p.id = t.pathway_id)
        where t.id = transfer and t.state = 'PENDING' and t.to_organisation = sec.organisation(for_database_role)
        returning * into accepted;
        if accepted.id is null then return null; end if;${keeping}
        update pathways p set organisation_id = accepted.to_organisation, referent_id = null, version = p.version + 1, updated_at = now()
        where p.id = accepted.pathway_id and p.organisation_id = accepted.from_organisation;
        if not found then raise exception 'The file is no longer that of the structure that transfers it'; end if;
        delete from seal_rights r where r.pathway_id = accepted.pathway_id;
        insert into seal_rights (pathway_id, account_id, right_to)
        select p.id, accepted.answered_by, r from pathways p cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where p.id = accepted.pathway_id and p.sealed;
        return accepted.pathway_id;
      end
      $$;`;

const carrySeal = (forgetting: string): string => `
      create or replace function sec.carry_seal_to_transfers() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare at timestamptz := coalesce(sec.now(current_setting('role')), now());
      begin
        if new.sealed then
          update transfers t set state = 'CANCELLED', answered_at = at where t.pathway_id = new.id and t.state = 'PENDING';
          update openings o set ends_at = greatest(at, o.opened_at + interval '1 microsecond')
          where o.pathway_id = new.id and o.ends_at > at;${forgetting}
        end if;
        update transfers t set sealed = new.sealed, preview = case when new.sealed then '{}' else t.preview end where t.pathway_id = new.id;
        update openings o set sealed = new.sealed where o.pathway_id = new.id;
        return null;
      end
      $$;`;

const LENT_FILES = (body: string): string => `
      create or replace function sec.lent_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct lent.id), '{}') from (${body}) lent
      $$;`;

/**
 * During the thirty days that a former structure reads, the program showed it where the person was when the file left; the
 * database showed where she is. Somebody who fled to another town is looked for first where she was followed before.
 *
 * Where she was is kept with the transfer, for those who read it, as long as they do and as long as the file is not
 * sealed. Of a transfer accepted before this, it is not known any more: nothing is shown, rather than where she is.
 */
export class WhereAFileLeftFrom20261126181000 implements MigrationInterface {
  name = 'WhereAFileLeftFrom20261126181000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table former_locations (
        transfer_id uuid primary key references transfers (id) on delete cascade,
        phone text,
        email text,
        address_line text,
        postcode text,
        commune text
      );
      create function sec.given_transfers(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(t.id), '{}') ${GIVEN('for_database_role')}
      $$;
      create function sec.given_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct t.pathway_id), '{}') from transfers t where t.id = any (sec.given_transfers(for_database_role))
      $$;
      create function sec.given_at(for_database_role text, of_pathway uuid) returns timestamptz
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select max(t.answered_at) from transfers t
        where t.pathway_id = of_pathway and t.id = any (sec.given_transfers(for_database_role))
      $$;
      create function sec.opened_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct o.pathway_id), '{}') ${OPENED('for_database_role')}
      $$;
      create function sec.opened_people(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(p.person_id), '{}') from pathways p where p.id = any (sec.opened_files(for_database_role))
      $$;
      revoke all on function sec.given_transfers(text), sec.given_files(text), sec.given_at(text, uuid),
        sec.opened_files(text), sec.opened_people(text) from public;
      grant execute on function sec.given_transfers(text), sec.opened_people(text) to ${HOLDERS.join(', ')};
      grant execute on function sec.given_files(text), sec.given_at(text, uuid), sec.opened_files(text) to ${READERS.join(', ')};
      ${LENT_FILES(`
          select unnest(sec.given_files(for_database_role)) as id
          union all
          select unnest(sec.opened_files(for_database_role))
        `)}

      alter table former_locations enable row level security;
      alter table former_locations force row level security;
      create policy owner_all on former_locations to jalon_owner using (true) with check (true);
      ${HOLDERS.map(
        (role) => `
      create policy given_${role} on former_locations for select to ${role}
        using (transfer_id = any ((select sec.given_transfers('${role}'))::uuid[]));
      drop policy lent_${role} on person_locations;
      create policy opened_${role} on person_locations for select to ${role}
        using (person_id = any ((select sec.opened_people('${role}'))::uuid[]));`,
      ).join('')}
      grant select on former_locations to ${HOLDERS.join(', ')};
      ${READERS.map(
        (role) => `
      create policy until_it_left_${role} on pathway_changes as restrictive for select to ${role}
        using (field is null or not ${TELLS_A_PLACE}
          or not pathway_id = any ((select sec.given_files('${role}'))::uuid[])
          or pathway_id = any ((select sec.opened_files('${role}'))::uuid[])
          or at <= sec.given_at('${role}', pathway_id));`,
      ).join('')}
      ${acceptTransfer(`
        -- Nobody reads any more what these kept.
        delete from former_locations f using transfers t
        where t.id = f.transfer_id and t.reads_until < sec.today(for_database_role);
        insert into former_locations (transfer_id, ${PLACE})
        select accepted.id, ${PLACE.split(', ')
          .map((column) => `pl.${column}`)
          .join(', ')}
        from pathways p join person_locations pl on pl.person_id = p.person_id
        where p.id = accepted.pathway_id and not p.sealed;`)}
      ${carrySeal(`
          delete from former_locations f using transfers t where t.id = f.transfer_id and t.pathway_id = new.id;`)}
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      ${acceptTransfer('')}
      ${carrySeal('')}
      ${READERS.map((role) => `drop policy until_it_left_${role} on pathway_changes;`).join('\n')}
      ${HOLDERS.map(
        (role) => `
      drop policy opened_${role} on person_locations;
      create policy lent_${role} on person_locations for select to ${role}
        using (person_id = any ((select sec.lent_people('${role}'))::uuid[]));`,
      ).join('')}
      drop table former_locations;
      ${LENT_FILES(`
          select t.pathway_id as id ${GIVEN('for_database_role')}
          union all
          select o.pathway_id ${OPENED('for_database_role')}
        `)}
      drop function sec.opened_people(text);
      drop function sec.opened_files(text);
      drop function sec.given_at(text, uuid);
      drop function sec.given_files(text);
      drop function sec.given_transfers(text);
      reset role;
    `);
  }
}
