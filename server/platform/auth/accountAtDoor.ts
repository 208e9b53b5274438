import type pg from 'pg';
import type { Actor } from '../../domain/access/actor.ts';
import { ROLES } from '../../domain/access/roles.ts';

/** An account as the sign-in knows it; disabled ones do not come here. */
export interface AccountAtDoor {
  readonly actor: Actor;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly epoch: number;
  readonly isDemo: boolean;
  /** Whether an authenticator is in use. */
  readonly hasFactor: boolean;
}

interface Row {
  id: string;
  email: string;
  password_hash: string | null;
  role: string;
  organisation_id: string;
  departments: string[];
  display_name: string;
  sign_in_epoch: number;
  is_demo: boolean;
  has_factor: boolean;
}

const ACCOUNT = `select a.id, a.email, a.password_hash, a.role, a.organisation_id, a.departments, a.display_name,
    a.sign_in_epoch, a.is_demo, f.secret is not null as has_factor
  from accounts a
  left join second_factors f on f.account_id = a.id
  where a.disabled_at is null`;

function fromRow(row: Row): AccountAtDoor {
  const role = ROLES.find((known) => known === row.role);
  if (role === undefined) throw new Error('An account has a role that this program does not know');
  return {
    actor: {
      accountId: row.id,
      role,
      organisationId: row.organisation_id,
      departments: row.departments,
      displayName: row.display_name,
    },
    email: row.email,
    passwordHash: row.password_hash,
    epoch: row.sign_in_epoch,
    isDemo: row.is_demo,
    hasFactor: row.has_factor,
  };
}

/** As people type it: an address is the same in capitals. */
export function foldEmail(email: string): string {
  return email.toLowerCase().trim();
}

export async function accountByEmail(pool: pg.Pool, email: string): Promise<AccountAtDoor | undefined> {
  const { rows } = await pool.query<Row>(`${ACCOUNT} and a.email = $1`, [foldEmail(email)]);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** The account as it stands now; undefined when it is gone or disabled. */
export async function accountById(pool: pg.Pool, accountId: string): Promise<AccountAtDoor | undefined> {
  const { rows } = await pool.query<Row>(`${ACCOUNT} and a.id = $1`, [accountId]);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}
