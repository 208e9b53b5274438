import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists walk the branches of a reach, each by an index that begins with its key, so that what others hold costs nothing:
 * the national order of every file, which the former indexes kept, was read through for each department. Spells already
 * cleared have an index of their own: « as of » a past day reads those cleared since, and no other.
 */
export class IndexesByReach20261125150000 implements MigrationInterface {
  name = 'IndexesByReach20261125150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create index stalls_cleared_of_department on pathway_stalls (department, cleared_on) where cleared_on is not null;
      create index stalls_cleared_of_organisation on pathway_stalls (organisation_id, cleared_on) where cleared_on is not null;
      create index stalls_cleared_of_referent on pathway_stalls (referent_id, cleared_on) where cleared_on is not null;

      drop index pathways_by_next_due, pathways_by_next_due_for_ofii, pathways_by_signature, pathways_by_contact;
      create index pathways_of_department_for_ofii on pathways (department, next_due_on_for_ofii, id);
      create index pathways_of_department_by_signature on pathways (department, cir_signed_on, id);
      create index pathways_of_department_by_contact on pathways (department, last_contact_on, id);

      drop index people_by_name;
      create index people_of_department_by_name on people (department, name_sort, id);
      create index people_by_ofii_number on people (ofii_number) where ofii_number is not null;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop index people_by_ofii_number, people_of_department_by_name;
      create index people_by_name on people (name_sort, id);

      drop index pathways_of_department_by_contact, pathways_of_department_by_signature, pathways_of_department_for_ofii;
      create index pathways_by_next_due on pathways (next_due_on, id);
      create index pathways_by_next_due_for_ofii on pathways (next_due_on_for_ofii, id);
      create index pathways_by_signature on pathways (cir_signed_on, id);
      create index pathways_by_contact on pathways (last_contact_on, id);

      drop index stalls_cleared_of_referent, stalls_cleared_of_organisation, stalls_cleared_of_department;
      reset role;
    `);
  }
}
