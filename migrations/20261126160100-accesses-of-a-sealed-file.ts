import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEALED_TO_HER = `(not p.sealed or exists (
              select 1 from seal_rights r
              where r.pathway_id = p.id and r.right_to = 'READ' and r.account_id = sec.account(current_setting('role'))))`;

function accessesOf(condition: string): string {
  return `
      set local role jalon_owner;
      create or replace function sec.accesses_of(of_pathway uuid)
      returns table (bucket int, seq bigint, at timestamptz, account_name text, role text, organisation_name text,
        organisation_kind text, operation text, kind text, purpose text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select e.bucket, e.seq, e.at, a.display_name, e.role, o.name, o.kind, e.operation, e.kind, e.purpose
        from audit_entries e
        left join accounts a on a.id = e.account_id
        left join organisations o on o.id = e.organisation_id
        where e.pathway_ids @> array[of_pathway] and e.outcome = 'DONE'
          and exists (
            select 1 from pathways p
            where p.id = of_pathway and ${condition}case current_setting('role')
              when 'jalon_caseworker' then p.referent_id = sec.account('jalon_caseworker')
              when 'jalon_manager' then p.organisation_id = sec.organisation('jalon_manager')
              else false end)
      $$;
      reset role;`;
}

/**
 * Who saw a sealed file was told to its referent and to every manager of its structure, whether or not she may read it: the
 * function runs as the owner, which no row policy stops. It asks for the right to read, like everything of the file.
 */
export class AccessesOfASealedFile20261126160100 implements MigrationInterface {
  name = 'AccessesOfASealedFile20261126160100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      accessesOf(`${SEALED_TO_HER}
              and `),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(accessesOf(''));
  }
}
