import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['jalon_caseworker', 'jalon_manager'] as const;
type NoteRole = (typeof ROLES)[number];

const account = (role: NoteRole): string => `(select sec.account('${role}'))`;
const organisation = (role: NoteRole): string => `(select sec.organisation('${role}'))`;

/** A sealed file that one may only find has no notes. */
const readWhereSealed = (role: NoteRole): string =>
  `(not p.sealed or exists (select 1 from seal_rights r where r.pathway_id = p.id and r.account_id = ${account(role)} and r.right_to = 'READ'))`;

/** The file is hers: it is written in. */
const followed = (role: NoteRole): string =>
  role === 'jalon_caseworker' ? `p.referent_id = ${account(role)}` : `p.organisation_id = ${organisation(role)}`;

/** The transfer by which the structure read it last, and reads it still. Which transfers one sees is their own policies’. */
const leftLately = (role: NoteRole): string =>
  `transfers t where t.pathway_id = p.id and t.state = 'ACCEPTED' and t.from_organisation = ${organisation(role)}
            and t.reads_until >= (select sec.today('${role}')) and p.organisation_id <> t.from_organisation`;

function readPolicy(role: NoteRole): string {
  const forHer = `(visibility = 'SHARED' or (visibility = 'STRUCTURE' and notes.organisation_id = ${organisation(role)})
            or (visibility = 'PRIVATE' and author_id = ${account(role)}))`;
  return `
      create policy read_by_${role} on notes for select to ${role} using (
        (text is null or not withdrawn or visibility = 'PRIVATE' or organisation_id = ${organisation(role)})
        and exists (select 1 from pathways p where p.id = pathway_id and ${readWhereSealed(role)} and
          case
            when ${followed(role)} or p.organisation_id is null then ${forHer}
            -- As it was when the file left: what was written since is the other structure’s.
            when exists (select 1 from ${leftLately(role)}) then ${forHer}
              and notes.at <= (select max(t.answered_at) from ${leftLately(role)})
            -- Behind a broken glass.
            else visibility = 'SHARED'
          end));`;
}

function writePolicy(role: NoteRole): string {
  const withdrawn =
    role === 'jalon_caseworker'
      ? `author_id = ${account(role)}`
      : `(author_id = ${account(role)} or visibility = 'SHARED' or (visibility = 'STRUCTURE' and organisation_id = ${organisation(role)}))`;
  return `
      create policy written_by_${role} on notes for insert to ${role} with check (
        by_account = ${account(role)}
        and exists (select 1 from pathways p where p.id = pathway_id and ${followed(role)} and ${readWhereSealed(role)})
        and case when text is null then ${withdrawn}
          else author_id = ${account(role)} and organisation_id = ${organisation(role)} end);`;
}

/**
 * The notes of a file. Nothing of a note is rewritten: each text of it is a row, and so is its withdrawal, which bears a
 * reason instead of a text. A row is read by those for whom it was written: when a private note is shared, its earlier
 * texts stay private. A withdrawn one keeps its texts for the structure that wrote it only.
 *
 * The notes of a file are read by its structures alone: no other role has a grant on them, the engine neither, so that
 * nothing that is computed can depend on what somebody noted.
 */
export class Notes20261126150000 implements MigrationInterface {
  name = 'Notes20261126150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table notes (
        note_id uuid not null,
        version int not null check (version > 0),
        pathway_id uuid not null references pathways (id) on delete cascade,
        author_id uuid not null references accounts (id) on delete restrict,
        -- The structure for which it was written, whoever follows the person since.
        organisation_id uuid not null references organisations (id) on delete restrict,
        written_at timestamptz not null,
        visibility text not null check (visibility in ('PRIVATE', 'STRUCTURE', 'SHARED')),
        text text check (length(text) between 1 and 4000),
        reason text check (length(reason) between 5 and 500),
        by_account uuid not null references accounts (id) on delete restrict,
        at timestamptz not null,
        -- Of each row of a note that was withdrawn.
        withdrawn boolean not null default false,
        primary key (note_id, version),
        check ((text is null) <> (reason is null)),
        check (at >= written_at)
      );
      create index notes_of_pathway on notes (pathway_id, written_at desc, note_id);

      -- Runs as the owner: rows before this one may be out of sight. What it refuses says nothing of them.
      create function sec.follow_last_version() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare last notes;
      begin
        if new.version = 1 and new.text is not null then return new; end if;
        select n.* into last from notes n where n.note_id = new.note_id order by n.version desc limit 1 for update;
        if last.text is null or new.version <> last.version + 1
          or (new.pathway_id, new.author_id, new.organisation_id, new.written_at) is distinct from
            (last.pathway_id, last.author_id, last.organisation_id, last.written_at)
          or array_position(array['PRIVATE', 'STRUCTURE', 'SHARED'], new.visibility) < array_position(array['PRIVATE', 'STRUCTURE', 'SHARED'], last.visibility)
          or (new.text is null and new.visibility <> last.visibility)
        then raise exception 'A note follows its last version' using errcode = 'restrict_violation'; end if;
        -- Two servers may not quite agree on the time.
        new.at := greatest(new.at, last.at);
        if new.text is null then
          update notes n set withdrawn = true where n.note_id = new.note_id;
          new.withdrawn := true;
        end if;
        return new;
      end
      $$;
      revoke all on function sec.follow_last_version() from public;
      create trigger follow_last_version before insert on notes for each row execute function sec.follow_last_version();

      -- How many, for who answers to the person: she may ask for all that is kept about her.
      create function sec.count_private_notes(pathway uuid) returns table (of_colleagues int, of_others int)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select count(*) filter (where k.may_be_asked)::int, count(*) filter (where not k.may_be_asked)::int
        from (
          select a.disabled_at is null and a.organisation_id = p.organisation_id as may_be_asked
          from notes n
          join pathways p on p.id = n.pathway_id
          join accounts a on a.id = n.author_id
          where n.pathway_id = pathway and n.visibility = 'PRIVATE' and not n.withdrawn
            and not exists (select 1 from notes later where later.note_id = n.note_id and later.version > n.version)
            and n.author_id <> sec.account('jalon_manager')
            and p.organisation_id = sec.organisation('jalon_manager') and ${readWhereSealed('jalon_manager')}
        ) k
      $$;
      revoke all on function sec.count_private_notes(uuid) from public;
      grant execute on function sec.count_private_notes(uuid) to jalon_manager;

      alter table notes enable row level security;
      alter table notes force row level security;
      create policy owner_all on notes to jalon_owner using (true) with check (true);
      ${ROLES.map((role) => readPolicy(role) + writePolicy(role)).join('\n')}
      grant select on notes to jalon_caseworker, jalon_manager;
      grant insert (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, reason, by_account, at)
        on notes to jalon_caseworker, jalon_manager;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table notes;
      drop function sec.follow_last_version();
      drop function sec.count_private_notes(uuid);
    `);
  }
}
