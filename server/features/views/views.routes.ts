import { z } from 'zod';
import { idParams, uuidSchema } from '../../contract/common.ts';
import { changeViewInput, saveViewInput, viewListFilters, viewListSorts, viewSchema } from '../../contract/view.ts';
import { route } from '../../platform/http/route.ts';
import { changeView, deleteView, isViewReached, listViews, saveView } from './views.store.ts';

const NO_FILE = 'it names filters, no person nor file; what a view shows leaves its own entry';

export const viewRoutes = [
  route({
    method: 'get',
    path: '/views',
    operationId: 'listViews',
    summary: 'Saved views of lists: one’s own, and those that colleagues share',
    access: 'views.keep',
    audit: { none: NO_FILE },
    transaction: 'actor',
    list: { filters: viewListFilters, sorts: viewListSorts },
    output: z.array(viewSchema),
    run: listViews,
  }),
  route({
    method: 'post',
    path: '/views',
    operationId: 'saveView',
    summary: 'Keep the filters and the order of a list under a name',
    access: 'views.keep',
    audit: { none: NO_FILE },
    transaction: 'actor',
    body: saveViewInput,
    output: viewSchema,
    status: 201,
    idempotent: true,
    isReached: isViewReached,
    run: saveView,
  }),
  route({
    method: 'put',
    path: '/views/:id',
    operationId: 'changeView',
    summary: 'Name a view otherwise, share it, or keep it to oneself',
    access: 'views.keep',
    audit: { none: NO_FILE },
    transaction: 'actor',
    params: idParams,
    body: changeViewInput,
    output: viewSchema,
    ifMatch: 'required',
    run: changeView,
  }),
  route({
    method: 'delete',
    path: '/views/:id',
    operationId: 'deleteView',
    summary: 'Delete a view of one’s own',
    access: 'views.keep',
    audit: { none: NO_FILE },
    transaction: 'actor',
    params: idParams,
    output: z.object({ id: uuidSchema }),
    run: deleteView,
  }),
];
