import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint } from '../../domain/audit/verifyChain.ts';
import { deriveKey } from '../database/keys.ts';

/** How far each bucket that moved had come. Each anchor names the one before: none can be taken out from between. */
export interface Anchor {
  readonly at: string;
  readonly previous: string;
  readonly heads: Readonly<Record<string, Checkpoint>>;
}

/** The folder of the anchors cannot be believed: which file and line, in words. */
export class AnchorsAltered extends Error {
  override readonly name = 'AnchorsAltered';
}

const FILE = /^anchors-\d{4}-\d{2}\.jsonl$/;
/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_OF_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key of the anchors is derived from the master secret, which the database never has. */
export function anchorKey(secretKey: string): KeyObject {
  const seed = deriveKey(secretKey, 'audit-anchor');
  return createPrivateKey({ key: Buffer.concat([PKCS8_OF_ED25519, seed]), format: 'der', type: 'pkcs8' });
}

/** The anchors of a folder, oldest first. @throws AnchorsAltered */
export function readAnchors(folder: string, key: KeyObject): Anchor[] {
  const publicKey = createPublicKey(key);
  let previous = '';
  return linesOf(folder).map(({ line, place }) => {
    const anchor = parse(line, publicKey);
    if (anchor === undefined) throw new AnchorsAltered(`${place}: this anchor does not bear the signature of Jalon.`);
    if (anchor.previous !== previous) throw new AnchorsAltered(`${place}: an anchor is missing before this one.`);
    previous = digest(line);
    return anchor;
  });
}

/** Adds an anchor of the buckets that moved since the last one. Returns how many; none when nothing happened. */
export function writeAnchor(folder: string, key: KeyObject, heads: ReadonlyMap<number, Checkpoint>, at: Date): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Of the last month only: a bucket that did not move since then is anchored once more, and that is all.
  const lines = linesOf(folder, { lastFileOnly: true }).map(({ line }) => line);
  const known = new Map<number, Checkpoint>();
  for (const line of lines)
    for (const [bucket, head] of Object.entries((JSON.parse((JSON.parse(line) as Signed).body) as Anchor).heads))
      known.set(Number(bucket), head);
  const moved = [...heads].filter(([bucket, { seq, hash }]) => {
    const last = known.get(bucket);
    return last?.seq !== seq || last.hash !== hash;
  });
  if (moved.length === 0) return 0;
  const last = lines.at(-1);
  const anchor: Anchor = {
    at: at.toISOString(),
    previous: last === undefined ? '' : digest(last),
    heads: Object.fromEntries(moved),
  };
  const body = JSON.stringify(anchor);
  const signed: Signed = { body, signature: sign(null, Buffer.from(body), key).toString('base64') };
  append(join(folder, `anchors-${anchor.at.slice(0, 7)}.jsonl`), `${JSON.stringify(signed)}\n`);
  return moved.length;
}

interface Signed {
  readonly body: string;
  readonly signature: string;
}

function parse(line: string, publicKey: KeyObject): Anchor | undefined {
  try {
    const { body, signature } = JSON.parse(line) as Signed;
    const isOurs = verify(null, Buffer.from(body), publicKey, Buffer.from(signature, 'base64'));
    return isOurs ? (JSON.parse(body) as Anchor) : undefined;
  } catch {
    return undefined;
  }
}

function linesOf(folder: string, { lastFileOnly = false } = {}): { line: string; place: string }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => ({ name, lines: wholeLines(readFileSync(join(folder, name), 'utf8')) }))
    .filter(({ lines }) => lines.length > 0);
  return (lastFileOnly ? files.slice(-1) : files).flatMap(({ name, lines }) =>
    lines.map((line, index) => ({ line, place: `${name}, line ${index + 1}` })),
  );
}

/** A last line is cut short when the machine stopped while it was written: it was never an anchor. */
function wholeLines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

/** On the disk before it counts. */
function append(path: string, line: string): void {
  if (existsSync(path))
    truncateSync(
      path,
      Buffer.byteLength(
        wholeLines(readFileSync(path, 'utf8'))
          .map((one) => `${one}\n`)
          .join(''),
      ),
    );
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function digest(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
