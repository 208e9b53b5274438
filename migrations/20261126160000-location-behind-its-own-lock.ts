import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACE = 'phone, email, address_line, postcode, commune';
const HOLDERS = ['jalon_caseworker', 'jalon_manager'] as const;
const TELLS_A_PLACE = `field ~ '^person[.](address|phone|email)([.]|$)'`;

/** The person of a place, as the policies on persons show her; a sealed one only to whoever holds LOCATE. */
function ofPerson(role: string, whose: string): string {
  return `exists (select 1 from people pe where pe.id = person_id and ${whose}
    and (not pe.sealed or pe.id = any ((select sec.located_people('${role}'))::uuid[])))`;
}
const OWN_CASELOAD = ofPerson('jalon_caseworker', `pe.referent_id = (select sec.account('jalon_caseworker'))`);
const OWN_STRUCTURE = ofPerson('jalon_manager', `pe.organisation_id = (select sec.organisation('jalon_manager'))`);
const TERRITORY = 'exists (select 1 from people pe where pe.id = person_id)';

/** Who is given the rights over a sealed file when nobody is left who both opens it and may say where the person is. */
const NOBODY_LEFT = (pathway: string): string => `not exists (
  select 1 from seal_rights h join seal_rights l on l.pathway_id = h.pathway_id and l.account_id = h.account_id
  where h.pathway_id = ${pathway} and h.right_to = 'READ' and l.right_to = 'LOCATE')`;
const NOBODY_READS = (pathway: string): string =>
  `not exists (select 1 from seal_rights h where h.pathway_id = ${pathway} and h.right_to = 'READ')`;

function passingOn(nobody: (pathway: string) => string): string {
  return `
      create or replace function sec.carry_seal_rights_to_referent() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        delete from seal_rights r using accounts a
        where r.pathway_id = new.id and r.account_id = old.referent_id and a.id = r.account_id and a.role <> 'ASSOCIATION_MANAGER';
        insert into seal_rights (pathway_id, account_id, right_to)
        select new.id, new.referent_id, r from unnest(array['SEARCH', 'READ', 'LOCATE']) as r where new.referent_id is not null
        on conflict do nothing;
        -- Whoever leaves is taken from her files before anything else: what she alone could open is the managers' here already.
        insert into seal_rights (pathway_id, account_id, right_to)
        select new.id, a.id, r
        from accounts a cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where a.organisation_id = new.organisation_id and a.role = 'ASSOCIATION_MANAGER' and a.disabled_at is null
          and ${nobody('new.id')}
        on conflict do nothing;
        return null;
      end
      $$;
      create or replace function sec.pass_on_seal_rights() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare touched uuid[];
      begin
        with gone as (delete from seal_rights r where r.account_id = new.id returning r.pathway_id)
        select array_agg(distinct pathway_id) into touched from gone;
        insert into seal_rights (pathway_id, account_id, right_to)
        select p.id, a.id, r
        from pathways p
        join accounts a on a.organisation_id = p.organisation_id and a.role = 'ASSOCIATION_MANAGER' and a.disabled_at is null
        cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where p.id = any (touched) and p.sealed
          and ${nobody('p.id')}
        on conflict do nothing;
        return null;
      end
      $$;`;
}

/**
 * Where a person is, and what leads to her, was hidden by the presenter alone from whoever opens a sealed file without
 * LOCATE. It goes to a table of its own, behind its own policies; what her address was, in the history, behind one more.
 *
 * A right that its holder may give herself is none. What hands over the location of a sealed file (its rights, its
 * referent, lifting the seal, a transfer) asks for LOCATE; a manager with READ alone could do each. So that this never
 * shuts everybody out, the managers are given the rights when nobody is left who both opens the file and locates her.
 *
 * The columns of persons go in the same step: two copies of an address would be one too many.
 */
