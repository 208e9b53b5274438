import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import type { Action } from '../../domain/access/actions.ts';
import { LANGUAGES } from '../../domain/language/language.ts';
import { ROLES, rolesThatMay } from '../../domain/access/roles.ts';
import { problemSchema } from '../../contract/common.ts';
import type { Route } from './route.ts';

/** Operations that need nobody signed in, and those that are not made of one schema in and one out. */
export interface OpenOperation {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly output?: z.ZodType;
  readonly status: number;
  /** What its caller must be allowed. Absent: anybody may call it, signed in or not. */
  readonly access?: Action;
  /** The field of a multipart body that holds a file. */
  readonly file?: string;
  readonly idempotent?: boolean;
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
      'x-roles': operation.access === undefined ? ROLES : rolesThatMay(operation.access),
      ...(operation.access === undefined ? { security: [] } : {}),
      ...(operation.idempotent === true
        ? { requestParams: { header: z.object({ 'Idempotency-Key': IDEMPOTENCY }) } }
        : {}),
      ...(operation.params === undefined ? {} : { requestParams: { path: operation.params } }),
      ...(operation.file === undefined ? {} : { requestBody: multipartOf(operation.file) }),
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

function multipartOf(field: string): object {
  const schema = z.object({
    [field]: z.string().meta({ format: 'binary', description: 'CSV or XLSX, 10 MB at most' }),
  });
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function openApiPath(path: string): string {
  return `/api${path.replace(/:(\w+)/g, '{$1}')}`;
}

const IDEMPOTENCY = z.uuid().meta({ description: 'A UUID: the same key gives the same answer' });
const SIGNED_IN_AS = z
  .uuid()
  .meta({ description: 'The account that whoever asks believes to be signed in as: refused (409) when it is another' });
const INTERFACE_LANGUAGE = z
  .enum(LANGUAGES)
  .meta({ description: 'The language of the sentences of the answer; French without it. Accept-Language is not read' });
const ENDS_DRAFT = z
  .string()
  .meta({ description: 'The draft that goes with what is sent, and its version: `note:<pathwayId> "12"`' });
const LIST_PARAMETERS = z.object({
  filter: z.string().optional().meta({ description: 'JSON object' }),
  range: z.string().optional().meta({ description: 'JSON [first, last], 100 rows at most' }),
  sort: z.string().optional().meta({ description: 'JSON [key, ASC or DESC]' }),
});

function headersOf({ list, ifMatch, operationId, status }: Route): object {
  const text = { schema: { type: 'string' } };
  return {
    ...(list === undefined ? {} : { 'Content-Range': { ...text, description: 'unit first-last/total' } }),
    ...(ifMatch !== undefined || operationId === 'readPathway' ? { ETag: { ...text, description: 'Version' } } : {}),
    ...(status === 201 ? { Location: text } : {}),
  };
}

function operationOf(declared: Route): object {
  const header = z.object({
    'Signed-In-As': SIGNED_IN_AS.optional(),
    'Interface-Language': INTERFACE_LANGUAGE.optional(),
    ...(declared.idempotent === true ? { 'Idempotency-Key': IDEMPOTENCY } : {}),
    ...(declared.ifMatch === 'required' ? { 'If-Match': z.string() } : {}),
    ...(declared.endsDraft === true ? { 'Ends-Draft': ENDS_DRAFT.optional() } : {}),
    ...(declared.ifMatch === 'optional' ? { 'If-Match': z.string().optional() } : {}),
  });
  const query = declared.list === undefined ? declared.query : LIST_PARAMETERS;
  return {
    operationId: declared.operationId,
    summary: declared.summary,
    'x-roles': rolesThatMay(declared.access),
    ...(declared.freshFactor !== undefined ? { 'x-fresh-factor': true } : {}),
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
      [declared.status ?? 200]: {
        description: 'OK',
        headers: headersOf(declared),
        content: { 'application/json': { schema: declared.output } },
      },
      default: { description: 'Problem', content: PROBLEM },
    },
  };
}
