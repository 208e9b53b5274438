import type { MigrationInterface, QueryRunner } from 'typeorm';

const REACHED = 'exists (select 1 from pathways p where p.id = pathway_id)';
const writing = (followed: string): string =>
  `exists (select 1 from pathways p where p.id = pathway_id and ${followed})`;

const followedByStructure = (role: string): string => `(p.organisation_id = (select sec.organisation('${role}'))
  or (p.organisation_id is null and p.department = any ((select sec.departments('${role}'))::text[])))`;

/** A referent acts on stalls, by rows of her own; nothing of a file follows from what she does. */
const FOLLOWED_BY_ACTOR = `case (select sec.role_of('jalon_engine'))
    when 'ASSOCIATION_CASEWORKER' then p.referent_id = (select sec.account('jalon_engine'))
    when 'ASSOCIATION_MANAGER' then ${followedByStructure('jalon_engine')}
    when 'OFII_AGENT' then true
    when 'RULES' then true
    else false
  end`;

const ADDED_BY = {
  own_reach_adds: ['jalon_caseworker', `p.referent_id = (select sec.account('jalon_caseworker'))`],
  own_reach_adds_manager: ['jalon_manager', followedByStructure('jalon_manager')],
} as const;

const IN_THE_STRUCTURE = `exists (select 1 from accounts a where a.id = account_id and a.organisation_id = (select sec.organisation('jalon_manager')))`;
const OF_THE_STRUCTURE = `p.organisation_id = (select sec.organisation('jalon_manager'))`;
const ENTRUSTABLE = `exists (select 1 from pathways p where p.id = pathway_id and ${OF_THE_STRUCTURE}
  and (not p.sealed or p.id = any ((select sec.entrustable_files('jalon_manager'))::uuid[])))`;

function changes(withCheck: (followed: string) => string): string {
  return Object.entries(ADDED_BY)
    .map(
      ([policy, [role, followed]]) =>
        `alter policy ${policy} on pathway_changes with check (actor_id = (select sec.account('${role}')) and ${withCheck(followed)});`,
    )
    .join('\n');
}

function derived(reach: string): string {
  return ['pathway_steps', 'pathway_stalls']
    .map((table) => `alter policy reach_of_the_actor on ${table} using (${reach}) with check (${reach});`)
    .join('\n');
}

/**
 * What is lent is read: the policies of writing looked at whether the file is visible, and one that was handed over, or
 * opened in an emergency, is. They look at whether it is followed. The engine wrote for a departmental referent too, who
 * records nothing in a file. And the rights over a sealed file were given and taken by whoever held the smallest of them:
 * they are by whoever opens it and locates her.
 */
export class WritingIsNotReading20261126170600 implements MigrationInterface {
  name = 'WritingIsNotReading20261126170600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      ${changes(writing)}
      alter policy reach_of_the_actor_adds on pathway_events with check (${writing(FOLLOWED_BY_ACTOR)});
      ${derived(writing(FOLLOWED_BY_ACTOR))}
      alter policy reach_of_the_actor on pathways with check ((select sec.role_of('jalon_engine')) <> 'DEPARTMENT_REFERENT');

      create function sec.entrustable_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(r.pathway_id), '{}') from seal_rights r
        join seal_rights l on l.pathway_id = r.pathway_id and l.account_id = r.account_id and l.right_to = 'LOCATE'
        where r.account_id = sec.account(for_database_role) and r.right_to = 'READ'
      $$;
      revoke all on function sec.entrustable_files(text) from public;
      grant execute on function sec.entrustable_files(text) to jalon_manager;
      alter policy of_reached_pathways on seal_rights
        using (${ENTRUSTABLE} or (account_id = (select sec.account('jalon_manager')) and ${REACHED}))
        with check (${ENTRUSTABLE} and ${IN_THE_STRUCTURE});
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter policy of_reached_pathways on seal_rights
        using (${REACHED})
        with check (${writing(OF_THE_STRUCTURE)} and ${IN_THE_STRUCTURE});
      drop function sec.entrustable_files(text);
      ${changes(() => REACHED)}
      alter policy reach_of_the_actor_adds on pathway_events with check (${REACHED});
      ${derived(REACHED)}
      -- A check cannot be taken back: the policy is made again, of what it reaches now.
      do $$
      declare reach text := (select qual from pg_policies where tablename = 'pathways' and policyname = 'reach_of_the_actor');
      begin
        drop policy reach_of_the_actor on pathways;
        execute format('create policy reach_of_the_actor on pathways to jalon_engine using (%s)', reach);
      end
      $$;
      reset role;
    `);
  }
}
