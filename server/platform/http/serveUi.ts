import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** The interface: files by their fingerprinted names, and the one page, with the nonce of this answer in it. */
export function serveUi(folder: string): Router {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: true }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get('/{*path}', (request, response, next) => {
    // A piece of the interface that is not there any more is not a page: a browser that took it for one would say nothing.
    if (/^\/(?:api|assets)(?:\/|$)/.test(request.path) || request.accepts(['html', 'json']) !== 'html') {
      next();
      return;
    }
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(page.replaceAll('__CSP_NONCE__', String(response.locals['nonce'])));
  });
  return router;
}
