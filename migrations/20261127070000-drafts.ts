import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['jalon_caseworker', 'jalon_manager'] as const;
type DraftRole = (typeof ROLES)[number];

const account = (role: DraftRole): string => `(select sec.account('${role}'))`;

/** Of no file yet, or of one that she follows, and may open where it is sealed: the forms of a file are those of whoever writes in it. */
function ofAFollowedFile(role: DraftRole): string {
  const followed =
    role === 'jalon_caseworker'
      ? `p.referent_id = ${account(role)}`
      : `p.organisation_id = (select sec.organisation('${role}'))`;
  return `(pathway_id is null or exists (select 1 from pathways p where p.id = pathway_id and ${followed}
          and (not p.sealed or exists (select 1 from seal_rights r
            where r.pathway_id = p.id and r.account_id = ${account(role)} and r.right_to = 'READ'))))`;
}

/**
 * What somebody had begun to type, and had not sent: hers alone, encrypted with a key that the database does not have. It
 * goes with the right to send it, by triggers: whoever seals a file, gives it or closes an account does not reach the
 * drafts of others. They look when the transaction ends, once every right stands as it will.
 */
export class Drafts20261127070000 implements MigrationInterface {
  name = 'Drafts20261127070000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table drafts (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts (id) on delete cascade,
        form text not null check (form in ('open', 'note', 'entry', 'correct')),
        pathway_id uuid references pathways (id) on delete cascade,
        -- Encrypted: nonce, tag, text.
        value bytea not null check (length(value) <= 33 * 1024),
        version int not null check (version > 0),
        saved_at timestamptz not null,
        check ((form = 'open') = (pathway_id is null)),
        unique nulls not distinct (account_id, form, pathway_id)
      );
      create index drafts_of_pathway on drafts (pathway_id);
      create index drafts_by_age on drafts (saved_at);

      create function sec.sweep_drafts(for_database_role text) returns void
      language sql security definer set search_path = pg_catalog, public, pg_temp
      as $$
        delete from drafts d using (
          select id from drafts
          where saved_at < sec.now(for_database_role) - interval '14 days' for update skip locked
        ) old
        where d.id = old.id
      $$;
      revoke all on function sec.sweep_drafts(text) from public;
      grant execute on function sec.sweep_drafts(text) to ${ROLES.join(', ')};

      -- Where she is is typed in a correction: that draft goes with the right of location.
      create function sec.purge_drafts_of_file() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare file uuid := case when tg_table_name = 'pathways' then (to_jsonb(old) ->> 'id')::uuid else (to_jsonb(old) ->> 'pathway_id')::uuid end;
      begin
        delete from drafts d
        where d.pathway_id = file and not exists (
          select 1 from pathways p join accounts a on a.id = d.account_id
          where p.id = file
            and case a.role when 'ASSOCIATION_CASEWORKER' then p.referent_id = a.id else p.organisation_id = a.organisation_id end
            and (not p.sealed or (
              exists (select 1 from seal_rights r where r.pathway_id = file and r.account_id = a.id and r.right_to = 'READ')
              and (d.form <> 'correct' or exists (
                select 1 from seal_rights r where r.pathway_id = file and r.account_id = a.id and r.right_to = 'LOCATE')))));
        return null;
      end
      $$;
      revoke all on function sec.purge_drafts_of_file() from public;
      create constraint trigger purge_drafts_of_file after update of sealed, organisation_id, referent_id on pathways
        deferrable initially deferred for each row
        when (old.sealed is distinct from new.sealed or old.organisation_id is distinct from new.organisation_id
          or old.referent_id is distinct from new.referent_id)
        execute function sec.purge_drafts_of_file();
      create constraint trigger purge_drafts_of_file after delete on seal_rights
        deferrable initially deferred for each row execute function sec.purge_drafts_of_file();

      create function sec.purge_drafts_of_account() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        delete from drafts d where d.account_id = new.id;
        return null;
      end
      $$;
      revoke all on function sec.purge_drafts_of_account() from public;
      create trigger purge_drafts_of_account after update of disabled_at, organisation_id, role on accounts
        for each row when (new.disabled_at is not null or old.organisation_id is distinct from new.organisation_id or old.role <> new.role)
        execute function sec.purge_drafts_of_account();

      alter table drafts enable row level security;
      alter table drafts force row level security;
      create policy owner_all on drafts to jalon_owner using (true) with check (true);
      ${ROLES.map(
        (role) => `
      create policy own_of_${role} on drafts to ${role}
        using (account_id = ${account(role)} and ${ofAFollowedFile(role)})
        with check (account_id = ${account(role)} and ${ofAFollowedFile(role)});`,
      ).join('')}
      grant select, delete, insert (account_id, form, pathway_id, value, version, saved_at), update (value, version, saved_at)
        on drafts to ${ROLES.join(', ')};
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop trigger purge_drafts_of_account on accounts;
      drop trigger purge_drafts_of_file on seal_rights;
      drop trigger purge_drafts_of_file on pathways;
      drop function sec.purge_drafts_of_account();
      drop function sec.purge_drafts_of_file();
      drop function sec.sweep_drafts(text);
      drop table drafts;
      reset role;
    `);
  }
}
