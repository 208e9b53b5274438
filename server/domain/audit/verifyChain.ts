import { canonicalForm, type StoredEntry } from './canonicalForm.ts';

export const BUCKETS = 64;

/** How far a bucket had come, and the hash of its last entry: what a head says, and what an anchor said of it. */
export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
}

export type Defect = 'ALTERED' | 'MISSING' | 'ADDED' | 'REWRITTEN';

/** The first entry of a bucket that is not what it was. */
export interface Finding {
  readonly bucket: string;
  readonly seq: number;
  readonly defect: Defect;
  /** Of a chain that was computed again: the last entry that an anchor vouches against. */
  readonly until?: number;
}

/** What is known of a bucket beside its entries. */
export interface Witnesses {
  readonly head: Checkpoint | undefined;
  /** By number: the hash that an anchor, outside the database, has kept of an entry. */
  readonly anchored: ReadonlyMap<number, string>;
}

export interface BucketCheck {
  /** The next entry, in the order of the numbers. */
  add(entry: StoredEntry): void;
  /** After the last one. */
  end(): Finding | undefined;
}

/** Walks one bucket, entry by entry: nothing is kept but the last hash. */
export function checkBucket(
  bucket: string,
  { head, anchored }: Witnesses,
  sha256: (text: string) => string,
): BucketCheck {
  let expected = 1;
  let previousHash = '';
  let vouchedFor = 0;
  let finding: Finding | undefined;
  const find = (seq: number, defect: Defect, until?: number): void => {
    finding ??= { bucket, seq, defect, ...(until === undefined ? {} : { until }) };
  };
  return {
    add: (entry) => {
      if (finding !== undefined) return;
      const seq = Number(entry.seq);
      if (seq > expected) return find(expected, 'MISSING');
      if (seq < expected || !isBucket(bucket)) return find(seq, 'ADDED');
      if (sha256(canonicalForm(entry, previousHash)) !== entry.hash) return find(seq, 'ALTERED');
      const kept = anchored.get(seq);
      // The chain holds together and is not the one that was anchored: all of it was computed again.
      if (kept !== undefined && kept !== entry.hash) return find(vouchedFor + 1, 'REWRITTEN', seq);
      if (kept !== undefined) vouchedFor = seq;
      previousHash = entry.hash;
      expected = seq + 1;
    },
    end: () => {
      const last = expected - 1;
      const known = Math.max(0, head?.seq ?? 0, ...anchored.keys());
      if (known > last) find(expected, 'MISSING');
      else if (last > (head?.seq ?? 0)) find((head?.seq ?? 0) + 1, 'ADDED');
      else if (head !== undefined && last > 0 && head.hash !== previousHash) find(vouchedFor + 1, 'REWRITTEN', last);
      return finding;
    },
  };
}

function isBucket(bucket: string): boolean {
  return /^\d+$/.test(bucket) && Number(bucket) < BUCKETS;
}
