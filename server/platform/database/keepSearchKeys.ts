import type pg from 'pg';
import type { Birth } from '../../domain/person/birth.ts';
import { SEARCH_RULES, searchKeys } from '../../domain/person/searchKeys.ts';

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

/** Writes everybody’s keys when they are not those of today’s rules. In one transaction: all of them, or none. */
export async function keepSearchKeys(client: pg.ClientBase): Promise<{ readonly read: number }> {
  const { rows } = await client.query<{ rules: number }>('select s.search_rules as rules from derived_rows_state s');
  if (rows[0]?.rules === SEARCH_RULES) return { read: 0 };
  await client.query('begin');
  try {
    await client.query('set local role jalon_owner');
    const read = await writeSearchKeys(client);
    await client.query('update derived_rows_state set search_rules = $1', [SEARCH_RULES]);
    await client.query('commit');
    return { read };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Some thousands at a time. Whose keys are the same is not written. */
async function writeSearchKeys(client: pg.ClientBase): Promise<number> {
  let last = '00000000-0000-0000-0000-000000000000';
  let known = 0;
  for (;;) {
    const { rows: lines } = await client.query<Line>(
      `select pe.id, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.foreigner_number, pe.ofii_number
       from people pe where pe.id > $1 order by pe.id limit ${BATCH}`,
      [last],
    );
    if (lines.length === 0) break;
    await client.query(
      `update people pe set search_keys = k.keys
       from jsonb_to_recordset($1::jsonb) as k(id uuid, keys bigint[])
       where pe.id = k.id and pe.search_keys <> k.keys`,
      [JSON.stringify(lines.map((line) => ({ id: line.id, keys: keysOf(line) })))],
    );
    last = lines.at(-1)?.id ?? last;
    known += lines.length;
  }
  return known;
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
