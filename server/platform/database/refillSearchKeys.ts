import type { Birth } from '../../domain/person/birth.ts';
import { searchKeys } from '../../domain/person/searchKeys.ts';

const BATCH = 2_000;

interface Line {
  id: string;
  birth_name: string | null;
  usage_name: string | null;
  first_names: string | null;
  birth_value: string | null;
  birth_precision: Birth['precision'];
  foreigner_number: string | null;
  ofii_number: string | null;
}

interface Runner {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/**
 * Writes the keys of everybody, some thousands at a time: for a migration, when the rules by which names are heard
 * have changed. Whose keys are the same is not written.
 */
export async function refillSearchKeys(queryRunner: Runner): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  let known = 0;
  for (;;) {
    const lines = (await queryRunner.query(
      `select pe.id, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.foreigner_number, pe.ofii_number
       from people pe where pe.id > $1 order by pe.id limit ${BATCH}`,
      [last],
    )) as Line[];
    if (lines.length === 0) break;
    await queryRunner.query(
      `update people pe set search_keys = k.keys
       from jsonb_to_recordset($1::jsonb) as k(id uuid, keys bigint[])
       where pe.id = k.id and pe.search_keys <> k.keys`,
      [JSON.stringify(lines.map((line) => ({ id: line.id, keys: keysOf(line) })))],
    );
    last = lines.at(-1)?.id ?? last;
    known += lines.length;
  }
  await queryRunner.query(`
    do $$ begin
      raise notice 'people: search keys of % read again, % left without', ${known}, (select count(*) from people where search_keys = '{}');
    end $$`);
}

function keysOf(line: Line): number[] {
  return searchKeys({
    birthName: line.birth_name,
    usageName: line.usage_name,
    firstNames: line.first_names,
    birth: { value: line.birth_value, precision: line.birth_precision } as Birth,
    foreignerNumber: line.foreigner_number,
    ofiiNumber: line.ofii_number,
  });
}
