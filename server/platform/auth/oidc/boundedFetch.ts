import type { CustomFetch } from 'openid-client';

/** Far above any document of a provider; a larger one is a mistake or an attack. */
export const LARGEST_ANSWER = 512 * 1024;

/** Fetches an answer whole, up to a size: its end is awaited under the same deadline as its beginning. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += (part as Uint8Array).byteLength;
    if (size > LARGEST_ANSWER) throw new Error('The answer of the identity provider is too large');
    parts.push(part as Uint8Array);
  }
  const { status, headers } = response;
  return new Response(size === 0 ? null : Buffer.concat(parts), { status, headers: withoutEncoding(headers) });
};

/** The body was already inflated: its headers must not say otherwise. */
function withoutEncoding(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('content-encoding');
  kept.delete('content-length');
  return kept;
}
