import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['jalon_caseworker', 'jalon_manager'] as const;
type TaskRole = (typeof ROLES)[number];

const account = (role: TaskRole): string => `(select sec.account('${role}'))`;

/** Of the file that she follows, and may open where it is sealed: what is lent, or only found, is not hers to plan. */
function ofAFollowedFile(role: TaskRole): string {
  const followed =
    role === 'jalon_caseworker'
      ? `p.referent_id = ${account(role)}`
      : `p.organisation_id = (select sec.organisation('${role}'))`;
  return `exists (select 1 from pathways p where p.id = pathway_id and ${followed}
          and (not p.sealed or exists (select 1 from seal_rights r
            where r.pathway_id = p.id and r.account_id = ${account(role)} and r.right_to = 'READ')))`;
}

const CHANGE_KINDS = [
  'OPENED',
  'CORRECTION',
  'ASSIGNMENT',
  'SEALED',
  'UNSEALED',
  'TRANSFER',
  'REVEAL',
  'BREAK_GLASS',
  'LISTED',
];
const kinds = (all: readonly string[]): string => `
      alter table pathway_changes drop constraint pathway_changes_kind_check;
      alter table pathway_changes add constraint pathway_changes_kind_check
        check (kind in (${all.map((kind) => `'${kind}'`).join(', ')}));`;

/**
 * What somebody said she would do, by a day: an action without a date is forgotten. It is no event: nothing that is
 * computed on a file moves with it. It belongs to the file, and goes with it to whoever follows it next; what became of
 * it is told by the history of the file.
 */
export class Tasks20261126210000 implements MigrationInterface {
  name = 'Tasks20261126210000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table tasks (
        id uuid primary key,
        pathway_id uuid not null references pathways (id) on delete cascade,
        what text not null check (length(what) between 1 and 200),
        -- The step that it moves on, when there is one.
        step text,
        due_on date not null,
        state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
        -- Why it was put off, or dropped, the last time.
        reason text check (length(reason) between 1 and 200),
        version int not null default 1,
        created_at timestamptz not null,
        created_by uuid not null references accounts (id) on delete restrict,
        changed_at timestamptz not null,
        changed_by uuid not null references accounts (id) on delete restrict,
        check (version > 1 or changed_by = created_by)
      );
      create index tasks_open_of_pathway on tasks (pathway_id, due_on) where state = 'OPEN';
      create index tasks_of_pathway on tasks (pathway_id, changed_at desc);
      alter table tasks enable row level security;
      alter table tasks force row level security;
      create policy owner_all on tasks to jalon_owner using (true) with check (true);
      ${ROLES.map(
        (role) => `
      create policy followed_by_${role} on tasks to ${role} using (${ofAFollowedFile(role)})
        with check (changed_by = ${account(role)} and ${ofAFollowedFile(role)});`,
      ).join('')}
      grant select on tasks to ${ROLES.join(', ')};
      grant insert (id, pathway_id, what, step, due_on, created_at, created_by, changed_at, changed_by) on tasks to ${ROLES.join(', ')};
      grant update (what, due_on, state, reason, version, changed_at, changed_by) on tasks to ${ROLES.join(', ')};
      ${kinds([...CHANGE_KINDS, 'TASK'])}
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      delete from pathway_changes c where c.kind = 'TASK';
      ${kinds(CHANGE_KINDS)}
      drop table tasks;
      reset role;
    `);
  }
}
