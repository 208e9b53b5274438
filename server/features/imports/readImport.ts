import {
  importLineFilters,
  importLineSorts,
  importSorts,
  type ImportLine,
  type ImportSummary,
  type ImportView,
} from '../../contract/import.ts';
import type { Db } from '../../platform/database/db.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';

interface ImportRowLine {
  id: string;
  file_name: string;
  state: ImportView['state'];
  progress: number;
  rows: number;
  to_create: number;
  to_update: number;
  unchanged: number;
  refused: number;
  repeated: number;
  unassigned: number;
  failure_code: string | null;
  failure_message: string | null;
  warnings: ImportView['warnings'];
  created_at: string;
  confirmed_at: string | null;
  created_by_name: string | null;
  total?: number;
}

const COLUMNS = `i.id, i.file_name, i.state, i.progress, i.rows, i.to_create, i.to_update, i.unchanged, i.refused, i.repeated, i.unassigned, i.failure_code,
  i.failure_message, i.warnings, i.created_at, i.confirmed_at, a.display_name as created_by_name`;

function summary(line: ImportRowLine): ImportSummary {
  return {
    id: line.id,
    fileName: line.file_name,
    state: line.state,
    progress: line.progress,
    rows: line.rows,
    toCreate: line.to_create,
    toUpdate: line.to_update,
    unchanged: line.unchanged,
    refused: line.refused,
    repeatedInFile: line.repeated,
    createdAt: line.created_at,
    confirmedAt: line.confirmed_at,
    createdBy: line.created_by_name ?? '',
  };
}

/** The imports of one's office, latest first. */
export async function listImports({ db }: Context, { query }: { query: unknown }): Promise<Answer<ImportSummary[]>> {
  const { sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: {},
    sorts: importSorts,
    defaultSort: ['createdAt', 'DESC'],
  });
  const lines = await db.query<ImportRowLine>(
    `select ${COLUMNS}, count(*) over () as total
     from imports i
     left join accounts a on a.id = i.created_by
     order by ${sort.key === 'createdAt' ? 'i.created_at' : 'i.id'} ${sort.direction}, i.id
     limit ${limit} offset ${offset}`,
  );
  return {
    body: lines.map(summary),
    contentRange: contentRange('imports', offset, lines.length, lines[0]?.total ?? 0),
  };
}

interface Issues {
  errors: ImportView['errors'];
  warnings: ImportView['warnings'];
  conflicts: ImportView['conflicts'];
  repeats: ImportView['repeats'];
  /** Files of which something is said beyond the list. */
  pathwayIds: string[];
}

/** Where an import is, its counts, and everything said of its lines. */
export async function readImport({ db }: Context, { params }: { params: { id: string } }): Promise<Answer<ImportView>> {
  const line = await db.one<ImportRowLine>(
    `select ${COLUMNS} from imports i left join accounts a on a.id = i.created_by where i.id = $1`,
    [params.id],
  );
  if (line === undefined) throw notFound();
  const { pathwayIds, ...issues } = await loadIssues(db, params.id);
  return {
    tellsOf: pathwayIds,
    body: {
      ...summary(line),
      ...issues,
      warnings: [...line.warnings, ...issues.warnings],
      unassigned: line.unassigned,
      ...(line.failure_code === null
        ? {}
        : { failure: { code: line.failure_code, message: line.failure_message ?? '' } }),
    },
  };
}

/** Of a line whose file has left one's reach since, whatever the reason, nothing is told but what the list said. */
const IN_REACH = '(r.pathway_id is null or p.id is not null)';

async function loadIssues(db: Db, id: string): Promise<Issues> {
  const rows = await db.query<{
    line: number;
    outcome: string;
    errors: Issues['errors'];
    warnings: Issues['warnings'];
    conflicts: Issues['conflicts'];
    same_as_line: number | null;
    pathway_id: string | null;
  }>(
    `select r.line, r.outcome, r.errors, r.warnings, r.conflicts, r.same_as_line, p.id as pathway_id
     from import_rows r
     left join pathways p on p.id = r.pathway_id
     where r.import_id = $1 and (r.outcome in ('REFUSED', 'REPEATED') or r.warnings <> '[]' or r.conflicts <> '[]')
       and ${IN_REACH}
     order by r.line`,
    [id],
  );
  return {
    errors: rows.flatMap(({ errors }) => errors),
    warnings: rows.flatMap(({ warnings }) => warnings),
    conflicts: rows.flatMap(({ conflicts }) => conflicts),
    repeats: rows.flatMap(({ line, same_as_line: sameAsLine }) => (sameAsLine === null ? [] : [{ line, sameAsLine }])),
    pathwayIds: rows.flatMap(({ pathway_id: pathwayId }) => pathwayId ?? []),
  };
}

interface LineRow {
  line: number;
  outcome: ImportLine['outcome'];
  display_name: string | null;
  foreigner_number: string | null;
  structure: string | null;
  pathway_id: string | null;
  number: string | null;
  errors: ImportLine['errors'];
  warnings: ImportLine['warnings'];
  changes: ImportLine['changes'];
  conflicts: ImportLine['conflicts'];
  same_as_line: number | null;
  total: number;
}

/** The preview, line by line. */
export async function listImportLines(
  { db }: Context,
  { params, query }: { params: { id: string }; query: unknown },
): Promise<Answer<ImportLine[]>> {
  const { filter, sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: importLineFilters,
    sorts: importLineSorts,
    defaultSort: ['line', 'ASC'],
  });
  if ((await db.one('select 1 from imports i where i.id = $1', [params.id])) === undefined) throw notFound();
  const rows = await db.query<LineRow>(
    `select r.line, r.outcome, r.display_name, r.foreigner_number, r.structure, p.id as pathway_id, p.number, r.errors,
       case when ${IN_REACH} then r.warnings else '[]' end as warnings, case when ${IN_REACH} then r.changes else '[]' end as changes,
       case when ${IN_REACH} then r.conflicts else '[]' end as conflicts, r.same_as_line,
       count(*) over () as total
     from import_rows r
     left join pathways p on p.id = r.pathway_id
     where r.import_id = $1 and ($2::text is null or r.outcome = $2)
     order by r.line ${sort.direction}
     limit ${limit} offset ${offset}`,
    [params.id, filter.outcome ?? null],
  );
  return {
    body: rows.map((row) => presentLine(params.id, row)),
    contentRange: contentRange('lines', offset, rows.length, rows[0]?.total ?? 0),
  };
}

function presentLine(importId: string, row: LineRow): ImportLine {
  return {
    id: `${importId}:${row.line}`,
    line: row.line,
    outcome: row.outcome,
    name: row.display_name,
    foreignerNumber: row.foreigner_number,
    structure: row.structure,
    pathwayId: row.pathway_id,
    number: row.number,
    errors: row.errors,
    warnings: row.warnings,
    changes: row.changes.map(({ field, before, after }) => ({ field, before, after })),
    conflicts: row.conflicts,
    sameAsLine: row.same_as_line,
  };
}
