import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  caseworkerRowSchema,
  organisationRowSchema,
  type CaseworkerRow,
  type OrganisationRow,
} from '../../contract/session.ts';
import {
  newOrganisationInput,
  organisationSchema,
  renameOrganisationInput,
  type OrganisationView,
} from '../../contract/account.ts';
import { departmentSchema, idParams } from '../../contract/common.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { notFound, staleVersion, unfit } from '../../platform/http/problem.ts';
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

interface CaseworkerLine {
  id: string;
  display_name: string;
  role: CaseworkerRow['role'];
  email: string;
  open_pathways: number;
  total: number;
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
  const rows = await db.query<CaseworkerLine>(
    `select a.id, a.display_name, a.role, a.email, count(*) over () as total,
       (select count(*) from pathways p where p.referent_id = a.id and (p.closed_on is null or p.closed_on > $3)) as open_pathways
     from accounts a
     where a.organisation_id = $1 and a.role in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER') and a.disabled_at is null
       and ($2::uuid[] is null or a.id = any ($2))
     order by ${sort.key === 'displayName' ? 'a.display_name' : 'a.id'} ${sort.direction}, a.id
     limit ${limit} offset ${offset}`,
    [actor.organisationId, filter.id ?? null, today],
  );
  return {
    body: rows.map((row) => ({
      id: row.id,
      displayName: row.display_name,
      role: row.role,
      email: row.email,
      openPathways: row.open_pathways,
    })),
    contentRange: contentRange('caseworkers', offset, rows.length, rows[0]?.total ?? 0),
  };
}

const etagOf = (version: number): string => `"${version}"`;

/** Makes a structure or a service. */
async function makeOrganisation(
  { db }: Context,
  { body }: { body: Omit<OrganisationView, 'id' | 'version'> },
): Promise<Answer<OrganisationView>> {
  // A structure lives in a department, a region and the platform in none: reach by department rests on it.
  const hasDepartment = body.kind !== 'REGION' && body.kind !== 'PLATFORM';
  if (hasDepartment !== (body.department !== null)) {
    const sentence = hasDepartment ? 'Indiquez le département.' : 'Cette structure n’a pas de département.';
    throw unfit('department_unfit', sentence, { department: sentence });
  }
  const id = randomUUID();
  await db.query('insert into organisations (id, name, kind, department) values ($1, $2, $3, $4)', [
    id,
    body.name,
    body.kind,
    body.department,
  ]);
  return { body: { ...body, id, version: 1 }, etag: etagOf(1), location: `/api/organisations/${id}` };
}

async function readOrganisation(
  { db }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<OrganisationView>> {
  const organisation = await db.one<OrganisationView>(
    'select o.id, o.name, o.kind, o.department, o.version from organisations o where o.id = $1',
    [params.id],
  );
  if (organisation === undefined) throw notFound();
  return { body: organisation, etag: etagOf(organisation.version) };
}

async function renameOrganisation(
  context: Context,
  input: { params: { id: string }; body: { name: string }; ifMatch: number | undefined },
): Promise<Answer<OrganisationView>> {
  const { params, body, ifMatch } = input;
  const { body: found } = await readOrganisation(context, input);
  const renamed = await context.db.query(
    'update organisations set name = $2, version = version + 1 where id = $1 and version = $3 returning id',
    [params.id, body.name, ifMatch ?? found.version],
  );
  if (renamed.length === 0)
    throw staleVersion('Quelqu’un a renommé cette structure entre-temps. Relisez-la avant d’enregistrer.');
  return readOrganisation(context, input);
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
    method: 'post',
    path: '/organisations',
    operationId: 'makeOrganisation',
    summary: 'Make a structure or a service',
    access: 'organisations.manage',
    audit: { kind: 'WRITE', files: () => [] },
    transaction: 'actor',
    freshFactor: true,
    body: newOrganisationInput,
    output: organisationSchema,
    status: 201,
    run: makeOrganisation,
  }),
  route({
    method: 'get',
    path: '/organisations/:id',
    operationId: 'readOrganisation',
    summary: 'A structure or a service',
    access: 'organisations.manage',
    audit: { none: 'A structure or a service: no newcomer.' },
    transaction: 'actor',
    params: idParams,
    output: organisationSchema,
    run: readOrganisation,
  }),
  route({
    method: 'put',
    path: '/organisations/:id',
    operationId: 'renameOrganisation',
    summary: 'Rename a structure or a service',
    access: 'organisations.manage',
    audit: { kind: 'WRITE', files: () => [] },
    transaction: 'actor',
    freshFactor: true,
    params: idParams,
    body: renameOrganisationInput,
    ifMatch: 'required',
    output: organisationSchema,
    run: renameOrganisation,
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
