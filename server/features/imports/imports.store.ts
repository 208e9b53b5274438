import type { ImportConflict, ImportError } from '../../contract/import.ts';
import type { ImportedPathway } from '../../domain/importing/becomes.ts';
import type { ProposedChange } from '../../domain/importing/knownPathway.ts';
import type { Db } from '../../platform/database/db.ts';

/** One staged line: what it would do, and why it cannot when it cannot. */
export interface StagedLine {
  readonly line: number;
  readonly outcome: 'CREATE' | 'UPDATE' | 'UNCHANGED' | 'REFUSED' | 'REPEATED';
  readonly displayName: string | null;
  readonly foreignerNumber: string | null;
  readonly structure: string | null;
  readonly pathwayId: string | null;
  readonly parsed: ImportedPathway | null;
  readonly errors: readonly ImportError[];
  readonly warnings: readonly ImportError[];
  readonly changes: readonly ProposedChange[];
  readonly conflicts: readonly ImportConflict[];
  readonly sameAsLine: number | null;
}

const BATCH = 1_000;

/** Writes the staged lines of an import, and its counts. */
export async function stageLines(
  db: Db,
  importId: string,
  lines: readonly StagedLine[],
  fileWarnings: readonly ImportError[],
): Promise<void> {
  await db.query('delete from import_rows where import_id = $1', [importId]);
  for (let start = 0; start < lines.length; start += BATCH) {
    await db.query(
      `insert into import_rows (import_id, line, outcome, display_name, foreigner_number, structure, pathway_id, parsed, errors, warnings, changes, conflicts, same_as_line)
       select $1, r.line, r.outcome, r."displayName", r."foreignerNumber", r.structure, r."pathwayId", r.parsed, r.errors, r.warnings, r.changes, r.conflicts, r."sameAsLine"
       from jsonb_to_recordset($2::jsonb) as r(line int, outcome text, "displayName" text, "foreignerNumber" text, structure text, "pathwayId" uuid, parsed jsonb,
         errors jsonb, warnings jsonb, changes jsonb, conflicts jsonb, "sameAsLine" int)`,
      [importId, JSON.stringify(lines.slice(start, start + BATCH))],
    );
  }
  const count = (outcome: StagedLine['outcome']): number => lines.filter((line) => line.outcome === outcome).length;
  await db.query(
    `update imports set state = 'READY', progress = 100, file = null, alive_at = clock_timestamp(), rows = $2, to_create = $3, to_update = $4, unchanged = $5,
       refused = $6, repeated = $7, unassigned = $8, warnings = $9
     where id = $1`,
    [
      importId,
      lines.length,
      count('CREATE'),
      count('UPDATE'),
      count('UNCHANGED'),
      count('REFUSED'),
      count('REPEATED'),
      lines.filter(({ outcome, structure }) => outcome === 'CREATE' && structure === null).length,
      JSON.stringify(fileWarnings),
    ],
  );
}

export async function failImport(db: Db, importId: string, failure: { code: string; message: string }): Promise<void> {
  await db.query(
    `update imports set state = 'FAILED', file = null, failure_code = $2, failure_message = $3 where id = $1`,
    [importId, failure.code, failure.message],
  );
  await db.query(`update import_rows set parsed = null where import_id = $1`, [importId]);
}

/** Where the work is, and that somebody is still at it. */
export async function tellProgress(db: Db, importId: string, percent: number): Promise<void> {
  await db.query('update imports set progress = greatest(progress, $2), alive_at = clock_timestamp() where id = $1', [
    importId,
    percent,
  ]);
}

/**
 * Whether an import is still to be worked on, and by nobody else: two processes that take up the same one after a crash
 * must not both do it. Held to the end of the transaction; the row itself stays free for the progress to be told.
 */
export async function isMine(db: Db, importId: string, state: 'CHECKING' | 'CONFIRMING'): Promise<boolean> {
  const mine = await db.one<{ taken: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 4851)) as taken',
    [importId],
  );
  if (mine?.taken !== true) return false;
  return (await db.one('select 1 from imports i where i.id = $1 and i.state = $2', [importId, state])) !== undefined;
}

/** What was really done: between the preview and the confirmation another list, or a hand, may have done some of it. */
export async function tellDone(
  db: Db,
  importId: string,
  done: { created: readonly number[]; updated: readonly number[]; unchanged: readonly number[]; unassigned: number },
): Promise<void> {
  await db.query(
    `update import_rows r
     set outcome = case when r.line = any ($2::int[]) then 'CREATE' when r.line = any ($3::int[]) then 'UPDATE' else 'UNCHANGED' end
     where r.import_id = $1 and r.line = any ($2::int[] || $3::int[] || $4::int[])`,
    [importId, done.created, done.updated, done.unchanged],
  );
  await db.query(
    `update imports i
     set to_create = c.created, to_update = c.updated, unchanged = c.unchanged, unassigned = $2
     from (select count(*) filter (where r.outcome = 'CREATE') as created, count(*) filter (where r.outcome = 'UPDATE') as updated,
             count(*) filter (where r.outcome = 'UNCHANGED') as unchanged
           from import_rows r where r.import_id = $1) c
     where i.id = $1`,
    [importId, done.unassigned],
  );
}
