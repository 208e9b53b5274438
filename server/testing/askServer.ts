import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
  /** A monthly list, sent as a form sends it. */
  readonly file?: string;
}
export interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}
export interface Server {
  ask(ask: Ask, cookie?: string): Promise<Told>;
  close(): Promise<void>;
}

/** The application on a port of its own: thousands of requests in batches, over connections that stay open. */
export async function listen(app: Express): Promise<Server> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ask: async ({ method, path, body, ifMatch, idempotencyKey = randomUUID(), file }, cookie) => {
      const isForm = file !== undefined;
      const form = new FormData();
      if (isForm) form.set('file', new Blob([file]), 'liste.csv');
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          ...(cookie === undefined ? {} : { Cookie: cookie }),
          ...(method === 'GET' ? {} : { 'Idempotency-Key': idempotencyKey }),
          ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(isForm ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        text: await response.text(),
        headers: Object.fromEntries(response.headers.entries()),
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs work in batches: as many at once as the pool has connections. */
export async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>, atOnce = 8): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return results;
}
