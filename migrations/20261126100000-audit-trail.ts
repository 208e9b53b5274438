import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES_OF_PEOPLE =
  'jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_auditor, jalon_admin';

/**
 * The audit trail: one entry an act, chained by SHA-256 in 64 buckets (by organisation), numbered without gaps. Entries are
 * written by two functions alone; who acts is read in the signed context, never given. An entry holds identifiers, codes
 * and names of fields: the constraints let no sentence in. No foreign key: the trail outlives what it tells of.
 */
export class AuditTrail20261126100000 implements MigrationInterface {
  name = 'AuditTrail20261126100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table audit_heads (
        bucket int primary key check (bucket between 0 and 63),
        seq bigint not null default 0,
        hash bytea not null default '\\x'
      );
      insert into audit_heads (bucket) select generate_series(0, 63);

      create table audit_entries (
        bucket int not null,
        seq bigint not null,
        at timestamptz not null,
        account_id uuid,
        role text check (role ~ '^[A-Z_]{1,40}$'),
        organisation_id uuid,
        operation text not null check (operation ~ '^[A-Za-z]{1,60}$'),
        kind text not null check (kind in ('READ', 'WRITE', 'SEARCH', 'SESSION', 'ALERT')),
        outcome text not null check (outcome in ('DONE', 'NOT_FOUND', 'REFUSED', 'FAILED')),
        purpose text not null check (purpose ~ '^[A-Z_]{1,40}$'),
        asked_id uuid,
        pathway_ids uuid[] not null,
        fields text[] not null check (array_to_string(fields, ',', '?') ~ '^[A-Za-z0-9_.,]*$' and cardinality(fields) <= 400),
        request_id uuid,
        hash bytea not null,
        primary key (bucket, seq)
      );
      create index audit_entries_by_time on audit_entries (at desc, bucket, seq);
      create index audit_entries_of_account on audit_entries (account_id, at desc);
      create index audit_entries_of_pathway on audit_entries using gin (pathway_ids);
      create index audit_entries_asked on audit_entries (asked_id) where asked_id is not null;

      create function sec.refuse_rewriting_audit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
      as $$ begin raise exception 'The audit trail is never rewritten' using errcode = 'restrict_violation'; end $$;
      create trigger audit_is_append_only before update or delete or truncate on audit_entries
        for each statement execute function sec.refuse_rewriting_audit();
      create trigger audit_heads_stay before insert or delete or truncate on audit_heads
        for each statement execute function sec.refuse_rewriting_audit();
      create function sec.refuse_stepping_back() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
      as $$ begin
        if new.bucket <> old.bucket or new.seq <> old.seq + 1 then
          raise exception 'The head of a chain only moves on' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger audit_heads_move_on before update on audit_heads for each row execute function sec.refuse_stepping_back();

      alter table audit_heads enable row level security;
      alter table audit_heads force row level security;
      create policy owner_all on audit_heads to jalon_owner using (true) with check (true);
      alter table audit_entries enable row level security;
      alter table audit_entries force row level security;
      create policy owner_all on audit_entries to jalon_owner using (true) with check (true);
      create policy whole_trail on audit_entries for select to jalon_auditor
        using ((select sec.account('jalon_auditor')) is not null);
      grant select on audit_entries to jalon_auditor;

      -- Told by its length, so that no value can pass for two, nor two for one. The domain says the same (canonicalForm.ts).
      create function sec.audit_part(value text) returns text language sql immutable set search_path = pg_catalog, pg_temp
      as $$ select coalesce(char_length(value) || ':' || value, '-') $$;

      -- The head is locked here, at the end of the transaction of the act: others of the bucket wait for one commit.
      create function sec.write_audit(who uuid, whose_role text, whose_organisation uuid, operation text, kind text, outcome text,
        purpose text, asked uuid, pathways uuid[], fields text[], request uuid) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        place int := get_byte(sha256(uuid_send(coalesce(whose_organisation, '00000000-0000-0000-0000-000000000000'))), 0) % 64;
        head record;
        instant timestamptz;
        chained bytea;
      begin
        select h.seq, h.hash into strict head from audit_heads h where h.bucket = place for update;
        instant := clock_timestamp();
        chained := sha256(convert_to(concat(
          sec.audit_part(encode(head.hash, 'hex')), sec.audit_part(place::text), sec.audit_part((head.seq + 1)::text),
          sec.audit_part(extract(epoch from instant)::text), sec.audit_part(who::text), sec.audit_part(whose_role),
          sec.audit_part(whose_organisation::text), sec.audit_part(operation), sec.audit_part(kind), sec.audit_part(outcome),
          sec.audit_part(purpose), sec.audit_part(asked::text), sec.audit_part(pathways::text), sec.audit_part(fields::text),
          sec.audit_part(request::text)), 'UTF8'));
        insert into audit_entries (bucket, seq, at, account_id, role, organisation_id, operation, kind, outcome, purpose, asked_id,
          pathway_ids, fields, request_id, hash)
        values (place, head.seq + 1, instant, who, whose_role, whose_organisation, operation, kind, outcome, purpose, asked,
          pathways, fields, request, chained);
        update audit_heads set seq = head.seq + 1, hash = chained where bucket = place;
      end
      $$;

      create function sec.append_audit(operation text, kind text, outcome text, purpose text, asked uuid, pathways uuid[],
        fields text[], request uuid) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        through text := current_setting('role');
        who uuid := sec.account(through);
      begin
        if who is null then raise exception 'Nobody acts: no entry' using errcode = 'insufficient_privilege'; end if;
        perform sec.write_audit(who, sec.role_of(through), sec.organisation(through), operation, kind, outcome, purpose, asked,
          pathways, fields, request);
      end
      $$;

      -- Before anybody is known there is no context: the account is the one that was tried. Sessions only.
      create function sec.append_session_audit(operation text, outcome text, tried_account uuid, tried_email text, request uuid)
        returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        tried record;
      begin
        select a.id, a.role, a.organisation_id into tried from accounts a
        where a.id = tried_account or (tried_account is null and a.email = lower(btrim(tried_email)));
        perform sec.write_audit(tried.id, tried.role, tried.organisation_id, operation, 'SESSION', outcome, 'SECURITY', null, '{}',
          '{}', request);
      end
      $$;

      create function sec.audit_heads() returns table (bucket int, seq bigint, hash bytea)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$ select h.bucket, h.seq, h.hash from audit_heads h where h.seq > 0 order by h.bucket $$;

      -- Under row policies, an array is not searched by its index: these two look it up as the owner, and check who asks.
      create function sec.audit_of_pathway(of_pathway uuid) returns table (bucket int, seq bigint)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select e.bucket, e.seq from audit_entries e
        where (e.pathway_ids @> array[of_pathway] or e.asked_id = of_pathway) and sec.account('jalon_auditor') is not null
          and current_setting('role') = 'jalon_auditor'
      $$;
      create function sec.accesses_of(of_pathway uuid) returns table (bucket int, seq bigint, at timestamptz, account_name text,
        role text, organisation_name text, organisation_kind text, operation text, kind text, purpose text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select e.bucket, e.seq, e.at, a.display_name, e.role, o.name, o.kind, e.operation, e.kind, e.purpose
        from audit_entries e
        left join accounts a on a.id = e.account_id
        left join organisations o on o.id = e.organisation_id
        where e.pathway_ids @> array[of_pathway] and e.outcome = 'DONE'
          and exists (
            select 1 from pathways p
            where p.id = of_pathway and case current_setting('role')
              when 'jalon_caseworker' then p.referent_id = sec.account('jalon_caseworker')
              when 'jalon_manager' then p.organisation_id = sec.organisation('jalon_manager')
              else false end)
      $$;

      revoke all on function sec.refuse_rewriting_audit(), sec.refuse_stepping_back(), sec.audit_part(text),
        sec.write_audit(uuid, text, uuid, text, text, text, text, uuid, uuid[], text[], uuid),
        sec.append_audit(text, text, text, text, uuid, uuid[], text[], uuid),
        sec.append_session_audit(text, text, uuid, text, uuid), sec.audit_heads(), sec.audit_of_pathway(uuid),
        sec.accesses_of(uuid) from public;
      grant execute on function sec.append_audit(text, text, text, text, uuid, uuid[], text[], uuid) to ${ROLES_OF_PEOPLE};
      grant execute on function sec.append_session_audit(text, text, uuid, text, uuid), sec.audit_heads() to jalon_auth;
      grant execute on function sec.audit_of_pathway(uuid) to jalon_auditor;
      grant execute on function sec.accesses_of(uuid) to jalon_caseworker, jalon_manager;
      -- Organisations carry no person: the auditor reads their names beside the entries, and those of the accounts.
      grant select on organisations to jalon_auditor;
      grant select (id, display_name, role, organisation_id, disabled_at) on accounts to jalon_auditor;
      create policy all_auditor on accounts for select to jalon_auditor
        using ((select sec.account('jalon_auditor')) is not null);
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop policy all_auditor on accounts;
      revoke select (id, display_name, role, organisation_id, disabled_at) on accounts from jalon_auditor;
      revoke select on organisations from jalon_auditor;
      drop function sec.accesses_of(uuid);
      drop function sec.audit_of_pathway(uuid);
      drop function sec.audit_heads();
      drop function sec.append_session_audit(text, text, uuid, text, uuid);
      drop function sec.append_audit(text, text, text, text, uuid, uuid[], text[], uuid);
      drop function sec.write_audit(uuid, text, uuid, text, text, text, text, uuid, uuid[], text[], uuid);
      drop function sec.audit_part(text);
      drop table audit_entries, audit_heads;
      drop function sec.refuse_stepping_back();
      drop function sec.refuse_rewriting_audit();
      reset role;
    `);
  }
}
