import { z } from 'zod';
import { candidateSchema, duplicateHintInput, peopleSearchInput } from '../../contract/person.ts';
import { route } from '../../platform/http/route.ts';
import { findDuplicates, searchPeople } from './searchPeople.ts';

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
];
