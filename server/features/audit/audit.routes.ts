import { z } from 'zod';
import {
  accessExtractSchema,
  accessSchema,
  accessSorts,
  auditFilters,
  auditRowSchema,
  auditSorts,
} from '../../contract/audit.ts';
import { idParams } from '../../contract/common.ts';
import { route } from '../../platform/http/route.ts';
import { listAccesses, readAccessExtract } from './accesses.ts';
import { listAudit } from './listAudit.ts';

export const auditRoutes = [
  route({
    method: 'get',
    path: '/audit',
    operationId: 'listAudit',
    summary: 'The audit trail: who did what, when, on which files',
    access: 'audit.read',
    freshFactor: 'OUTSIDE_THE_DEMO',
    audit: { kind: 'READ', files: () => [] },
    transaction: 'actor',
    list: { filters: auditFilters, sorts: auditSorts },
    output: z.array(auditRowSchema),
    run: listAudit,
  }),
  route({
    method: 'get',
    path: '/pathways/:id/accesses',
    operationId: 'listAccesses',
    summary: 'Who saw a file, or changed it',
    access: 'accesses.read',
    audit: { kind: 'READ', files: (_rows, { params }) => [params.id] },
    transaction: 'actor',
    params: idParams,
    list: { filters: {}, sorts: accessSorts },
    output: z.array(accessSchema),
    run: listAccesses,
  }),
  route({
    method: 'get',
    path: '/pathways/:id/accesses/extract',
    operationId: 'readAccessExtract',
    summary: 'Who saw a file, as it is given to the person',
    access: 'accesses.read',
    audit: { kind: 'READ', files: ({ id }) => [id] },
    transaction: 'actor',
    params: idParams,
    output: accessExtractSchema,
    run: readAccessExtract,
  }),
];
