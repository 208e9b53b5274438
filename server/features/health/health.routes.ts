import { Router } from 'express';
import type { Database } from '../../platform/database/database.ts';

/** Alive: this process answers. Ready: the database does too. */
export function healthRouter(database: Database): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const ready = await database.isReady();
    response
      .status(ready ? 200 : 503)
      .json(ready ? { status: 'ok' } : { status: 'unavailable', reasons: ['database'] });
  });
  return router;
}
