import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Administrators make accounts, hand over links, and disable. Two triggers keep one promise, whichever way a row is
 * written: a file is never in the list of somebody who is not there to open it. The files of whoever leaves (disabled,
 * in another structure, in a role without files) go before the manager in the same transaction; and nobody can be given
 * one meanwhile, because naming a referent locks her account against leaving.
 */
export class AccountsByAdministrators20261126110100 implements MigrationInterface {
  name = 'AccountsByAdministrators20261126110100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      alter table accounts
        add column version int not null default 1,
        add column changed_at timestamptz,
        add column has_password boolean generated always as (password_hash is not null) stored;
      alter table organisations add column version int not null default 1;

      create table account_links (
        id uuid primary key,
        account_id uuid not null references accounts (id) on delete cascade,
        kind text not null check (kind in ('INVITATION', 'RESET')),
        token_hash bytea not null unique,
        made_by uuid references accounts (id) on delete restrict,
        made_at timestamptz not null,
        ends_at timestamptz not null,
        used_at timestamptz
      );
      create index links_of_account on account_links (account_id);
      alter table account_links enable row level security;
      alter table account_links force row level security;
      create policy owner_all on account_links to jalon_owner using (true) with check (true);
      create policy sign_in on account_links to jalon_auth using (true);
      create policy made_by_admin on account_links to jalon_admin
        using ((select sec.account('jalon_admin')) is not null)
        with check (made_by = (select sec.account('jalon_admin')));
      grant select, update (used_at) on account_links to jalon_auth;
      grant select (id, account_id, used_at), insert, delete on account_links to jalon_admin;

      grant insert, update (name, version) on organisations to jalon_admin;
      grant select (email, departments, version, changed_at, has_password, is_demo, created_at, sign_in_epoch) on accounts
        to jalon_admin;
      grant insert (id, email, role, organisation_id, departments, display_name, changed_at) on accounts to jalon_admin;
      grant update (role, organisation_id, departments, display_name, disabled_at, sign_in_epoch, version, changed_at)
        on accounts to jalon_admin;
      create policy made_by_admin on accounts for insert to jalon_admin
        with check ((select sec.account('jalon_admin')) is not null);
      -- Nobody changes her own rights.
      create policy changed_by_another_admin on accounts for update to jalon_admin
        using (id <> (select sec.account('jalon_admin')));

      grant select (account_id, confirmed_at), delete on second_factors to jalon_admin;
      create policy taken_back_by_another_admin on second_factors for delete to jalon_admin
        using (account_id <> (select sec.account('jalon_admin')));
      create policy told_to_admin on second_factors for select to jalon_admin
        using ((select sec.account('jalon_admin')) is not null);

      create function sec.leave_files() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        with left_behind as (
          update pathways p set referent_id = null, version = p.version + 1, updated_at = now()
          where p.referent_id = old.id
          returning p.id
        )
        insert into pathway_changes (pathway_id, at, actor_id, kind, source, field, before)
        select l.id, coalesce(new.changed_at, clock_timestamp()), sec.account('jalon_admin'), 'ASSIGNMENT', 'HAND', 'referent',
          old.display_name
        from left_behind l;
        return new;
      end
      $$;
      revoke all on function sec.leave_files() from public;
      -- Before the row changes: a file names its referent with her structure.
      create trigger leave_files before update on accounts for each row
        when ((old.disabled_at is null and new.disabled_at is not null)
          or old.organisation_id <> new.organisation_id
          or (old.role <> new.role and new.role not in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER')))
        execute function sec.leave_files();

      create function sec.refuse_absent_referent() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        is_absent boolean;
      begin
        -- Of her structure only: an account out of sight is left to the key, which refuses it as one that does not exist.
        select a.disabled_at is not null or a.role not in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER') into is_absent
        from accounts a
        where a.id = new.referent_id and a.organisation_id = new.organisation_id
        for share;
        if is_absent then
          raise exception 'The referent is not there to open the file'
            using errcode = 'restrict_violation', constraint = 'pathways_referent_is_there';
        end if;
        return new;
      end
      $$;
      revoke all on function sec.refuse_absent_referent() from public;
      create trigger refuse_absent_referent before insert on pathways for each row
        when (new.referent_id is not null) execute function sec.refuse_absent_referent();
      create trigger refuse_absent_new_referent before update of referent_id on pathways for each row
        when (new.referent_id is not null and new.referent_id is distinct from old.referent_id)
        execute function sec.refuse_absent_referent();

      -- Those whom earlier versions left in the list of somebody who was gone.
      with gone as (
        select p.id, a.display_name
        from pathways p
        join accounts a on a.id = p.referent_id
        where a.disabled_at is not null
      ), left_behind as (
        update pathways p set referent_id = null, version = p.version + 1
        from gone g where g.id = p.id
        returning p.id, g.display_name
      )
      insert into pathway_changes (pathway_id, kind, source, field, before)
      select l.id, 'ASSIGNMENT', 'HAND', 'referent', l.display_name
      from left_behind l;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger refuse_absent_new_referent on pathways;
      drop trigger refuse_absent_referent on pathways;
      drop function sec.refuse_absent_referent();
      drop trigger leave_files on accounts;
      drop function sec.leave_files();
      drop policy told_to_admin on second_factors;
      drop policy taken_back_by_another_admin on second_factors;
      revoke select (account_id, confirmed_at), delete on second_factors from jalon_admin;
      drop policy changed_by_another_admin on accounts;
      drop policy made_by_admin on accounts;
      revoke update (role, organisation_id, departments, display_name, disabled_at, sign_in_epoch, version, changed_at) on accounts
        from jalon_admin;
      revoke insert (id, email, role, organisation_id, departments, display_name, changed_at) on accounts from jalon_admin;
      revoke select (email, departments, version, changed_at, has_password, is_demo, created_at, sign_in_epoch) on accounts
        from jalon_admin;
      revoke insert, update (name, version) on organisations from jalon_admin;
      drop table account_links;
      alter table organisations drop column version;
      alter table accounts drop column has_password, drop column changed_at, drop column version;
    `);
  }
}
