import { randomUUID } from 'node:crypto';
import request, { type Test } from 'supertest';
import { expect } from '@jest/globals';
import type { ImportView } from '../contract/import.ts';
import type { World } from './world.ts';

/** Sends monthly lists as the OFII agent, and waits for what becomes of them. */
export interface ListSender {
  /** The bare request of an upload. */
  upload(cookie: string, name: string, bytes: Buffer | string, key?: string): Test;
  /** Sent, and looked at: READY with its report, or FAILED. */
  send(name: string, bytes: Buffer | string): Promise<ImportView>;
  /** Confirmed, and done: DONE or FAILED. */
  confirm(id: string): Promise<ImportView>;
  until(id: string, states: readonly ImportView['state'][]): Promise<ImportView>;
}

/** An import that never comes to its end is a failure, not a test that hangs. */
const LOOKS = 20_000;

export function listSender(world: () => World): ListSender {
  const sender: ListSender = {
    upload: (cookie, name, bytes, key = randomUUID()) =>
      request(world().app)
        .post('/api/imports')
        .set('Cookie', cookie)
        .set('Idempotency-Key', key)
        .attach('file', Buffer.from(bytes), name),
    send: async (name, bytes) => {
      const response = await sender.upload(await world().cookieOf('ofii'), name, bytes);
      expect({ status: response.status, body: response.body as object }).toMatchObject({
        status: 202,
        body: { state: 'CHECKING' },
      });
      return sender.until((response.body as { id: string }).id, ['READY', 'FAILED']);
    },
    confirm: async (id) => {
      expect((await (await world().as('ofii')).post(`/api/imports/${id}/confirm`)).status).toBe(202);
      return sender.until(id, ['DONE', 'FAILED']);
    },
    until: async (id, states) => {
      const ofii = await world().as('ofii');
      for (let looks = 0; looks < LOOKS; looks += 1) {
        const view = (await ofii.get(`/api/imports/${id}`)).body as ImportView;
        if (states.includes(view.state)) return view;
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error(`The import never came to ${states.join(' or ')}.`);
    },
  };
  return sender;
}