export class LocationBehindItsOwnLock20261126160000 implements MigrationInterface {
  name = 'LocationBehindItsOwnLock20261126160000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table person_locations (
        person_id uuid primary key references people (id) on delete cascade,
        phone text,
        email text,
        address_line text,
        postcode text,
        commune text
      );
      insert into person_locations (person_id, ${PLACE}) select pe.id, ${PLACE} from people pe;
      do $$ declare moved bigint; begin
        select count(*) into moved from person_locations;
        raise notice 'person_locations: % moved, % left', moved, (select count(*) from people) - moved;
      end $$;
      alter table people drop column phone, drop column email, drop column address_line, drop column postcode, drop column commune;

      create function sec.located_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct r.pathway_id), '{}') from seal_rights r
        where r.account_id = sec.account(for_database_role) and r.right_to = 'LOCATE'
      $$;
      create function sec.located_people(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(p.person_id), '{}') from pathways p where p.id = any (sec.located_files(for_database_role))
      $$;
      revoke all on function sec.located_files(text), sec.located_people(text) from public;
      grant execute on function sec.located_files(text) to jalon_caseworker, jalon_manager, jalon_engine;
      grant execute on function sec.located_people(text) to jalon_caseworker, jalon_manager;

      alter table person_locations enable row level security;
      alter table person_locations force row level security;
      create policy owner_all on person_locations to jalon_owner using (true) with check (true);
      create policy own_caseload on person_locations to jalon_caseworker using (${OWN_CASELOAD}) with check (${OWN_CASELOAD});
      create policy own_structure on person_locations to jalon_manager using (${OWN_STRUCTURE}) with check (${OWN_STRUCTURE});
      create policy territory on person_locations to jalon_ofii using (${TERRITORY}) with check (${TERRITORY});
      create policy nobody_yet on person_locations for select to jalon_manager
        using (exists (select 1 from people pe where pe.id = person_id and pe.organisation_id is null));
      ${HOLDERS.map(
        (role) => `create policy lent_${role} on person_locations for select to ${role}
          using (person_id = any ((select sec.lent_people('${role}'))::uuid[]));`,
      ).join('\n')}
      grant select, insert on person_locations to jalon_caseworker, jalon_manager, jalon_ofii;
      grant update (${PLACE}) on person_locations to jalon_caseworker, jalon_manager, jalon_ofii;

      ${[...HOLDERS, 'jalon_engine']
        .map(
          (role) => `create policy location_${role} on pathway_changes as restrictive for select to ${role}
            using (field is null or not ${TELLS_A_PLACE}
              or pathway_id = any ((select sec.located_files('${role}'))::uuid[])
              or not exists (select 1 from pathways p where p.id = pathway_id and p.sealed));`,
        )
        .join('\n')}

      create policy location_is_given_by_who_holds_it on seal_rights as restrictive for insert to jalon_manager
        with check (right_to <> 'LOCATE' or pathway_id = any ((select sec.located_files('jalon_manager'))::uuid[])
          or exists (select 1 from pathways p where p.id = pathway_id and not p.sealed));
      create policy location_is_handed_over_by_who_holds_it on transfers as restrictive for insert to jalon_manager
        with check (not sealed or pathway_id = any ((select sec.located_files('jalon_manager'))::uuid[]));

      create function sec.refuse_without_location() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare through text := current_setting('role');
      begin
        -- Nobody acts: the owner loads data, or another trigger does what follows from somebody’s leaving.
        if sec.account(through) is null or new.id = any (sec.located_files(through)) then return new; end if;
        raise exception 'Whoever may not locate the person gives the location to nobody' using errcode = 'insufficient_privilege';
      end
      $$;
      revoke all on function sec.refuse_without_location() from public;
      create trigger refuse_without_location before update of sealed, referent_id on pathways
        for each row when (old.sealed
          and (not new.sealed or (new.referent_id is not null and new.referent_id is distinct from old.referent_id)))
        execute function sec.refuse_without_location();
      ${passingOn(NOBODY_LEFT)}
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      ${passingOn(NOBODY_READS)}
      drop trigger refuse_without_location on pathways;
      drop function sec.refuse_without_location();
      drop policy location_is_handed_over_by_who_holds_it on transfers;
      drop policy location_is_given_by_who_holds_it on seal_rights;
      ${[...HOLDERS, 'jalon_engine'].map((role) => `drop policy location_${role} on pathway_changes;`).join('\n')}
      alter table people ${PLACE.split(', ')
        .map((column) => `add column ${column} text`)
        .join(', ')};
      update people pe
      set (${PLACE}) = (select ${PLACE.split(', ')
        .map((column) => `l.${column}`)
        .join(', ')} from person_locations l where l.person_id = pe.id);
      grant update (${PLACE}) on people to jalon_caseworker, jalon_manager, jalon_ofii;
      drop table person_locations;
      drop function sec.located_people(text);
      drop function sec.located_files(text);
      reset role;
    `);
  }
}
