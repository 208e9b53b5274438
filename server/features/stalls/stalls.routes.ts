import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import { stallActionInput, stallFilters, stallRowSchema, stallSorts } from '../../contract/stall.ts';
import { route } from '../../platform/http/route.ts';
import { actOnStall } from './actOnStall.ts';
import { isStallReached } from './stalls.queries.ts';
import { listStalls } from './listStalls.ts';

export const stallRoutes = [
  route({
    method: 'get',
    path: '/stalls',
    operationId: 'listStalls',
    summary: 'Stalled files, worst first',
    access: 'stalls.list',
    audit: { kind: 'READ', files: (rows) => rows.map(({ pathwayId }) => pathwayId) },
    transaction: 'actor',
    list: { filters: stallFilters, sorts: stallSorts },
    output: z.array(stallRowSchema),
    run: listStalls,
  }),
  route({
    method: 'post',
    path: '/stalls/:id/actions',
    operationId: 'actOnStall',
    summary: 'Record what the referent does about a stall',
    access: 'stalls.act',
    audit: { kind: 'WRITE', files: ({ pathwayId }) => [pathwayId] },
    transaction: 'actor',
    params: idParams,
    body: stallActionInput,
    output: stallRowSchema,
    status: 201,
    idempotent: true,
    isReached: isStallReached,
    run: actOnStall,
  }),
];
