import iconv from 'iconv-lite';
import { unreadable } from './readingFailure.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** The text of a file and the encoding it was read in: its mark, else UTF-8 if it is, else Windows-1252. Throws when it is no text. */
export function decodeText(bytes: Buffer): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes);
  const text = iconv.decode(bytes, encoding);
  if (looksBinary(text)) throw unreadable();
  return { text, encoding };
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked !== undefined) return unmarked;
  return isUtf8(bytes) ? 'UTF-8' : 'Windows-1252';
}

/** Latin text in UTF-16 has a zero in every other byte. */
function utf16WithoutMark(bytes: Buffer): Encoding | undefined {
  const sample = bytes.subarray(0, 1024);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * 0.35;
  if (odd > most && even < most / 10) return 'UTF-16LE';
  return even > most && odd < most / 10 ? 'UTF-16BE' : undefined;
}

/** Bytes that are UTF-8, but for a few damaged ones: accents of another encoding would nearly all be damaged. */
function isUtf8(bytes: Buffer): boolean {
  const beyondAscii = bytes.toString('utf8').replace(/\p{ASCII}/gu, '');
  const damaged = beyondAscii.replace(/[^\uFFFD]/g, '').length;
  return damaged * 10 <= beyondAscii.length - damaged;
}

/** A few stray control characters (NUL among them) are taken out cell by cell; a file full of them is no text. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  const controls = sample.replace(/[\s\P{Cc}]/gu, '').length;
  return controls > sample.length / 20;
}
