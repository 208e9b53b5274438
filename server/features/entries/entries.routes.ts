import { idParams } from '../../contract/common.ts';
import { recordEntryInput } from '../../contract/entry.ts';
import { pathwayFileSchema } from '../../contract/pathway.ts';
import { route } from '../../platform/http/route.ts';
import { isPathwayReached } from '../pathways/index.ts';
import { actsOf, recordEntry } from './recordEntry.ts';

export const entryRoutes = [
  route({
    method: 'post',
    path: '/pathways/:id/entries',
    operationId: 'recordEntry',
    summary: 'Record what happened, a note of it, and what is to be done next: all of it, or nothing',
    access: 'tasks.plan',
    audit: { kind: 'WRITE', files: ({ id }) => [id], acts: actsOf },
    transaction: 'actor',
    params: idParams,
    body: recordEntryInput,
    output: pathwayFileSchema,
    status: 201,
    idempotent: true,
    isReached: isPathwayReached,
    ifMatch: 'optional',
    endsDraft: true,
    run: recordEntry,
  }),
];
