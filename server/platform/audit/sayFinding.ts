import type { Finding } from '../../domain/audit/verifyChain.ts';

/** What is wrong with a bucket, and where it begins, for the operator. */
export function sayFinding({ bucket, seq, defect, until }: Finding): string {
  const place = `bucket ${bucket}, entry ${seq}`;
  switch (defect) {
    case 'ALTERED':
      return `${place}: altered. What follows it cannot be vouched for.`;
    case 'MISSING':
      return `${place}: missing.`;
    case 'ADDED':
      return `${place}: added outside the trail.`;
    case 'REWRITTEN':
      return `${place} to ${until ?? seq}: the chain was computed again; an anchor has another hash for entry ${until ?? seq}.`;
  }
}
