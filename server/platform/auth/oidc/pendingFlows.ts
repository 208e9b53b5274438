import { createHash, createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../../clock.ts';
import { deriveKey } from '../../database/keys.ts';

/** What goes to the provider and must come back. Forty-three characters each. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Why somebody was sent to the provider. */
export type FlowPurpose =
  | { readonly kind: 'SIGN_IN' }
  | { readonly kind: 'LINK'; readonly accountId: string }
  | { readonly kind: 'INVITATION'; readonly invitation: string };

export interface PendingFlows {
  /** Begins one. The ticket goes to the browser that asked, and to nobody else. */
  begin(purpose: FlowPurpose): Promise<{ readonly ticket: string; readonly secrets: FlowSecrets }>;
  secretsOf(ticket: string): FlowSecrets;
  /** Ends one, once: undefined when it never began, has expired, or was ended already. */
  end(ticket: string): Promise<FlowPurpose | undefined>;
}

export const FLOW_LIFE_MS = 10 * 60 * 1000;

/**
 * Sign-ins on their way. The browser holds a ticket drawn at random; the secrets are derived from it with a key of the
 * server, so that an answer can only be brought back by the browser that asked; the table holds a hash of it, so that it
 * serves once, and a copy of the database opens nothing.
 */
export function pendingFlows(pool: pg.Pool, secretKey: string, clock: Clock): PendingFlows {
  const key = deriveKey(secretKey, 'identity-flow');
  const secretsOf = (ticket: string): FlowSecrets => {
    const derive = (use: string): string => createHmac('sha256', key).update(`${use}:${ticket}`).digest('base64url');
    return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') };
  };
  return {
    secretsOf,
    begin: async (purpose) => {
      const ticket = randomBytes(32).toString('base64url');
      const now = clock.now();
      await pool.query('delete from identity_flows where expires_at <= $1', [now]);
      await pool.query(
        'insert into identity_flows (id, purpose, account_id, invitation, expires_at) values ($1, $2, $3, $4, $5)',
        [
          hashOf(ticket),
          purpose.kind,
          purpose.kind === 'LINK' ? purpose.accountId : null,
          purpose.kind === 'INVITATION' ? purpose.invitation : null,
          new Date(now.getTime() + FLOW_LIFE_MS),
        ],
      );
      return { ticket, secrets: secretsOf(ticket) };
    },
    end: async (ticket) => {
      const { rows } = await pool.query<FlowRow>(
        `delete from identity_flows where id = $1 and expires_at > $2 returning purpose, account_id, invitation`,
        [hashOf(ticket), clock.now()],
      );
      return rows[0] === undefined ? undefined : purposeOf(rows[0]);
    },
  };
}

interface FlowRow {
  readonly purpose: FlowPurpose['kind'];
  readonly account_id: string | null;
  readonly invitation: string | null;
}

function purposeOf({ purpose, account_id: accountId, invitation }: FlowRow): FlowPurpose {
  if (purpose === 'LINK' && accountId !== null) return { kind: 'LINK', accountId };
  if (purpose === 'INVITATION' && invitation !== null) return { kind: 'INVITATION', invitation };
  return { kind: 'SIGN_IN' };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
