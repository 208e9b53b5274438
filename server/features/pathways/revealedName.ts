import type { Db } from '../../platform/database/db.ts';

export interface RevealedName {
  readonly birthName: string | null;
  readonly usageName: string | null;
  readonly firstNames: string | null;
  readonly sex: 'X';
}

/** The names of a file given to a referent in this session; undefined when they were not, or are not any more. */
export async function revealedName(db: Db, pathwayId: string, sessionKey: string): Promise<RevealedName | undefined> {
  const line = await db.one<{ birth_name: string | null; usage_name: string | null; first_names: string | null }>(
    'select r.birth_name, r.usage_name, r.first_names from sec.revealed_name($1, $2) r',
    [pathwayId, sessionKey],
  );
  if (line === undefined) return undefined;
  return { birthName: line.birth_name, usageName: line.usage_name, firstNames: line.first_names, sex: 'X' };
}
