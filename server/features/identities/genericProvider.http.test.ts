import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PERSONAS } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { browserOf } from './testing/browser.ts';
import { realProvider, type RealProvider } from './testing/realProvider.ts';

const PUBLIC_URL = 'https://jalon.test';
const CLIENT = {
  clientId: 'jalon',
  clientSecret: 'a secret, with: signs that a header must escape &%+',
  publicUrl: PUBLIC_URL,
};

let provider: RealProvider;
let world: World;
beforeAll(async () => {
  provider = await realProvider({ ...CLIENT, secretIn: 'header', signedUserinfo: false });
  world = await createWorld({
    config: {
      publicUrl: PUBLIC_URL,
      oidc: { ...CLIENT, issuer: provider.issuer, profile: 'generic', algorithm: 'RS256', allowedSirets: undefined },
    },
  });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

test('any other provider opens an account by its ID token alone, without a structure', async () => {
  await world.owner.query(
    `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
     values (gen_random_uuid(), $1, $2, 'jeanne', 'SELF', now())`,
    [PERSONAS.manager.id, provider.issuer],
  );
  provider.seat({ sub: 'jeanne', siret: '', email: '', acr: 'x', amr: ['mfa'] });
  const browser = browserOf(world.app);
  const { body } = await browser.post('/api/session/oidc');
  const asked = new URL((body as { redirectTo: string }).redirectTo);
  expect([asked.searchParams.get('scope'), asked.searchParams.has('claims')]).toEqual(['openid', false]);
  const back = new URL(await provider.visit(asked.href));
  // This provider names itself in what it sends back (RFC 9207).
  expect(back.searchParams.get('iss')).toBe(provider.issuer);
  expect((await browser.get(`${back.pathname}${back.search}`)).status).toBe(303);
  expect((await browser.get('/api/session')).body).toMatchObject({ user: { id: PERSONAS.manager.id } });
  expect((await browser.get('/api/instance')).body).toMatchObject({
    identityProviders: [{ profile: 'generic', name: '127.0.0.1' }],
  });
});
