import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import {
  assignInput,
  correctPathwayInput,
  eventInputSchema,
  historyEntrySchema,
  openPathwayInput,
  pathwayFileSchema,
  pathwayFilters,
  pathwayRowSchema,
  pathwaySorts,
  planInputSchema,
  planSchema,
} from '../../contract/pathway.ts';
import { route } from '../../platform/http/route.ts';
import { assignPathway } from './assignPathway.ts';
import { computePlan } from './computePlan.ts';
import { correctPathway } from './correctPathway.ts';
import { listPathways } from './listPathways.ts';
import { openPathway } from './openPathway.ts';
import { readHistory } from './readHistory.ts';
import { isPathwayReached } from './pathways.queries.ts';
import { readPathway } from './readPathway.ts';
import { recordEvent } from './recordEvent.ts';

export const pathwayRoutes = [
  route({
    method: 'post',
    path: '/pathways/plan',
    operationId: 'computePlan',
    summary: 'Plan of facts and events, stateless',
    access: 'plan.compute',
    transaction: 'actor',
    body: planInputSchema,
    output: planSchema,
    run: computePlan,
  }),
  route({
    method: 'get',
    path: '/pathways',
    operationId: 'listPathways',
    summary: 'Files in reach',
    access: 'pathways.list',
    transaction: 'actor',
    list: { filters: pathwayFilters, sorts: pathwaySorts },
    output: z.array(pathwayRowSchema),
    run: listPathways,
  }),
  route({
    method: 'post',
    path: '/pathways',
    operationId: 'openPathway',
    summary: 'Open a file by hand',
    access: 'pathways.open',
    transaction: 'actor',
    body: openPathwayInput,
    output: pathwayFileSchema,
    status: 201,
    idempotent: true,
    isReached: isPathwayReached,
    run: openPathway,
  }),
  route({
    method: 'get',
    path: '/pathways/:id',
    operationId: 'readPathway',
    summary: 'One file',
    access: 'pathways.read',
    transaction: 'actor',
    params: idParams,
    output: pathwayFileSchema,
    run: readPathway,
  }),
  route({
    method: 'put',
    path: '/pathways/:id',
    operationId: 'correctPathway',
    summary: 'Correct the person and the facts of a file',
    access: 'pathways.correct',
    transaction: 'actor',
    params: idParams,
    body: correctPathwayInput,
    output: pathwayFileSchema,
    ifMatch: 'required',
    run: correctPathway,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/events',
    operationId: 'recordEvent',
    summary: 'Record one event',
    access: 'events.record',
    transaction: 'actor',
    params: idParams,
    body: eventInputSchema,
    output: pathwayFileSchema,
    status: 201,
    idempotent: true,
    isReached: isPathwayReached,
    ifMatch: 'optional',
    run: recordEvent,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/assign',
    operationId: 'assignPathway',
    summary: 'Entrust a file to a referent or, where nobody follows it, to a structure',
    access: 'pathways.assign',
    transaction: 'actor',
    params: idParams,
    body: assignInput,
    output: pathwayFileSchema,
    ifMatch: 'optional',
    run: assignPathway,
  }),
  route({
    method: 'get',
    path: '/pathways/:id/history',
    operationId: 'readHistory',
    summary: 'Everything that happened on a file',
    access: 'pathways.read',
    transaction: 'actor',
    params: idParams,
    output: z.array(historyEntrySchema),
    run: readHistory,
  }),
];
