import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { rolesThatMay } from './domain/access/roles.ts';
import { ROUTES } from './routes.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; 'x-roles': string[]; responses: object }>>;
}

describe('the API described', () => {
  test('every route is in the document, with its roles; every operation has a name of its own', async () => {
    const { body } = await supertest(world.app).get('/api/openapi.json');
    const document = body as Document;
    expect(document.openapi).toBe('3.1.0');
    for (const declared of ROUTES) {
      const operation = document.paths[`/api${declared.path.replace(/:(\w+)/g, '{$1}')}`]?.[declared.method];
      expect(operation).toMatchObject({ operationId: declared.operationId, 'x-roles': rolesThatMay(declared.access) });
    }
    const names = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(ROUTES.length + 11);
  });

  test('a role that an operation does not name is refused by it, whatever it asks', async () => {
    const client = await world.as('admin');
    for (const declared of ROUTES.filter(({ access }) => !rolesThatMay(access).includes('ADMIN'))) {
      const path = `/api${declared.path.replace(/:(\w+)/g, '00000000-0000-4000-8000-000000000001')}`;
      expect({ path, status: (await client[declared.method](path)).status }).toEqual({ path, status: 403 });
    }
  });
});

describe('bad requests', () => {
  test.each([
    ['broken JSON', '{"email":', 'application/json', 400],
    ['another format', '<a/>', 'application/xml', 400],
    ['a huge body', JSON.stringify({ email: 'x'.repeat(200_000) }), 'application/json', 413],
    ['an array', '[]', 'application/json', 422],
  ])('%s is a clear problem', async (_what, body, type, status) => {
    const response = await supertest(world.app).post('/api/session').set('Content-Type', type).send(body);
    expect(response.status).toBe(status);
    expect(response.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(response.body).toMatchObject({
      status,
      code: expect.any(String),
      title: expect.any(String),
      message: response.body.detail,
      instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(response.text).not.toMatch(/node_modules|select |at .*\.ts/);
  });

  test('what does not exist is a problem too, and the headers protect every answer', async () => {
    const response = await supertest(world.app).get('/api/nothing');
    expect(response.body).toMatchObject({ status: 404, code: 'not_found' });
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(response.get('Content-Security-Policy')).toMatch(
      /default-src 'self';script-src 'self' 'nonce-[^']+';style-src 'self' 'nonce-[^']+'/,
    );
    expect(response.get('X-Powered-By')).toBeUndefined();
  });

  test('health says alive and ready', async () => {
    expect((await supertest(world.app).get('/healthz')).status).toBe(200);
    expect((await supertest(world.app).get('/readyz')).body).toEqual({ status: 'ok' });
  });
});
