import type { MigrationInterface, QueryRunner } from 'typeorm';

const OURS = `from_organisation = (select sec.organisation('jalon_manager'))`;
const THEIRS = `to_organisation = (select sec.organisation('jalon_manager'))`;
const LOCATED = `pathway_id = any ((select sec.located_files('jalon_manager'))::uuid[])`;
/** What she has just refused, knowing that it is sealed, is hers to read. */
const REFUSED_BY_HER = `(state = 'REFUSED' and answered_by = (select sec.account('jalon_manager')))`;
const OWN = (role: string): string => `account_id = (select sec.account('${role}'))`;
/** A file that one follows and may open: the right to find it does not read why it was opened. */
const readBy = (role: string, follows: string): string => `exists (select 1 from pathways p
  where p.id = pathway_id and ${follows} and (not p.sealed or exists (select 1 from seal_rights r
    where r.pathway_id = p.id and r.account_id = (select sec.account('${role}')) and r.right_to = 'READ')))`;
const OF_HER_CASELOAD = `p.referent_id = (select sec.account('jalon_caseworker'))`;
const OF_THE_STRUCTURE = `p.organisation_id = (select sec.organisation('jalon_manager'))`;
const followedBy = (follows: string): string =>
  `exists (select 1 from pathways p where p.id = pathway_id and ${follows})`;
const GIVEN_BY_HER = `state = 'ACCEPTED' and former_referent = (select sec.account('jalon_caseworker'))`;

/**
 * Sealing a file ends what was under way on it. A transfer asked before could be accepted after, by which somebody
 * without rights gave the location away; it is cancelled, and one asked since is seen and taken back by whoever holds the
 * location. An emergency opening ends, and does not come back with the lifting of the seal.
 *
 * What is over told of a seal to whoever had read the file: a transfer answered lost its preview, an opening stayed in its
 * list. Both are hidden with the file.
 */
export class SealsEndWhatWaits20261126170200 implements MigrationInterface {
  name = 'SealsEndWhatWaits20261126170200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      alter policy given on transfers
        using (${OURS} and (not sealed or ${LOCATED}));
      alter policy received on transfers
        using (${THEIRS} and (not sealed or state = 'PENDING' or ${REFUSED_BY_HER} or ${LOCATED}));

      alter policy handed_over on transfers using (${GIVEN_BY_HER} and not sealed);
      update transfers t set state = 'CANCELLED', answered_at = now()
      from pathways p where p.id = t.pathway_id and p.sealed and t.state = 'PENDING';

      -- To whom she gave a file, for the former referent who reads it still.
      grant select (to_organisation) on transfers to jalon_caseworker;

      alter table openings add column sealed boolean not null default false;
      update openings o set sealed = p.sealed from pathways p where p.id = o.pathway_id and p.sealed;
      alter policy own_openings on openings
        using ((${OWN('jalon_caseworker')} and not sealed) or ${readBy('jalon_caseworker', OF_HER_CASELOAD)});
      alter policy of_the_structure on openings
        using ((${OWN('jalon_manager')} and not sealed) or ${readBy('jalon_manager', OF_THE_STRUCTURE)});

      create or replace function sec.carry_seal_to_transfers() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare at timestamptz := coalesce(sec.now(current_setting('role')), now());
      begin
        if new.sealed then
          update transfers t set state = 'CANCELLED', answered_at = at where t.pathway_id = new.id and t.state = 'PENDING';
          update openings o set ends_at = greatest(at, o.opened_at + interval '1 microsecond')
          where o.pathway_id = new.id and o.ends_at > at;
        end if;
        update transfers t set sealed = new.sealed, preview = case when new.sealed then '{}' else t.preview end where t.pathway_id = new.id;
        update openings o set sealed = new.sealed where o.pathway_id = new.id;
        return null;
      end
      $$;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create or replace function sec.carry_seal_to_transfers() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update transfers t set sealed = new.sealed, preview = case when new.sealed then '{}' else t.preview end where t.pathway_id = new.id;
        return null;
      end
      $$;
      alter policy own_openings on openings
        using (${OWN('jalon_caseworker')} or ${followedBy(OF_HER_CASELOAD)});
      alter policy of_the_structure on openings
        using (${OWN('jalon_manager')} or ${followedBy(OF_THE_STRUCTURE)});
      alter table openings drop column sealed;
      alter policy handed_over on transfers using (${GIVEN_BY_HER});
      revoke select (to_organisation) on transfers from jalon_caseworker;
      alter policy given on transfers using (${OURS} and (not sealed or asked_by = (select sec.account('jalon_manager'))));
      alter policy received on transfers using (${THEIRS});
      reset role;
    `);
  }
}
