import { createHash } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData, type Store } from 'express-session';
import type pg from 'pg';

const PgStore = connectPgSimple(session);

/** A row of the table must not open a session: what is stored is the hash of its identifier. */
function hashed(sid: string): string {
  return createHash('sha256').update(sid).digest('base64url');
}

class HashedPgStore extends PgStore {
  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    super.get(hashed(sid), callback);
  }
  override set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    super.set(hashed(sid), data, callback);
  }
  override destroy(sid: string, callback?: (error?: unknown) => void): void {
    super.destroy(hashed(sid), callback);
  }
  override touch(sid: string, data: SessionData, callback?: () => void): void {
    super.touch(hashed(sid), data, callback);
  }
}

/** Sessions on the server, in PostgreSQL: an end takes effect everywhere at once. */
export function sessionStore(pool: pg.Pool): Store & { close(): Promise<void> } {
  const store = new HashedPgStore({
    pool,
    tableName: 'sessions',
    pruneSessionInterval: 900,
    errorLog: () => undefined,
  });
  return store as unknown as Store & { close(): Promise<void> };
}
