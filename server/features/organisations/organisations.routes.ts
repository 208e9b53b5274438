import { z } from 'zod';
import {
  caseworkerRowSchema,
  organisationRowSchema,
  type CaseworkerRow,
  type OrganisationRow,
} from '../../contract/session.ts';
import { departmentSchema } from '../../contract/common.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { route, type Answer, type Context } from '../../platform/http/route.ts';

const organisationFilters = {
  kind: z.enum(['ASSOCIATION', 'OFII', 'PREFECTURE', 'REGION', 'PLATFORM']),
  department: departmentSchema,
  id: z.array(z.uuid()).max(100),
};
const organisationSorts = ['name', 'id'] as const;
const caseworkerFilters = { id: z.array(z.uuid()).max(100) };
const caseworkerSorts = ['displayName', 'id'] as const;

/** Structures and services, by name: what a file may be entrusted to, what a list may be filtered by. */
async function listOrganisations({ db }: Context, { query }: { query: unknown }): Promise<Answer<OrganisationRow[]>> {
  const { filter, sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: organisationFilters,
    sorts: organisationSorts,
    defaultSort: ['name', 'ASC'],
  });
  const rows = await db.query<OrganisationRow & { total: number }>(
    `select o.id, o.name, o.kind, o.department, count(*) over () as total
     from organisations o
     where ($1::text is null or o.kind = $1) and ($2::text is null or o.department = $2) and ($3::uuid[] is null or o.id = any ($3))
     order by ${sort.key === 'name' ? 'o.name' : 'o.id'} ${sort.direction}, o.id
     limit ${limit} offset ${offset}`,
    [filter.kind ?? null, filter.department ?? null, filter.id ?? null],
  );
  return {
    body: rows.map(({ total: _, ...row }) => row),
    contentRange: contentRange('organisations', offset, rows.length, rows[0]?.total ?? 0),
  };
}

/** The people of the manager's structure who may follow a file, with how many they follow already. */
async function listCaseworkers(
  { actor, db, today }: Context,
  { query }: { query: unknown },
): Promise<Answer<CaseworkerRow[]>> {
  const { filter, sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: caseworkerFilters,
    sorts: caseworkerSorts,
    defaultSort: ['displayName', 'ASC'],
  });
  const rows = await db.query<{ id: string; display_name: string; open_pathways: number; total: number }>(
    `select a.id, a.display_name, count(*) over () as total,
       (select count(*) from pathways p where p.referent_id = a.id and (p.closed_on is null or p.closed_on > $3)) as open_pathways
     from accounts a
     where a.organisation_id = $1 and a.role in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER') and a.disabled_at is null
       and ($2::uuid[] is null or a.id = any ($2))
     order by ${sort.key === 'displayName' ? 'a.display_name' : 'a.id'} ${sort.direction}, a.id
     limit ${limit} offset ${offset}`,
    [actor.organisationId, filter.id ?? null, today],
  );
  return {
    body: rows.map((row) => ({ id: row.id, displayName: row.display_name, openPathways: row.open_pathways })),
    contentRange: contentRange('caseworkers', offset, rows.length, rows[0]?.total ?? 0),
  };
}

export const organisationRoutes = [
  route({
    method: 'get',
    path: '/organisations',
    operationId: 'listOrganisations',
    summary: 'Structures and services',
    access: 'organisations.list',
    audit: { none: 'Structures and services: no newcomer.' },
    transaction: 'actor',
    list: { filters: organisationFilters, sorts: organisationSorts },
    output: z.array(organisationRowSchema),
    run: listOrganisations,
  }),
  route({
    method: 'get',
    path: '/caseworkers',
    operationId: 'listCaseworkers',
    summary: 'Caseworkers of one’s structure, with their load',
    access: 'caseworkers.list',
    audit: { none: 'Professionals and how many files each follows: no newcomer.' },
    transaction: 'actor',
    list: { filters: caseworkerFilters, sorts: caseworkerSorts },
    output: z.array(caseworkerRowSchema),
    run: listCaseworkers,
  }),
];
