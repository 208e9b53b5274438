import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planPathway, type Plan } from '../../domain/pathway/plan.ts';
import { expectPlan, NAMED_CASES } from '../../domain/pathway/testing/planCases.ts';
import { createWorld, type Client, type World } from '../../testing/world.ts';

let world: World;
let client: Client;
beforeAll(async () => {
  world = await createWorld();
  client = await world.as('caseworker');
});
afterAll(() => world.close());

describe('the cases written with practitioners, through the API', () => {
  test.each(NAMED_CASES)('%s', async (_name, { facts, events, today, expect: expected }) => {
    const { status, body } = await client.post('/api/pathways/plan', { facts, events, today });
    expect(status).toBe(200);
    expectPlan(body, expected);
    // Nothing is lost or bent on the way: the same plan, to the last sentence.
    expect(body).toEqual(JSON.parse(JSON.stringify(planPathway({ facts, events, today }))));
  });

  test.each(NAMED_CASES)(
    '%s, everything recorded at eight that evening, asked before, then and after',
    async (_name, planCase) => {
      const { facts, today } = planCase;
      const events = planCase.events.map((event) => ({ ...event, recordedAt: '2030-06-30T18:00:00Z' }));
      const knownAt = async (when: string): Promise<unknown> => {
        const { status, body } = await client.post('/api/pathways/plan', { facts, events, today, knownAt: when });
        expect(status).toBe(200);
        return body;
      };
      const [nothing, everything] = [[], planCase.events].map((known) =>
        JSON.parse(JSON.stringify(planPathway({ facts, events: known, today }))),
      );
      expect(await knownAt('2030-06-30T17:59:59.999Z')).toEqual(nothing);
      expect(await knownAt('2030-06-29')).toEqual(nothing);
      for (const when of ['2030-06-30T18:00:00Z', '2030-06-30', '2030-07-01', '2030-06-30T20:00:00+02:00'])
        expect(await knownAt(when)).toEqual(everything);
    },
  );
});

describe('what is known on a civil day', () => {
  const facts = { caseOpenedOn: '2025-09-01', cirSignedOn: '2025-09-01' };
  const reached = (recordedAt: string): object => ({ contact: 'REACHED', on: '2026-01-10', recordedAt });
  const isReached = async (recordedAt: string, knownAt: string): Promise<boolean> => {
    const events = [reached(recordedAt)];
    const { status, body } = await client.post('/api/pathways/plan', { facts, events, today: '2026-03-10', knownAt });
    expect(status).toBe(200);
    return !body.stalls.some(({ rule, state }: Plan['stalls'][number]) => rule === 'NO_CONTACT' && state === 'STALLED');
  };

  test.each([
    ['2026-01-14T22:59:59.999Z', '2026-01-14', true],
    ['2026-01-14T23:00:00Z', '2026-01-14', false],
    ['2026-01-14T23:00:00Z', '2026-01-15', true],
    ['2026-03-29T21:59:59Z', '2026-03-29', true],
    ['2026-03-29T22:00:00Z', '2026-03-29', false],
  ])('recorded at %s, asked for %s: known is %s', async (recordedAt, knownAt, expected) => {
    expect(await isReached(recordedAt, knownAt)).toBe(expected);
  });

  test.each(['2026-02-30', '2026', 'yesterday', '2026-02-05 10:00', ''])(
    '%p is neither a day nor an instant',
    async (knownAt) => {
      const { status } = await client.post('/api/pathways/plan', { facts, events: [], today: '2026-03-10', knownAt });
      expect(status).toBe(422);
    },
  );
});
