import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A new invitation to link an identity replaces those that were not used: they are in nobody's hands any more, or in wrong
 * ones. Administrators read when a link was made and of which kind, to be warned when it meets a factor taken back.
 */
export class LastLinkAndLastInvitation20261126170800 implements MigrationInterface {
  name = 'LastLinkAndLastInvitation20261126170800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create function sec.replace_identity_invitations() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        -- Of two invitations at once, the second waits for the first and replaces it.
        perform 1 from accounts a where a.id = new.account_id for no key update;
        delete from identity_invitations i where i.account_id = new.account_id and i.used_at is null;
        return new;
      end
      $$;
      revoke all on function sec.replace_identity_invitations() from public;
      create trigger replace_identity_invitations before insert on identity_invitations
        for each row execute function sec.replace_identity_invitations();
      grant select (kind, made_at) on account_links to jalon_admin;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      revoke select (kind, made_at) on account_links from jalon_admin;
      drop trigger replace_identity_invitations on identity_invitations;
      drop function sec.replace_identity_invitations();
      reset role;
    `);
  }
}
