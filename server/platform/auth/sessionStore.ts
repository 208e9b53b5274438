import { createHash } from 'node:crypto';
import { Store, type SessionData } from 'express-session';
import type pg from 'pg';
import type { Clock } from '../clock.ts';

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string };
    /** The sign-ins that were worth something when it was opened. */
    epoch?: number;
    /** Epoch milliseconds, by the clock of the program. */
    openedAt?: number;
    /** Last time that a second factor was shown; absent: never in this session. */
    factorAt?: number;
    /** Browser and system, in plain words. */
    browser?: string;
    /** It was read from the table: it may be changed there, and not be put back once it is gone. */
    stored?: boolean;
  }
}

export const IDLE_MS = 30 * 60 * 1000;
export const ABSOLUTE_MS = 12 * 60 * 60 * 1000;
const PRUNE_EVERY_MS = 15 * 60 * 1000;

/** A row of the table must not open a session: what is stored is the hash of its identifier. */
export function hashedSid(sid: string): string {
  return createHash('sha256').update(sid).digest('base64url');
}

type Done = (error?: unknown) => void;

/**
 * Sessions on the server, in PostgreSQL: an end takes effect everywhere at once. They end by the clock of the program,
 * half an hour after the last request and twelve hours after the sign-in.
 */
export class SessionStore extends Store {
  private readonly pruning: NodeJS.Timeout;
  /** What was written of a session in this request, where it began: its cookie aside, which changes with each answer. */
  private readonly written = new WeakMap<SessionData, string>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {
    super();
    this.pruning = setInterval(() => void this.prune().catch(() => undefined), PRUNE_EVERY_MS).unref();
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.pool
      .query<{ sess: SessionData }>('select s.sess from sessions s where s.sid = $1 and s.expire > $2', [
        hashedSid(sid),
        this.clock.now(),
      ])
      .then(({ rows }) => done(null, rows[0] === undefined ? null : { ...rows[0].sess, stored: true }), done);
  }

  /**
   * A session that begins is written before its answer leaves, and express-session would write it again as the answer ends:
   * by then the browser may be on its way with the next request, or the session may have been ended. The same is not
   * written twice, and what was written once is only changed from then on.
   */
  override set(sid: string, session: SessionData, done: Done = () => undefined): void {
    const { stored, ...data } = session;
    const before = this.written.get(session);
    const kept = JSON.stringify({ ...data, cookie: undefined });
    if (before === kept) return done();
    const now = this.clock.now();
    const columns = [
      hashedSid(sid),
      JSON.stringify(data),
      this.endOf(data, now),
      data.passport?.user ?? null,
      data.epoch ?? null,
      data.openedAt === undefined ? null : new Date(data.openedAt),
      now,
      data.factorAt === undefined ? null : new Date(data.factorAt),
      data.browser ?? null,
    ];
    const columnNames = '(sid, sess, expire, account_id, epoch, opened_at, seen_at, factor_at, browser)';
    const values = '($1, $2, $3, $4, $5, $6, $7, $8, $9)';
    this.pool
      .query(
        // A session that was revoked while a request was on its way stays revoked.
        stored === true || before !== undefined
          ? `update sessions set ${columnNames} = ${values} where sid = $1 and expire > $7`
          : `insert into sessions ${columnNames} values ${values}
             on conflict (sid) do update set sess = excluded.sess, expire = excluded.expire, account_id = excluded.account_id,
               epoch = excluded.epoch, opened_at = excluded.opened_at, seen_at = excluded.seen_at,
               factor_at = excluded.factor_at, browser = excluded.browser`,
        columns,
      )
      .then(() => {
        this.written.set(session, kept);
        done();
      }, done);
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    this.pool.query('delete from sessions where sid = $1', [hashedSid(sid)]).then(() => done(), done);
  }

  override touch(sid: string, data: SessionData, done: Done = () => undefined): void {
    const now = this.clock.now();
    this.pool
      .query('update sessions set seen_at = $2, expire = $3 where sid = $1 and expire > $2', [
        hashedSid(sid),
        now,
        this.endOf(data, now),
      ])
      .then(() => done(), done);
  }

  async prune(): Promise<void> {
    await this.pool.query('delete from sessions where expire <= $1', [this.clock.now()]);
  }

  close(): void {
    clearInterval(this.pruning);
  }

  private endOf({ openedAt }: SessionData, now: Date): Date {
    const idle = now.getTime() + IDLE_MS;
    return new Date(openedAt === undefined ? idle : Math.min(idle, openedAt + ABSOLUTE_MS));
  }
}
