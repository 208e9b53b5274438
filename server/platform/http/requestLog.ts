import type { RequestHandler } from 'express';
import type { Logger } from '../logger.ts';

const IDENTIFIER = /[0-9a-f]{8}-[0-9a-f-]{27}/gi;

/** One line a request: method, path with identifiers replaced, status, milliseconds. Never a query string, never a name. */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const path = request.baseUrl === '' ? request.path : request.originalUrl.split('?')[0];
      logger.info(
        {
          method: request.method,
          path: (path ?? '').replace(IDENTIFIER, ':id'),
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          requestId: response.locals['requestId'] as string,
        },
        'request',
      );
    });
    next();
  };
}
