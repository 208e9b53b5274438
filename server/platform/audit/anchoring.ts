import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Checkpoint } from '../../domain/audit/verifyChain.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { writeAnchor } from './anchors.ts';

const EVERY_MS = 5 * 60_000;

export interface AnchoringOptions {
  /** Any pool whose role may call sec.audit_heads(). */
  readonly pool: pg.Pool;
  readonly folder: string;
  readonly key: KeyObject;
  readonly clock: Pick<Clock, 'now'>;
}

/** Writes an anchor now. One process at a time: anchors name one another. Returns how many buckets moved. */
export async function anchorNow({ pool, folder, key, clock }: AnchoringOptions): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(4851202)');
    const { rows } = await client.query<{ bucket: number; seq: number; hash: string }>(
      `select h.bucket, h.seq, encode(h.hash, 'hex') as hash from sec.audit_heads() h`,
    );
    const heads = new Map(
      rows.map(({ bucket, seq, hash }): [number, Checkpoint] => [bucket, { seq: Number(seq), hash }]),
    );
    const moved = writeAnchor(folder, key, heads, clock.now());
    await client.query('commit');
    client.release();
    return moved;
  } catch (error) {
    // Given back broken: whatever it still holds ends with it.
    client.release(true);
    throw error;
  }
}

/** Anchors at the start, every five minutes, and a last time when stopped. What cannot be anchored is said in the log. */
export function keepAnchored(options: AnchoringOptions & { readonly logger: Logger }): { stop(): Promise<void> } {
  const anchor = (): Promise<void> =>
    anchorNow(options).then(
      () => undefined,
      (error: unknown) =>
        options.logger.error(
          { kind: error instanceof Error ? error.name : typeof error },
          'the audit trail could not be anchored',
        ),
    );
  let last = anchor();
  const timer = setInterval(() => {
    last = last.then(anchor);
  }, EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return last.then(anchor);
    },
  };
}
