import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { Problem } from '../../platform/http/problem.ts';
import { requestIdOf } from '../../platform/http/route.ts';

/** The person is told one sentence for many defects: whoever keeps the server finds here which one. Never who. */
export function noteRefusal(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (error instanceof Problem)
      logger.warn({ requestId: requestIdOf(response), code: error.code }, 'sign-in through the provider refused');
    next(error);
  };
}

/**
 * A refused return from the provider, shown to a person: the sign-in page says why, in her language, and she may try
 * again; what trying again would not change is a page of its own. Programs get the problem itself.
 */
export const showRefusal: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (!(error instanceof Problem) || request.accepts(['json', 'html']) !== 'html') {
    next(error);
    return;
  }
  if (error.status !== 403) {
    response.redirect(303, `/#/login?refused=${encodeURIComponent(error.code)}`);
    return;
  }
  response.status(403).type('html').send(page(error));
};

/** Fixed sentences of ours only: nothing of what the provider or the address said is written here. */
function page({ title, message, code }: Problem): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title} – Jalon</title>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${message}</p>
      <p><small>${code}</small></p>
      <p><a href="/#/login">Revenir à la page de connexion</a></p>
    </main>
  </body>
</html>
`;
}
