import { randomUUID } from 'node:crypto';
import express, { Router, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import {
  doneSchema,
  instanceSchema,
  passwordLinkInput,
  sessionSchema,
  signedOutSchema,
  signInInput,
} from './contract/session.ts';
import { identityRowSchema, linkIdentityInput, redirectionSchema, startIdentityInput } from './contract/identity.ts';
import { identityRouter, type IdentityDependencies } from './features/identities/identities.routes.ts';
import { healthRouter } from './features/health/health.routes.ts';
import { uploadImport } from './features/imports/uploadImport.ts';
import type { ImportRunner } from './features/imports/importRunner.ts';
import type { RowsKeeper } from './features/pathways/index.ts';
import { importStartedSchema } from './contract/import.ts';
import { sessionRouter, type SessionDependencies } from './features/session/session.routes.ts';
import { writeKnownDevice } from './platform/auth/knownDevice.ts';
import { errorHandler } from './platform/http/errors.ts';
import { varyByLanguage } from './platform/http/language.ts';
import { openApiDocument, type OpenOperation } from './platform/http/openapi.ts';
import { foreignOriginGuard, securityHeaders, servedMethodsOnly } from './platform/http/guards.ts';
import { badRequest, notFound } from './platform/http/problem.ts';
import { handlerOf, type Dependencies as HandlerDependencies, type Settings } from './platform/http/route.ts';
import { serveUi } from './platform/http/serveUi.ts';
import { requestLog } from './platform/http/requestLog.ts';
import type { Logger } from './platform/logger.ts';
import { ROUTES } from './routes.ts';

export interface AppDependencies
  extends SessionDependencies, IdentityDependencies, Pick<HandlerDependencies, 'quotas'> {
  readonly logger: Logger;
  readonly session: RequestHandler;
  readonly importRunner: ImportRunner;
  readonly settings: Settings;
  readonly rowsKeeper: RowsKeeper;
  /** Hops of trusted proxies in front; 0 when none. */
  readonly trustProxy: number;
  /** Origin that users type, when a proxy stands in front. */
  readonly publicUrl: string | undefined;
  /** Folder of the built interface; undefined serves the API alone. */
  readonly uiFolder: string | undefined;
}

/** Operations that do not go through a declared route: before sign-in, or not made of JSON. */
const OPEN_OPERATIONS: readonly OpenOperation[] = [
  {
    method: 'get',
    path: '/api/instance',
    operationId: 'readInstance',
    summary: 'What anybody may know',
    output: instanceSchema,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/session',
    operationId: 'signIn',
    summary: 'Sign in',
    body: signInInput,
    output: sessionSchema,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/session',
    operationId: 'readSession',
    summary: 'Who is signed in',
    output: sessionSchema,
    status: 200,
    access: 'session.read',
  },
  {
    method: 'post',
    path: '/api/password-links',
    operationId: 'usePasswordLink',
    summary: 'Choose a password with a link of invitation or of reset',
    body: passwordLinkInput,
    output: doneSchema,
    status: 200,
  },
  {
    method: 'delete',
    path: '/api/session',
    operationId: 'signOut',
    summary: 'Sign out',
    output: signedOutSchema,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/session/oidc',
    operationId: 'startIdentitySignIn',
    summary: 'Sign in through the identity provider: where to send the browser',
    body: startIdentityInput,
    output: redirectionSchema,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/session/oidc/callback',
    operationId: 'finishIdentitySignIn',
    summary: 'Where the identity provider sends the browser back',
    status: 303,
  },
  {
    method: 'get',
    path: '/api/session/identities',
    operationId: 'listIdentities',
    summary: 'Identities linked to one’s account',
    output: z.array(identityRowSchema),
    status: 200,
    access: 'session.read',
  },
  {
    method: 'post',
    path: '/api/session/identities',
    operationId: 'linkIdentity',
    summary: 'Link one’s account to an identity: where to send the browser',
    body: linkIdentityInput,
    output: redirectionSchema,
    status: 200,
    access: 'session.read',
  },
  {
    method: 'delete',
    path: '/api/session/identities/{id}',
    operationId: 'unlinkIdentity',
    summary: 'Unlink an identity from one’s account',
    params: z.object({ id: z.uuid() }),
    status: 200,
    access: 'session.read',
  },
  {
    method: 'post',
    path: '/api/imports',
    operationId: 'startImport',
    summary: 'Send a monthly list (multipart, field `file`)',
    output: importStartedSchema,
    file: 'file',
    idempotent: true,
    status: 202,
    access: 'imports.manage',
  },
];

/** The Express application, complete, that does not listen: tests drive it as it is. */
export function createApp(dependencies: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', dependencies.trustProxy);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use((_request, response, next) => {
    const requestId = randomUUID();
    response.locals['requestId'] = requestId;
    response.set('X-Request-Id', requestId);
    next();
  });
  app.use(requestLog(dependencies.logger));
  app.use(securityHeaders());
  app.use(servedMethodsOnly());
  app.use(healthRouter(dependencies.database));
  app.use('/api', api(dependencies));
  if (dependencies.uiFolder !== undefined) app.use(serveUi(dependencies.uiFolder));
  app.use(() => {
    throw notFound();
  });
  app.use(errorHandler(dependencies.logger));
  return app;
}

function api(dependencies: AppDependencies): Router {
  const router = Router();
  const document = openApiDocument(ROUTES, OPEN_OPERATIONS);
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    varyByLanguage(response);
    next();
  });
  router.use(foreignOriginGuard(dependencies.publicUrl));
  router.get('/openapi.json', (_request, response) => void response.json(document));
  // Before the session, whose own cookie is so written first.
  router.use(writeKnownDevice());
  router.use(dependencies.session, dependencies.passport.initialize(), dependencies.passport.session());
  router.post('/imports', uploadImport(dependencies));
  router.use(express.json({ limit: '100kb', strict: true, inflate: false, type: 'application/json' }));
  router.use(jsonOnly());
  router.use(sessionRouter(dependencies));
  router.use(identityRouter(dependencies));
  const { importRunner, rowsKeeper } = dependencies;
  const afterCommit: HandlerDependencies['afterCommit'] = (work, actor, id) =>
    work === 'computeAgain'
      ? Promise.race([rowsKeeper.now(), patience()])
      : importRunner.start(importRunner.confirm(actor, id));
  for (const declared of ROUTES)
    router[declared.method](declared.path, handlerOf(declared, { ...dependencies, afterCommit }));
  return router;
}

/** How long an answer may wait for what follows from it: longer work goes on behind it. */
const PATIENCE_MS = 10_000;

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}

/** A body that is not JSON would be read as empty: say so instead. */
function jsonOnly(): RequestHandler {
  return (request, _response, next) => {
    const hasBody = request.headers['content-length'] !== undefined && request.headers['content-length'] !== '0';
    if (hasBody && request.is('application/json') === false)
      throw badRequest('json_expected', 'Cette opération attend du JSON (Content-Type\u00a0: application/json).');
    next();
  };
}
