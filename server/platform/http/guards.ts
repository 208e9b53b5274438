import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { forbidden, Problem } from './problem.ts';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * A page of another site may not act in the name of whoever is signed in here. Programs send no Origin and pass.
 * @param publicUrl the origin that users type, when a proxy stands in front and speaks to us under another name
 */
export function foreignOriginGuard(publicUrl: string | undefined): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('Origin');
    if (
      CHANGES.has(request.method) &&
      origin !== undefined &&
      origin !== `${request.protocol}://${request.get('Host') ?? ''}` &&
      origin !== publicUrl
    ) {
      throw forbidden('foreign_origin', 'Cette demande vient d’un autre site\u00a0: elle est refusée.');
    }
    next();
  };
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];

/** TRACE would send back the cookies of whoever is made to ask; what we do not serve is refused before anything reads it. */
export function servedMethodsOnly(): RequestHandler {
  return (request, response, next) => {
    if (METHODS.includes(request.method)) return next();
    response.set('Allow', METHODS.join(', '));
    throw new Problem({
      status: 405,
      code: 'method_not_allowed',
      title: 'Méthode refusée',
      detail: 'Cette méthode HTTP n’est pas servie.',
    });
  };
}

/** Headers of every answer. No inline script or style without the nonce of the page; nothing from another host; no framing. */
export function securityHeaders(): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", `'nonce-${nonce}'`],
          styleSrc: ["'self'", `'nonce-${nonce}'`],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
      // Told only over https: over http, on a machine of one's own, it would lock the browser out.
      strictTransportSecurity: request.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      xFrameOptions: { action: 'deny' },
    })(request, response, next);
  };
}
