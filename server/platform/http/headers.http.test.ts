import { request as ask, type IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import request, { type Response } from 'supertest';
import { createWorld, SIGNED, SOMEONE, type World } from '../../testing/world.ts';
import { securityHeaders } from './guards.ts';
import { serveUi } from './serveUi.ts';

let world: World;
let server: Server;
beforeAll(async () => {
  world = await createWorld();
  server = createServer(world.app).listen(0, '127.0.0.1');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'nonce-N'",
  "style-src 'self' 'nonce-N'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

function protectedBy({ headers }: Response): object {
  return {
    policy: String(headers['content-security-policy']).replaceAll(/'nonce-[^']{20,}'/g, "'nonce-N'"),
    sniffing: headers['x-content-type-options'],
    framing: headers['x-frame-options'],
    referrer: headers['referrer-policy'],
    isStrict: headers['strict-transport-security'] !== undefined,
    tellsItself: headers['x-powered-by'] !== undefined,
  };
}
const PROTECTED = {
  policy: POLICY,
  sniffing: 'nosniff',
  framing: 'DENY',
  referrer: 'no-referrer',
  isStrict: false,
  tellsItself: false,
};

describe('every kind of answer', () => {
  test('is protected by its headers, and what is about people is stored nowhere', async () => {
    const caseworker = await world.as('caseworker');
    const ofii = await world.as('ofii');
    const opened = await caseworker.post('/api/pathways', { person: SOMEONE, facts: SIGNED });
    const file = `/api/pathways/${(opened.body as { id: string }).id}`;
    const answers: Record<number, Response[]> = {
      200: [
        await caseworker.get('/api/pathways'),
        await caseworker.get(file),
        await caseworker.post('/api/people/search', { text: 'exemple' }),
        await caseworker.get('/api/session'),
        await request(world.app).get('/api/instance'),
        await request(world.app).get('/api/openapi.json'),
      ],
      201: [opened],
      400: [await caseworker.get('/api/pathways?sort=[]'), await ofii.post('/api/imports')],
      401: [
        await request(world.app).get(file),
        await request(world.app).post('/api/session').send({ email: 'x', password: 'x' }),
      ],
      403: [await ofii.post('/api/pathways', {}), await caseworker.post('/api/session/password')],
      404: [await caseworker.get('/api/pathways/none'), await request(world.app).get('/api/none')],
      422: [await caseworker.post('/api/pathways', {})],
      428: [await caseworker.put(file, {})],
    };
    for (const [status, listed] of Object.entries(answers))
      for (const answer of listed) {
        expect([String(answer.status), protectedBy(answer)]).toEqual([status, PROTECTED]);
        expect(answer.headers['cache-control']).toBe('no-store');
      }
    for (const path of ['/healthz', '/readyz', '/none'])
      expect(protectedBy(await request(world.app).get(path))).toEqual(PROTECTED);
  });

  test('over https asks for https alone, for a year and for sub-domains, and names its cookies after the host', async () => {
    const answer = await request(world.app)
      .post('/api/session')
      .set('X-Forwarded-Proto', 'https')
      .send({ email: 'caseworker@test.example', password: 'un mot de passe de test' });
    expect(answer.status).toBe(200);
    expect(answer.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
    for (const [index, name] of ['__Host-jalon=', '__Host-jalon-device='].entries())
      expect(answer.get('Set-Cookie')?.[index]).toMatch(
        new RegExp(`^${name}[^;]+;( Max-Age=\\d+;)? Path=/;.* HttpOnly; Secure; SameSite=Strict$`),
      );
  });

  test('the page carries the nonce of its own policy, another at each time, and no script or style without it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-ui-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">');
    const app = express().use(securityHeaders()).use(serveUi(folder));
    const [one, other, screen, gone] = [
      await request(app).get('/').set('Accept', 'text/html'),
      await request(app).get('/').set('Accept', 'text/html'),
      await request(app).get('/any-screen').set('Accept', '*/*'),
      await request(app).get('/assets/week-of-yesterday.js').set('Accept', '*/*'),
    ];
    expect([screen.status, gone.status, gone.text]).toEqual([200, 404, expect.not.stringContaining('csp-nonce')]);
    rmSync(folder, { recursive: true });
    expect(protectedBy(one)).toMatchObject({ policy: POLICY, sniffing: 'nosniff', framing: 'DENY' });
    const nonceOf = (answer: Response): string | undefined =>
      /'nonce-([^']+)'/.exec(answer.get('Content-Security-Policy') ?? '')?.[1];
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.text).toContain(`content="${nonceOf(one)}"`);
    expect(one.headers['cache-control']).toBe('no-store');
  });

  test.each(['TRACE', 'PATCH', 'PROPFIND'])('%s is refused before anything reads it', async (method) => {
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      ask({ port, method, path: '/api/session', headers: { Cookie: 'jalon=secret' } }, resolve)
        .on('error', reject)
        .end();
    });
    const body = (await answer.toArray()).join('');
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD, POST, PUT, DELETE, OPTIONS']);
    expect(body).not.toContain('secret');
  });
});
