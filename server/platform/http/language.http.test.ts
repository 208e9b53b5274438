import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import type { StallRow } from '../../contract/stall.ts';
import type { Week } from '../../contract/week.ts';
import { frenchLeft } from '../../domain/language/testing/frenchLeft.ts';
import { createWorld, testClock, type Client, type World } from '../../testing/world.ts';

let world: World;
let client: Client;
let file: PathwayFile;
beforeAll(async () => {
  world = await createWorld({ clock: testClock('2026-03-10T08:00:00.000Z') });
  client = await world.as('caseworker');
  file = await world.aFile({
    facts: { caseOpenedOn: '2025-06-01', cirSignedOn: '2025-06-01', enteredFranceOn: '2025-03-01' },
    events: [{ contact: 'REACHED', on: '2025-06-02', medium: 'PHONE' }],
  });
});
afterAll(() => world.close());

const FRENCH = 'the person of an API that asks nothing';
const ENGLISH = { 'Interface-Language': 'en' };

describe('the sentences of an answer', () => {
  test.each<[string, Record<string, string>]>([
    [FRENCH, {}],
    ['a browser that speaks English', { 'Accept-Language': 'en-US,en;q=0.9' }],
    ['any language', { 'Accept-Language': '*', 'Interface-Language': '*' }],
    ['a language that is not one of ours', { 'Interface-Language': 'de' }],
    ['a dialect', { 'Interface-Language': 'en-US' }],
    ['the interface in French', { 'Interface-Language': 'fr' }],
  ])('are French for %s', async (_who, headers) => {
    const answer = await client.get(`/api/pathways/${file.id}`).set(headers);
    expect([answer.status, answer.headers['content-language']]).toEqual([200, 'fr']);
    expect(answer.headers['vary']).toContain('Interface-Language');
    const { steps } = answer.body as PathwayFile;
    expect(steps.map(({ sentence }) => sentence)).toEqual(file.steps.map(({ sentence }) => sentence));
    expect(steps.map(({ sentence }) => sentence).join(' ')).toContain('C’est au tour de');
  });

  test('are English for the interface in English: the file, its history, the stalls, the week, the accesses', async () => {
    const read = async (path: string): Promise<unknown> => {
      const answer = await client.get(path).set(ENGLISH);
      expect([answer.status, answer.headers['content-language']]).toEqual([200, 'en']);
      expect(answer.headers['vary']).toContain('Interface-Language');
      return answer.body;
    };
    const shown = (await read(`/api/pathways/${file.id}`)) as PathwayFile;
    const history = (await read(`/api/pathways/${file.id}/history`)) as HistoryEntry[];
    const stalls = (await read('/api/stalls')) as StallRow[];
    const week = (await read('/api/week')) as Week;
    const accesses = (await read(`/api/pathways/${file.id}/accesses`)) as { sentence: string }[];
    const said = [
      ...shown.steps.map(({ sentence }) => sentence),
      ...shown.stalls.map(({ sentence }) => sentence),
      ...history.map(({ sentence }) => sentence),
      ...stalls.flatMap(({ sentence, reasons }) => [sentence, ...reasons.map(({ label }) => label)]),
      ...week.lines.flatMap(({ what, why }) => [what, ...why]),
      ...accesses.map(({ sentence }) => sentence),
    ];
    expect([shown.stalls, history, stalls, week.lines, accesses].map(({ length }) => length > 0)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(said.filter((sentence) => frenchLeft(sentence).length > 0)).toEqual([]);
    expect(said.join(' ')).toContain('It is the turn of');
    // The same file, whatever the language: its version, its days, its states.
    expect([shown.version, shown.steps.map(({ dueOn, state }) => [dueOn, state])]).toEqual([
      file.version,
      file.steps.map(({ dueOn, state }) => [dueOn, state]),
    ]);
  });
});

test('an answer that was kept is given again as it was, and says in which language', async () => {
  const key = randomUUID();
  const event = { contact: 'NO_ANSWER', on: '2026-03-09' };
  const ask = (headers: Record<string, string>) =>
    client.post(`/api/pathways/${file.id}/events`, event).set('Idempotency-Key', key).set(headers);
  const first = await ask(ENGLISH);
  const again = await ask({});
  expect([first.status, first.headers['content-language']]).toEqual([201, 'en']);
  expect([again.status, again.headers['content-language']]).toEqual([201, 'en']);
  expect(again.body).toEqual(first.body);
});

test('a refusal is in the language of the interface, by its code, and French for everybody else', async () => {
  const path = `/api/pathways/${randomUUID()}`;
  const refused = async (headers: Record<string, string>): Promise<unknown[]> => {
    const { status, headers: given, body } = await client.get(path).set(headers);
    const { code, detail, message } = body as { code: string; detail: string; message: string };
    return [status, given['content-language'], code, detail, message];
  };
  const english = 'This does not exist, or is not within your reach.';
  expect(await refused(ENGLISH)).toEqual([404, 'en', 'not_found', english, english]);
  const french = 'Cet élément n’existe pas, ou vous n’y avez pas accès.';
  for (const headers of [{}, { 'Accept-Language': 'en-US' }] as Record<string, string>[])
    expect(await refused(headers)).toEqual([404, 'fr', 'not_found', french, french]);
});

test('what the interface may send is documented', async () => {
  const { body } = await client.get('/api/openapi.json');
  const { parameters } = (body as { paths: Record<string, { get: { parameters: object[] } }> }).paths[
    '/api/pathways/{id}'
  ]?.get ?? { parameters: [] };
  expect(parameters).toContainEqual(
    expect.objectContaining({
      in: 'header',
      name: 'Interface-Language',
      schema: expect.objectContaining({ enum: ['fr', 'en'] }),
    }),
  );
});
