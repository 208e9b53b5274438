import { auditFilters, auditSorts, type AuditRow } from '../../contract/audit.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import type { Answer, Context } from '../../platform/http/route.ts';

/** Counted so far and no further: beyond, an exact total would read the whole trail at each page. */
const COUNTED = 10_000;
const NAMED = 100;

interface Line extends Omit<AuditRow, 'id'> {
  readonly bucket: number;
  readonly seq: number;
}

// Each filter stands alone, so that its index serves it: « absent or equal » would read the trail from its beginning.
const CONDITIONS: Record<keyof typeof auditFilters, string> = {
  account: 'e.account_id = ?::uuid',
  role: 'e.role = ?',
  organisation: 'e.organisation_id = ?::uuid',
  pathwayId: '(e.bucket, e.seq) in (select f.bucket, f.seq from sec.audit_of_pathway(?::uuid) f)',
  number: '(e.bucket, e.seq) in (select f.bucket, f.seq from sec.audit_of_number(?) f)',
  operation: 'e.operation = ?',
  kind: 'e.kind = ?',
  outcome: 'e.outcome = ?',
  from: `e.at >= ?::date::timestamp at time zone 'Europe/Paris'`,
  to: `e.at < (?::date + 1)::timestamp at time zone 'Europe/Paris'`,
};

/** The trail, latest first: metadata of what was done, for the auditor. Reading it is itself an entry. */
export async function listAudit({ db }: Context, { query }: { query: unknown }): Promise<Answer<AuditRow[]>> {
  const { filter, sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: auditFilters,
    sorts: auditSorts,
    defaultSort: ['at', 'DESC'],
  });
  const parameters: unknown[] = [];
  const conditions = Object.entries(filter).map(([name, value]) =>
    CONDITIONS[name as keyof typeof auditFilters].replace('?', () => `$${parameters.push(value)}`),
  );
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const direction = sort.direction;

  const counted = await db.one<{ total: number }>(
    `select count(*) as total from (select 1 from audit_entries e ${where} limit ${COUNTED}) c`,
    parameters,
  );
  const lines = await db.query<Line>(
    `select e.bucket, e.seq, e.at, e.account_id as "accountId", a.display_name as "accountName", e.role,
       e.organisation_id as "organisationId", o.name as "organisationName", e.operation, e.kind, e.outcome, e.purpose,
       e.asked_id as "askedId", cardinality(e.pathway_ids) as pathways, e.pathway_ids[1:${NAMED}] as "pathwayIds", e.fields,
       e.request_id as "requestId"
     from (select * from audit_entries e ${where}
           order by ${sort.key === 'at' ? `e.at ${direction}, e.bucket, e.seq` : `e.bucket ${direction}, e.seq ${direction}`}
           limit ${limit} offset ${offset}) e
     left join accounts a on a.id = e.account_id
     left join organisations o on o.id = e.organisation_id
     order by ${sort.key === 'at' ? `e.at ${direction}, e.bucket, e.seq` : `e.bucket ${direction}, e.seq ${direction}`}`,
    parameters,
  );
  return {
    body: lines.map(({ bucket, seq, ...row }) => ({ id: `${bucket}-${seq}`, ...row })),
    contentRange: contentRange('audit', offset, lines.length, counted?.total ?? 0),
  };
}
