import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import {
  importLineFilters,
  importLineSchema,
  importLineSorts,
  importSchema,
  importSorts,
  importStartedSchema,
  importSummarySchema,
} from '../../contract/import.ts';
import { route } from '../../platform/http/route.ts';
import { askConfirmation } from './askConfirmation.ts';
import { listImportLines, listImports, readImport } from './readImport.ts';

/** A report tells of what the office's own list says: twenty thousand lines of it, which one checks in a day. */
const uncounted = 'it names the files of a list that the office sent';

export const importRoutes = [
  route({
    method: 'get',
    path: '/imports',
    operationId: 'listImports',
    summary: 'Imports of one’s office, latest first',
    access: 'imports.manage',
    audit: { kind: 'READ', purpose: 'IMPORT', files: () => [] },
    transaction: 'actor',
    list: { filters: {}, sorts: importSorts },
    output: z.array(importSummarySchema),
    run: listImports,
  }),
  route({
    method: 'get',
    path: '/imports/:id',
    operationId: 'readImport',
    summary: 'Where an import is, and its report',
    access: 'imports.manage',
    audit: { kind: 'READ', purpose: 'IMPORT', files: () => [], uncounted },
    transaction: 'actor',
    params: idParams,
    output: importSchema,
    run: readImport,
  }),
  route({
    method: 'get',
    path: '/imports/:id/lines',
    operationId: 'listImportLines',
    summary: 'Preview, line by line',
    access: 'imports.manage',
    audit: {
      kind: 'READ',
      purpose: 'IMPORT',
      files: (lines) => lines.flatMap(({ pathwayId }) => pathwayId ?? []),
      uncounted,
    },
    transaction: 'actor',
    params: idParams,
    list: { filters: importLineFilters, sorts: importLineSorts },
    output: z.array(importLineSchema),
    run: listImportLines,
  }),
  route({
    method: 'post',
    path: '/imports/:id/confirm',
    operationId: 'confirmImport',
    summary: 'Do what the preview says, once',
    access: 'imports.manage',
    audit: { kind: 'WRITE', purpose: 'IMPORT', files: () => [] },
    transaction: 'actor',
    params: idParams,
    output: importStartedSchema,
    status: 202,
    run: askConfirmation,
  }),
];
