import type { Request } from 'express';
import type { Actor } from '../../domain/access/actor.ts';
import { mayEver } from '../../domain/access/roles.ts';
import type { Database } from '../database/database.ts';
import { Problem } from './problem.ts';

const OF_A_FILE = /^\/pathways\/:id(?:\/|$)/;
const FORM_OF_A_FILE = /^[a-z]+:([0-9a-f-]{36})$/i;

/**
 * A file that was merged is no more: whoever reads the one that stayed is told which it is, whatever she asked of the other,
 * and nobody else anything. In a transaction of its own: the one that failed may have been left as the engine.
 */
export async function whereItWent(
  error: unknown,
  { path, method }: { readonly path: string; readonly method: string },
  { params }: Request,
  { actor, database }: { readonly actor: Actor; readonly database: Database },
): Promise<unknown> {
  if (!(error instanceof Problem) || error.code !== 'not_found' || !mayEver(actor.role, 'pathways.read')) return error;
  const { id, formKey } = params as { id?: string; formKey?: string };
  const asked = OF_A_FILE.test(path) ? id : FORM_OF_A_FILE.exec(formKey ?? '')?.[1];
  if (asked === undefined) return error;
  const went = await database.inActorTransaction(actor, (db) =>
    db.one<{ merged_number: string; id: string; number: string }>(
      `select m.merged_number, p.id, p.number from merges m join pathways p on p.id = m.found_in
       where m.merged_id = $1 and m.undone_at is null`,
      [asked],
    ),
  );
  if (went === undefined) return error;
  const told = `Le dossier ${went.merged_number} a été fusionné dans le dossier ${went.number}`;
  return new Problem({
    status: 404,
    code: 'file_merged',
    title: 'Dossier fusionné',
    detail: method === 'get' ? `${told}.` : `${told}\u00a0: rien n’a été enregistré.`,
    keptFile: { id: went.id, number: went.number },
  });
}
