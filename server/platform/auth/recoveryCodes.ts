import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withoutSpaces } from './totp.ts';

const CODES = 10;
/** Base32 without the letters that look like digits: what is printed is read and typed by people. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** Five bits each: 80 bits. */
const CHARACTERS = 16;

function newCode(): string {
  const characters = [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}

function hashOf(accountId: string, code: string): Buffer {
  return createHash('sha256')
    .update(`${accountId}|${withoutSpaces(code).toUpperCase()}`)
    .digest();
}

/** Ten new codes in place of those that were: shown once, kept as hashes. */
export async function replaceRecoveryCodes(db: pg.ClientBase, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await db.query('delete from recovery_codes where account_id = $1', [accountId]);
  await db.query('insert into recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])', [
    accountId,
    codes.map((code) => hashOf(accountId, code)),
  ]);
  return codes;
}

/** Uses a code up. Of many who bring the same one at once, one succeeds. */
export async function useRecoveryCode(pool: pg.Pool, accountId: string, code: string, at: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update recovery_codes set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null',
    [accountId, hashOf(accountId, code), at],
  );
  return rowCount === 1;
}

export async function recoveryCodesLeft(pool: pg.Pool, accountId: string): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    'select count(*) as left from recovery_codes c where c.account_id = $1 and c.used_at is null',
    [accountId],
  );
  return rows[0]?.left ?? 0;
}
