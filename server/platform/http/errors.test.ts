import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import pg from 'pg';
import request from 'supertest';
import { makeLogger } from '../logger.ts';
import { errorHandler } from './errors.ts';

async function answerTo(error: unknown): Promise<{ status: number; code: string; retryAfter: string | undefined }> {
  const app = express();
  app.get('/', () => {
    throw error;
  });
  app.use(errorHandler(makeLogger('silent')));
  const response = await request(app).get('/');
  return {
    status: response.status,
    code: (response.body as { code: string }).code,
    retryAfter: response.get('Retry-After'),
  };
}

test.each([
  ['a statement cut by its time limit', Object.assign(new Error('canceling statement'), { code: '57014' })],
  ['no connection free in time', new Error('timeout exceeded when trying to connect')],
  ['a database that went away', Object.assign(new Error('terminating connection'), { code: '57P01' })],
])('%s is a service to be asked again, not an error', async (_what, error) => {
  expect(await answerTo(error)).toEqual({ status: 503, code: 'unavailable', retryAfter: '5' });
});

test('and so is a database that takes too long to let a connection in', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const pool = new pg.Pool({ host: '127.0.0.1', port, connectionTimeoutMillis: 20 });
  const error: unknown = await pool.query('select 1').catch((reason: unknown) => reason);
  await pool.end();
  silent.close();
  expect(await answerTo(error)).toEqual({ status: 503, code: 'unavailable', retryAfter: '5' });
});

test('what nobody foresaw stays an unexpected error', async () => {
  expect(await answerTo(new Error('timeout'))).toMatchObject({
    status: 500,
    code: 'unexpected',
    retryAfter: undefined,
  });
});
