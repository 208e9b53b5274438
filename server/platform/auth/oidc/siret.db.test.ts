import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSiret } from '../../../domain/access/siret.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the database and the program know the same SIRETs', async () => {
  const ofLaPoste = fc.stringMatching(/^[0-9]{5}$/).map((end) => `356000000${end}`);
  const texts = fc.sample(
    fc.oneof(fc.stringMatching(/^[0-9]{14}$/), ofLaPoste, fc.stringMatching(/^[0-9 A]{13,15}$/)),
    3000,
  );
  const { rows } = await world.owner.query<{ siret: string; known: boolean }>(
    'select t.siret, is_siret(t.siret) as known from unnest($1::text[]) as t (siret)',
    [texts],
  );
  expect(rows).toEqual(texts.map((siret) => ({ siret, known: isSiret(siret) })));
  expect(rows.filter(({ known }) => known).length).toBeGreaterThan(100);
});

test('a structure is kept with a right one only', async () => {
  const keep = (siret: string): Promise<unknown> => world.owner.query('update organisations set siret = $1', [siret]);
  await expect(keep('73282932000073')).rejects.toThrow(/siret/);
  await keep('73282932000074');
});
