import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

/** Loaded by their names: the interface has types of a browser, which the server does not know. */
const providers = join(process.cwd(), 'admin-ui', 'src', 'providers');
const { ask } = (await import(join(providers, 'ask.ts'))) as {
  ask: (path: string, question?: object) => Promise<unknown>;
};
const { tellDeparture } = (await import(join(providers, 'departure.ts'))) as { tellDeparture: () => void };
const { onSessionExpired, settleSession } = (await import(join(providers, 'sessionKeeper.ts'))) as {
  onSessionExpired: (listener: (isOpen: boolean) => void) => () => void;
  settleSession: (isRenewed: boolean) => void;
};

const answer = (status: number): Response => new Response(JSON.stringify({ code: 'not_signed_in' }), { status });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
let answers: ((response: Response) => void)[];
let asked: boolean[];
let withdraw: () => void;

beforeEach(() => {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
  answers = [];
  asked = [];
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation((() => new Promise((resolve) => answers.push(resolve))) as unknown as typeof fetch);
  withdraw = onSessionExpired((isOpen) => asked.push(isOpen));
});
afterEach(() => {
  withdraw();
  jest.restoreAllMocks();
});

test('a session that expired is renewed, and what was asked is asked again', async () => {
  const told = ask('/pathways/1/notes', { method: 'POST', body: {} });
  answers[0]?.(answer(401));
  await turn();
  expect(asked).toEqual([true]);
  settleSession(true);
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]?.(answer(201));
  await expect(told).resolves.toMatchObject({ data: {} });
});

test('once she has left, the password of whoever is here is not asked for what she had sent, nor is her session closed', async () => {
  const told = ask('/pathways/1/notes', { method: 'POST', body: {} });
  tellDeparture();
  answers[0]?.(answer(401));
  await expect(told).rejects.toMatchObject({ status: 0, code: 'offline' });
  expect([asked, answers.length]).toEqual([[], 1]);
});

test('nor is it sent again once whoever came has given hers', async () => {
  const told = ask('/pathways/1/notes', { method: 'POST', body: {} });
  answers[0]?.(answer(401));
  await turn();
  expect(asked).toEqual([true]);
  tellDeparture();
  settleSession(true);
  await expect(told).rejects.toMatchObject({ status: 0, code: 'offline' });
  expect(answers).toHaveLength(1);
});

test.each([
  [502, '<h1>Bad Gateway</h1>', 'network'],
  [504, '', 'network'],
  [503, '{"code":"unavailable"}', 'unavailable'],
  [409, '{}', 'unknown'],
])(
  'an answer %d of a proxy was not heard from Jalon, which names its refusals (%s): %s',
  async (status, body, code) => {
    const told = ask('/pathways/1/notes', { method: 'POST', body: {} });
    answers[0]?.(new Response(body, { status }));
    await expect(told).rejects.toMatchObject({ status, code });
  },
);
