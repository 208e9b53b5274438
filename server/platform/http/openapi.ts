import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import type { Action } from '../../domain/access/actions.ts';
import { rolesThatMay } from '../../domain/access/roles.ts';
import { problemSchema } from '../../contract/common.ts';
import type { Route } from './route.ts';

/** Operations that need nobody signed in, and those that are not made of one schema in and one out. */
export interface OpenOperation {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly output?: z.ZodType;
  readonly status: number;
  /** What its caller must be allowed; nobody in particular when absent. */
  readonly access?: Action;
}

const PROBLEM = { 'application/problem+json': { schema: problemSchema } };

/** The OpenAPI 3.1 document, made from the routes themselves: what is served and what is described cannot differ. */
export function openApiDocument(routes: readonly Route[], open: readonly OpenOperation[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const declared of routes) (paths[openApiPath(declared.path)] ??= {})[declared.method] = operationOf(declared);
  for (const operation of open) {
    (paths[operation.path] ??= {})[operation.method] = {
      operationId: operation.operationId,
      summary: operation.summary,
      'x-roles': operation.access === undefined ? [] : rolesThatMay(operation.access),
      ...(operation.body === undefined
        ? {}
        : { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }),
      responses: {
        [operation.status]: {
          description: 'OK',
          ...(operation.output === undefined ? {} : { content: { 'application/json': { schema: operation.output } } }),
        },
        default: { description: 'Problem', content: PROBLEM },
      },
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Jalon',
      version: '1.0.0',
      description: 'Follow-up of the republican integration pathway. Errors are RFC 9457 problems.',
    },
    servers: [{ url: '/' }],
    paths: paths as ZodOpenApiPathsObject,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jalon' } } },
    security: [{ session: [] }],
  });
}

function openApiPath(path: string): string {
  return `/api${path.replace(/:(\w+)/g, '{$1}')}`;
}

const IDEMPOTENCY = z.uuid().meta({ description: 'A UUID: the same key gives the same answer' });
const LIST_PARAMETERS = z.object({
  filter: z.string().optional().meta({ description: 'JSON object' }),
  range: z.string().optional().meta({ description: 'JSON [first, last], 100 rows at most' }),
  sort: z.string().optional().meta({ description: 'JSON [key, ASC or DESC]' }),
});

function operationOf(declared: Route): object {
  const header = z.object({
    ...(declared.idempotent === true ? { 'Idempotency-Key': IDEMPOTENCY } : {}),
    ...(declared.ifMatch === 'required' ? { 'If-Match': z.string() } : {}),
    ...(declared.ifMatch === 'optional' ? { 'If-Match': z.string().optional() } : {}),
  });
  const query = declared.list === undefined ? declared.query : LIST_PARAMETERS;
  return {
    operationId: declared.operationId,
    summary: declared.summary,
    'x-roles': rolesThatMay(declared.access),
    ...(declared.list === undefined
      ? {}
      : { 'x-filters': Object.keys(declared.list.filters), 'x-sorts': declared.list.sorts }),
    requestParams: {
      ...(declared.params === undefined ? {} : { path: declared.params }),
      ...(query === undefined ? {} : { query }),
      ...(Object.keys(header.shape).length === 0 ? {} : { header }),
    },
    ...(declared.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: declared.body } } } }),
    responses: {
      [declared.status ?? 200]: { description: 'OK', content: { 'application/json': { schema: declared.output } } },
      default: { description: 'Problem', content: PROBLEM },
    },
  };
}
