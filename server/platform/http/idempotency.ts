import type { Language } from '../../domain/language/language.ts';
import type { Db } from '../database/db.ts';
import type { Answer } from './route.ts';
import { notFound, unfit } from './problem.ts';

export interface OnceKey {
  readonly accountId: string;
  readonly key: string;
  /** Operation and path: one key serves one request. */
  readonly operation: string;
  readonly bodyHash: string;
  /** Of the sentences of the answer that is kept: asked again in another, it is given as it was. */
  readonly language: Language;
  /** Whether who asks again still reaches what was answered: a file may have gone to somebody else since. */
  readonly isReached?: (db: Db, body: never) => Promise<boolean>;
}

interface Kept {
  operation: string;
  body_hash: string;
  status: number | null;
  response: string;
  etag: string | null;
}

/**
 * Does the work once for a key, and gives the same answer to whoever asks again. The key is written in the same
 * transaction as the work: both stay or neither. A second request that arrives meanwhile waits for the first.
 */
export async function answerOnce<T>(
  db: Db,
  { accountId, key, operation, bodyHash, language, isReached }: OnceKey,
  work: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  // What was answered is kept for a day, like the patience of whoever asks again: everybody's, not only her own.
  await db.query('select sec.sweep_answers()');
  const taken = await db.one(
    `insert into idempotency_keys (account_id, key, operation, body_hash)
     values ($1, $2, $3, $4)
     on conflict (account_id, key) do nothing
     returning key`,
    [accountId, key, operation, bodyHash],
  );
  if (taken === undefined) {
    const answer = await replay<T>(db, { accountId, key, operation, bodyHash });
    if (isReached !== undefined && !(await isReached(db, answer.body as never))) throw notFound();
    return answer;
  }

  const answer = await work();

  await db.query(
    `update idempotency_keys set status = $3, response = $4, etag = $5 where account_id = $1 and key = $2`,
    [
      accountId,
      key,
      answer.status ?? null,
      JSON.stringify({ body: answer.body, location: answer.location, language }),
      answer.etag ?? null,
    ],
  );
  return answer;
}

async function replay<T>(
  db: Db,
  { accountId, key, operation, bodyHash }: Omit<OnceKey, 'language'>,
): Promise<Answer<T>> {
  const kept = await db.one<Kept>(
    `select k.operation, k.body_hash, k.status, k.response, k.etag from idempotency_keys k where k.account_id = $1 and k.key = $2`,
    [accountId, key],
  );
  if (kept === undefined || kept.operation !== operation || kept.body_hash !== bodyHash) {
    throw unfit('idempotency_key_reused', 'Cette clé d’idempotence a déjà servi pour une autre demande.');
  }
  const { body, location, language } = JSON.parse(kept.response) as { body: T; location?: string; language?: Language };
  return {
    body,
    ...(kept.status === null ? {} : { status: kept.status }),
    ...(kept.etag === null ? {} : { etag: kept.etag }),
    ...(location === undefined ? {} : { location }),
    ...(language === undefined ? {} : { language }),
  };
}
