import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed text is kept: moved to another row or column, it does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

const associated = ({ table, column, row }: Place): Buffer => Buffer.from(`${table}|${column}|${row}`, 'utf8');

/** Encrypts with AES-256-GCM: nonce, tag, text. */
export function sealText(key: Buffer, place: Place, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when it was altered, moved, or sealed under another key */
export function openText(key: Buffer, place: Place, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(place)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
