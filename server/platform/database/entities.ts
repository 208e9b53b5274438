import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The write model: what a use case inserts as a whole. What screens read is SQL text, in each feature's queries. */
@Entity({ name: 'people' })
export class PersonRow {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) department: string;
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column({ type: 'uuid', name: 'referent_id', nullable: true }) referentId: string | null;
  @Column({ type: 'text', name: 'foreigner_number', nullable: true }) foreignerNumber: string | null;
  @Column({ type: 'text', name: 'ofii_number', nullable: true }) ofiiNumber: string | null;
  @Column({ type: 'text', name: 'birth_name', nullable: true }) birthName: string | null;
  @Column({ type: 'text', name: 'usage_name', nullable: true }) usageName: string | null;
  @Column({ type: 'text', name: 'first_names', nullable: true }) firstNames: string | null;
  @Column({ type: 'text', name: 'birth_value', nullable: true }) birthValue: string | null;
  @Column({ type: 'text', name: 'birth_precision' }) birthPrecision: string;
  @Column({ type: 'text' }) sex: string;
  @Column({ type: 'text', nullable: true }) nationality: string | null;
  @Column({ type: 'text', array: true }) languages: string[];
  @Column({ type: 'text', name: 'name_sort' }) nameSort: string;
  @Column({ type: 'text', name: 'search_text' }) searchText: string;
  @Column({ type: 'bigint', array: true, name: 'search_keys' }) searchKeys: number[];
}

/** Where she is, and what leads to her: one row a person, behind its own policies. */
@Entity({ name: 'person_locations' })
export class PersonLocationRow {
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text', nullable: true }) phone: string | null;
  @Column({ type: 'text', nullable: true }) email: string | null;
  @Column({ type: 'text', name: 'address_line', nullable: true }) addressLine: string | null;
  @Column({ type: 'text', nullable: true }) postcode: string | null;
  @Column({ type: 'text', nullable: true }) commune: string | null;
}

@Entity({ name: 'pathways' })
export class PathwayRowEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) number: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text' }) department: string;
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column({ type: 'uuid', name: 'referent_id', nullable: true }) referentId: string | null;
  @Column({ type: 'jsonb' }) facts: object;
  @Column({ type: 'text', name: 'corrected_by_hand', array: true }) correctedByHand: string[];
  @Column({ type: 'text', name: 'contract_state' }) contractState: string;
}

export type ChangeKind =
  | 'OPENED'
  | 'CORRECTION'
  | 'ASSIGNMENT'
  | 'SEALED'
  | 'UNSEALED'
  | 'TRANSFER'
  | 'REVEAL'
  | 'BREAK_GLASS'
  | 'LISTED'
  | 'TASK'
  | 'MERGED'
  | 'UNMERGED';

@Entity({ name: 'pathway_changes' })
export class ChangeRow {
  // Numbered by the database; never written.
  @PrimaryColumn({ type: 'bigint', generated: 'increment', insert: false }) id?: number;
  @Column({ type: 'uuid', name: 'pathway_id' }) pathwayId: string;
  @Column({ type: 'timestamptz' }) at: string;
  @Column({ type: 'uuid', name: 'actor_id', nullable: true }) actorId: string | null;
  @Column({ type: 'text' }) kind: ChangeKind;
  @Column({ type: 'text' }) source: 'HAND' | 'IMPORT';
  @Column({ type: 'text', nullable: true }) domain: string | null;
  @Column({ type: 'text', nullable: true }) field: string | null;
  @Column({ type: 'text', nullable: true }) before: string | null;
  @Column({ type: 'text', nullable: true }) after: string | null;
  /** The value replaced, as it was stored: its words are for people. */
  @Column({ type: 'jsonb', nullable: true }) was: unknown;
  /** Why a former value was restored, as its author said it. */
  @Column({ type: 'text', nullable: true }) reason?: string | null;
}

@Entity({ name: 'stall_follow_ups' })
export class FollowUpRow {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'stall_id' }) stallId: string;
  @Column({ type: 'uuid', name: 'pathway_id' }) pathwayId: string;
  @Column({ type: 'text' }) department: string;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'date', name: 'due_on', nullable: true }) dueOn: string | null;
  @Column({ type: 'uuid', name: 'by_account' }) byAccount: string;
  @Column({ type: 'timestamptz' }) at: string;
}

export const entities = [PersonRow, PersonLocationRow, PathwayRowEntity, ChangeRow, FollowUpRow];
