/** An entry as it is stored, each column as the text that PostgreSQL gives; null where there is none. */
export interface StoredEntry {
  readonly bucket: string;
  readonly seq: string;
  /** Seconds since 1970, with microseconds. */
  readonly at: string;
  readonly accountId: string | null;
  readonly role: string | null;
  readonly organisationId: string | null;
  readonly operation: string | null;
  readonly kind: string | null;
  readonly outcome: string | null;
  readonly purpose: string | null;
  readonly askedId: string | null;
  readonly pathwayIds: string | null;
  readonly fields: string | null;
  readonly requestId: string | null;
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string;
}

/**
 * What is hashed: the hash of the entry before, then each column told by its length, so that no two entries have one form.
 * The function `sec.write_audit` of the database says the same; verification believes this one.
 */
export function canonicalForm(entry: StoredEntry, previousHash: string): string {
  const parts = [
    previousHash,
    entry.bucket,
    entry.seq,
    entry.at,
    entry.accountId,
    entry.role,
    entry.organisationId,
    entry.operation,
    entry.kind,
    entry.outcome,
    entry.purpose,
    entry.askedId,
    entry.pathwayIds,
    entry.fields,
    entry.requestId,
  ];
  const form = told(parts, (text) => text.length);
  // PostgreSQL counts characters, which are those of JavaScript in plain ASCII; what is not was put there by somebody else.
  return /^[\0-\x7f]*$/.test(form) ? form : told(parts, (text) => [...text].length);
}

function told(parts: readonly (string | null)[], lengthOf: (text: string) => number): string {
  let form = '';
  for (const part of parts) form += part === null ? '-' : `${lengthOf(part)}:${part}`;
  return form;
}
