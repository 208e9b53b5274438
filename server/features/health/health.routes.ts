import { Router } from 'express';
import type { Database } from '../../platform/database/database.ts';
import { readinessOf, type Readiness } from '../../platform/database/readiness.ts';

/**
 * Alive: this process answers. Ready: requests can be served, the audit trail included. Anybody may ask: those who ask
 * together are given one answer, so that the connections of sign-in are not spent on it.
 */
export function healthRouter({ authPool }: Pick<Database, 'authPool'>): Router {
  const router = Router();
  let asked: Promise<Readiness> | undefined;
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    asked ??= readinessOf(authPool).finally(() => {
      asked = undefined;
    });
    const { reasons, warnings } = await asked;
    response.status(reasons.length === 0 ? 200 : 503).json({
      status: reasons.length === 0 ? 'ok' : 'unavailable',
      ...(reasons.length === 0 ? {} : { reasons }),
      ...(warnings.length === 0 ? {} : { warnings }),
    });
  });
  return router;
}
