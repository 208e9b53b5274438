import { appendAsAuth } from '../audit/append.ts';
import type { Auth } from './auth.ts';
import { inTransaction } from './inTransaction.ts';
import { replaceRecoveryCodes, useRecoveryCode } from './recoveryCodes.ts';
import { openText, sealText, type Place } from './sealedText.ts';
import { isTotpCode, newTotpSecret, totpStep, totpUri } from './totp.ts';

/** A second factor counts as fresh for this long. */
export const FRESH_MS = 5 * 60 * 1000;

const placeOf = (column: 'secret' | 'pending', row: string): Place => ({ table: 'second_factors', column, row });

/**
 * Whether this is the code of the person's authenticator, now, for the first time: a code serves once, whatever it was
 * shown for. Of twenty who bring the same one at once, one succeeds. Written beside the transaction of whoever asks: a
 * code stays used when what it was given for is undone.
 * @throws 429 after five wrong codes in five minutes
 */
export async function verifyCode(auth: Auth, accountId: string, code: string): Promise<boolean> {
  await auth.codes.spend(accountId);
  if (!(await consumeStep(auth, accountId, code))) return false;
  await auth.codes.forgive(accountId);
  return true;
}

/** The same at sign-in, where a recovery code replaces the authenticator that is lost. */
export async function verifyCodeOrRecovery(auth: Auth, accountId: string, code: string): Promise<boolean> {
  if (isTotpCode(code)) return verifyCode(auth, accountId, code);
  await auth.codes.spend(accountId);
  if (!(await useRecoveryCode(auth.pool, accountId, code, auth.clock.now()))) return false;
  await auth.codes.forgive(accountId);
  return true;
}

async function consumeStep({ pool, keys, clock }: Auth, accountId: string, code: string): Promise<boolean> {
  const { rows } = await pool.query<{ secret: Buffer }>(
    'select f.secret from second_factors f where f.account_id = $1 and f.secret is not null',
    [accountId],
  );
  const sealed = rows[0]?.secret;
  if (sealed === undefined) return false;
  const step = totpStep(openText(keys.secondFactor, placeOf('secret', accountId), sealed), code, clock.now());
  if (step === undefined) return false;
  const { rowCount } = await pool.query(
    'update second_factors set last_step = $2 where account_id = $1 and secret = $3 and (last_step is null or last_step < $2)',
    [accountId, step, sealed],
  );
  return rowCount === 1;
}

export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

/** Prepares a new authenticator; the one in use, if any, serves until the new one has shown a code. */
export async function beginEnrolment(
  { pool, keys }: Auth,
  { accountId, email }: { accountId: string; email: string },
): Promise<Enrolment> {
  const secret = newTotpSecret();
  await pool.query(
    `insert into second_factors (account_id, pending) values ($1, $2)
     on conflict (account_id) do update set pending = excluded.pending`,
    [accountId, sealText(keys.secondFactor, placeOf('pending', accountId), secret)],
  );
  return { secret, uri: totpUri(secret, email) };
}

export interface Enrolled {
  readonly recoveryCodes: string[];
  /** What sessions opened from now on carry; those before are over. */
  readonly epoch: number;
}

/** Puts the prepared authenticator in use, once it has shown a right code; undefined when it has not. */
export async function confirmEnrolment(
  auth: Auth,
  { accountId, code, requestId }: { accountId: string; code: string; requestId: string },
): Promise<Enrolled | undefined> {
  const { pool, keys, clock } = auth;
  await auth.codes.spend(accountId);
  const { rows } = await pool.query<{ pending: Buffer | null }>(
    'select f.pending from second_factors f where f.account_id = $1',
    [accountId],
  );
  const pending = rows[0]?.pending ?? undefined;
  if (pending === undefined) return undefined;
  const secret = openText(keys.secondFactor, placeOf('pending', accountId), pending);
  const step = totpStep(secret, code, clock.now());
  if (step === undefined) return undefined;

  const enrolled = await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update second_factors set secret = $2, confirmed_at = $3, last_step = $4, pending = null
       where account_id = $1 and pending = $5`,
      [accountId, sealText(keys.secondFactor, placeOf('secret', accountId), secret), clock.now(), step, pending],
    );
    if (rowCount !== 1) return undefined;
    const { rows: moved } = await client.query<{ epoch: number }>(
      'update accounts set sign_in_epoch = sign_in_epoch + 1 where id = $1 returning sign_in_epoch as epoch',
      [accountId],
    );
    const recoveryCodes = await replaceRecoveryCodes(client, accountId);
    await appendAsAuth(client, { operation: 'confirmEnrolment', outcome: 'DONE', accountId, requestId });
    return { recoveryCodes, epoch: moved[0]?.epoch ?? 0 };
  });
  if (enrolled !== undefined) await auth.codes.forgive(accountId);
  return enrolled;
}

/** New recovery codes for an authenticator that stays. */
export function renewRecoveryCodes(
  { pool }: Auth,
  { accountId, requestId }: { accountId: string; requestId: string },
): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    const codes = await replaceRecoveryCodes(client, accountId);
    await appendAsAuth(client, { operation: 'replaceRecoveryCodes', outcome: 'DONE', accountId, requestId });
    return codes;
  });
}

/** Gives the accounts of the demo the factors that are printed beside them, where they have none. */
export async function plantDemoFactors(
  { pool, keys, clock }: Auth,
  factors: readonly { readonly email: string; readonly totpSecret: string }[],
): Promise<void> {
  for (const { email, totpSecret } of factors) {
    const { rows } = await pool.query<{ id: string }>('select a.id from accounts a where a.email = $1 and a.is_demo', [
      email,
    ]);
    const id = rows[0]?.id;
    if (id === undefined) continue;
    await pool.query(
      `insert into second_factors (account_id, secret, confirmed_at) values ($1, $2, $3) on conflict (account_id) do nothing`,
      [id, sealText(keys.secondFactor, placeOf('secret', id), totpSecret), clock.now()],
    );
  }
}
