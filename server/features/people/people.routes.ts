import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import { candidateSchema, duplicateHintInput, peopleSearchInput, tellApartInput } from '../../contract/person.ts';
import { route } from '../../platform/http/route.ts';
import { findDuplicates, listDuplicates, searchPeople, tellApart } from './searchPeople.ts';

export const peopleRoutes = [
  route({
    method: 'post',
    path: '/people/search',
    operationId: 'searchPeople',
    summary: 'People in reach, by name or number',
    access: 'people.search',
    audit: { kind: 'SEARCH', files: (found) => found.map(({ pathwayId }) => pathwayId) },
    transaction: 'actor',
    body: peopleSearchInput,
    output: z.array(candidateSchema),
    run: searchPeople,
  }),
  route({
    method: 'post',
    path: '/people/duplicates',
    operationId: 'findDuplicates',
    summary: 'People in reach who may be the one being entered',
    access: 'people.search',
    audit: { kind: 'SEARCH', files: (found) => found.map(({ pathwayId }) => pathwayId) },
    transaction: 'actor',
    body: duplicateHintInput,
    output: z.array(candidateSchema),
    run: findDuplicates,
  }),
  route({
    method: 'get',
    path: '/pathways/:id/duplicates',
    operationId: 'listDuplicates',
    summary: 'Other files in reach that may be of the same person',
    access: 'people.tellApart',
    audit: { kind: 'SEARCH', files: (found) => found.map(({ pathwayId }) => pathwayId) },
    transaction: 'actor',
    params: idParams,
    output: z.array(candidateSchema),
    run: listDuplicates,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/told-apart',
    operationId: 'tellApart',
    summary: 'Say that the person of this file is not the one of another: it is remembered, and not asked again',
    access: 'people.tellApart',
    audit: { kind: 'WRITE', files: ({ pathwayId }, { params }) => [params.id, pathwayId] },
    transaction: 'actor',
    params: idParams,
    body: tellApartInput,
    output: tellApartInput,
    run: tellApart,
  }),
];
