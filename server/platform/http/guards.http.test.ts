import { expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { makeLogger } from '../logger.ts';
import { errorHandler } from './errors.ts';
import { foreignOriginGuard } from './guards.ts';

/** An application of one operation, behind a proxy that speaks to it as `internal`. */
function behindAProxy(publicUrl: string | undefined) {
  const app = express();
  app.use(foreignOriginGuard(publicUrl));
  app.post('/', (_request, response) => void response.json({}));
  app.use(errorHandler(makeLogger('silent')));
  return async (origin: string): Promise<number> =>
    (await request(app).post('/').set('Host', 'internal:3000').set('Origin', origin)).status;
}

test('the public origin is one’s own, whatever name the proxy uses; every other site stays foreign', async () => {
  const post = behindAProxy('https://jalon.example.org');
  expect([await post('https://jalon.example.org'), await post('http://internal:3000')]).toEqual([200, 200]);
  expect([await post('http://jalon.example.org'), await post('https://autre.example')]).toEqual([403, 403]);
});

test('without a public origin, only the name that the request came to is one’s own', async () => {
  const post = behindAProxy(undefined);
  expect([await post('http://internal:3000'), await post('https://jalon.example.org')]).toEqual([200, 403]);
});
