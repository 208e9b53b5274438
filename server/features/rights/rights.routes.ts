import { idParams } from '../../contract/common.ts';
import { pathwayFileSchema } from '../../contract/pathway.ts';
import { sealHoldersSchema, sealInput, unsealInput } from '../../contract/rights.ts';
import { route } from '../../platform/http/route.ts';
import { readSeal, sealPathway, unsealPathway } from './sealPathway.ts';

export const rightsRoutes = [
  route({
    method: 'post',
    path: '/pathways/:id/seal',
    operationId: 'sealPathway',
    summary: 'Seal a file: for whoever holds no right on it, it no longer exists',
    access: 'pathways.seal',
    transaction: 'actor',
    params: idParams,
    body: sealInput,
    output: pathwayFileSchema,
    run: sealPathway,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/unseal',
    operationId: 'unsealPathway',
    summary: 'Lift the seal of a file',
    access: 'pathways.seal',
    transaction: 'actor',
    params: idParams,
    body: unsealInput,
    output: pathwayFileSchema,
    run: unsealPathway,
  }),
  route({
    method: 'get',
    path: '/pathways/:id/seal',
    operationId: 'readSeal',
    summary: 'Who holds which rights on a file',
    access: 'pathways.seal',
    transaction: 'actor',
    params: idParams,
    output: sealHoldersSchema,
    run: readSeal,
  }),
];
