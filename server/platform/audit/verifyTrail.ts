import { hash } from 'node:crypto';
import type pg from 'pg';
import type { StoredEntry } from '../../domain/audit/canonicalForm.ts';
import { checkBucket, type BucketCheck, type Checkpoint, type Finding } from '../../domain/audit/verifyChain.ts';
import type { Anchor } from './anchors.ts';

const AT_ONCE = 10_000;

const ENTRIES = `
  declare entries no scroll cursor for
  select e.bucket::text as bucket, e.seq::text as seq, extract(epoch from e.at)::text as at, e.account_id::text as "accountId",
    e.role, e.organisation_id::text as "organisationId", e.operation, e.kind, e.outcome, e.purpose, e.asked_id::text as "askedId",
    e.pathway_ids::text as "pathwayIds", e.fields::text as fields, e.request_id::text as "requestId", encode(e.hash, 'hex') as hash
  from audit_entries e
  order by e.bucket, e.seq`;

export interface Verification {
  readonly entries: number;
  /** The first entry of each bucket that is not what it was; empty when the trail is whole. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the whole trail, in one snapshot and a piece at a time, against its own chain, its heads, and the anchors. Anchors
 * are read before the snapshot is taken: what they vouch for is in it.
 */
export async function verifyTrail(client: pg.Client, anchors: readonly Anchor[]): Promise<Verification> {
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    const heads = await readHeads(client);
    const anchored = byBucket(anchors);
    const findings: Finding[] = [];
    const left = new Set([...heads.keys(), ...anchored.keys()]);
    const start = (bucket: string): BucketCheck => {
      left.delete(bucket);
      return checkBucket(bucket, { head: heads.get(bucket), anchored: anchored.get(bucket) ?? new Map() }, sha256);
    };
    const end = (check: BucketCheck | undefined): void => {
      const finding = check?.end();
      if (finding !== undefined) findings.push(finding);
    };

    let entries = 0;
    let current: { bucket: string; check: BucketCheck } | undefined;
    await client.query(ENTRIES);
    for (;;) {
      const { rows } = await client.query<StoredEntry>(`fetch ${AT_ONCE} from entries`);
      if (rows.length === 0) break;
      for (const entry of rows) {
        if (current?.bucket !== entry.bucket) {
          end(current?.check);
          current = { bucket: entry.bucket, check: start(entry.bucket) };
        }
        current.check.add(entry);
        entries += 1;
      }
    }
    end(current?.check);
    // Buckets without a single entry, of which a head or an anchor says that there were some.
    for (const bucket of [...left]) end(start(bucket));
    return { entries, findings: findings.sort((a, b) => Number(a.bucket) - Number(b.bucket)) };
  } finally {
    await client.query('rollback');
  }
}

async function readHeads(client: pg.Client): Promise<Map<string, Checkpoint>> {
  const { rows } = await client.query<{ bucket: string; seq: string; hash: string }>(
    `select h.bucket::text as bucket, h.seq::text as seq, encode(h.hash, 'hex') as hash from audit_heads h`,
  );
  return new Map(rows.map(({ bucket, seq, hash }) => [bucket, { seq: Number(seq), hash }]));
}

/** The first anchor of an entry is the one to believe: a later one may have been taken after the entry was changed. */
function byBucket(anchors: readonly Anchor[]): Map<string, Map<number, string>> {
  const anchored = new Map<string, Map<number, string>>();
  for (const { heads } of anchors)
    for (const [bucket, { seq, hash }] of Object.entries(heads)) {
      const known = anchored.get(bucket) ?? new Map<number, string>();
      if (!known.has(seq)) known.set(seq, hash);
      anchored.set(bucket, known);
    }
  return anchored;
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
