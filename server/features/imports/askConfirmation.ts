import { conflict, notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';

/** Takes the confirmation, once: the work starts when this is committed (see `Answer.then`). */
export async function askConfirmation(
  { db }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<{ id: string; state: 'CONFIRMING' }>> {
  const taken = await db.one(
    `update imports set state = 'CONFIRMING', progress = 0, alive_at = clock_timestamp() where id = $1 and state = 'READY' returning id`,
    [params.id],
  );
  if (taken !== undefined) return { body: { id: params.id, state: 'CONFIRMING' }, then: 'confirmImport' };
  const known = await db.one('select 1 from imports i where i.id = $1', [params.id]);
  if (known === undefined) throw notFound();
  throw conflict('import_not_ready', 'Cet import a déjà été confirmé, ou n’est pas prêt à l’être.');
}
