import { draftInput, draftKeptSchema, draftParams, draftSchema } from '../../contract/draft.ts';
import { route } from '../../platform/http/route.ts';
import { discardDraft, keepDraft, readDraft } from './keepDraft.ts';

/** Every few seconds of typing would be an entry, and hide the others. The file was opened with its own. */
const audit = { none: 'it gives whoever typed it what she typed, and shows nothing else of a file' } as const;

export const draftRoutes = [
  route({
    method: 'get',
    path: '/drafts/:formKey',
    operationId: 'readDraft',
    summary: 'What one had begun to type in a form',
    access: 'drafts.keep',
    audit,
    transaction: 'actor',
    params: draftParams,
    output: draftSchema,
    run: readDraft,
  }),
  route({
    method: 'put',
    path: '/drafts/:formKey',
    operationId: 'keepDraft',
    summary: 'Keep what is being typed in a form; "0" for the first time',
    access: 'drafts.keep',
    audit,
    transaction: 'actor',
    params: draftParams,
    body: draftInput,
    output: draftKeptSchema,
    ifMatch: 'required',
    run: keepDraft,
  }),
  route({
    method: 'delete',
    path: '/drafts/:formKey',
    operationId: 'discardDraft',
    summary: 'Throw away what one had begun to type in a form',
    access: 'drafts.keep',
    audit,
    transaction: 'actor',
    params: draftParams,
    output: draftSchema,
    ifMatch: 'required',
    run: discardDraft,
  }),
];
