import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import {
  mergePathwaysInput,
  mergePreviewSchema,
  mergeSchema,
  previewMergeInput,
  unmergeInput,
} from '../../contract/merge.ts';
import { pathwayFileSchema } from '../../contract/pathway.ts';
import { route } from '../../platform/http/route.ts';
import { isPathwayReached } from '../pathways/index.ts';
import { mergePathways } from './mergePathways.ts';
import { previewMerge } from './previewMerge.ts';
import { listMerges, unmergePathways } from './unmergePathways.ts';

export const mergingRoutes = [
  route({
    method: 'post',
    path: '/pathways/:id/merge/preview',
    operationId: 'previewMerge',
    summary: 'Two files of one person side by side, and the one that they would make',
    access: 'pathways.merge',
    audit: { kind: 'READ', files: ({ kept, other }) => [kept.id, other.id] },
    transaction: 'actor',
    params: idParams,
    body: previewMergeInput,
    output: mergePreviewSchema,
    run: previewMerge,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/merge',
    operationId: 'mergePathways',
    summary: 'Make one file of two: this one stays',
    access: 'pathways.merge',
    audit: { kind: 'WRITE', files: ({ id }, { body }) => [id, body.otherId] },
    transaction: 'actor',
    params: idParams,
    body: mergePathwaysInput,
    output: pathwayFileSchema,
    idempotent: true,
    isReached: isPathwayReached,
    ifMatch: 'required',
    run: mergePathways,
  }),
  route({
    method: 'get',
    path: '/pathways/:id/merges',
    operationId: 'listMerges',
    summary: 'The files that were merged into this one, and until when they may be parted',
    access: 'pathways.merge',
    audit: { kind: 'READ', files: (merges, { params }) => [params.id, ...merges.map(({ pathwayId }) => pathwayId)] },
    transaction: 'actor',
    params: idParams,
    output: z.array(mergeSchema),
    run: listMerges,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/unmerge',
    operationId: 'unmergePathways',
    summary: 'Part two files that were merged',
    access: 'pathways.merge',
    audit: { kind: 'WRITE', files: ({ id }) => [id] },
    transaction: 'actor',
    params: idParams,
    body: unmergeInput,
    output: pathwayFileSchema,
    idempotent: true,
    isReached: isPathwayReached,
    ifMatch: 'required',
    run: unmergePathways,
  }),
];
